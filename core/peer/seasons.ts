/** The seasons of a space that ended: frozen when a coach signs it, kept as text, loaded where somebody looks at their days. */
import * as Y from 'yjs'
import type { Hash } from '../lib/hash.ts'
import { parseJson } from '../lib/parse.ts'
import { plainText } from '../lib/plain-text.ts'
import type { Day } from '../model/day.ts'
import type { LogEntry } from '../model/log.ts'
import {
  contentOf,
  type PastSeason,
  type SeasonContent,
  type SeasonEnd,
  seasonHash,
  seasonsIn,
  type Unloaded,
} from '../plan/index.ts'
import type { Ledger } from './ledger.ts'
import { bookOf, bringAlong, lateIn, paceOf, type Shelf } from './season-book.ts'
import { attempt, ofSpace, type SeasonRow } from './store.ts'

/** A season that ended, as a person is told of it. `isSigned`: what is kept of it is what a coach signed. */
export type EndedSeason = Omit<SeasonEnd, 'signed'> & {
  readonly isSigned: boolean
  readonly isLoaded: boolean
  readonly late: SeasonRow['late']
  /** Whether nothing was written in the next season yet, so that this one can run on. */
  readonly mayTakeBack: boolean
}

type With = Shelf & { readonly log: () => readonly LogEntry[] }

/** By how many openings of devices a document was written; what was carried over into it is by one. */
const writersIn = (doc: Y.Doc): number => Y.decodeStateVector(Y.encodeStateVector(doc)).size

export class Seasons {
  readonly #with: With
  #rows: readonly SeasonRow[] = []
  readonly #loaded = new Map<number, SeasonContent>()
  #past: readonly PastSeason[] = []

  constructor(options: With) {
    this.#with = options
  }

  get #ends(): readonly SeasonEnd[] {
    return seasonsIn(this.#with.log())
  }

  /** Those that are loaded and follow each other up to the running one, the first first. */
  get past(): readonly PastSeason[] {
    return this.#past
  }

  /** What is said of the seasons that are not among these; null where none is missing. */
  unloaded(read: readonly PastSeason[]): Unloaded | null {
    const rows = this.#rows.filter(({ season }) => !read.some(one => one.season === season))
    const last = rows.at(-1)
    const end = last && this.#ends.find(({ season }) => season === last.season)
    return last === undefined ? null : { at: end?.at ?? 0, paces: rows.map(({ pace }) => pace) }
  }

