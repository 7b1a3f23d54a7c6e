/** An easy day gets easier while the athlete is worn: shorter, never nothing. */
import type { Proposal } from '../model/advice.ts'
import { daysBetween } from '../model/day.ts'
import type { VisibleSession } from '../model/plan.ts'
import { sayDay, sayWeekday } from '../model/say-day.ts'
import { aCheckIn, aRun, aSession, daysAgo, runsSince, today } from '../signals/basis/given.ts'
import { describeSteps } from '../workout/estimate.ts'
import { easeAll, retitle } from './basis/ease.ts'
import { drafting } from './basis/given.ts'
import { ahead, isEasyDay, sayFindings, tiredness } from './basis/next.ts'
import { type Drafting, type Example, type ProposalRule, proposed } from './proposal.ts'

export const proposal: ProposalRule = {
  id: 'ease-easy-day',
  title: 'An easier easy day',
  layer: 'easy-day',
  answers: ['sleep-short', 'sleep-dipping', 'soreness-rising', 'motivation-falling', 'run-spike'],
  draft: drafting => {
    const worn = tiredness(drafting.findings)
    const because = worn.length > 0 ? worn : spikesJustRun(drafting)
    const next = ahead(drafting, 1)[0]
    if (because.length === 0 || !next || !isEasyDay(next.session)) return []
    return [eased(next, worn.length > 0 ? 'worn' : 'after-spike', because, drafting)]
  },
}

/** A run far beyond the month before it, yesterday or today: the easy day after it gets easier (S33). */
const spikesJustRun = ({ findings, context }: Drafting): Drafting['findings'] =>
  findings.filter(
    ({ kind, session, day }) => kind === 'run-spike' && session === null && daysBetween(day, context.day) <= 1,
  )

const eased = (
  subject: VisibleSession,
  variant: string,
  findings: Drafting['findings'],
  { context }: Drafting,
): Proposal => {
  const { session } = subject
  const steps = easeAll(session.steps, 1 - context.playbook.thresholds.easeEasyPercent / 100, 'up')
  const title = retitle(session.title, session.steps, steps)
  return proposed(proposal, {
    variant,
    subject,
    target: session,
    edit: {
      kind: 'ease-easy-day',
      session: session.id,
      before: { title: session.title, steps: session.steps },
      after: { title, steps },
      adds: null,
    },
    day: session.day,
    title: `${sayWeekday(session.day)} easier: ${describeSteps(steps)}`,
    why: `${sayFindings(findings)}. ${sayDay(session.day)} stays easy and gets shorter.`,
    findings,
  })
}

const night = (days: number, sleepQuality: number) => aCheckIn(daysAgo(days), { sleepQuality })
const short = [night(3, 2), night(2, 4), night(1, 1), night(0, 2)]
const tenKm = aSession(daysAgo(-1), {
  title: 'Easy 10 km',
  steps: [
    {
      type: 'step',
      role: 'work',
      amount: { unit: 'm', value: 10_000 },
      target: { type: 'zone', zone: 'E' },
      cue: null,
    },
  ],
})
export const examples: readonly Example[] = [
  {
    name: 'three poor nights of four, tomorrow is easy (E3)',
    given: () => drafting({ checkIns: short, sessions: [tenKm] }),
    drafts: ['2026-05-13 ease-easy-day (worn): Easy 7 km: 7 km E'],
  },
  {
    name: 'slept badly twice, sore and unmotivated (E2)',
    given: () =>
      drafting({
        checkIns: [night(1, 2), aCheckIn(today, { sleepQuality: 2, soreness: 4, motivation: 2 })],
        sessions: [aSession(today)],
      }),
    drafts: ['2026-05-12 ease-easy-day (worn): Easy run: 21 min E'],
  },
  {
    name: 'yesterday’s run was far longer than any of the month (S33)',
    given: () =>
      drafting({
        activities: [...runsSince(29, 8).filter(({ day }) => day < daysAgo(1)), aRun(daysAgo(1), 14)],
        sessions: [tenKm],
      }),
    drafts: ['2026-05-13 ease-easy-day (after-spike): Easy 7 km: 7 km E'],
  },
  {
    name: 'tomorrow is key',
    given: () => drafting({ checkIns: short, sessions: [{ ...tenKm, key: true }] }),
    drafts: [],
  },
  {
    name: 'the coach locked it',
    given: () => drafting({ checkIns: short, sessions: [{ ...tenKm, locked: true }] }),
    drafts: [],
  },
  {
    name: 'two poor nights alone (E1)',
    given: () => drafting({ checkIns: [night(1, 2), night(0, 2)], sessions: [tenKm] }),
    drafts: [],
  },
  { name: 'nothing known of sleep', given: () => drafting({ sessions: [tenKm] }), drafts: [] },
]
