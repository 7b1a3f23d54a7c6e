/** A planned session as another calendar tells of it, made into one of ours. */
import { hashOf } from '../../lib/hash.ts'
import { parse } from '../../lib/parse.ts'
import type { Sport } from '../../model/activity.ts'
import type { Day } from '../../model/day.ts'
import { type Purpose, type Session, sessionSchema } from '../../model/session.ts'
import type { Steps } from '../../model/workout.ts'
import { parseWorkout } from '../../workout/text.ts'

/** `uid` is what names it in its own calendar, so that the same session read again is the same one here. */
export type Planned = {
  readonly from: string
  readonly uid: string
  readonly day: Day
  readonly startMinute: number | null
  readonly sport: Sport
  readonly title: string
  readonly description: string
  readonly durationS: number | null
  readonly distanceM: number | null
  /** Null: told from the title. */
  readonly purpose: Purpose | null
  /** Null: told from the description, else from the length. */
  readonly steps: Steps | null
}

const words: readonly (readonly [RegExp, Purpose])[] = [
  [/\b(rest|day ?off|off day)\b/i, 'rest'],
  [/\b(race|marathon race|time trial|parkrun)\b/i, 'race'],
  [/\b(interval|intervals|vo2|speed ?work|repeats?|reps|track|fartlek|\d+ ?x ?\d+)/i, 'intervals'],
  [/\b(hill|hills)\b/i, 'hills'],
  [/\b(tempo|threshold|cruise|marathon pace|mp)\b/i, 'tempo'],
  [/\b(long)\b/i, 'long'],
  [/\b(recovery|recover|shake ?out|regeneration)\b/i, 'recovery'],
  [/\b(steady|progression|moderate|aerobic)\b/i, 'steady'],
]

/** What a session is for, by the words of its title; what no word tells is easy running, or another sport. */
export const purposeOf = (title: string, sport: Sport): Purpose => {
  const said = words.find(([shape]) => shape.test(title))?.[1]
  if (said === 'rest' || said === 'race') return said
  if (sport === 'strength') return 'strength'
  return sport === 'run' ? (said ?? 'easy') : 'cross'
}

/** The steps of a description written as steps, where it is; one free step of its length otherwise. */
const stepsOf = ({ steps, description, durationS, distanceM }: Planned): Steps => {
  if (steps !== null && steps.length > 0) return steps
  const read = /^\s*-\s*\S/m.test(description) ? parseWorkout(description) : undefined
  if (read?.ok && read.value.steps.length > 0) return read.value.steps
  const seconds = durationS === null ? 0 : Math.min(200_000, Math.round(durationS))
  const metres = distanceM === null ? 0 : Math.min(500_000, Math.round(distanceM))
  const amount =
    seconds > 0 ? { unit: 's' as const, value: seconds } : metres > 0 ? { unit: 'm' as const, value: metres } : null
  return amount === null ? [] : [{ type: 'step', role: 'work', amount, target: { type: 'free' }, cue: null }]
}

/** Undefined where something of it cannot be true. */
export const plannedSession = (planned: Planned): Session | undefined => {
  const { from, uid, day, startMinute, sport, title, description } = planned
  const purpose = planned.purpose ?? purposeOf(title, sport)
  const session = parse(sessionSchema, {
    id: `from-${hashOf('planned', { from, uid }).slice(0, 32)}`,
    day,
    sport,
    title: (title || 'Session').slice(0, 200),
    purpose,
    steps: purpose === 'rest' ? [] : stepsOf(planned),
    key: purpose === 'race',
    locked: false,
    notes: description.slice(0, 4000),
    startMinute,
  })
  return session.ok ? session.value : undefined
}
