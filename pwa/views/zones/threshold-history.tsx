/** How the estimate of threshold pace moved, and by which run. */

import { useMemo } from 'preact/hooks'
import { sayClock } from '../../../core/lib/clock.ts'
import { addDays, type Day, dayNumber, daysBetween } from '../../../core/model/day.ts'
import type { ThresholdEntry, ThresholdOrigin } from '../../../core/signals/index.ts'
import { About } from '../../parts/about.tsx'
import { Chart, type Lane } from '../../parts/chart.tsx'
import { ChartFrame } from '../../parts/chart-frame.tsx'
import { endsOf, paceTicks, type Tick } from '../../parts/chart-scale.ts'
import { type DistanceUnit, formatDay, formatPace, formatRaced, metresPer } from '../../parts/format.ts'
import s from './zones.module.css'

const originWord: Readonly<Record<ThresholdOrigin, string>> = {
  race: 'a race',
  test: 'a test',
  'race-distance': 'a race distance, perhaps a race',
  training: 'training',
}

const sayEffort = (entry: Extract<ThresholdEntry, { origin: ThresholdOrigin }>, unit: DistanceUnit): string =>
  `${formatRaced(entry.effort.distanceM, unit)} in ${sayClock(entry.effort.durationS)}, ${originWord[entry.origin]}`

const isKnown = (entry: ThresholdEntry): entry is Extract<ThresholdEntry, { origin: ThresholdOrigin }> =>
  entry.paceSPerKm !== null

/** The history in a sentence. */
export const sayHistory = (entries: readonly ThresholdEntry[], unit: DistanceUnit): string => {
  const last = entries.at(-1)
  if (!last) return 'No run on file is long and hard enough yet to estimate a threshold pace from.'
  if (!isKnown(last))
    return `Since ${formatDay(last.day, 'withYear')} the last hard run is more than half a year old; threshold pace is not known from training.`
  const known = entries.filter(isKnown)
  const best = known.reduce((a, b) => (b.paceSPerKm < a.paceSPerKm ? b : a))
  const now = `Estimated at ${formatPace(last.paceSPerKm, unit)} since ${formatDay(last.day, 'withYear')}, from ${sayEffort(last, unit)}.`
  return best === last
    ? `${now} The fastest on file.`
    : `${now} Fastest on file: ${formatPace(best.paceSPerKm, unit)} in ${formatDay(best.day, 'month')}.`
}

type Step = { readonly day: Day; readonly speed: number; readonly entry: ThresholdEntry }

/** Each entry holds until the day before the next. */
const stepsOf = (entries: readonly ThresholdEntry[], today: Day): readonly Step[] =>
  entries.flatMap((entry, i) => {
    const speed = entry.paceSPerKm === null ? Number.NaN : 1000 / entry.paceSPerKm
    const next = entries[i + 1]?.day
    const until = next ? addDays(next, -1) : today
    return [
      { day: entry.day, speed, entry },
      ...(daysBetween(entry.day, until) > 0 ? [{ day: until, speed, entry }] : []),
    ]
  })

const yearTicks = (from: Day, to: Day): readonly Tick[] => {
  const firsts = (months: number) =>
    Array.from({ length: (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1) * (12 / months) }, (_, i) => {
      const month = (i * months) % 12
      const year = Number(from.slice(0, 4)) + Math.floor((i * months) / 12)
      const day = `${year}-${String(month + 1).padStart(2, '0')}-01` as Day
      return { at: dayNumber(day), label: month === 0 ? String(year) : formatDay(day, 'monthAlone') }
    })
  const ticks = firsts(daysBetween(from, to) > 900 ? 12 : 3)
  return ticks.filter(({ at }) => at >= dayNumber(from) && at <= dayNumber(to))
}

type HistoryProps = {
  readonly entries: readonly ThresholdEntry[]
  readonly today: Day
  readonly unit: DistanceUnit
  /** Seconds per kilometre as set by hand, which goes before the estimate. */
  readonly set: number | null
}

export const ThresholdHistory = ({ entries, today, unit, set }: HistoryProps) => {
  const steps = useMemo(() => stepsOf(entries, today), [entries, today])
  const drawn = useMemo(() => {
    const values = Float64Array.from(steps, ({ speed }) => speed)
    const ends = endsOf([values])
    const domain = ends && ([ends[0] * 0.98, ends[1] * 1.02] as const)
    const lane: Lane = {
      name: `Threshold pace, min/${unit}`,
      height: 150,
      gaps: values,
      ...(domain
        ? { domain, ticks: paceTicks(domain, metresPer[unit], pace => formatPace(pace, unit).split(' ')[0]!) }
        : {}),
      series: [
        {
          name: 'Threshold pace',
          shape: 'line',
          tone: 'accent',
          values,
          says: speed => formatPace(1000 / speed, unit),
        },
      ],
    }
    return {
      lanes: [lane],
      positions: Float64Array.from(steps, ({ day }) => dayNumber(day)),
      ticks: steps.length > 0 ? yearTicks(steps[0]!.day, steps.at(-1)!.day) : [],
    }
  }, [steps, unit])
  const sayPlace = (at: number) => {
    const step = steps[at]
    if (!step) return ''
    const from = isKnown(step.entry) ? `, ${sayEffort(step.entry, unit)}` : ', no hard run within half a year'
    return `${formatDay(step.day, 'withYear')}${from}`
  }
  return (
    <ChartFrame
      title="Threshold pace over time"
      summary={`${sayHistory(entries, unit)}${set === null ? '' : ` What counts is the ${formatPace(set, unit)} that was set.`}`}
      controls={<About of="threshold-pace" />}
      chart={() =>
        steps.length > 1 ? <Chart cursorName="Day of the threshold" {...drawn} sayPlace={sayPlace} /> : null
      }
      table={() => <Entries entries={entries} unit={unit} />}
    />
  )
}

const Entries = ({ entries, unit }: Pick<HistoryProps, 'entries' | 'unit'>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section class={s.scroll} tabIndex={0} aria-label="Threshold pace over time as a table">
    <table>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Pace</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {entries.toReversed().map(entry => (
          <tr key={entry.day}>
            <th scope="row">{formatDay(entry.day, 'withYear')}</th>
            <td>{isKnown(entry) ? formatPace(entry.paceSPerKm, unit) : 'not known'}</td>
            <td>
              {isKnown(entry) ? (
                <a href={`/activity/${entry.activity}`}>{sayEffort(entry, unit)}</a>
              ) : (
                'no hard run within half a year'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
