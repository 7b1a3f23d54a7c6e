/** Threshold pace over time, and where each value came from: a race, a test, training, or set by hand. */
import { remembered } from '../../lib/remembered.ts'
import type { Activity } from '../../model/activity.ts'
import { addDays, type Day } from '../../model/day.ts'
import type { ActivityId } from '../../model/ids.ts'
import { thresholdPace } from '../../science/vdot.ts'
import type { Context } from './context.ts'
import { bestEffortOf, type Effort, isAtOfficialDistance, thresholdWindowDays } from './thresholds.ts'

/**
 * `race`: the plan has a race that day, or the session it was done for is one. `test`: the session is called so.
 * `race-distance`: a whole run of 5 or 10 km, a half or a marathon, which may have been a race. `training`: a stretch.
 */
export type ThresholdOrigin = 'race' | 'test' | 'race-distance' | 'training'

/** From this day on (until the next entry's) threshold pace in s/km; null where the last effort is half a year old. */
export type ThresholdEntry =
  | {
      readonly day: Day
      readonly paceSPerKm: number
      readonly origin: ThresholdOrigin
      readonly effort: Effort
      readonly activity: ActivityId
    }
  | { readonly day: Day; readonly paceSPerKm: null }

const testTitle = /\b(test|time trial|tt)\b/i

const historyBefore = remembered<readonly ThresholdEntry[]>()

/** The estimate from training, entry by entry, up to the context's day; what was set by hand stands beside it. */
export const thresholdHistory = (context: Context): readonly ThresholdEntry[] =>
  historyBefore(context.history, [context.sessions, context.frame.races, context.matches, context.day], () =>
    entriesOf(context),
  )

type Candidate = { readonly activity: Activity; readonly effort: Effort }

// Why a queue of ever lesser efforts: each day's best of half a year is then its head, and ten years are one pass.
const entriesOf = (context: Context): readonly ThresholdEntry[] => {
  const queue: Candidate[] = []
  const entries: ThresholdEntry[] = []
  const originOf = origins(context)
  const settle = (day: Day) => {
    const head = queue[0]
    const last = entries.at(-1)
    if (!head) {
      if (last && last.paceSPerKm !== null) entries.push({ day, paceSPerKm: null })
      return
    }
    if (last && last.paceSPerKm !== null && last.activity === head.activity.id) return
    const { activity, effort } = head
    entries.push({
      day,
      paceSPerKm: Math.round(thresholdPace(effort.vdot)),
      origin: originOf(head),
      effort,
      activity: activity.id,
    })
  }
  const expire = (day: Day) => {
    for (let head = queue[0]; head && addDays(head.effort.day, thresholdWindowDays) <= day; head = queue[0]) {
      queue.shift()
      settle(addDays(head.effort.day, thresholdWindowDays))
    }
  }
  for (const activity of context.history.activities) {
    const effort = bestEffortOf(activity)
    if (!effort) continue
    expire(activity.day)
    while (queue.length > 0 && queue.at(-1)!.effort.vdot < effort.vdot) queue.pop()
    queue.push({ activity, effort })
    settle(activity.day)
  }
  expire(context.day)
  return entries
}

const origins = ({ sessions, matches, frame }: Context): ((candidate: Candidate) => ThresholdOrigin) => {
  const raceDays = new Set(frame.races.map(({ day }) => day))
  const sessionOf = new Map(
    sessions.flatMap(session => {
      const activity = matches.get(session.id)?.activity
      return activity ? [[activity, session] as const] : []
    }),
  )
  return ({ activity, effort }) => {
    const session = sessionOf.get(activity.id)
    if (session?.purpose === 'race' || raceDays.has(activity.day)) return 'race'
    if (session && testTitle.test(session.title)) return 'test'
    const whole = effort.durationS === activity.durationS && isAtOfficialDistance(activity.distanceM ?? 0)
    return whole ? 'race-distance' : 'training'
  }
}
