/** The only door: whether one signed statement may change what is seen, and if not, why not. */
import { remembered } from '../lib/remembered.ts'
import { baseHash, type Edit } from '../model/edit.ts'
import type { LogEntry } from '../model/log.ts'
import type { RefusedChange } from '../model/plan.ts'
import { type Decisions, decides } from './decisions.ts'
import { type Held, isWellFormed, restsOn, type Standing } from './standing.ts'

/** Asked of a change that no coach signed: undefined where the playbook lets it stand, else what forbids it. */
export type Gate = (edit: Edit, entry: LogEntry) => string | undefined

/** What the door knows of the log up to an entry. */
export type Before = {
  readonly standing: Standing
  /** The items a change stands under already. */
  readonly items: ReadonlySet<string>
  readonly decisions: Decisions
  /** The threshold pace trained by (s/km); null where the athlete has set none. */
  readonly pace: number | null
  readonly gate: Gate
}

export type Admitted =
  | { readonly admitted: true; readonly edit: Edit; readonly held: Held }
  | { readonly admitted: false; readonly why: RefusedChange['why'] }

const refused = (why: RefusedChange['why']): Admitted => ({ admitted: false, why })
const notAllowed = (says: string): Admitted => refused({ type: 'NotAllowed', says })

/** Whether the role that signed may make such a change at all. */
const forbidsRole = ({ signed: { statement } }: LogEntry): string | undefined => {
  const { type, role } = statement
  if (type === 'approved') return decides(role) ? undefined : 'only a coach approves'
  if (type === 'moved') return role === 'athlete' ? undefined : 'only the athlete moves a session this way'
  return decides(role) || role === 'athlete' ? undefined : 'only a device of the coach or the athlete applies a rule'
}

const baseBefore = remembered<string>()

/** Judges a statement that carries a change (approved, applied, moved) against the plan as it stands before it. */
export const admit = (entry: LogEntry, { standing, items, decisions, pace, gate }: Before): Admitted => {
  const { type, item, edit, baseHash: base } = entry.signed.statement
  if (!entry.verified.ok) return refused({ type: 'NotVerified', why: entry.verified.why })
  const role = forbidsRole(entry)
  if (role !== undefined) return notAllowed(role)
  if (decisions.takenBackAt(entry.id) !== undefined) return refused({ type: 'Undone' })
  if (decisions.isDeclined(item)) return refused({ type: 'Declined' })
  if (items.has(item)) return refused({ type: 'SameChange' })
  if (edit === null || !isWellFormed(edit)) return notAllowed('it does not say one change')
  const held = standing.get(edit.session)
  if (held === undefined) return refused({ type: 'NoSuchSession' })
  if (base !== baseBefore(edit, [held.session], () => baseHash(edit, held.session)) || !restsOn(edit, held.session))
    return refused({ type: 'EarlierVersion' })
  if (edit.pace !== undefined && edit.pace.before !== pace) return refused({ type: 'EarlierVersion' })
  if (edit.adds !== null && standing.has(edit.adds.id)) return refused({ type: 'SameChange' })
  if (edit.adds !== null && held.replacedBy !== null) return notAllowed('another session takes its place already')
  if (type !== 'approved') {
    const forbids = gate(edit, entry)
    if (forbids !== undefined) return notAllowed(forbids)
  }
  return { admitted: true, edit, held }
}
