/** A coach's answer to an alert: signed, with what it does to the drafts made for it, and taken back whole. */
import { ok, type Result } from '../lib/result.ts'
import type { Message } from '../model/advice.ts'
import type { StatementId } from '../model/ids.ts'
import type { AlertChoice, AnswerDoes } from '../playbook/index.ts'
import { type ActionError, approve, blank, decline } from './actions.ts'
import type { Space } from './api.ts'
import { onceAnswered } from './desk.ts'

/**
 * Signs what the choice does, then the answer itself, so that no alert counts as answered while the plan was not changed.
 * The words are the answer's, and reach the athlete with it. Gives every statement made, the answer last.
 */
export const answerAlert = async (
  space: Space,
  alert: Pick<Message, 'id'>,
  choice: AlertChoice,
  { approves, declines }: AnswerDoes,
  words: string | null,
): Promise<Result<readonly StatementId[], ActionError>> => {
  const made: StatementId[] = []
  const decisions = [
    ...(approves === null ? [] : [() => onceAnswered(space, approves.id, approve(space, approves, null))]),
    ...declines.map(one => () => onceAnswered(space, one.id, decline(space, one, null))),
    () => space.sign({ ...blank, type: 'answered', item: alert.id, rule: choice, words }),
  ]
  for (const decide of decisions) {
    const done = await decide()
    if (!done.ok) return done
    made.push(done.value)
  }
  return ok(made)
}

/** Takes statements of one answer back, the last one first. */
export const takeBackAll = async (
  space: Space,
  made: readonly StatementId[],
): Promise<Result<readonly StatementId[], ActionError>> => {
  const undone: StatementId[] = []
  for (const item of made.toReversed()) {
    const done = await space.sign({ ...blank, type: 'undone', item })
    if (!done.ok) return done
    undone.push(done.value)
  }
  return ok(undone)
}
