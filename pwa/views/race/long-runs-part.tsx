/** How the long run grew, week by week, beside the guard against one that is much longer than before. */
import { useMemo } from 'preact/hooks'
import type { Race } from '../../../core/model/season.ts'
import { type Context, type LongRunWeek, longRunWeeks } from '../../../core/signals/index.ts'
import { About } from '../../parts/about.tsx'
import { Chart, type Lane } from '../../parts/chart.tsx'
import { ChartFrame } from '../../parts/chart-frame.tsx'
import { ChartTable } from '../../parts/chart-table.tsx'
import { type DistanceUnit, formatCount, formatDay, formatDistance, metresPer } from '../../parts/format.ts'
import s from './race.module.css'

const weeksBack = 16
/** Weeks ahead that a chart can show; a race further away begins with the weeks that are written. */
const mostWeeks = 44

const lanesOf = (weeks: readonly LongRunWeek[], unit: DistanceUnit): readonly Lane[] => {
  const column = (of: (week: LongRunWeek) => number | null) =>
    Float64Array.from(weeks, week => (of(week) ?? Number.NaN) / metresPer[unit])
  const says = (value: number) => formatDistance(value * metresPer[unit], unit)
  return [
    {
      name: `Longest run of the week, ${unit}`,
      height: 130,
      base: 0,
      series: [
        { name: 'Done', shape: 'bars', tone: 'long', values: column(({ doneM }) => doneM), says },
        {
          name: 'Planned',
          shape: 'bars',
          tone: 'faint',
          values: column(({ doneM, plannedM }) => (doneM === null ? plannedM : null)),
          says,
        },
        {
          name: 'Guard',
          shape: 'dashed',
          tone: 'hard',
          values: column(({ guardM }) => guardM),
          says: (value, at) => `${says(value)}${weeks[at]?.overGuard ? ', gone over' : ''}`,
        },
      ],
    },
  ]
}

type LongRunsPartProps = { readonly context: Context; readonly race: Race; readonly unit: DistanceUnit }

export const LongRunsPart = ({ context, race, unit }: LongRunsPartProps) => {
  const weeks = useMemo(
    () => longRunWeeks(context, weeksBack, race.day > context.day ? race.day : context.day).slice(0, mostWeeks),
    [context, race.day],
  )
  const known = weeks.filter(({ doneM, plannedM }) => doneM !== null || plannedM !== null)
  const over = known.filter(({ overGuard }) => overGuard)
  const { lanes, positions, ticks } = useMemo(
    () => ({
      lanes: lanesOf(weeks, unit),
      positions: Float64Array.from(weeks, (_, i) => i),
      ticks: weeks.flatMap(({ monday }, at) =>
        at === 0 || monday.slice(5, 7) !== weeks[at - 1]!.monday.slice(5, 7)
          ? [{ at, label: formatDay(monday, 'monthAlone') }]
          : [],
      ),
    }),
    [weeks, unit],
  )
  if (known.length === 0)
    return (
      <section class={s.panel}>
        <h2>Long runs</h2>
        <p class={s.soft}>No run of the last months is on file, and none is planned until the race.</p>
      </section>
    )
  const summary =
    over.length === 0
      ? `No long run of these weeks goes beyond the guard: ${context.playbook.thresholds.runSpikePercent} % over the longest of the 30 days before it.`
      : `${formatCount(over.length, 'week')} beyond the guard of ${context.playbook.thresholds.runSpikePercent} % over the longest of the 30 days before: ${over.map(({ monday }) => formatDay(monday, 'short')).join(', ')}. Runs that much longer went with 1.5 to 2.3 times as many injuries (5,205 runners, 2025).`
  return (
    <ChartFrame
      title="Long runs towards it"
      summary={summary}
      chart={() => (
        <Chart
          cursorName="Week on the chart of long runs"
          lanes={lanes}
          positions={positions}
          ticks={ticks}
          start={Math.max(
            0,
            weeks.findLastIndex(({ doneM, plannedM }) => doneM !== null || plannedM !== null),
          )}
          sayPlace={at => (weeks[at] ? `Week of ${formatDay(weeks[at].monday, 'withYear')}` : '')}
        />
      )}
      table={() => (
        <ChartTable
          label="Long runs as a table"
          caption="A dash is not known."
          columns={['Week of', 'Done', 'Planned', 'Guard']}
          rows={weeks.map(({ monday, doneM, plannedM, guardM, overGuard }) => ({
            key: monday,
            label: formatDay(monday, 'withYear'),
            cells: [
              doneM === null ? '–' : formatDistance(doneM, unit),
              plannedM === null ? '–' : formatDistance(plannedM, unit),
              guardM === null ? '–' : `${formatDistance(guardM, unit)}${overGuard ? ', gone over' : ''}`,
            ],
          }))}
        />
      )}
      foot={
        <p class={s.soft}>
          Guard <About of="longest-run" />
        </p>
      }
    />
  )
}
