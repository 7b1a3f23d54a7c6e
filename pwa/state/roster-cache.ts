/** The assessments as last made, kept so that the roster opens at once. They can be thrown away: all are made anew. */
import { Dexie, type Table } from 'dexie'
import { type Assessment, assessmentVersion } from '../../core/reports/desk/assessment.ts'

type Row = {
  readonly space: string
  /** The version of the assessment's shape; one of another is left unread. */
  readonly version: number
  readonly inputs: string
  readonly assessment: Assessment
}

export type Kept = { readonly inputs: string; readonly assessment: Assessment }

export type RosterCache = {
  read(): Promise<ReadonlyMap<string, Kept>>
  keep(space: string, kept: Kept): void
  drop(spaces: readonly string[]): void
}

/** Where the store fails nothing is lost but speed: the roster is then made anew each time. */
export const openRosterCache = (name: string): RosterCache => {
  const db = new Dexie(name)
  db.version(1).stores({ assessments: 'space' })
  const table = db.table('assessments') as Table<Row, string>
  return {
    read: async () => {
      const rows = await table.toArray().catch((): Row[] => [])
      const today = rows.filter(({ version }) => version === assessmentVersion)
      return new Map(today.map(({ space, inputs, assessment }) => [space, { inputs, assessment }]))
    },
    keep: (space, kept) => void table.put({ space, version: assessmentVersion, ...kept }).catch(() => {}),
    drop: spaces => void table.bulkDelete([...spaces]).catch(() => {}),
  }
}
