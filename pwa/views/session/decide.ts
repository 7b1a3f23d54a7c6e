/** A drafted change, read for deciding: what it leaves behind, and what the coach's own version of it says. */
import type { Advice, JudgedProposal } from '../../../core/model/advice.ts'
import { applyEdit, type Edit } from '../../../core/model/edit.ts'
import type { StandingChange } from '../../../core/model/plan.ts'
import type { Session } from '../../../core/model/session.ts'
import { formatCount } from '../../parts/format.ts'

const editable = ['day', 'title', 'purpose', 'steps', 'sport', 'key'] as const

/** The session an edit leaves behind: the one it adds, or the changed one. */
export const afterEdit = (edit: Edit, before: Session): Session => edit.adds ?? applyEdit(edit, before)

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The proposal's edit with the coach's changes in it; it still names the same session and the same fields it rests on. */
export const editedBy = (edit: Edit, before: Session, edited: Session): Edit => {
  if (edit.adds !== null) return { ...edit, adds: { ...edited, id: edit.adds.id } }
  const changed = editable.filter(field => !same(before[field], edited[field]))
  const pick = (from: Session) => Object.fromEntries(changed.map(field => [field, from[field]])) as Edit['after']
  const isMove = changed.every(field => field === 'day')
  return {
    ...edit,
    kind: edit.kind === 'move-session' && !isMove ? 'swap-other' : edit.kind,
    before: pick(before),
    after: pick(edited),
  }
}

/** What waits for an answer, those that ask first, then by day. */
export const waitingProposals = (proposals: readonly JudgedProposal[]): readonly JudgedProposal[] =>
  proposals
    .filter(({ verdict }) => verdict.level !== 'auto')
    .toSorted((a, b) => order(a) - order(b) || (a.day + a.id < b.day + b.id ? -1 : 1))
const order = ({ verdict }: JudgedProposal): number => (verdict.level === 'ask' ? 0 : 1)

/** The changes that stand, by the statement that made them. */
export const standingIn = ({ plan }: Advice): ReadonlyMap<string, StandingChange> =>
  new Map(plan.sessions.flatMap(({ changes }) => changes).map(change => [change.id, change]))

/** How much waits, in words. */
export const counted = (alerts: number, proposals: number): string =>
  [alerts > 0 ? formatCount(alerts, 'alert') : '', proposals > 0 ? formatCount(proposals, 'proposal') : '']
    .filter(words => words !== '')
    .join(', ')
