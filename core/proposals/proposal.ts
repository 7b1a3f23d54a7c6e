/** What a draft is: one change to one session, with why, and a name that is the same on every device. */
import { hashOf } from '../lib/hash.ts'
import type { Finding, FindingKind, Proposal } from '../model/advice.ts'
import type { Day } from '../model/day.ts'
import { baseHash, type DraftedEdit } from '../model/edit.ts'
import type { ProposalId } from '../model/ids.ts'
import type { LogEntry } from '../model/log.ts'
import type { VisiblePlan, VisibleSession } from '../model/plan.ts'
import type { LayerName } from '../model/playbook.ts'
import { contentHash, type Session } from '../model/session.ts'
import type { Context } from '../signals/basis/context.ts'

/** What a rule drafts from. */
export type Drafting = {
  readonly context: Context
  readonly findings: readonly Finding[]
  readonly visible: VisiblePlan
  readonly log: readonly LogEntry[]
}

/**
 * Drafts nothing, one change or more. `layer` is the part of the playbook that has to be on for it to be shown; `answers`
 * are the findings it drafts from, so that it can be said why it drafted nothing.
 */
export type ProposalRule = {
  readonly id: string
  readonly title: string
  readonly layer: LayerName
  readonly answers: readonly FindingKind[]
  readonly draft: (drafting: Drafting) => readonly Proposal[]
}

/** A draft rule's own examples: what it drafts, as a line of text, or null where it is silent. */
export type Example = {
  readonly name: string
  readonly given: () => Drafting
  readonly drafts: readonly string[]
}

/**
 * The name of a draft: rule, variant, and the subject as the coach wrote it. The same on two devices even where one of
 * them has not seen a check-in yet; another one once the coach writes the session anew.
 */
export const proposalId = (rule: string, variant: string, subject: VisibleSession): ProposalId => {
  const { written, session } = subject
  const hash = hashOf('proposal', { rule, variant, session: session.id, content: contentHash(written ?? session) })
  return hash.slice(0, 32) as ProposalId
}

type Draft = {
  readonly variant: string
  /** The session it is about, which gives it its name. */
  readonly subject: VisibleSession
  /** The session it writes, as it stands. */
  readonly target: Session
  readonly edit: DraftedEdit
  readonly day: Day
  readonly title: string
  readonly why: string
  readonly findings: readonly Finding[]
}

/** `day` is both the day the athlete may know of and the last day written: with its end the draft expires (R8). */
export const proposed = ({ id }: Pick<ProposalRule, 'id'>, draft: Draft): Proposal => ({
  id: proposalId(id, draft.variant, draft.subject),
  rule: id,
  variant: draft.variant,
  edit: draft.edit,
  day: draft.day,
  lastDay: draft.day,
  title: draft.title,
  why: draft.why,
  findings: draft.findings,
  baseHash: baseHash(draft.edit, draft.target),
})
