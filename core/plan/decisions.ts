/** What was decided about changes: which were declined, which were taken back, and by whom that counts. */
import type { LogEntry } from '../model/log.ts'
import { asSaid } from '../model/log.ts'
import type { MemberRole } from '../model/statement.ts'

/** The log as it is read on every device: each statement once, by time and as each device said them. */
export const inOrder = (log: readonly LogEntry[]): readonly LogEntry[] =>
  [...new Map(log.map(entry => [entry.id, entry])).values()].toSorted(asSaid)

/** Who may decide for the coaches. */
export const decides = (role: MemberRole): boolean => role === 'coach' || role === 'head-coach' || role === 'owner'

/** Whether the signer of an undo may take this statement back: a coach any; an athlete what rules or they did. */
const mayTakeBack = (undo: LogEntry, target: LogEntry): boolean => {
  const { role, by: person } = undo.signed.statement
  const { type, by: author } = target.signed.statement
  if (decides(role)) return true
  if (role !== 'athlete') return false
  return type === 'applied' || type === 'moved' || (type === 'undone' && author === person)
}

/** Whether a person said something after something else of theirs. Why: one device's own count is surer than its clock. */
const isLaterWordOf = (
  { signed: { statement: first } }: LogEntry,
  { signed: { statement: then } }: LogEntry,
): boolean =>
  then.by === first.by &&
  (then.device === first.device && then.seq !== first.seq ? then.seq > first.seq : then.at > first.at)

const fresh = (map: Map<string, LogEntry[]>, name: string): LogEntry[] => {
  const list: LogEntry[] = []
  map.set(name, list)
  return list
}

/** Undos of one statement looked at in one go. */
const mostAtOnce = 1_000

export type Decisions = {
  /** The place in the log of the undo that takes a statement back; undefined while it stands. */
  readonly takenBackAt: (id: string) => number | undefined
  /** Whether a coach's decline of this item stands. */
  readonly isDeclined: (item: string) => boolean
  /** Why an undo takes nothing back; undefined where it does. */
  readonly undoRefused: (undo: LogEntry) => string | undefined
}

/** Reads the decisions out of the log, given in order. Only what is verified decides. */
export const decisionsIn = (log: readonly LogEntry[]): Decisions => {
  const verified = log.filter(entry => entry.verified.ok)
  const byId = new Map<string, LogEntry>(verified.map(entry => [entry.id, entry]))
  const placeOf = new Map<string, number>(log.map((entry, place) => [entry.id, place]))

  const undoRefused = (undo: LogEntry): string | undefined => {
    const target = byId.get(undo.signed.statement.item)
    if (target === undefined) return 'the change it takes back is not here'
    return mayTakeBack(undo, target) ? undefined : 'only a coach takes back a decision of a coach'
  }
  const undosOf = new Map<string, LogEntry[]>()
  for (const entry of verified) {
    const { type, item } = entry.signed.statement
    if (type === 'undone' && undoRefused(entry) === undefined) (undosOf.get(item) ?? fresh(undosOf, item)).push(entry)
  }
  // INVARIANT: this ends, because a statement names by its hash what it takes back, and so comes after it.
  const whoTook = new Map<string, LogEntry | null>()
  const findWhoTook = (id: string): LogEntry | null => {
    // Why not by recursion: somebody may take back what they took back, twenty thousand times over.
    const open = [id]
    for (let name = open.at(-1); name !== undefined; name = open.at(-1)) {
      const undos = undosOf.get(name) ?? []
      const unread = undos.filter(undo => !whoTook.has(undo.id))
      if (unread.length > 0) open.push(...unread.map(undo => undo.id).slice(0, mostAtOnce))
      else {
        whoTook.set(name, undos.find(undo => whoTook.get(undo.id) === null) ?? null)
        open.pop()
      }
    }
    return whoTook.get(id) ?? null
  }
  const takenBackAt = (id: string): number | undefined => {
    const undo = whoTook.has(id) ? whoTook.get(id) : findWhoTook(id)
    return undo ? placeOf.get(undo.id) : undefined
  }

  const byItem = new Map<string, LogEntry[]>()
  for (const entry of verified) {
    const { item, role } = entry.signed.statement
    if (!decides(role)) continue
    ;(byItem.get(item) ?? fresh(byItem, item)).push(entry)
  }
  const isDeclined = (item: string): boolean => {
    const about = (byItem.get(item) ?? []).filter(({ id }) => takenBackAt(id) === undefined)
    // Why: at once, the stricter of two decisions stands; only a coach's own later word frees what they declined.
    const isFreed = (no: LogEntry): boolean =>
      about.some(yes => yes.signed.statement.type === 'approved' && isLaterWordOf(no, yes))
    return about.some(no => no.signed.statement.type === 'declined' && !isFreed(no))
  }
  return { takenBackAt, isDeclined, undoRefused }
}
