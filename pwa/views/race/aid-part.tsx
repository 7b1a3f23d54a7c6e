/** From aid station to aid station: when one is there, and what is carried until then. */
import { sayClock } from '../../../core/lib/clock.ts'
import type { RacePlan } from '../../../core/model/race-plan.ts'
import { atReminder, remindEveryMin, stretchesOf } from '../../../core/science/course/aid.ts'
import type { CourseSplit } from '../../../core/science/course/splits.ts'
import { About } from '../../parts/about.tsx'
import { type DistanceUnit, formatDistance } from '../../parts/format.ts'
import s from './race.module.css'

const sayTaken = (grams: number | null, ml: number | null): string =>
  [grams === null ? null : `${grams} g`, ml === null ? null : `${ml} ml`].filter(part => part !== null).join(' and ')

type AidPartProps = {
  readonly plan: RacePlan
  readonly splits: readonly CourseSplit[]
  readonly unit: DistanceUnit
}

export const AidPart = ({ plan, splits, unit }: AidPartProps) => {
  const anHour = { grams: plan.carbsPerHour, ml: plan.mlPerHour }
  const hasAid = splits.some(({ aid }) => aid)
  if (anHour.grams === null && anHour.ml === null && !hasAid) return null
  const each = atReminder(anHour)
  const taken = sayTaken(each.grams, each.ml)
  return (
    <section aria-labelledby="race-aid">
      <h2 id="race-aid">
        Food and drink on the way <About of="target-splits" />
      </h2>
      {taken !== '' && (
        <p>
          Every {remindEveryMin} minutes: about {taken}.
        </p>
      )}
      <div class={s.scroll}>
        <table>
          <caption class="only-heard">From aid station to aid station</caption>
          <thead>
            <tr>
              <th scope="col">To</th>
              <th scope="col">Clock</th>
              {taken === '' ? <th scope="col">Stretch</th> : <th scope="col">Carry until there</th>}
            </tr>
          </thead>
          <tbody>
            {stretchesOf(splits, anHour).map(({ to, atM, seconds, stretchS, grams, ml }) => (
              <tr key={atM}>
                <th scope="row">
                  {to} <span class={s.soft}>{formatDistance(atM, unit)}</span>
                </th>
                <td>{sayClock(seconds)}</td>
                <td>{taken === '' ? sayClock(stretchS) : sayTaken(grams, ml)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!hasAid && (
        <p class={s.soft}>No aid station is on file for this course: this is all that is needed on the way.</p>
      )}
    </section>
  )
}
