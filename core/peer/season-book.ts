/** Another season than the running one, read out of the envelopes into documents of its own. */
import type { LogEntry } from '../model/log.ts'
import {
  compose,
  type EndPace,
  readPlaybook,
  readPlaybookVersions,
  type SeasonContent,
  withPaces,
} from '../plan/index.ts'
import { defaultPlaybook } from '../playbook/index.ts'
import { roomKeysOf } from './epochs.ts'
import { Ledger } from './ledger.ts'
import type { Store } from './store.ts'

export type Shelf = { readonly db: Store; readonly ledger: Ledger; readonly now: () => number }

/** A second book of the same space in which another season is open; what was taken in is read into it. */
export const bookOf = async ({ db, ledger, now }: Shelf, season: number): Promise<Ledger> => {
  const row = { ...ledger.row, season }
  const book = new Ledger(db, ledger.me, row, await roomKeysOf(row), 0, now)
  await book.takeStored()
  return book
}

const paceIn = ({ profile }: SeasonContent['athlete']): number | null => profile.thresholds?.thresholdPaceSPerKm ?? null

/** The pace as it was written, and as the changes of the season left it. */
export const paceOf = ({ plan, athlete }: SeasonContent, { docs }: Ledger, log: readonly LogEntry[]): EndPace => {
  const playbook = readPlaybook(docs.playbook) ?? defaultPlaybook
  const visible = compose(plan, athlete, log, playbook, readPlaybookVersions(docs.playbook))
  return { written: paceIn(athlete), stood: paceIn(withPaces(athlete, visible)) }
}
