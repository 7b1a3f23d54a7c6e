/** What was done: files come in here, and weeks and the load they add up to come out. */
import { useMemo, useRef } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { formatDay } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { useLater } from '../parts/use-later.ts'
import type { App, Looking, View } from '../state/app.ts'
import s from './history.module.css'
import { useHistory } from './history-context.ts'
import { ImportPanel } from './history-import.tsx'
import { Weeks } from './history-weeks.tsx'
import { LoadAndForm } from './load-and-form.tsx'

const Pickers = ({ app }: { readonly app: App }) => {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])].filter(file => !file.name.startsWith('.'))
    input.value = ''
    app.importFiles(chosen)
  }
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        accept=".fit,.gz,.zip,.csv,.gpx,.tcx,.json,.ics,.yaml,.yml,.tsv"
        onChange={event => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        {...{ webkitdirectory: true }}
        aria-label="Folder to import"
        onChange={event => take(event.currentTarget)}
      />
      <Button variant="primary" onClick={() => files.current?.click()}>
        <Icon name="upload" /> Import files
      </Button>
      <Button onClick={() => folder.current?.click()}>Import a folder</Button>
    </>
  )
}

const Inside = ({ app, looking }: { readonly app: App; readonly looking: Looking }) => {
  const { day } = app.now.value
  const { content } = looking
  const context = useHistory(looking, day)
  const listed = useLater(context)
  const weeks = useMemo(() => listed && <Weeks app={app} context={listed} content={listed.content} />, [app, listed])
  const run = app.importing.value
  const empty = content.activities.length === 0
  return (
    <div class={s.page}>
      <header class={s.head}>
        <h1>History</h1>
        {!empty && <a href="/zones">Zones and thresholds</a>}
        {!empty && <Pickers app={app} />}
      </header>
      {run && <ImportPanel app={app} run={run} />}
      {empty && !run ? (
        <Empty title="No training on file yet" action={<Pickers app={app} />}>
          <p>
            Bring FIT, GPX or TCX files, or the whole archive that Strava sends on request. Drop them anywhere on this
            page; they are read on this device and go nowhere else.
          </p>
        </Empty>
      ) : (
        <>
          {!empty && context.day < day && (
            <p class={s.ended}>
              <Icon name="clock" /> Nothing on file since {formatDay(context.day, 'withYear')}. What follows is as of
              that day.
            </p>
          )}
          {!empty && <LoadAndForm context={context} />}
          {!empty && weeks}
        </>
      )}
    </div>
  )
}

const History = ({ app }: { readonly app: App }) => {
  const looking = app.looking.value
  return looking && <Inside app={app} looking={looking} />
}

export const view: View = {
  id: 'history',
  path: '/history',
  title: 'History',
  icon: 'history',
  for: ['coach', 'athlete'],
  inNavigation: true,
  Component: History,
}
