/** What every rule of the playbook says of one change, whether it decided or not. */
import type { Level } from '../model/advice.ts'
import type { Edit } from '../model/edit.ts'
import type { Judging } from './admits.ts'
import { caseOf } from './case.ts'
import type { Case } from './rule.ts'
import { rules } from './rules/index.ts'

/** `doubt`: it could not be told, which permits nothing and restrains as if it were so. */
export type Opinion = {
  readonly rule: string
  readonly title: string
  readonly level: Level
  readonly answer: 'speaks' | 'silent' | 'doubt'
  readonly says: string
}

/** In the order of the document; none where the session is not in the plan. */
export const opinionsOn = (
  edit: Edit,
  by: Case['by'],
  { context, escalation, standing }: Judging,
): readonly Opinion[] => {
  const session = context.sessions.find(({ id }) => id === edit.session)
  if (session === undefined) return []
  const given = caseOf(edit, session, by, context, escalation, standing)
  return rules.map(({ id, title, level, applies }) => {
    const answer = applies(given)
    const common = { rule: id, title, level }
    if (!answer.known) return { ...common, answer: 'doubt', says: answer.why }
    return answer.value === false
      ? { ...common, answer: 'silent', says: '' }
      : { ...common, answer: 'speaks', says: answer.value }
  })
}
