/** Load and form on the history page: the chart, a sentence, and how this week stands to the last four. */
import { useMemo, useState } from 'preact/hooks'
import { addDays, type Day, dayNumber, mondayOf } from '../../core/model/day.ts'
import { fitnessDays } from '../../core/science/fitness.ts'
import { chronicDays, coupledRatio } from '../../core/science/load-change.ts'
import type { Context, FitnessDay } from '../../core/signals/index.ts'
import { About } from '../parts/about.tsx'
import { ChartFrame } from '../parts/chart-frame.tsx'
import { formatCount, formatDay, formatNumber } from '../parts/format.ts'
import { LoadChart, type LoadDay, LoadTable } from '../parts/load-chart.tsx'
import { Segmented } from '../parts/segmented.tsx'
import s from './load-and-form.module.css'

type Range = '90' | '365' | 'all'
const ranges: readonly { readonly value: Range; readonly label: string }[] = [
  { value: '90', label: '3 months' },
  { value: '365', label: '1 year' },
  { value: 'all', label: 'All' },
]

const figureOf = (reading: FitnessDay['load']) => (reading.known ? reading.value : null)

type Week = { readonly known: number | null; readonly isWhole: boolean }

/** What is known of the load of each week, by its Monday, and whether that is all of it. */
const weeksOf = (days: readonly FitnessDay[]): ReadonlyMap<Day, Week> => {
  const weeks = new Map<Day, Week>()
  for (const { day, load } of days) {
    const monday = mondayOf(day)
    const { known, isWhole } = weeks.get(monday) ?? { known: null, isWhole: true }
    const value = figureOf(load)
    weeks.set(monday, value === null ? { known, isWhole: false } : { known: (known ?? 0) + value, isWhole })
  }
  return weeks
}

export const chartDays = (days: readonly FitnessDay[]): readonly LoadDay[] => {
  const weeks = weeksOf(days)
  return days.map(({ day, load, fitness, fatigue, form }) => ({
    day,
    load: figureOf(load),
    week: weeks.get(mondayOf(day))?.known ?? null,
    isWeekWhole: weeks.get(mondayOf(day))?.isWhole ?? false,
    fitness: figureOf(fitness),
    fatigue: figureOf(fatigue),
    form: figureOf(form),
  }))
}

const formWord = (form: number) =>
  form < -25 ? 'carrying much fatigue' : form < -8 ? 'in training' : form <= 8 ? 'balanced' : 'rested'

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
  // Why: both start from nothing on the first day on file, so they say little of the athlete before the slower has run in.
  const isShort = days.length < fitnessDays
  const form =
    last.form === null
      ? ''
      : ` Form is ${formatNumber(Math.round(last.form))}${isShort ? '' : `: ${formWord(last.form)}`}.`
  const short = isShort
    ? ` Only ${formatCount(days.length, 'day')} on file: both tell little before ${fitnessDays}.`
    : ''
  const unknown = days.filter(day => day.load === null).length
  const gaps =
    unknown > 1 ? ` On ${unknown} of these days the load is not known (hatched); they are not counted as rest.` : ''
  return `Fitness is ${formatNumber(Math.round(last.fitness))} on ${formatDay(last.day)}${trend}.${form}${short}${gaps}`
}

const beside = 'The last 7 days beside the last 28'

/** The ratio as a description, or why it cannot be said. Today is left out until something is known of it. */
export const sayRatio = (days: readonly FitnessDay[]): string => {
  const ended = days.at(-1)?.load.known ? days : days.slice(0, -1)
  const last = ended.slice(-chronicDays)
  if (last.length < chronicDays) return `${beside}: known once ${chronicDays} days are on file.`
  const loads = last.flatMap(({ load }) => figureOf(load) ?? [])
  const open = last.length - loads.length
  if (open > 0) return `${beside}: not known, since the load of ${open === 1 ? 'one' : open} of these days is not.`
  const ratio = coupledRatio(loads)
  if (ratio === undefined) return `${beside}: no load in either.`
  return `${beside}: ${formatNumber(ratio, 2)} times the load a day. A description, no verdict: no such ratio is known to be safe.`
}

export const LoadAndForm = ({ context }: { readonly context: Context }) => {
  const [range, setRange] = useState<Range>('365')
  // Why only what is shown: of ten years on file a day's readings are made for the span that is looked at.
  const shown = useMemo(() => {
    if (range === 'all') return chartDays(context.fitness.days())
    const from = addDays(context.day, -Number(range))
    return chartDays(context.fitness.days(mondayOf(from))).filter(({ day }) => day >= from)
  }, [range, context])
  const lately = useMemo(() => context.fitness.days(addDays(context.day, -chronicDays)), [context])
  const nothing = <p class="soft">Nothing on file in this span. Choose a longer one.</p>
  return (
    <ChartFrame
      title="Load and form"
      summary={summaryOf(shown)}
      controls={<Segmented label="Span of the chart" options={ranges} value={range} onChange={setRange} />}
      chart={() => (shown.length === 0 ? nothing : <LoadChart key={range} days={shown} />)}
      table={() => (shown.length === 0 ? nothing : <LoadTable days={shown} />)}
      foot={
        <>
          <p class={s.ratio}>
            {sayRatio(lately)} <About of="load-ratio" />
          </p>
          <p class={s.sources}>
            {(
              [
                ['Load', 'load'],
                ['Week', 'weekly-load'],
                ['Fitness', 'fitness'],
                ['Fatigue', 'fatigue'],
                ['Form', 'form'],
              ] as const
            ).map(([name, of]) => (
              <span key={of}>
                {name} <About of={of} />
              </span>
            ))}
          </p>
        </>
      }
    />
  )
}
