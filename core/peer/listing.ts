/** What is known of each relationship without loading its documents: enough for a list of people. */
import type { AthleteId } from '../model/ids.ts'
import type { MemberRole } from '../model/statement.ts'
import type { Space } from './api.ts'
import { profileOf } from './reading.ts'
import { attempt, type SpaceRow, type Store } from './store.ts'

/** A relationship in a few words, as its documents said when they were last open here. */
export type SpaceSummary = {
  readonly space: string
  readonly athlete: AthleteId
  /** The athlete's name as their profile has it; empty where it says none. */
  readonly name: string
  readonly membership: Space['membership']
  readonly myRoles: readonly MemberRole[]
  /** How many people are in it, and how many wait to be let in. */
  readonly people: number
  readonly requests: number
  /** When something of the others last arrived here, minutes since 1970-01-01 UTC; null where nothing ever did. */
  readonly heard: number | null
}

/** A relationship on this device: `isOpen` where its documents are loaded; until then they stand as last seen. */
export type ListedSpace = SpaceSummary & { readonly isOpen: boolean }

export const summaryOf = (space: Space, heard: number | null): SpaceSummary => ({
  space: space.id,
  athlete: space.athlete,
  name: profileOf(space).name,
  membership: space.membership,
  myRoles: space.myRoles,
  people: space.members.length,
  requests: space.requests.length,
  heard,
})

/** What a space's row alone says, where an earlier version of the app wrote no summary. */
export const unseen = ({ id, athlete, epochKeys, removed, refused }: SpaceRow): SpaceSummary => {
  const isIn = Object.keys(epochKeys).length > 0
  return {
    space: id,
    athlete: athlete as AthleteId,
    name: '',
    membership: removed === true ? 'removed' : isIn ? 'member' : refused ? 'refused' : 'waiting',
    myRoles: [],
    people: 0,
    requests: 0,
    heard: null,
  }
}

const isSame = (a: SpaceSummary | undefined, b: SpaceSummary): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The summaries as they stand in the store, and what keeps them so. */
export class Summaries {
  readonly #db: Store
  readonly #kept = new Map<string, SpaceSummary>()
  /** Spaces that may read differently now. */
  readonly #due = new Map<string, (heard: number | null) => SpaceSummary>()
  #writing: Promise<void> | undefined

  constructor(db: Store) {
    this.#db = db
  }

  async read(): Promise<void> {
    const found = await attempt(() => this.#db.summaries.toArray())
    for (const row of found.ok ? found.value : []) this.#kept.set(row.space, row)
  }

  of(space: string): SpaceSummary | undefined {
    return this.#due.get(space)?.(this.#heardBefore(space)) ?? this.#kept.get(space)
  }

  #heardBefore(space: string): number | null {
    return this.#kept.get(space)?.heard ?? null
  }

  /** A space may say something else of itself now; where it does, that is written. It is given when it was heard of before. */
  note(space: string, now: (heard: number | null) => SpaceSummary): void {
    this.#due.set(space, now)
    this.#writing ??= this.#write()
  }

  async #write(): Promise<void> {
    // Why a turn later: while a space opens it says many things one after the other.
    await new Promise(resolve => setTimeout(resolve))
    while (this.#due.size > 0) {
      const said = [...this.#due].map(([space, now]) => now(this.#heardBefore(space)))
      const rows = said.filter(row => !isSame(this.#kept.get(row.space), row))
      this.#due.clear()
      for (const row of rows) this.#kept.set(row.space, row)
      if (rows.length > 0) await attempt(() => this.#db.summaries.bulkPut(rows))
    }
    this.#writing = undefined
  }

  /** Resolves when everything noted stands in the store, or could not be written. */
  async written(): Promise<void> {
    await this.#writing
  }

  forget(space: string): void {
    this.#due.delete(space)
    this.#kept.delete(space)
  }
}
