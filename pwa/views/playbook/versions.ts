/** The playbook's versions as they were signed, and since when each of its numbers stands. */
import type { Playbook } from '../../../core/model/playbook.ts'
import { readPlaybookVersions } from '../../../core/plan/index.ts'
import { changedFields, type Difference, differences, playbookHash } from '../../../core/playbook/index.ts'
import type { Looking } from '../../state/app.ts'

/** `at` null: on file, and not signed by anybody. */
export type Version = {
  readonly playbook: Playbook
  readonly by: string
  readonly at: number | null
  readonly words: string | null
  readonly isInForce: boolean
  /** What it changed of the version before it. */
  readonly changed: readonly Difference[]
}

/** Every version on file, the latest first. A signature counts where it was verified. */
export const versionsOf = ({ space, playbook }: Looking): readonly Version[] => {
  const signed = new Map(
    space.log.flatMap(({ verified, signed: { statement } }) =>
      verified.ok && statement.type === 'published' ? [[String(statement.playbookHash), statement] as const] : [],
    ),
  )
  const inForce = playbookHash(playbook)
  const onFile = readPlaybookVersions(space.docs.playbook)
    .map(version => ({ ...version, statement: signed.get(version.hash) }))
    .toSorted((a, b) => (b.statement?.at ?? 0) - (a.statement?.at ?? 0) || b.playbook.version - a.playbook.version)
  return onFile.map(({ hash, playbook: one, statement }, i) => {
    const before = onFile[i + 1]?.playbook
    return {
      playbook: one,
      by: space.members.find(({ person }) => person === statement?.by)?.name ?? 'a coach',
      at: statement?.at ?? null,
      words: statement?.words ?? null,
      isInForce: hash === inForce || one === playbook,
      changed: before === undefined ? [] : differences(before, one),
    }
  })
}

export type Since = Pick<Version, 'by' | 'at'>

/** For each field the version that gave it its value of today; none where it never changed. */
export const sinceOf = (versions: readonly Version[]): ReadonlyMap<string, Since> => {
  const since = new Map<string, Since>()
  versions.forEach((version, i) => {
    const before = versions[i + 1]
    if (before === undefined) return
    for (const { field } of changedFields(before.playbook, version.playbook))
      if (!since.has(field)) since.set(field, { by: version.by, at: version.at })
  })
  return since
}
