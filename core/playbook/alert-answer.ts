/** How a coach answers an alert: one of five choices, and what each does with the drafts that were made for it (S89). */
import type { JudgedProposal, Message } from '../model/advice.ts'
import type { PersonId, StatementId } from '../model/ids.ts'
import type { LogEntry } from '../model/log.ts'
import { answersIn, causesNamed } from './escalation.ts'

export const alertChoices = ['back-off', 'cross-train', 'mechanics', 'keep', 'talk'] as const
export type AlertChoice = (typeof alertChoices)[number]

/** `approves` stands from then on, `declines` are off the table; the rest goes on waiting. */
export type AnswerDoes = {
  readonly approves: JudgedProposal | null
  readonly declines: readonly JudgedProposal[]
}

/** The rules whose drafts are the three choices after pain, or lower what is next. */
const afterPain = 'after-pain'
const easing: readonly string[] = ['rest-day', 'ease-easy-day', 'ease-key']
const strongPain = 'H'

type Alert = Pick<Message, 'id' | 'evidence'>

/** The drafts made for an alert: they rest on the same days and readings as it does. */
export const draftsFor = ({ id, evidence }: Alert, waiting: readonly JudgedProposal[]): readonly JudgedProposal[] => {
  const rests = new Set(evidence)
  const isForIt = ({ rule, findings }: JudgedProposal): boolean =>
    // Why: strong pain is no finding; what is drafted after it names none.
    rule === afterPain && findings.length === 0
      ? causesNamed(id).includes(strongPain)
      : findings.some(finding => finding.evidence.some(line => rests.has(line)))
  return waiting.filter(one => (one.rule === afterPain || easing.includes(one.rule)) && isForIt(one))
}

/** What a choice does. Where nothing was drafted for it, the plan stays as it is and the coach's word is the answer. */
export const answerDoes = (choice: AlertChoice, alert: Alert, waiting: readonly JudgedProposal[]): AnswerDoes => {
  const drafts = draftsFor(alert, waiting)
  if (choice === 'talk') return { approves: null, declines: [] }
  if (choice === 'keep') return { approves: null, declines: drafts }
  const named = drafts.find(({ rule, variant }) => rule === afterPain && variant === choice)
  const eased = choice === 'back-off' ? drafts.find(({ rule }) => easing.includes(rule)) : undefined
  return { approves: named ?? eased ?? null, declines: [] }
}

/** A coach's answer that stands. `choice` is null where it was given without one. `at` is minutes since 1970-01-01 UTC. */
export type AlertAnswer = {
  readonly id: StatementId
  readonly by: PersonId
  readonly choice: AlertChoice | null
  readonly words: string | null
  readonly at: number
}

export const alertAnswers = (log: readonly LogEntry[], at: number): readonly AlertAnswer[] =>
  answersIn(log, at).map(({ id, signed: { statement } }) => ({
    id,
    by: statement.by,
    choice: alertChoices.find(choice => choice === statement.rule) ?? null,
    words: statement.words,
    at: statement.at,
  }))
