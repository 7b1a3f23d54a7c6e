/** What a report is: lines for a person, made from facts alone; it never changes the plan. */
import type { Finding, JudgedProposal, Message } from '../model/advice.ts'
import type { VisiblePlan } from '../model/plan.ts'
import type { LayerName } from '../model/playbook.ts'
import type { AlertAnswer } from '../playbook/alert-answer.ts'
import type { Escalation } from '../playbook/escalation.ts'
import type { Context } from '../signals/basis/context.ts'

/** What a report is written from. `at` is minutes since 1970-01-01 UTC. */
export type Reporting = {
  readonly context: Context
  readonly findings: readonly Finding[]
  readonly proposals: readonly JudgedProposal[]
  readonly visible: VisiblePlan
  readonly escalation: Escalation | null
  /** The coach's answers to alerts that stand. */
  readonly answers: readonly AlertAnswer[]
  readonly at: number
}

/** `layer` has to be on for it to be written; null where it needs none (escalations, questions, notices). */
export type Report = {
  readonly id: string
  readonly title: string
  readonly layer: LayerName | null
  readonly write: (reporting: Reporting) => readonly Message[]
}

/** A report's own examples: its lines, whole. */
export type Example = { readonly name: string; readonly given: () => Reporting; readonly says: readonly string[] }
