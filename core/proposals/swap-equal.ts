/** A missed hard session gets an equal one from the coach's list, on the next free day of its week. */
import type { Finding, Proposal } from '../model/advice.ts'
import type { Day } from '../model/day.ts'
import type { DraftedEdit } from '../model/edit.ts'
import type { SessionId } from '../model/ids.ts'
import type { VisibleSession } from '../model/plan.ts'
import type { Swap } from '../model/playbook.ts'
import { sayDay, sayWeekday } from '../model/say-day.ts'
import { isHard, type Session } from '../model/session.ts'
import { aSession, aStep, daysAgo, intervals, notDone, today } from '../signals/basis/given.ts'
import { estimateSession, estimateSteps } from '../workout/estimate.ts'
import { drafting } from './basis/given.ts'
import { freeDays, hardNear } from './basis/places.ts'
import { daysLeft, pickSwap } from './basis/swap.ts'
import { type Drafting, type Example, type ProposalRule, proposalId, proposed } from './proposal.ts'

export const proposal: ProposalRule = {
  id: 'swap-equal',
  title: 'An equal session in a missed one’s place',
  layer: 'missed-session',
  answers: ['session-missed'],
  draft: drafting => {
    const taken = new Set<Day>()
    return drafting.findings.flatMap(finding => {
      if (finding.kind !== 'session-missed') return []
      const subject = drafting.visible.sessions.find(({ session }) => session.id === finding.session)
      if (!subject || subject.replacedBy !== null) return []
      const draft = replacement(subject, finding, drafting, taken)
      if (draft?.edit.adds) taken.add(draft.day)
      return draft ? [draft] : []
    })
  },
}

const replacement = (
  subject: VisibleSession,
  finding: Finding,
  { context, visible }: Drafting,
  taken: ReadonlySet<Day>,
): Proposal | undefined => {
  const missed = subject.session
  const swap = pickSwap(missed, context)
  if (!swap) return undefined
  const seconds = estimateSteps(swap.steps, context.thresholds, missed.sport).durationS
  const [from, to] = daysLeft(missed, context)
  const day = freeDays(from, to, seconds.known ? Math.ceil(seconds.value / 60) : null, context, taken)[0]
  if (day === undefined) return undefined
  const near = isHard({ purpose: swap.to, key: missed.key }) ? hardNear(day, missed.id, context) : undefined
  if (!near) return onFreeDay(subject, swap, day, finding, context)
  const place = visible.sessions.find(({ session }) => session.id === near.id)
  const isOpen = place && near.day > missed.day && near.day >= from && near.day <= to
  if (!isOpen || near.purpose === 'race' || near.locked) return undefined
  return inItsPlace(subject, swap, near, day, finding)
}

const onFreeDay = (
  subject: VisibleSession,
  swap: Swap,
  day: Day,
  finding: Finding,
  context: Drafting['context'],
): Proposal => {
  const missed = subject.session
  const variant = 'next-free-day'
  const { purpose, steps, key } = missed
  const adds: Session = {
    // Why: named after the draft, so that two devices that apply it make one session (E19).
    id: `swap-${proposalId(proposal.id, variant, subject)}` as SessionId,
    day,
    sport: missed.sport,
    title: swap.title,
    purpose: swap.to,
    steps: swap.steps,
    key,
    locked: false,
    notes: '',
    startMinute: null,
  }
  const edit: DraftedEdit = {
    kind: 'swap-equal',
    session: missed.id,
    before: { day: missed.day, purpose, steps, key },
    after: {},
    adds,
  }
  const before = estimateSession(missed, context.thresholds).load
  const after = estimateSession(adds, context.thresholds).load
  const compared =
    before.known && after.known
      ? `at ${Math.round((100 * after.value) / before.value)} % of the load`
      : 'its load cannot be compared'
  return proposed(proposal, {
    variant,
    subject,
    target: missed,
    edit,
    day,
    title: `${sayWeekday(day)}: ${swap.title} instead of ${sayWeekday(missed.day)}’s ${missed.title}`,
    why: `${finding.says}. ${sayDay(day)} is free and far enough from other hard days; equal in purpose, ${compared}.`,
    findings: [finding],
  })
}

/** The hard-day guard leaves no room beside it: its place goes to the missed work, or the missed one is left out (E6). */
const inItsPlace = (subject: VisibleSession, swap: Swap, near: Session, day: Day, finding: Finding): Proposal =>
  proposed(proposal, {
    variant: 'in-place',
    subject,
    target: near,
    edit: {
      kind: 'swap-other',
      session: near.id,
      before: { title: near.title, purpose: near.purpose, steps: near.steps },
      after: { title: swap.title, purpose: swap.to, steps: swap.steps },
      adds: null,
    },
    day: near.day,
    title: `${sayWeekday(near.day)}: ${swap.title} in place of ${near.title}, or leave ${sayWeekday(subject.session.day)} out`,
    why: `${finding.says}. ${sayDay(day)} is free, but less than two days from ${sayWeekday(near.day)}’s ${near.title}.`,
    findings: [finding],
  })

const missed = intervals(today)
const swaps: readonly Swap[] = [
  {
    id: 'hills',
    from: 'intervals',
    to: 'hills',
    title: '8 × 90 s hill',
    steps: [aStep(25, 'E'), { type: 'repeat', times: 8, steps: [aStep(1.5, 'I'), aStep(2, 'E', 'recovery')] }],
    offered: true,
  },
]
const base = { minute: 1200, outcomes: [notDone(missed.id, today)], playbook: { swaps: [...swaps] } }
const hills = '8 × 90 s hill: 25 min E · 8 × (1:30 min I, 2 min E)'
const tempo = aSession(daysAgo(-2), { title: 'Tempo', purpose: 'tempo', key: true, steps: [aStep(20, 'T')] })
export const examples: readonly Example[] = [
  {
    name: 'Wednesday is free (E5)',
    given: () => drafting({ ...base, sessions: [missed] }),
    drafts: [`2026-05-13 swap-equal (next-free-day): ${hills}`],
  },
  {
    name: 'Wednesday is taken, Thursday is free',
    given: () => drafting({ ...base, sessions: [missed, aSession(daysAgo(-1))] }),
    drafts: [`2026-05-14 swap-equal (next-free-day): ${hills}`],
  },
  {
    name: 'Thursday is a tempo: the coach chooses (E6)',
    given: () => drafting({ ...base, sessions: [missed, tempo] }),
    drafts: [`2026-05-14 swap-equal (in-place): ${hills}`],
  },
  {
    name: 'no day the athlete has time on',
    given: () => drafting({ ...base, profile: { weekMinutes: [60, 60, 0, 30, 0, 0, 0] }, sessions: [missed] }),
    drafts: [],
  },
  {
    name: 'a missed easy run has no swap',
    given: () => drafting({ ...base, sessions: [aSession(today, { id: missed.id })] }),
    drafts: [],
  },
  {
    name: 'left out for this athlete',
    given: () =>
      drafting({
        ...base,
        sessions: [missed],
        playbook: { swaps: swaps.map(swap => ({ ...swap, offered: false })) },
      }),
    drafts: [],
  },
  { name: 'not missed', given: () => drafting({ ...base, outcomes: [], sessions: [missed] }), drafts: [] },
]
