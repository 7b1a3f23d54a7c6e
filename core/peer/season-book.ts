/** Another season than the running one, read out of the envelopes into documents of its own. */
import type * as Y from 'yjs'
import type { Hash } from '../lib/hash.ts'
import type { Day } from '../model/day.ts'
import type { DeviceId } from '../model/ids.ts'
import type { LogEntry } from '../model/log.ts'
import {
  carriesOver,
  clearEntries,
  compose,
  copyEntries,
  type EndPace,
  readPlaybook,
  readPlaybookVersions,
  type SeasonContent,
  seasonItem,
  wasEver,
  withPaces,
} from '../plan/index.ts'
import { defaultPlaybook } from '../playbook/index.ts'
import { localOrigin, type StatementDraft } from './api.ts'
import { takeApart } from './envelope.ts'
import { roomKeysOf } from './epochs.ts'
import { Ledger } from './ledger.ts'
import { seasonOf } from './seasonal.ts'
import { attempt, envelopesOf, type SeasonRow, type Store } from './store.ts'

export type Shelf = { readonly db: Store; readonly ledger: Ledger; readonly now: () => number }

/** A second book of the same space in which another season is open; what was taken in is read into it. */
export const bookOf = async ({ db, ledger, now }: Shelf, season: number): Promise<Ledger> => {
  const row = { ...ledger.row, season }
  const book = new Ledger(db, ledger.me, row, await roomKeysOf(row), 0, now)
  for (const [device, end] of ledger.chains.ends) book.chains.freeze(device, end)
  await book.takeStored()
  return book
}

/** The word that ends a season: `hash` names all that it held. */
export const endOf = (season: number, from: Day, hash: Hash): StatementDraft => ({
  type: 'season-ended',
  item: seasonItem(season, from),
  rule: null,
  edit: null,
  contentHash: hash,
  baseHash: null,
  playbookHash: null,
  words: null,
})

/** Who wrote in a season after it had ended here, and how many pieces. */
export const lateIn = async ({ db, ledger }: Shelf, season: number): Promise<SeasonRow['late']> => {
  const rows = await attempt(() => envelopesOf(db, ledger.row.id))
  const pieces = new Map<DeviceId, number>()
  for (const { device, bytes, late } of rows.ok ? rows.value : []) {
    const header = late === true ? takeApart(bytes)?.header : undefined
    if (header && seasonOf(header) === season) pieces.set(device, (pieces.get(device) ?? 0) + 1)
  }
  return [...pieces].map(([device, pieces]) => ({ device, pieces })).toSorted((a, b) => (a.device < b.device ? -1 : 1))
}

const paceIn = ({ profile }: SeasonContent['athlete']): number | null => profile.thresholds?.thresholdPaceSPerKm ?? null

/** The pace as it was written, and as the changes of the season left it. */
export const paceOf = ({ plan, athlete }: SeasonContent, { docs }: Ledger, log: readonly LogEntry[]): EndPace => {
  const playbook = readPlaybook(docs.playbook) ?? defaultPlaybook
  const visible = compose(plan, athlete, log, playbook, readPlaybookVersions(docs.playbook))
  return { written: paceIn(athlete), stood: paceIn(withPaces(athlete, visible)) }
}

/** What the next season's plan begins with: all that goes on from a day, written beside the documents. */
export const carriedOver = async (shelf: Shelf, from: Day): Promise<Uint8Array<ArrayBuffer> | null> => {
  const { ledger } = shelf
  const { plan } = (await bookOf(shelf, ledger.chains.season + 1)).docs
  let update: Uint8Array<ArrayBuffer> | null = null
  plan.clientID = ledger.signer
  plan.once('update', (made: Uint8Array) => {
    update = new Uint8Array(made)
  })
  plan.transact(() => {
    // Why: where a season was ended before and that was taken back, what was carried over then stands there still.
    clearEntries(plan)
    copyEntries(ledger.docs.plan, plan, localOrigin, entry => carriesOver(entry, from))
  })
  plan.destroy()
  return update
}

/** What came late into a season's plan and goes on is written in the running one, unless that ever had it. */
export const bringAlong = (late: Y.Doc, running: Y.Doc, from: Day): void =>
  copyEntries(late, running, localOrigin, (entry, target, name) => carriesOver(entry, from) && !wasEver(target, name))
