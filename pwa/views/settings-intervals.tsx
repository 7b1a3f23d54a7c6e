/** intervals.icu by the athlete's own key: what comes in, what would be written there, and only then the writing. */
import { useEffect, useState } from 'preact/hooks'
import { addDays } from '../../core/model/day.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { formatCount } from '../parts/format.ts'
import type { App, Looking } from '../state/app.ts'
import type { IntervalsDesk } from '../state/intervals/desk.ts'
import type { Preview } from '../state/intervals/events.ts'
import s from './settings.module.css'

type Given = { readonly app: App; readonly looking: Looking }

/** Days of the plan that are written out at once. */
const ahead = 28

const says = ({ create, change, same, left, others }: Preview): readonly string[] => [
  `${formatCount(create.length, 'session')} new${create.length > 0 ? `: ${create.map(one => `${one.start_date_local.slice(0, 10)} ${one.name}`).join(', ')}` : ''}.`,
  `${formatCount(change.length, 'session')} changed${change.length > 0 ? `: ${change.map(({ event }) => `${event.start_date_local.slice(0, 10)} ${event.name}`).join(', ')}` : ''}.`,
  `${formatCount(same, 'session')} there already as planned; ${formatCount(others, 'entry', 'entries')} of others stay as they are.`,
  ...(left.length > 0 ? [`No longer planned, and left for you to remove there: ${left.join(', ')}.`] : []),
]

/** What asks intervals.icu is loaded when the settings are looked at. */
export const Intervals = ({ app, looking }: Given) => {
  const [desk, setDesk] = useState<IntervalsDesk | null>(null)
  useEffect(() => void app.intervals().then(setDesk), [app])
  return desk && <WithDesk app={app} looking={looking} intervals={desk} />
}

const WithDesk = ({ app, looking, intervals }: Given & { readonly intervals: IntervalsDesk }) => {
  const [key, setKey] = useState(intervals.key())
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)
  const [preview, setPreview] = useState<Preview | null>(null)
  const today = app.now.value.day
  const [from, setFrom] = useState<string>(addDays(today, -365))
  const during = async (run: () => Promise<string>) => {
    setBusy(true)
    setTold('')
    const said = await run()
    setBusy(false)
    setTold(said)
  }
  const enter = (typed: string) => {
    setKey(typed)
    setPreview(null)
    setTold(intervals.setKey(typed) ? '' : 'This browser keeps no settings: the key holds until you leave this screen.')
  }
  const bring = () =>
    during(async () => {
      const brought = await intervals.bring(from as typeof today, today, (done, of) =>
        setTold(`${done} of ${of} parts are here.`),
      )
      if (brought.files.length > 0) app.importFiles(brought.files)
      intervals.keepBrought(brought.until)
      return brought.fault === null
        ? brought.files.length === 0
          ? 'There is nothing new.'
          : 'All of it is here and being read; the import says what came of each.'
        : `${brought.fault} What is here until ${brought.until} is being read; press again to go on.`
    })
  const look = () =>
    during(async () => {
      const sessions = looking.advice.plan.sessions.map(({ session }) => session)
      const found = await intervals.preview(sessions, today, addDays(today, ahead))
      setPreview(found.ok ? found.value : null)
      return found.ok ? '' : found.error
    })
  const write = (shown: Preview) =>
    during(async () => {
      const { written, fault } = await intervals.write(shown)
      setPreview(null)
      return fault === null
        ? `${formatCount(written, 'session')} stand in intervals.icu now.`
        : `${fault} ${formatCount(written, 'session')} were written; look again to go on.`
    })
  const nothing = preview !== null && preview.create.length + preview.change.length === 0
  return (
    <section aria-labelledby="intervals">
      <h2 id="intervals">intervals.icu</h2>
      <p class="soft">
        With your own key this device asks intervals.icu for your activities and mornings, and writes planned sessions
        (day, sport, title, steps) when you say so. It never removes anything there. Without a key nothing is asked.
      </p>
      <div class={s.form}>
        <Field label="Your key" hint="From intervals.icu, Settings, Developer. Kept on this device only.">
          <input
            type="password"
            autocomplete="off"
            maxLength={200}
            value={key}
            onInput={event => enter(event.currentTarget.value)}
          />
        </Field>
        {key.trim() !== '' && (
          <Field label="Activities and mornings since">
            <input type="date" max={today} value={from} onInput={event => setFrom(event.currentTarget.value)} />
          </Field>
        )}
      </div>
      {key.trim() !== '' && (
        <div class={s.row}>
          <Button disabled={busy || from === ''} onClick={() => void bring()}>
            Bring them in
          </Button>
          <Button disabled={busy} onClick={() => void look()}>
            Show what would be written for four weeks
          </Button>
        </div>
      )}
      {preview !== null && (
        <>
          <ul aria-label="What would be written">
            {says(preview).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <div class={s.row}>
            <Button disabled={busy || nothing} onClick={() => void write(preview)}>
              {nothing ? 'Nothing to write' : 'Write these to intervals.icu'}
            </Button>
          </div>
        </>
      )}
      <p role="status">{busy && told === '' ? 'Asking…' : told}</p>
    </section>
  )
}
