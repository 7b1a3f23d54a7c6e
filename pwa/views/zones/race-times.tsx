/** What races would take today, each between the two ends that four of five such races fall into. */

import { useMemo } from 'preact/hooks'
import { sayClock } from '../../../core/lib/clock.ts'
import { type Context, raceTimeOn } from '../../../core/signals/index.ts'
import { About } from '../../parts/about.tsx'
import { type DistanceUnit, formatDay, formatDistance, formatRaced } from '../../parts/format.ts'
import s from './zones.module.css'

const races = [
  { name: '5 km', metres: 5000 },
  { name: '10 km', metres: 10_000 },
  { name: 'Half marathon', metres: 21_097.5 },
  { name: 'Marathon', metres: 42_195 },
] as const

type Props = { readonly context: Context; readonly unit: DistanceUnit }

export const RaceTimes = ({ context, unit }: Props) => {
  const times = useMemo(
    () => races.map(({ name, metres }) => ({ name, time: raceTimeOn(context, context.day, metres) })),
    [context],
  )
  const first = times[0]!.time
  return (
    <section class={s.panel} aria-labelledby="race-times">
      <h2 id="race-times">
        Race times today <About of="race-time" />
      </h2>
      {first.known ? (
        <>
          <p class="soft">
            From {formatRaced(first.value.best.distanceM, unit)} in {sayClock(first.value.best.durationS)} on{' '}
            {formatDay(first.value.best.day, 'withYear')}, {formatDistance(first.value.weeklyKm * 1000, unit)} a week
            {first.value.marathons > 0 && `, ${first.value.marathons} of your own marathons`}. Four of five such races
            fall between the two ends.
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">Distance</th>
                <th scope="col">Time</th>
                <th scope="col">Between</th>
              </tr>
            </thead>
            <tbody>
              {times.map(({ name, time }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{time.known ? sayClock(time.value.seconds) : 'not known'}</td>
                  <td class={s.soft}>
                    {time.known ? `${sayClock(time.value.fast)} and ${sayClock(time.value.slow)}` : time.why}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <p class="soft">Not known: {first.why}.</p>
      )}
    </section>
  )
}
