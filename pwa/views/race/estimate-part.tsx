/** What the course would take, as a range from the athlete's own recent work: facts beside the form, no target. */
import { useMemo } from 'preact/hooks'
import { sayClock } from '../../../core/lib/clock.ts'
import type { Course } from '../../../core/model/course.ts'
import type { Day } from '../../../core/model/day.ts'
import type { RacePlan } from '../../../core/model/race-plan.ts'
import type { CourseSplit } from '../../../core/science/course/splits.ts'
import { boston2014, finishBands } from '../../../core/science/slowdown.ts'
import { type Context, courseEstimate } from '../../../core/signals/index.ts'
import { About } from '../../parts/about.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { type DistanceUnit, formatDistance, formatNumber, metresPer } from '../../parts/format.ts'
import s from './race.module.css'

/** The course of a plan, or the bare distance of its race; null where neither is known. */
export const courseOf = (plan: RacePlan, distanceM: number | null, name: string): Course | null =>
  plan.course ??
  (distanceM === null
    ? null
    : { name, distanceM, measuredM: null, profile: [], checkpoints: [], surfaces: [], origin: '' })

/** Splits every five kilometres, or three miles; every one where the race is short. */
export const everyOf = (distanceM: number, unit: DistanceUnit): number =>
  Math.round(
    metresPer[unit] *
      (distanceM <= 10_500 ? 1 : unit === 'km' ? (distanceM > 60_000 ? 10 : 5) : distanceM > 60_000 ? 6 : 3),
  )

export const useEstimate = (context: Context, day: Day, plan: RacePlan, course: Course | null, unit: DistanceUnit) =>
  useMemo(() => {
    if (course === null) return null
    const conditions = {
      weather: { celsius: plan.celsius, humidity: plan.humidity },
      startMinute: plan.startMinute,
    }
    return courseEstimate(context, day, course, conditions, everyOf(course.distanceM, unit))
  }, [context, day, course, plan.celsius, plan.humidity, plan.startMinute, unit])

/** Metres up and down a metre of way, from which on a climb is worth a column. */
const leastClimb = 0.02

export const SplitsTable = ({
  splits,
  unit,
  ranges,
  caption,
}: {
  readonly splits: readonly CourseSplit[]
  readonly unit: DistanceUnit
  readonly ranges: boolean
  readonly caption: string
}) => {
  // Why: on a flat course the column would only say so in every row.
  const hasClimb = splits.some(({ climb, splitM }) => climb !== null && climb.up + climb.down > leastClimb * splitM)
  const hasWalk = splits.some(({ walked }) => walked > 0.05)
  return (
    <div class={s.scroll}>
      <table>
        <caption class="only-heard">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">At</th>
            <th scope="col">Split</th>
            <th scope="col">Clock</th>
            {ranges && <th scope="col">Between</th>}
            {hasClimb && <th scope="col">Climb</th>}
            {hasWalk && <th scope="col">Walked</th>}
          </tr>
        </thead>
        <tbody>
          {splits.map(({ atM, name, aid, splitSeconds, seconds, fast, slow, climb, walked }) => (
            <tr key={atM}>
              <th scope="row">
                {formatDistance(atM, unit)}{' '}
                {name !== null && <span class={s.soft}>{aid ? `${name} (aid)` : name}</span>}
              </th>
              <td>{sayClock(splitSeconds)}</td>
              <td>{sayClock(seconds)}</td>
              {ranges && (
                <td class={s.soft}>
                  {sayClock(fast)} and {sayClock(slow)}
                </td>
              )}
              {hasClimb && <td class={s.soft}>{climb === null ? '' : `+${climb.up} −${climb.down} m`}</td>}
              {hasWalk && <td class={s.soft}>{walked > 0.05 ? `${Math.round(100 * walked)} %` : ''}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** How the field of a warm and hilly year went, for the finish time the estimate points at. */
const contextFor = (seconds: number): string => {
  const at = finishBands.findIndex(([from, to]) => seconds >= 60 * from && seconds < 60 * to)
  const row = boston2014[at]
  return row === undefined
    ? ''
    : `Context, no forecast: of those who finished Boston 2014 (warm, hilly) in such a time, the middle one ran the second half ${formatNumber(row.medianChange, 1)} % slower than the first.`
}

type EstimatePartProps = {
  readonly course: Course | null
  readonly estimate: ReturnType<typeof useEstimate>
  readonly unit: DistanceUnit
}

export const EstimatePart = ({ course, estimate, unit }: EstimatePartProps) => (
  <section class={s.panel} aria-labelledby="race-estimate">
    <h2 id="race-estimate">
      What it would take <About of="course-estimate" />
    </h2>
    {course === null || estimate === null ? (
      <p class={s.soft}>
        Not known: the race has no distance yet. Give it one in the calendar’s season, or add the course.
      </p>
    ) : estimate.known ? (
      <>
        <p class={s.soft}>
          An estimate, worked out: {sayClock(estimate.value.splits.at(-1)!.fast)} to{' '}
          {sayClock(estimate.value.splits.at(-1)!.slow)}. Four of five such races fall in between. The target is yours.
        </p>
        <SplitsTable splits={estimate.value.splits} unit={unit} ranges caption="Estimated splits" />
        <ul class={s.because}>
          {estimate.value.because.map(why => (
            <li key={why}>{forReader(why, unit)}</li>
          ))}
          {Math.abs(course.distanceM - 42_195) < 200 && <li>{contextFor(estimate.value.splits.at(-1)!.seconds)}</li>}
        </ul>
      </>
    ) : (
      <p class={s.soft}>Not known: {estimate.why}.</p>
    )}
  </section>
)
