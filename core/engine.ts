/** The whole flow on one screen: what is known of an athlete goes in, what to look at next comes out. */
import { findSome, findings as rules } from './findings/index.ts'
import { kinOf } from './history/history.ts'
import { by } from './lib/order.ts'
import { atOnce, type Steps } from './lib/steps.ts'
import type { Advice, Finding, JudgedProposal, NamedReading, Reader } from './model/advice.ts'
import type { Day } from './model/day.ts'
import { applyEdit, type Edit } from './model/edit.ts'
import type { AthleteId } from './model/ids.ts'
import type { LogEntry } from './model/log.ts'
import type { AthleteContent, PlanContent, VisiblePlan } from './model/plan.ts'
import type { Playbook } from './model/playbook.ts'
import type { Session } from './model/session.ts'
import { compose, type VersionOnFile, withPaces } from './plan/index.ts'
import { alertAnswers, type Escalation, type Ground, judgingOn, verdictOn } from './playbook/index.ts'
import { draftAll } from './proposals/index.ts'
import { forAthlete } from './reports/basis/for-athlete.ts'
import { type Assessment, assessmentOf } from './reports/desk/assessment.ts'
import { type Reporting, writeAll } from './reports/index.ts'
import { contextOf, readOne, signals } from './signals/index.ts'

/** `minute` of the athlete's local day; `at` is minutes since 1970-01-01 UTC. */
export type Situation = {
  readonly athlete: AthleteId
  readonly content: AthleteContent
  readonly plan: PlanContent
  readonly log: readonly LogEntry[]
  readonly playbook: Playbook
  /** The versions on file, by which what was signed before is judged. */
  readonly versions?: readonly VersionOnFile[]
  readonly now: { readonly day: Day; readonly minute: number; readonly at: number }
}

function* flowing(
  { content, plan, log, playbook, versions, now }: Situation,
  lookedAt: (session: Session) => boolean = () => true,
) {
  // Why first and alone: the engine looks its kin up by the list, and a long history takes as long as all the rest.
  kinOf(content.activities)
  yield
  const visible = compose(plan, content, log, playbook, versions)
  const sessions = visible.sessions.map(({ session }) => session).filter(lookedAt)
  const context = contextOf(withPaces(content, visible), { ...visible, sessions }, playbook, now.day, now.minute)
  yield
  // Why now: the loads of all days are worked out when they are first asked for.
  void context.fitness
  yield
  const findings: Finding[] = []
  for (const rule of rules) {
    findings.push(...findSome([rule], context))
    yield
  }
  const standing = [...new Map(visible.sessions.flatMap(({ changes }) => changes.map(one => [one.id, one]))).values()]
  const ground: Ground = { sessions, standing, plan, content, log, playbook, at: now.at }
  const judging = judgingOn(ground, now.day, now.minute)
  return { now, visible, context, findings, ground, judging, drafting: { context, findings, visible, log } }
}

/** All that is worked out on the way to advice; `explain` walks through it. */
export const flow = (situation: Situation, lookedAt?: (session: Session) => boolean) =>
  atOnce(flowing(situation, lookedAt))

type Flow = ReturnType<typeof flow>

/** The ground once a draft stands on it, for the ones judged after it. */
const withDraft = (ground: Ground, edit: Edit): Ground => ({
  ...ground,
  sessions: [
    ...ground.sessions.map(session => (session.id === edit.session ? applyEdit(edit, session) : session)),
    ...(edit.adds === null ? [] : [edit.adds]),
  ].toSorted(
    by(
      session => session.day,
      session => session.id,
    ),
  ),
  standing: [...ground.standing, { type: 'applied', edit }],
})

/** Each draft with who may decide; one that may be applied counts for the next, as it will once it stands (R4, R5). */
export const judgedOn = (
  drafts: ReturnType<typeof draftAll>,
  { ground, judging, now }: Flow,
): readonly JudgedProposal[] => {
  let on = ground
  let so = judging
  return drafts.map(draft => {
    const verdict = verdictOn(draft.edit, 'rule', so)
    if (verdict.level === 'auto') {
      on = withDraft(on, draft.edit)
      so = judgingOn(on, now.day, now.minute)
    }
    return { ...draft, verdict }
  })
}

/** What one look at a situation shows, before any words are made of it. */
export type Look = {
  readonly findings: readonly Finding[]
  readonly proposals: readonly JudgedProposal[]
  readonly escalation: Escalation | null
  readonly visible: VisiblePlan
}

/**
 * Findings, drafts with who may decide, and the alert that waits, without readings and messages. What is not `lookedAt`
 * stands in the plan, and nobody asks whether it was done.
 */
export const lookAt = (situation: Situation, lookedAt?: (session: Session) => boolean): Look => {
  const at = flow(situation, lookedAt)
  const { findings, visible } = at
  return { findings, proposals: judgedOn(draftAll(at.drafting, 'on'), at), escalation: at.judging.escalation, visible }
}

/** All that was worked out, for whoever puts it into words. */
function* reporting(situation: Situation): Steps<Reporting> {
  const at = yield* flowing(situation)
  yield
  const { visible, context, findings } = at
  const { escalation } = at.judging
  const proposals = judgedOn(draftAll(at.drafting, 'on'), at)
  yield
  const answers = alertAnswers(situation.log, situation.now.at)
  return { context, findings, proposals, visible, escalation, answers, at: situation.now.at }
}

/** `advise` a step at a time. */
export function* advising(situation: Situation): Steps<Advice> {
  const told = yield* reporting(situation)
  const { context, findings, proposals, visible } = told
  const messages = writeAll(told)
  yield
  const readings: NamedReading[] = []
  for (const signal of signals) {
    readings.push(readOne(signal, context))
    yield
  }
  return { day: situation.now.day, readings, findings, proposals, messages, plan: visible }
}

/** Pure and the same to the byte on every device: the same situation gives the same advice (R9). */
export const advise = (situation: Situation): Advice => atOnce(advising(situation))

/** The athlete as one line of the coach's roster, with the facts of last week; for coaches alone. */
export const assess = (situation: Situation): Assessment =>
  assessmentOf(atOnce(reporting(situation)), { log: situation.log, reviews: situation.plan.reviews ?? [] })

/** What the layers that are only watched would have drafted: for the audit, never for a screen of the day. */
export const watched = (situation: Situation): readonly JudgedProposal[] => {
  const at = flow(situation)
  return judgedOn(draftAll(at.drafting, 'watched'), at)
}

/** Advice stripped to what this reader may see yet. */
export const adviceFor = (reader: Reader, advice: Advice): Advice => (reader === 'coach' ? advice : forAthlete(advice))
