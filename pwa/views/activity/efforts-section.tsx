/** The fastest stretches of a run, and which of them were the fastest for a while. */
import { sayClock } from '../../../core/lib/clock.ts'
import type { Activity } from '../../../core/model/activity.ts'
import { addDays } from '../../../core/model/day.ts'
import { About } from '../../parts/about.tsx'
import { type DistanceUnit, formatPaceOf } from '../../parts/format.ts'
import s from './activity.module.css'

const windowDays = 180

const names: Readonly<Record<number, string>> = {
  1000: '1 km',
  1609: '1 mile',
  3000: '3 km',
  5000: '5 km',
  10000: '10 km',
  21097: 'Half marathon',
  42195: 'Marathon',
}

/** The distances over which nothing on file in the half year before was faster. */
export const bestOfHalfYear = (activity: Activity, all: readonly Activity[]): ReadonlySet<number> => {
  const from = addDays(activity.day, -windowDays)
  const before = all.filter(({ day, start, sport }) => sport === 'run' && day >= from && start < activity.start)
  return new Set(
    activity.bestEfforts.flatMap(({ distanceM, durationS }) => {
      const earlier = before.flatMap(one => one.bestEfforts.filter(effort => effort.distanceM === distanceM))
      return earlier.length > 0 && earlier.every(effort => effort.durationS > durationS) ? [distanceM] : []
    }),
  )
}

type EffortsProps = { readonly activity: Activity; readonly all: readonly Activity[]; readonly unit: DistanceUnit }

export const EffortsSection = ({ activity, all, unit }: EffortsProps) => {
  if (activity.bestEfforts.length === 0) return null
  const best = bestOfHalfYear(activity, all)
  return (
    <section class={s.panel} aria-labelledby="best-efforts">
      <h2 id="best-efforts">
        Best efforts <About of="best-effort" />
      </h2>
      <table class={s.plain}>
        <thead class="only-heard">
          <tr>
            <th scope="col">Distance</th>
            <th scope="col">Time</th>
            <th scope="col">Pace</th>
            <th scope="col">Standing</th>
          </tr>
        </thead>
        <tbody>
          {activity.bestEfforts.map(({ distanceM, durationS }) => (
            <tr key={distanceM}>
              <th scope="row">{names[distanceM] ?? `${distanceM} m`}</th>
              <td>{sayClock(durationS)}</td>
              <td>{formatPaceOf(distanceM, durationS, unit)}</td>
              <td class={s.good}>{best.has(distanceM) ? 'fastest in half a year' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