  get told(): readonly EndedSeason[] {
    const { docs, chains } = this.#with.ledger
    return this.#ends.flatMap(({ signed, ...end }) => {
      const row = this.#rows.find(({ season }) => season === end.season)
      const isLoaded = this.#loaded.has(end.season)
      if (row === undefined) return []
      const mayTakeBack = end.season === chains.season - 1 && writersIn(docs.athlete) === 0 && writersIn(docs.plan) < 2
      return [{ ...end, isSigned: row.hash === signed, isLoaded, late: row.late, mayTakeBack }]
    })
  }

  /** Whether the log says that another season runs than the one whose documents are open. */
  get mustTurn(): boolean {
    const { chains, row, members } = this.#with.ledger
    // Why: a store that did not answer says nothing of any season.
    if (row.circle !== undefined || chains.head(members.owner).seq === 0) return false
    return this.#ends.length + 1 !== chains.season
  }

  /**
   * Goes one season on, or back: the running one is frozen with all that its documents hold, or what was frozen is taken
   * up again. Call when nothing more is written in this window; the space is then opened anew. False where the store
   * did not keep it.
   */
  async turn(): Promise<boolean> {
    if (!this.mustTurn) return true
    const { db, ledger } = this.#with
    const { season } = ledger.chains
    const end = this.#ends[season - 1]
    if (end !== undefined) {
      const kept = await this.#keep(season, end.from, ledger, [])
      return kept && (await ledger.saveRow({ season: season + 1 })).ok
    }
    const back = season - 1
    const done = await attempt(() =>
      db.transaction('rw', db.seasons, db.seasonContents, async () => {
        await db.seasons.delete([ledger.row.id, back])
        await db.seasonContents.delete([ledger.row.id, back])
      }),
    )
    return done.ok && (await ledger.saveRow({ season: back })).ok
  }

  async #keep(season: number, from: Day, { docs }: Pick<Ledger, 'docs'>, late: SeasonRow['late']): Promise<boolean> {
    const { db, ledger } = this.#with
    const space = ledger.row.id
    const content = contentOf(docs, await this.load(season - 1))
    const hash = seasonHash(content)
    const row: SeasonRow = { space, season, from, hash, pace: paceOf(content, ledger, this.#with.log()), late }
    const kept = await attempt(() =>
      db.transaction('rw', db.seasons, db.seasonContents, async () => {
        await db.seasons.put(row)
        await db.seasonContents.put({ space, season, text: plainText(content) })
      }),
    )
    if (!kept.ok) return false
    this.#rows = [...this.#rows.filter(one => one.season !== season), row].toSorted((a, b) => a.season - b.season)
    if (this.#loaded.has(season)) this.#loaded.set(season, content)
    this.#line()
    return true
  }

  /** Reads which seasons ended, and loads the last one and all that ended since a day: the engine looks back that far. */
  async open(since: Day): Promise<void> {
    const { db, ledger } = this.#with
    const found = await attempt(() => ofSpace<SeasonRow>(db.seasons, ledger.row.id))
    this.#rows = found.ok ? found.value.filter(({ season }) => season < ledger.chains.season) : []
    for (const { season, from } of this.#ends.slice(0, ledger.chains.season - 1)) {
      const row = this.#rows.find(one => one.season === season)
      // Why: where the tables were lost, the envelopes still say what was in it.
      if (row === undefined || row.from !== from) await this.#readAnew(season, from)
      // Why by number: what was written while the season turned, or by a window that closed at once, is in no season yet.
      const inside = row?.late.reduce((sum, { pieces }) => sum + pieces, 0)
      if (row === undefined || ledger.taking.lateIn.get(season) === inside) ledger.taking.lateIn.delete(season)
    }
    await this.back(since)
  }

  /** Loads every season that touches a day or a later one, and always the last; null: all of them. */
  async back(day: Day | null): Promise<void> {
    const wanted = this.#rows.filter(({ from }, i) => day === null || from > day || i === this.#rows.length - 1)
    for (const { season } of wanted) await this.load(season)
    this.#line()
  }

  #line(): void {
    const past: PastSeason[] = []
    for (const { season, from, hash } of this.#rows.toReversed()) {
      const content = this.#loaded.get(season)
      if (content === undefined) break
      past.unshift({ season, from, hash, content })
    }
    const isSame =
      past.length === this.#past.length &&
      past.every(({ content, from }, i) => content === this.#past[i]?.content && from === this.#past[i]?.from)
    if (!isSame) this.#past = past
  }

  /** Another coach's end may turn out to be the one that counts: from then on the season ended on that day. */
  async follow(): Promise<void> {
    const { db, ledger } = this.#with
    for (const { season, from } of this.#ends.slice(0, ledger.chains.season - 1)) {
      const row = this.#rows.find(one => one.season === season)
      if (row === undefined || row.from === from) continue
      const moved = { ...row, from }
      this.#rows = this.#rows.map(one => (one === row ? moved : one))
      this.#line()
      // Why unasked: where it cannot be kept, the next opening reads the season anew.
      await attempt(() => db.seasons.put(moved))
    }
  }

  /** What a season held; read from the envelopes where what is kept of it is not what was kept. */
  async load(season: number): Promise<SeasonContent | undefined> {
    const { db, ledger } = this.#with
    const before = this.#loaded.get(season)
    const row = this.#rows.find(one => one.season === season)
    if (before !== undefined || row === undefined) return before
    const kept = await attempt(() => db.seasonContents.get([ledger.row.id, season]))
    const json = kept.ok && kept.value ? parseJson(kept.value.text) : undefined
    const content = json?.ok ? (json.value as SeasonContent) : undefined
    if (content !== undefined && seasonHash(content) === row.hash) {
      this.#loaded.set(season, content)
      return content
    }
    await this.#readAnew(season, row.from)
    return this.#loaded.get(season)
  }

  /** Reads a season from its envelopes, also those that came after it had ended, and keeps it so. */
  async #readAnew(season: number, from: Day, bring: (plan: Y.Doc) => void = () => {}): Promise<void> {
    const book = await bookOf(this.#with, season)
    const late = await lateIn(this.#with, season)
    this.#loaded.set(season, contentOf(book.docs, await this.load(season - 1)))
    bring(book.docs.plan)
    await this.#keep(season, from, book, late)
    for (const doc of Object.values(book.docs)) doc.destroy()
  }

  /**
   * Something came for seasons that had ended: each is read anew, and what a coach wrote in it that goes on is brought
   * along by `asCoach`. Answers those that now differ from what was signed.
   */
  async renew(asCoach: boolean): Promise<readonly { readonly end: SeasonEnd; readonly hash: Hash }[]> {
    const { taking, docs } = this.#with.ledger
    const seasons = [...taking.lateIn.keys()].sort((a, b) => a - b)
    taking.lateIn.clear()
    const ends = this.#ends
    const since = ends.at(-1)?.from
    const bring = (plan: Y.Doc) => {
      if (asCoach && since !== undefined) bringAlong(plan, docs.plan, since)
    }
    for (const season of seasons) {
      const end = ends[season - 1]
      if (end !== undefined) await this.#readAnew(season, end.from, bring)
    }
    return ends.flatMap(end => {
      const row = this.#rows.find(({ season }) => season === end.season)
      const differs = seasons.includes(end.season) && row !== undefined && row.hash !== end.signed
      return differs ? [{ end, hash: row.hash }] : []
    })
  }

  /** What names all that the running season holds now. */
  async hashNow(): Promise<Hash> {
    const { docs, chains } = this.#with.ledger
    return seasonHash(contentOf(docs, await this.load(chains.season - 1)))
  }
}
