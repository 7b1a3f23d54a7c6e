/** One run, planned or done, is much longer than anything in the month before it. */
import { known, type Reading, unknown } from '../lib/reading.ts'
import type { Finding } from '../model/advice.ts'
import { addDays } from '../model/day.ts'
import { sayDay, sayDistance } from '../model/say-day.ts'
import type { Session } from '../model/session.ts'
import { spikeOf } from '../science/spike.ts'
import type { Context } from '../signals/basis/context.ts'
import { aRun, aSession, daysAgo, given, runsSince, today } from '../signals/basis/given.ts'
import { longestBefore } from '../signals/longest-run.ts'
import { estimateSession } from '../workout/estimate.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/** A plan further ahead than a week will meet runs that are not done yet. */
export const aheadDays = 7
const behindDays = 7

/** How far a planned run goes and how far it may go: the guard is in metres. */
export type Planned = { readonly session: Session; readonly metres: Reading<number>; readonly longest: Reading<number> }

/** The planned runs of the next seven days, each beside the longest run done in the 30 days before it. */
export const plannedRuns = (context: Context): readonly Planned[] => {
  const last = addDays(context.day, aheadDays)
  return context.sessions
    .filter(
      ({ sport, day, id, purpose }) =>
        sport === 'run' &&
        purpose !== 'rest' &&
        purpose !== 'race' &&
        day >= context.day &&
        day <= last &&
        context.matches.get(id)?.state === 'upcoming',
    )
    .map(session => ({
      session,
      metres: estimateSession(session, context.thresholds).distanceM,
      longest: longestBefore(context, session.day),
    }))
}

/** The longest a run may be, in metres. */
export const guardOf = (longestM: number, context: Context): number =>
  Math.floor((longestM * (100 + context.playbook.thresholds.runSpikePercent)) / 100)

const sayBy = (metres: number, longest: number): string =>
  `${Math.round(spikeOf(metres, longest).share * 100)} % longer than the longest of the 30 days before, ${sayDistance(longest)}`

export const finding: FindingRule = {
  id: 'run-spike',
  title: 'A run much longer than before',
  trust: 'published',
  find: context => {
    const says: Finding[] = []
    let doubt: string | null = null
    for (const { session, metres, longest } of plannedRuns(context)) {
      if (!metres.known || !longest.known) {
        // Why: a short run is no spike whatever is not known of it; only a long one asks the question.
        if (session.purpose === 'long') doubt = metres.known ? (longest.known ? null : longest.why) : metres.why
        continue
      }
      if (metres.value <= guardOf(longest.value, context)) continue
      const how = sayBy(metres.value, longest.value)
      const line = `${session.day}: ${session.title}, ${sayDistance(metres.value)} planned`
      says.push(found(finding, session.day, `${sayDay(session.day)}: the run planned is ${how}`, [line], session.id))
    }
    const first = addDays(context.day, -behindDays)
    for (const { day, sport, distanceM } of context.history.activities) {
      if (sport !== 'run' || distanceM === null || day < first) continue
      const longest = longestBefore(context, day)
      if (!longest.known || distanceM <= guardOf(longest.value, context)) continue
      const line = `${day}: ${sayDistance(distanceM)} run`
      says.push(found(finding, day, `${sayDay(day)}: the run was ${sayBy(distanceM, longest.value)}`, [line]))
    }
    return says.length === 0 && doubt !== null ? unknown(doubt) : known(says)
  },
}

const longRun = (km: number) =>
  aSession('2026-05-17' as typeof today, {
    title: `Long run ${km} km`,
    purpose: 'long',
    steps: [
      {
        type: 'step',
        role: 'work',
        amount: { unit: 'm', value: km * 1000 },
        target: { type: 'zone', zone: 'E' },
        cue: null,
      },
    ],
  })
const month = [...runsSince(29, 8), aRun(daysAgo(10), 18)]
export const examples: readonly Example[] = [
  {
    name: '21 km planned after 18 (E9)',
    given: () => given({ activities: month, sessions: [longRun(21)] }),
    answer: 'speaks',
  },
  {
    name: '14 km run after 8',
    given: () => given({ activities: [...runsSince(29, 8), aRun(today, 14)] }),
    answer: 'speaks',
  },
  {
    name: '19 km planned after 18',
    given: () => given({ activities: month, sessions: [longRun(19)] }),
    answer: 'silent',
  },
  { name: 'nothing is known of the month before', given: () => given({ sessions: [longRun(21)] }), answer: 'unknown' },
]
