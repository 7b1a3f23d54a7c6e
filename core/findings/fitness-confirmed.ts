/** A race or a test shows a better threshold pace than the athlete trains by. */
import { sayClock } from '../lib/clock.ts'
import { known, unknown } from '../lib/reading.ts'
import type { Activity } from '../model/activity.ts'
import { addDays, type Day } from '../model/day.ts'
import { sayDay, sayDistance } from '../model/say-day.ts'
import { between } from '../model/window.ts'
import { thresholdPace } from '../science/vdot.ts'
import type { Context } from '../signals/basis/context.ts'
import { aRun, aSession, daysAgo, given, runsSince } from '../signals/basis/given.ts'
import { bestEffortBetween, bestEffortOf, type Effort } from '../signals/basis/thresholds.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/** A result longer ago than two weeks was looked at already. */
const windowDays = 14
/** What came before is looked for as far back as fitness says something about now. */
const beforeDays = 180
const named = /\b(race|test|time trial|parkrun)\b/i

/** A result and the pace it shows against the one trained by, in whole seconds per kilometre; `betterPercent` is the gain. */
export type Confirmed = {
  readonly effort: Effort
  readonly was: number
  readonly shows: number
  readonly betterPercent: number
}

/** The latest race or test: a day in the calendar, a session planned as one, or a run called so. */
const lastRace = ({ history, frame, sessions, matches, day }: Context): Activity | undefined => {
  const first = addDays(day, 1 - windowDays)
  const days = new Set<Day>(frame.races.map(race => race.day))
  const planned = new Set(
    sessions.flatMap(({ id, purpose, title }) =>
      purpose === 'race' || named.test(title) ? (matches.get(id)?.activity ?? []) : [],
    ),
  )
  return between(history.activities, addDays(first, -1), day, dayOf).findLast(
    activity =>
      bestEffortOf(activity) !== undefined &&
      (days.has(activity.day) || planned.has(activity.id) || named.test(activity.name ?? '')),
  )
}

const dayOf = ({ day }: Activity): Day => day

/** Against the athlete's own pace where one is set, else against the best on file before the result. */
export const confirmedBy = (context: Context): Confirmed | undefined | null => {
  const race = lastRace(context)
  if (!race) return null
  const effort = bestEffortOf(race)!
  const own = context.content.profile.thresholds?.thresholdPaceSPerKm ?? null
  const before = bestEffortBetween(context.history, addDays(race.day, -beforeDays), addDays(race.day, -1))
  const was = own ?? (before === undefined ? undefined : Math.round(thresholdPace(before.vdot)))
  if (was === undefined) return undefined
  const shows = Math.round(thresholdPace(effort.vdot))
  return { effort, was, shows, betterPercent: (100 * (was - shows)) / was }
}

export const finding: FindingRule = {
  id: 'fitness-confirmed',
  title: 'Fitness confirmed by a result',
  trust: 'published',
  find: context => {
    const confirmed = confirmedBy(context)
    if (confirmed === null) return known([])
    if (confirmed === undefined) return unknown('no pace is known that the result could be held against')
    const { effort, was, shows, betterPercent } = confirmed
    if (betterPercent * 10 <= context.playbook.thresholds.fitnessBetterPerMille) return known([])
    const result = `${sayDistance(effort.distanceM)} in ${sayClock(effort.durationS)}`
    const says = `${sayDay(effort.day)}: ${result} shows a threshold pace of ${sayClock(shows)}/km, trained by ${sayClock(was)}/km`
    return known([found(finding, effort.day, says, [`${effort.day}: ${result}`])])
  },
}

const own = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' } }
/** 10 km in so many seconds, as planned for two days ago. */
const tenKm = (durationS: number) => ({
  sessions: [aSession(daysAgo(2), { title: '10 km race', purpose: 'race' as const })],
  activities: [...runsSince(20, 8).filter(({ day }) => day !== daysAgo(2)), aRun(daysAgo(2), 10, { durationS })],
})
export const examples: readonly Example[] = [
  { name: '10 km clearly faster (E12)', given: () => given({ profile: own, ...tenKm(2880) }), answer: 'speaks' },
  { name: 'a race as the zones imply', given: () => given({ profile: own, ...tenKm(2930) }), answer: 'silent' },
  {
    name: 'a quick training run',
    given: () => given({ profile: own, activities: [aRun(daysAgo(2), 10, { durationS: 2900 })] }),
    answer: 'silent',
  },
  {
    name: 'the first thing on file is a race',
    given: () => given({ ...tenKm(3000), activities: [aRun(daysAgo(2), 10, { durationS: 3000 })] }),
    answer: 'unknown',
  },
]
