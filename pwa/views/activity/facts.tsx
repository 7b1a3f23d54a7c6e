/** The figures of an activity in one glance, each with where it comes from. */
import { sayClock } from '../../../core/lib/clock.ts'
import type { Reading } from '../../../core/lib/reading.ts'
import type { Activity } from '../../../core/model/activity.ts'
import type { FigureId } from '../../../core/science/figures.ts'
import type { HeartRateJudgement } from '../../../core/signals/index.ts'
import { About } from '../../parts/about.tsx'
import { type DistanceUnit, formatDistance, formatNumber, formatPaceOf } from '../../parts/format.ts'
import s from './activity.module.css'

type Fact = { readonly name: string; readonly says: string; readonly more?: string; readonly of?: FigureId }

const factsOf = (activity: Activity, heart: Reading<HeartRateJudgement>, unit: DistanceUnit): readonly Fact[] => {
  const { sport, distanceM, durationS, elapsedS, flatDistanceM, meanHr, maxHr, ascentM, temperatureC, rpe } = activity
  const isRun = sport === 'run'
  const pace = isRun ? formatPaceOf(distanceM, durationS, unit) : null
  const flat = isRun ? formatPaceOf(flatDistanceM, durationS, unit) : null
  const stood = elapsedS !== null && elapsedS - durationS >= 30 ? `${sayClock(elapsedS)} by the clock` : undefined
  const facts: readonly (Fact | null)[] = [
    distanceM === null ? null : { name: 'Distance', says: formatDistance(distanceM, unit) },
    { name: 'Time', says: sayClock(durationS), ...(stood ? { more: stood } : {}) },
    pace === null ? null : { name: 'Pace', says: pace, of: 'pace' },
    flat === null || flat === pace ? null : { name: 'Grade-adjusted', says: flat, of: 'grade-adjusted-pace' },
    meanHr === null
      ? null
      : {
          name: 'Heart rate',
          says: `${meanHr} bpm`,
          ...(maxHr === null ? {} : { more: `highest ${maxHr}` }),
          of: 'heart-rate',
        },
    heart.known ? { name: 'Expected', says: sayExpected(heart.value), of: 'expected-heart-rate' } : null,
    activity.decoupling === null
      ? null
      : { name: 'Drift', says: `${formatNumber(activity.decoupling * 100, 1)} %`, of: 'decoupling' },
    ascentM === null ? null : { name: 'Ascent', says: `${formatNumber(ascentM)} m`, of: 'ascent' },
    temperatureC === null ? null : { name: 'Temperature', says: `${formatNumber(temperatureC)} °C` },
    rpe === null ? null : { name: 'Effort', says: `${formatNumber(rpe, 1)} of 10`, of: 'load-effort' },
  ]
  return facts.filter(fact => fact !== null)
}

/** `141 bpm, 3 below`: of the whole beats that stand on screen. */
export const sayExpected = ({ hr, expected }: Pick<HeartRateJudgement, 'hr' | 'expected'>): string => {
  const off = Math.round(hr) - Math.round(expected)
  const beside = off === 0 ? 'as expected' : `${Math.abs(off)} ${off > 0 ? 'above' : 'below'}`
  return `${Math.round(expected)} bpm, ${beside}`
}

type FactsProps = {
  readonly activity: Activity
  readonly heart: Reading<HeartRateJudgement>
  readonly unit: DistanceUnit
}

export const Facts = ({ activity, heart, unit }: FactsProps) => (
  <dl class={s.facts}>
    {factsOf(activity, heart, unit).map(({ name, says, more, of }) => (
      <div key={name}>
        <dt>
          {name} {of && <About of={of} />}
        </dt>
        <dd>
          {says}
          {more && <span class={s.small}>{more}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
