/** One item decided by several: who stands behind an approval, and a yes beside a no. */
import type { LogEntry } from '../../core/model/log.ts'
import type { RefusedChange, StandingChange } from '../../core/model/plan.ts'
import type { Space } from '../../core/peer/api.ts'

type Decided = Pick<Space, 'log' | 'members'>

const nameOf = ({ members }: Decided, { signed: { statement } }: LogEntry): string =>
  members.find(({ person }) => person === statement.by)?.name || 'a coach'

/** `Ann`, `Ann and Cas`, `Ann, Cas and Dan`, each once. */
const listed = (names: readonly string[]): string => {
  const each = [...new Set(names)]
  return each.length < 2 ? (each[0] ?? '') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`
}

/** Whose signatures an approval carries, where it is more than one; null otherwise. */
export const sayBothApproved = (
  space: Decided,
  { type, id, item }: StandingChange,
  refused: readonly RefusedChange[],
): string | null => {
  const mine = space.log.find(entry => entry.id === id)
  const others = refused
    .filter(({ why, entry: { signed } }) => {
      const { statement } = signed
      return why.type === 'SameChange' && statement.type === 'approved' && statement.item === item
    })
    .map(({ entry }) => entry)
  if (type !== 'approved' || mine === undefined || others.length === 0) return null
  const names = [mine, ...others].map(entry => nameOf(space, entry))
  return `One decision, ${names.length} signatures: ${listed(names)}.`
}

/** An approval that a decline of the same item holds back, with who said which; null where it is no such thing. */
export const sayStricterStands = (space: Decided, { entry, why }: RefusedChange): string | null => {
  const { type, item } = entry.signed.statement
  if (type !== 'approved' || why.type !== 'Declined') return null
  const no = space.log.filter(
    ({ verified, signed: { statement } }) => verified.ok && statement.type === 'declined' && statement.item === item,
  )
  const by = listed(no.map(one => nameOf(space, one)))
  return `${nameOf(space, entry)} approved this and ${by} declined it: the stricter stands, and the plan stays as it was. Whoever declined can still approve.`
}
