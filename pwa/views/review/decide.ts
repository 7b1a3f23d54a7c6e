/** What each outcome of a review would do to the plan, to the drafts that wait and to the alert. */
import type { ReviewOutcome } from '../../../core/model/review.ts'
import { type AlertChoice, alertChoices } from '../../../core/playbook/index.ts'
import type { Assessment } from '../../../core/reports/desk/assessment.ts'
import type { Option, ReviewDoes } from '../../../core/reports/desk/options.ts'

/** What a targeted adjustment can be: the drafts, and each coming session made lighter by itself. */
export const adjustments = ({ options }: Pick<Assessment, 'options'>): readonly Option[] => {
  const drafted = new Set(options.drafts.map(({ edit }) => edit.session))
  return [...options.drafts, ...options.lighter.filter(({ edit, proposal }) => !proposal && !drafted.has(edit.session))]
}

/** What is chosen to begin with: of each session's drafts the first; where none is drafted, the next session lighter. */
export const firstChoice = (given: Pick<Assessment, 'options'>): ReadonlySet<string> => {
  const { drafts } = given.options
  const first = drafts.filter((one, i) => drafts.findIndex(({ edit }) => edit.session === one.edit.session) === i)
  const chosen = first.length > 0 ? first : adjustments(given).slice(0, 1)
  return new Set(chosen.map(({ id }) => id))
}

/** One more or one less; of two changes of one session the last chosen holds. */
export const toggled = (
  given: Pick<Assessment, 'options'>,
  chosen: ReadonlySet<string>,
  id: string,
): ReadonlySet<string> => {
  if (chosen.has(id)) return new Set([...chosen].filter(one => one !== id))
  const all = adjustments(given)
  const session = all.find(one => one.id === id)?.edit.session
  const others = all.filter(one => one.edit.session === session).map(one => one.id)
  return new Set([...[...chosen].filter(one => !others.includes(one)), id])
}

/** The changes an outcome makes. */
export const changesOf = (
  outcome: ReviewOutcome,
  given: Pick<Assessment, 'options'>,
  chosen: ReadonlySet<string>,
): readonly Option[] =>
  outcome === 'on-track'
    ? []
    : outcome === 'deload'
      ? given.options.lighter
      : adjustments(given).filter(({ id }) => chosen.has(id))

const answerFor = (outcome: ReviewOutcome, changes: readonly Option[]): AlertChoice => {
  if (outcome === 'on-track') return 'keep'
  const variant = changes.find(({ proposal }) => proposal?.rule === 'after-pain')?.proposal?.variant
  return alertChoices.find(one => one === variant) ?? 'back-off'
}

/** All that is signed with an outcome. What waits and is not chosen is declined: nothing is left half decided. */
export const doesOf = (
  outcome: ReviewOutcome,
  given: Pick<Assessment, 'options' | 'alert'>,
  chosen: ReadonlySet<string>,
): ReviewDoes => {
  const changes = changesOf(outcome, given, chosen)
  const approves = changes.flatMap(({ proposal }) => proposal ?? [])
  const approved = new Set(approves.map(({ id }) => id))
  return {
    approves,
    edits: changes.flatMap(({ proposal, edit }) => (proposal ? [] : [edit])),
    declines: given.options.drafts.flatMap(({ proposal }) =>
      proposal && !approved.has(proposal.id) ? [proposal] : [],
    ),
    answers: given.alert && { alert: given.alert, choice: answerFor(outcome, changes) },
  }
}
