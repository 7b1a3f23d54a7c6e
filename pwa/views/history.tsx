/** What was done: files come in here, and weeks and the load they add up to come out. */
import { useMemo, useRef, useState } from 'preact/hooks'
import { addDays, type Day, dayNumber, daysBetween } from '../../core/model/day.ts'
import type { AthleteContent } from '../../core/model/plan.ts'
import { contextOf, type FitnessDay } from '../../core/signals/index.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { formatDay, formatNumber } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { LoadChart, type LoadDay } from '../parts/load-chart.tsx'
import { LoadTable } from '../parts/load-table.tsx'
import { Segmented } from '../parts/segmented.tsx'
import type { App, Looking, View } from '../state/app.ts'
import s from './history.module.css'
import { ImportPanel } from './history-import.tsx'
import { Weeks } from './history-weeks.tsx'

type Range = '90' | '365' | 'all'
const ranges: readonly { readonly value: Range; readonly label: string }[] = [
  { value: '90', label: '3 months' },
  { value: '365', label: '1 year' },
  { value: 'all', label: 'All' },
]

const figureOf = (reading: FitnessDay['load']) => (reading.known ? reading.value : null)
const chartDays = (days: readonly FitnessDay[]): readonly LoadDay[] =>
  days.map(({ day, load, fitness, fatigue, form }) => ({
    day,
    load: figureOf(load),
    fitness: figureOf(fitness),
    fatigue: figureOf(fatigue),
    form: figureOf(form),
  }))

/** The chart in a sentence, for those who do not see it and those in a hurry. */
export const summaryOf = (days: readonly LoadDay[]): string => {
  const last = days.findLast(day => day.fitness !== null)
  if (!last || last.fitness === null) return 'There is not enough on file yet to say how fit you are.'
  const earlier = days.findLast(day => day.fitness !== null && dayNumber(day.day) <= dayNumber(last.day) - 28)?.fitness
  const change = earlier === undefined || earlier === null ? null : Math.round(last.fitness - earlier)
  const trend =
    change === null
      ? ''
      : Math.abs(change) < 2
        ? ', level over four weeks'
        : `, ${change > 0 ? 'up' : 'down'} ${Math.abs(change)} in four weeks`
  const form = last.form === null ? '' : ` Form is ${formatNumber(Math.round(last.form))}: ${formWord(last.form)}.`
  const unknown = days.filter(day => day.load === null).length
  const gaps = unknown > 1 ? ` On ${unknown} of these days the load is not known.` : ''
  return `Fitness is ${formatNumber(Math.round(last.fitness))} on ${formatDay(last.day)}${trend}.${form}${gaps}`
}
const formWord = (form: number) =>
  form < -25 ? 'carrying much fatigue' : form < -8 ? 'in training' : form <= 8 ? 'balanced' : 'rested'

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
        accept=".fit,.gz,.zip,.csv,.gpx,.tcx"
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

const Chart = ({ days, today }: { readonly days: readonly LoadDay[]; readonly today: Day }) => {
  const [range, setRange] = useState<Range>('365')
  const [asTable, setAsTable] = useState(false)
  const shown = useMemo(() => {
    if (range === 'all') return days
    const from = addDays(today, -Number(range))
    return days.filter(({ day }) => day >= from)
  }, [days, range, today])
  return (
    <section class={s.chart} aria-labelledby="load-and-form">
      <header class={s.head}>
        <h2 id="load-and-form">Load and form</h2>
        <Segmented label="Span of the chart" options={ranges} value={range} onChange={setRange} />
        <Button small variant="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </header>
      {shown.length === 0 ? (
        <p class="soft">Nothing on file in this span. Choose a longer one.</p>
      ) : asTable ? (
        <LoadTable days={shown} summary={summaryOf(shown)} />
      ) : (
        <LoadChart key={range} days={shown} summary={summaryOf(shown)} />
      )}
    </section>
  )
}

/** A history that ended long ago is shown as it stood then; today would say that nothing is known. */
const asOfFor = ({ activities }: AthleteContent, today: Day): Day => {
  const last = activities.reduce<Day | null>((day, one) => (day === null || one.day > day ? one.day : day), null)
  return last !== null && daysBetween(last, today) > 42 ? last : today
}

const Inside = ({ app, looking }: { readonly app: App; readonly looking: Looking }) => {
  const { day } = app.now.value
  const { content, playbook, advice } = looking
  const context = useMemo(() => {
    const { sessions, phases, races } = advice.plan
    const planned = { sessions: sessions.map(({ session }) => session), phases, races }
    return contextOf(content, planned, playbook, asOfFor(content, day), 1439)
  }, [content, advice.plan, playbook, day])
  const days = useMemo(() => chartDays(context.fitness), [context])
  const run = app.importing.value
  const empty = content.activities.length === 0
  return (
    <div class={s.page}>
      <header class={s.head}>
        <h1>History</h1>
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
          {!empty && <Chart days={days} today={context.day} />}
          {!empty && <Weeks app={app} context={context} content={content} />}
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
