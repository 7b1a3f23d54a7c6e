/** Load, and what it adds up to day by day: fitness, fatigue, and the form between them. */
import { useMemo } from 'preact/hooks'
import { type Day, mondayOf } from '../../core/model/day.ts'
import { Chart, type Lane } from './chart.tsx'
import type { Tick } from './chart-scale.ts'
import { ChartTable } from './chart-table.tsx'
import { formatDay, formatNumber } from './format.ts'

/**
 * One day; null is not known. An hour at threshold is a load of 100. `week` is what is known of the load of the week it is
 * in, and `isWeekWhole` whether that is all of it.
 */
export type LoadDay = {
  readonly day: Day
  readonly load: number | null
  readonly week: number | null
  readonly isWeekWhole: boolean
  readonly fitness: number | null
  readonly fatigue: number | null
  readonly form: number | null
}

/** Days shown one by one; beyond, load is shown by the week. */
const mostDays = 100

const whole = (value: number) => formatNumber(Math.round(value))
const column = (days: readonly LoadDay[], of: (day: LoadDay) => number | null): Float64Array =>
  Float64Array.from(days, day => of(day) ?? Number.NaN)

const lanesOf = (days: readonly LoadDay[]): readonly Lane[] => {
  const byDay = days.length <= mostDays
  const load = column(days, day => (byDay ? day.load : day.week))
  const gaps = column(days, day => day.load)
  const saysWeek = (value: number, at: number) => `${days[at]?.isWeekWhole ? '' : 'at least '}${whole(value)}`
  return [
    {
      name: byDay ? 'Load a day' : 'Load a week',
      height: 84,
      base: 0,
      gaps,
      series: [
        {
          name: byDay ? 'Load' : 'Week’s load',
          shape: byDay ? 'bars' : 'area',
          tone: 'faint',
          values: load,
          says: byDay ? whole : saysWeek,
        },
      ],
    },
    {
      name: 'Fitness and fatigue',
      height: 150,
      base: 0,
      gaps,
      series: [
        { name: 'Fitness', shape: 'line', tone: 'accent', values: column(days, day => day.fitness), says: whole },
        { name: 'Fatigue', shape: 'dashed', tone: 'hard', values: column(days, day => day.fatigue), says: whole },
      ],
    },
    {
      name: 'Form',
      height: 78,
      base: 0,
      domain: formEnds(days),
      series: [{ name: 'Form', shape: 'area', tone: 'long', values: column(days, day => day.form), says: whole }],
    },
  ]
}

const formEnds = (days: readonly LoadDay[]): readonly [number, number] => {
  const forms = days.flatMap(({ form }) => form ?? [])
  return [Math.min(-20, ...forms), Math.max(10, ...forms)]
}

/** First days of months. */
const months = (days: readonly LoadDay[]): readonly Tick[] =>
  days.flatMap(({ day }, at) =>
    day.endsWith('-01')
      ? [{ at, label: `${formatDay(day, 'monthAlone')}${day.endsWith('01-01') ? ` ${day.slice(0, 4)}` : ''}` }]
      : [],
  )

export const LoadChart = ({ days }: { readonly days: readonly LoadDay[] }) => {
  const { lanes, positions, ticks } = useMemo(
    () => ({ lanes: lanesOf(days), positions: Float64Array.from(days, (_, i) => i), ticks: months(days) }),
    [days],
  )
  return (
    <Chart
      cursorName="Day on the load chart"
      lanes={lanes}
      positions={positions}
      ticks={ticks}
      sayPlace={at => (days[at] ? formatDay(days[at].day, 'withYear') : '')}
    />
  )
}

const figure = (value: number | null) => (value === null ? '–' : whole(value))

/** A row a day, or a week where days would be too many; the latest first. */
export const LoadTable = ({ days }: { readonly days: readonly LoadDay[] }) => {
  const byDay = days.length <= mostDays
  const rows = byDay ? days : days.filter(({ day }, i) => mondayOf(day) !== (days[i + 1] && mondayOf(days[i + 1]!.day)))
  return (
    <ChartTable
      label="Load and form as a table"
      caption="A dash is not known; ≥ is a week of which some days are not."
      columns={[byDay ? 'Day' : 'Week of', 'Load', 'Fitness', 'Fatigue', 'Form']}
      rows={rows.toReversed().map(({ day, load, week, isWeekWhole, fitness, fatigue, form }) => ({
        key: day,
        label: byDay ? formatDay(day) : formatDay(mondayOf(day), 'withYear'),
        cells: [
          byDay || isWeekWhole || week === null ? figure(byDay ? load : week) : `≥ ${whole(week)}`,
          ...[fitness, fatigue, form].map(figure),
        ],
      }))}
    />
  )
}
