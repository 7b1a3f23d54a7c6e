/** A key or long session gets smaller, never cancelled: always the coach's decision. */

import { guardOf, plannedRuns } from '../findings/run-spike.ts'
import type { Finding, Proposal } from '../model/advice.ts'
import { addDays, mondayOf } from '../model/day.ts'
import type { VisibleSession } from '../model/plan.ts'
import { sayDay, sayDistance, sayWeekday } from '../model/say-day.ts'
import { isHard, type Session } from '../model/session.ts'
import type { Steps } from '../model/workout.ts'
import { aCheckIn, aRun, aSession, daysAgo, intervals, notDone, runsSince } from '../signals/basis/given.ts'
import { describeSteps, estimateSteps } from '../workout/estimate.ts'
import { easeAll, easeWork, retitle } from './basis/ease.ts'
import { drafting } from './basis/given.ts'
import { ahead, isEasyDay, sayFindings, tiredness } from './basis/next.ts'
import { timeOf } from './basis/week-time.ts'
import { type Drafting, type Example, type ProposalRule, proposed } from './proposal.ts'

export const proposal: ProposalRule = {
  id: 'ease-key',
  title: 'A smaller key session',
  layer: 'recovery',
  answers: ['run-spike', 'sleep-short', 'sleep-dipping', 'soreness-rising', 'motivation-falling', 'session-missed'],
  draft: drafting => {
    // Why in this order: one session gets one draft, and the guard that can be measured comes first.
    const drafts = [...spikes(drafting), ...worn(drafting), ...afterMissedVolume(drafting)]
    const seen = new Set<string>()
    return drafts.filter(({ edit }) => !seen.has(edit.session) && seen.add(edit.session))
  },
}

const eased = (
  subject: VisibleSession,
  variant: string,
  steps: Steps,
  why: string,
  findings: readonly Finding[],
): readonly Proposal[] => {
  const { session } = subject
  if (JSON.stringify(steps) === JSON.stringify(session.steps)) return []
  const title = retitle(session.title, session.steps, steps)
  return [
    proposed(proposal, {
      variant,
      subject,
      target: session,
      edit: {
        kind: 'ease-key',
        session: session.id,
        before: { title: session.title, steps: session.steps },
        after: { title, steps },
        adds: null,
      },
      day: session.day,
      title: `${sayWeekday(session.day)} smaller: ${describeSteps(steps)}`,
      why,
      findings,
    }),
  ]
}

/** The share of the work that is left. */
const keepOf = ({ context }: Drafting): number => 1 - context.playbook.thresholds.easeKeyPercent / 100

/** Long runs are one piece; of everything else only the work is taken from. */
const smaller = (session: Session, keep: number): Steps =>
  isHard(session) ? easeWork(session.steps, keep) : easeAll(session.steps, keep, 'up')

const worn = (given: Drafting): readonly Proposal[] => {
  const because = tiredness(given.findings)
  const next = ahead(given, 1)[0]
  if (because.length === 0 || !next || isEasyDay(next.session)) return []
  const why = `${sayFindings(because)}. ${sayDay(next.session.day)} keeps its purpose with less of it.`
  return eased(next, 'worn', smaller(next.session, keepOf(given)), why, because)
}

/** A run longer than the guard comes down to it (E9). Of a hard session only the finding speaks: its work is not length. */
const spikes = (given: Drafting): readonly Proposal[] =>
  plannedRuns(given.context).flatMap(({ session, metres, longest }) => {
    const finding = given.findings.find(one => one.kind === 'run-spike' && one.session === session.id)
    const subject = ahead(given, 7).find(one => one.session.id === session.id)
    if (!finding || !subject || isHard(session) || !metres.known || !longest.known) return []
    const guard = guardOf(longest.value, given.context)
    const steps = easeAll(session.steps, guard / metres.value, 'down')
    const left = estimateSteps(steps, given.context.thresholds).distanceM
    if (!left.known || left.value > guard) return []
    const why = `${finding.says}. ${sayDistance(left.value)} stays within the guard of ${sayDistance(guard)}.`
    return eased(subject, 'run-spike', steps, why, [finding])
  })

/** After a week with much of it missed the next hard session starts smaller; nothing is added up (E11). */
const afterMissedVolume = (given: Drafting): readonly Proposal[] => {
  const { context, findings } = given
  const last = addDays(mondayOf(context.day), -7)
  const { planned, lost } = timeOf(given, last)
  const next = ahead(given, 7).find(({ session }) => isHard(session))
  if (planned === 0 || !next || lost * 100 < planned * context.playbook.thresholds.missedVolumePercent) return []
  const because = findings.filter(({ kind, day }) => kind === 'session-missed' && day >= last && day < addDays(last, 7))
  const share = Math.round((100 * lost) / planned)
  const why = `${share} % of last week’s planned time was missed. It is not added up; the next hard session starts smaller.`
  return eased(next, 'missed-volume', easeWork(next.session.steps, keepOf(given)), why, because)
}

const night = (days: number, sleepQuality: number) => aCheckIn(daysAgo(days), { sleepQuality })
const short = [night(3, 2), night(2, 4), night(1, 1), night(0, 2)]
const metres = (km: number) => ({
  type: 'step' as const,
  role: 'work' as const,
  amount: { unit: 'm' as const, value: km * 1000 },
  target: { type: 'zone' as const, zone: 'E' as const },
  cue: null,
})
const long = aSession(daysAgo(-5), { title: 'Long run 21 km', purpose: 'long', steps: [metres(21)] })
const month = [...runsSince(29, 8), aRun(daysAgo(10), 18)]
const lastWeek = [aSession(daysAgo(7)), aSession(daysAgo(5)), aSession(daysAgo(3))]
export const examples: readonly Example[] = [
  {
    name: 'three poor nights of four, tomorrow is key (E4)',
    given: () => drafting({ checkIns: short, sessions: [intervals(daysAgo(-1))] }),
    drafts: ['2026-05-13 ease-key (worn): Intervals 5 × 3 min: 15 min E · 5 × (3 min I, 2 min E) · 10 min E'],
  },
  {
    name: '21 km planned after 18 (E9)',
    given: () => drafting({ activities: month, sessions: [long] }),
    drafts: ['2026-05-17 ease-key (run-spike): Long run 19.5 km: 19.5 km E'],
  },
  {
    name: 'a third of last week was missed (E11)',
    given: () =>
      drafting({
        sessions: [...lastWeek, intervals(daysAgo(-2))],
        activities: [aRun(daysAgo(7), 6), aRun(daysAgo(5), 6)],
        outcomes: [notDone(lastWeek[2]!.id, daysAgo(3))],
      }),
    drafts: ['2026-05-14 ease-key (missed-volume): Intervals 5 × 3 min: 15 min E · 5 × (3 min I, 2 min E) · 10 min E'],
  },
  {
    name: 'well slept',
    given: () => drafting({ checkIns: [night(1, 4), night(0, 4)], sessions: [intervals(daysAgo(-1))] }),
    drafts: [],
  },
  {
    name: 'a race is never touched',
    given: () => drafting({ checkIns: short, sessions: [intervals(daysAgo(-1), { purpose: 'race' })] }),
    drafts: [],
  },
  { name: 'nothing known', given: () => drafting({ sessions: [intervals(daysAgo(-1))] }), drafts: [] },
]
