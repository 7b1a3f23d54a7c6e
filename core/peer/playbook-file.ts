/** A playbook on its way out of a space and into another: with the signature that put it in force, checked on arrival. */
import { fromBase64url } from '../lib/bytes.ts'
import type { Json } from '../lib/canonical.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { currentVersion } from '../plan/index.ts'
import {
  defaultPlaybook,
  type FileSignature,
  type PlaybookFile,
  type PlaybookFileError,
  readPlaybookFile,
  writePlaybookFile,
} from '../playbook/index.ts'
import type { Space } from './api.ts'
import { readKeys, verifyBytes } from './keys.ts'
import { statementBytes } from './log.ts'

/** The playbook in force as a file, signed where its signature is on file. */
export const playbookFileOf = (space: Space): string => {
  const version = currentVersion(space.docs.playbook)
  if (version === null) return writePlaybookFile(defaultPlaybook as Json, defaultPlaybook, null)
  const entry = space.log.findLast(
    ({ verified, signed: { statement } }) =>
      verified.ok && statement.type === 'published' && statement.playbookHash === version.hash,
  )
  const who = space.members.find(({ person }) => person === entry?.signed.statement.by)
  const keys = who?.devices.find(({ id }) => id === entry?.signed.statement.device)?.keys
  const signature = entry && who && keys ? { by: who.name, keys, signed: entry.signed } : null
  return writePlaybookFile(version.written, version.playbook, signature)
}

/** Reads a file and checks its signature with the keys it names. */
export const openPlaybookFile = async (text: string): Promise<Result<PlaybookFile, PlaybookFileError>> => {
  const file = readPlaybookFile(text)
  if (!file.ok || file.value.signature === null) return file
  return (await holds(file.value.signature))
    ? ok(file.value)
    : err({ type: 'ChangedAfterSigning', by: file.value.signature.by })
}

const holds = async ({ keys, signed: { statement, signature } }: FileSignature): Promise<boolean> => {
  const read = await readKeys(keys)
  const bytes = fromBase64url(signature)
  return (
    read?.id === statement.device && bytes !== undefined && (await verifyBytes(read, bytes, statementBytes(statement)))
  )
}
