/** What the threshold means on the road: training paces, and what it says of races, as ranges. */
import { sayClock } from '../../../core/lib/clock.ts'
import type { Reading } from '../../../core/lib/reading.ts'
import { zones } from '../../../core/model/workout.ts'
import { longRaceRange, riegelSecondsFor } from '../../../core/science/equivalents.ts'
import { raceSeconds } from '../../../core/science/vdot.ts'
import type { CriticalSpeedReading, Effort } from '../../../core/signals/index.ts'
import { zonePaces } from '../../../core/workout/cues.ts'
import { zoneWord } from '../../../core/workout/words.ts'
import { About } from '../../parts/about.tsx'
import { type DistanceUnit, formatDay, formatNumber, formatPace, formatRaced } from '../../parts/format.ts'
import { sayPaces } from '../../parts/steps.tsx'
import s from './zones.module.css'

type PacesProps = { readonly thresholdPaceSPerKm: number | null; readonly unit: DistanceUnit }

export const TrainingPaces = ({ thresholdPaceSPerKm, unit }: PacesProps) => {
  const paces = zonePaces({ thresholdPaceSPerKm })
  return (
    <section class={s.panel} aria-labelledby="training-paces">
      <h2 id="training-paces">
        Training paces <About of="training-paces" />
      </h2>
      {paces ? (
        <table>
          <thead class="only-heard">
            <tr>
              <th scope="col">Zone</th>
              <th scope="col">Pace</th>
            </tr>
          </thead>
          <tbody>
            {zones.map(zone => (
              <tr key={zone}>
                <th scope="row">
                  {zone} <span class={s.soft}>{zoneWord[zone]}</span>
                </th>
                <td>{sayPaces(paces[zone].fast, paces[zone].slow, unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p class="soft">Known once there is a threshold pace.</p>
      )}
    </section>
  )
}

const races = [
  { name: '1500 m', metres: 1500 },
  { name: '1 mile', metres: 1609.344 },
  { name: '5 km', metres: 5000 },
  { name: '10 km', metres: 10_000 },
  { name: 'Half marathon', metres: 21_097.5 },
  { name: 'Marathon', metres: 42_195 },
] as const
const halfM = 21_097.5

/** The fastest and slowest of what VDOT and Riegel say, in seconds. */
export const equivalentOf = ({ distanceM, durationS, vdot }: Effort, metres: number): readonly [number, number] => {
  const byVdot = raceSeconds(vdot, metres)
  const { fast, slow } =
    metres > halfM && distanceM < metres
      ? longRaceRange(distanceM, durationS, metres)
      : { fast: riegelSecondsFor(distanceM, durationS, metres), slow: riegelSecondsFor(distanceM, durationS, metres) }
  return [Math.min(byVdot, fast), Math.max(byVdot, slow)]
}

type EquivalentsProps = {
  readonly effort: Effort | undefined
  readonly critical: Reading<CriticalSpeedReading>
  readonly unit: DistanceUnit
}

export const RaceEquivalents = ({ effort, critical, unit }: EquivalentsProps) => (
  <section class={s.panel} aria-labelledby="race-equivalents">
    <h2 id="race-equivalents">
      Race equivalents <About of="race-equivalents" />
    </h2>
    {effort ? (
      <>
        <p class="soft">
          From {formatRaced(effort.distanceM, unit)} in {sayClock(effort.durationS)} on{' '}
          {formatDay(effort.day, 'withYear')}: VDOT {formatNumber(effort.vdot, 1)}. Equivalents, no forecasts: they take
          equal training for every distance. <About of="vdot" />
        </p>
        <table>
          <thead class="only-heard">
            <tr>
              <th scope="col">Distance</th>
              <th scope="col">Time</th>
              <th scope="col">Pace</th>
            </tr>
          </thead>
          <tbody>
            {races.map(({ name, metres }) => {
              const [fast, slow] = equivalentOf(effort, metres)
              const pace = (seconds: number) => (seconds / metres) * 1000
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    {sayClock(fast) === sayClock(slow) ? sayClock(fast) : `${sayClock(fast)} to ${sayClock(slow)}`}
                  </td>
                  <td class={s.soft}>{formatPace((pace(fast) + pace(slow)) / 2, unit)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </>
    ) : (
      <p class="soft">Known once a run of 1.5 km or more was run hard within half a year.</p>
    )}
    <p class={s.critical}>
      Critical speed <About of="critical-speed" />{' '}
      {critical.known ? (
        <>
          <strong>{formatPace(1000 / critical.value.speed, unit)}</strong>, reserve{' '}
          {formatNumber(Math.round(critical.value.reserveM))} m, from {critical.value.efforts.length} best efforts
        </>
      ) : (
        <span class={s.soft}>not known: {critical.why}</span>
      )}
    </p>
  </section>
)
