/** Whether an activity is what a session asked for: its sport, roughly as long, and of like intent on another day. */
import type { Activity, Sport } from '../model/activity.ts'
import type { Purpose, Session } from '../model/session.ts'
import type { Step, Steps } from '../model/workout.ts'

/** On its own day a session counts as done from a quarter to four times as long as planned: shorter, but done. */
const sameDayRatio = 4
/** A day away it has to be roughly as long (ours; the field's bands call this "shorter" and "longer"). */
const otherDayRatio = 1.67
/** Paces where the plan gives metres and the run seconds, only to compare lengths: seconds per metre by sport. */
const usualSPerM: { readonly [sport in Sport]: number } = {
  run: 0.36,
  ride: 0.13,
  swim: 1.3,
  walk: 0.7,
  strength: 0.36,
  other: 0.36,
}
/** A run with hard parts has a fastest 400 m so much faster than its mean speed (ours). */
const variedShare = 1.12
const hard: readonly Purpose[] = ['tempo', 'intervals', 'hills']

/** A session with what it asks for, added up once for every activity it is held against. */
export type Planned = { readonly session: Session; readonly seconds: number; readonly metres: number }

export const plannedOf = (session: Session): Planned => ({ session, ...amountsOf(session.steps) })

/**
 * How well an activity fits a session, so many days away: 0 is exactly as long, more is worse; undefined where it is
 * none. Races are run on their day; rest is never matched.
 */
export const fitOf = (planned: Planned, activity: Activity, away: number): number | undefined => {
  const { session } = planned
  if (session.purpose === 'rest' || !isOfSport(session, activity)) return undefined
  if (away > 0 && session.purpose === 'race') return undefined
  if (away > 0 && hard.includes(session.purpose) && !isVaried(activity)) return undefined
  const ratio = lengthRatio(planned, activity)
  if (ratio === undefined) return away === 0 ? 1 : undefined
  const difference = Math.abs(Math.log(ratio))
  return difference <= Math.log(away === 0 ? sameDayRatio : otherDayRatio) ? difference : undefined
}

const isOfSport = ({ sport, purpose }: Session, activity: Activity): boolean =>
  sport === activity.sport || (purpose === 'cross' && sport === 'other' && activity.sport !== 'run')

type Amounts = { readonly seconds: number; readonly metres: number }

const amountsOf = (steps: Steps): Amounts => {
  let seconds = 0
  let metres = 0
  const add = ({ amount }: Step): void => {
    if (amount.unit === 's') seconds += amount.value
    else if (amount.unit === 'm') metres += amount.value
  }
  for (const step of steps) {
    if (step.type !== 'repeat') add(step)
    else for (let time = 0; time < step.times; time++) step.steps.forEach(add)
  }
  return { seconds, metres }
}

/** Done ÷ planned, in metres where all was planned in metres, in seconds otherwise; undefined where nothing is given. */
const lengthRatio = ({ session, seconds, metres }: Planned, activity: Activity): number | undefined => {
  if (seconds === 0 && metres > 0 && activity.distanceM !== null && activity.distanceM > 0)
    return activity.distanceM / metres
  const planned = seconds + metres * usualSPerM[session.sport]
  return planned > 0 && activity.durationS > 0 ? activity.durationS / planned : undefined
}

/** Whether it was run in hard and easy parts; false where the recording does not say. */
const isVaried = ({ bestEfforts, distanceM, durationS }: Activity): boolean => {
  const best = bestEfforts.find(effort => effort.distanceM === 400)
  if (!best || distanceM === null || distanceM === 0 || durationS === 0) return false
  return 400 / best.durationS >= (variedShare * distanceM) / durationS
}
