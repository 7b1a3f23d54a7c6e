/** Which version of the playbook was in force when something was said: a later one takes back nothing that was done. */
import type { Hash } from '../lib/hash.ts'
import type { LogEntry } from '../model/log.ts'
import type { Playbook } from '../model/playbook.ts'
import { decides, inOrder } from './decisions.ts'

/** A version of the playbook that is on file, under the hash that its signature names. */
export type VersionOnFile = { readonly hash: Hash; readonly playbook: Playbook }

/**
 * The version in force at each place of a log: the one a coach signed last before it. Before the first signature stands
 * the one on file that nobody signed, and where there is none the one in force now; so it does after a version was put in
 * force that nobody has signed yet.
 */
export const inForceIn = (
  entries: readonly LogEntry[],
  versions: readonly VersionOnFile[],
  current: Playbook,
): ((entry: LogEntry) => Playbook) => {
  const onFile = new Map(versions.map(({ hash, playbook }) => [String(hash), playbook]))
  const signed = entries.flatMap(({ id, verified, signed: { statement } }) => {
    const { type, role, playbookHash: hash } = statement
    const playbook = onFile.get(String(hash))
    return verified.ok && type === 'published' && decides(role) && playbook ? [{ id, playbook }] : []
  })
  const first = signed[0]
  const last = signed.at(-1)
  if (first === undefined || last === undefined) return () => current
  const named = new Set(signed.map(({ playbook }) => playbook))
  const before = versions
    .filter(({ playbook }) => !named.has(playbook) && playbook.version < first.playbook.version)
    .toSorted((a, b) => b.playbook.version - a.playbook.version)[0]
  const after = current.version > last.playbook.version ? current : last.playbook
  const publishing = new Map(signed.map(({ id, playbook }) => [id, id === last.id ? after : playbook]))
  let standing = before?.playbook ?? current
  const at = new Map<string, Playbook>()
  for (const { id } of entries) {
    standing = publishing.get(id) ?? standing
    at.set(id, standing)
  }
  return ({ id }) => at.get(id) ?? current
}

/** The version in force at a moment (minutes since 1970-01-01 UTC): what was signed later had not been said. */
export const inForceAt = (
  log: readonly LogEntry[],
  versions: readonly VersionOnFile[],
  current: Playbook,
  at: number,
): Playbook => {
  const entries = inOrder(log)
  const last = entries.findLast(({ signed }) => signed.statement.at <= at)
  if (last !== undefined) return inForceIn(entries, versions, current)(last)
  // Why a place before the first: the version that stood there is the one before any signature.
  const first = entries[0]
  if (first === undefined) return current
  const start = { ...first, id: '' as LogEntry['id'], verified: { ok: false, why: { type: 'RoleNotHeld' } } } as const
  return inForceIn([start, ...entries], versions, current)(start)
}
