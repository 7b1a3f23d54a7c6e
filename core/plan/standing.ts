/** The plan while changes are laid onto it one by one: what is asked on each day, and how it came to be so. */
import { canonical, type Json } from '../lib/canonical.ts'
import { remembered } from '../lib/remembered.ts'
import { applyEdit, type Edit } from '../model/edit.ts'
import type { SessionId } from '../model/ids.ts'
import type { LogEntry } from '../model/log.ts'
import type { SessionState, StandingChange, VisibleSession } from '../model/plan.ts'
import { contentHash, type Session } from '../model/session.ts'

/** One session with the changes that stand on it, in their order. */
export type Held = Pick<VisibleSession, 'session' | 'written' | 'replaces' | 'replacedBy'> & {
  readonly changes: readonly { readonly entry: LogEntry; readonly edit: Edit }[]
}
export type Standing = ReadonlyMap<SessionId, Held>

export const asWritten = (sessions: readonly Session[]): Standing =>
  new Map(
    sessions.map(session => [session.id, { session, written: session, replaces: null, replacedBy: null, changes: [] }]),
  )

const same = (a: unknown, b: unknown): boolean => canonical(a as Json) === canonical(b as Json)

/** Whether an edit says one thing: some fields before and after, a session that takes another's place, or new paces. */
export const isWellFormed = ({ kind, session, before, after, adds, pace }: Edit): boolean => {
  const names = Object.keys(after)
  if (pace !== undefined || kind === 'recompute-zones')
    return pace !== undefined && kind === 'recompute-zones' && adds === null && names.length === 0
  if (adds !== null) return names.length === 0 && adds.id !== session && kind !== 'move-session'
  if (names.length === 0 || !same(names.toSorted(), Object.keys(before).toSorted())) return false
  return kind !== 'move-session' || names.every(name => name === 'day')
}

/** Whether the session still reads as the edit says it did before, in every field that the edit names. */
export const restsOn = (edit: Edit, session: Session): boolean =>
  Object.entries(edit.before).every(([field, value]) => same(value, session[field as keyof Session]))

/** The session an edit leaves behind: the one it adds, or the one it changes. */
export const resultOf = (edit: Edit, session: Session): Session => edit.adds ?? applyEdit(edit, session)

// Why: a session changed alike is the same object on each composing, so that what was judged beside it stays judged.
const sameBefore = remembered<Session>()

/** The plan with one more change. The session that another replaces keeps its day and its status (R3). */
export const withChange = (standing: Standing, entry: LogEntry, edit: Edit, held: Held): Standing => {
  const next = new Map(standing)
  const changes = [{ entry, edit }]
  if (edit.adds !== null) {
    next.set(held.session.id, { ...held, replacedBy: edit.adds.id })
    const { id } = held.session
    next.set(edit.adds.id, { session: edit.adds, written: null, replaces: id, replacedBy: null, changes })
  } else {
    next.set(held.session.id, {
      ...held,
      session: sameBefore(edit, [held.session], () => applyEdit(edit, held.session)),
      changes: [...held.changes, ...changes],
    })
  }
  return next
}

const stateOf = (changes: readonly StandingChange[]): SessionState => {
  const approval = changes.findLast(({ type }) => type === 'approved')
  if (approval !== undefined) return approval.holds ? 'approved' : 'changed-since-approval'
  const last = changes.at(-1)
  if (last === undefined) return 'planned'
  return last.type === 'applied' ? 'by-rule' : 'by-athlete'
}

/** A change as it is shown on the session it made; an approval holds while the content is exactly what was approved. */
export const changeOn = (session: Session, entry: LogEntry, edit: Edit): StandingChange => {
  const { type, item, rule, by, role, at, words, contentHash: approved } = entry.signed.statement
  const made = type === 'approved' || type === 'moved' ? type : 'applied'
  const holds = made !== 'approved' || approved === contentHash(session)
  return { id: entry.id, item, type: made, rule, edit, by, role, at, words, holds }
}

/** A session as it is shown, with how it came to be so. */
export const visible = ({ session, written, replaces, replacedBy, changes }: Held): VisibleSession => {
  const shown = changes.map(({ entry, edit }) => changeOn(session, entry, edit))
  return { session, written, state: stateOf(shown), changes: shown, replaces, replacedBy }
}
