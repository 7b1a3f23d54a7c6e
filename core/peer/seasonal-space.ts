/** A space through its seasons: the running one is open, those before are read beside it, and a coach may end it. */
import type { Result } from '../lib/result.ts'
import type { Day } from '../model/day.ts'
import type { StatementId } from '../model/ids.ts'
import type { MemberRole } from '../model/statement.ts'
import type { DocName, SignError, Space, StatementDraft } from './api.ts'
import { CircledSpace } from './circled-space.ts'
import { forgetDoc } from './persistence.ts'
import { lookedBack } from './reading.ts'
import { mayWrite } from './roles.ts'
import { carriedOver, endOf } from './season-book.ts'
import { seasonal } from './seasonal.ts'
import { Seasons } from './seasons.ts'
import type { SpaceOptions } from './seen-space.ts'
import { signStatement } from './signing.ts'
import type { Store } from './store.ts'

const dayBefore = (now: number, days: number): Day =>
  new Date(now - days * 86_400_000).toISOString().slice(0, 10) as Day

/** Milliseconds after which a season that the store could not freeze is tried again; and when that was, by store and space. */
const tryAgainAfter = 60_000
const failedAt = new WeakMap<Store, Map<string, number>>()

export abstract class SeasonalSpace extends CircledSpace {
  readonly #seasons: Seasons
  #turning = false

  constructor(options: SpaceOptions) {
    super(options)
    this.#seasons = new Seasons({ ...options, log: () => this.log })
  }

  abstract sign(draft: StatementDraft, as?: MemberRole): Promise<Result<StatementId, SignError>>
  /** Something was entered here. */
  abstract entered(): void

  get seasons(): Space['seasons'] {
    return this.#seasons.told
  }

  get past(): Space['past'] {
    return this.#seasons.past
  }

  unloaded(read: Space['past']): ReturnType<Space['unloaded']> {
    return this.#seasons.unloaded(read)
  }

  async lookBack(day: Day | null): Promise<void> {
    const before = this.past
    await this.#seasons.back(day)
    if (before !== this.past) this.tell()
  }

  async endSeason(from: Day): Promise<Result<StatementId, SignError>> {
    await this.saved()
    const { season } = this.ledger.chains
    const minute = Math.floor(this.options.now() / 60_000)
    const done = await this.ledger.write(async () => {
      await this.readLog()
      const carried = await carriedOver(this.options, from)
      const draft = endOf(season, from, await this.#seasons.hashNow())
      const signed = await signStatement(this.ledger, this.log, draft, 'coach', minute)
      // Why after: what is of a season that has not begun waits, and so would the word that begins it behind it.
      if (signed.ok && carried !== null)
        await this.ledger.enter([{ kind: 'update', doc: 'plan', body: carried, season: season + 1 }])
      return signed
    })
    this.entered()
    return done
  }

  /** Removes the copies of the season that was open here; the envelopes and what was frozen hold all of it. */
  async #forgetCopies(): Promise<void> {
    const names = this.ledger.names.filter(name => seasonal.has(name))
    await Promise.all(names.map(name => forgetDoc(this.placeOf(name))))
  }

  /** Where documents are kept beside the envelopes, or were in seasons that ended. */
  get copies(): readonly string[] {
    const seasons = Array.from({ length: this.ledger.chains.season }, (_, i) => i + 1)
    return [...new Set(this.ledger.names.flatMap(name => seasons.map(season => this.placeOf(name, season))))]
  }

  /** Where a document of a season is kept beside the envelopes. */
  protected placeOf(name: DocName, season: number = this.ledger.chains.season): string {
    const place = `${this.options.db.name}/${this.id}/${name}`
    return seasonal.has(name) && season > 1 ? `${place}/${season}` : place
  }

  protected async openSeasons(): Promise<void> {
    await this.readLog()
    if (this.ledger.row.circle === undefined) await this.#seasons.open(dayBefore(this.options.now(), lookedBack))
  }

  protected override async look(): Promise<void> {
    await super.look()
    if (this.#turning || this.ended) return
    const before = this.past
    await this.#seasons.follow()
    if (before !== this.past) this.tell()
    if (!this.#seasons.mustTurn) return
    // Why: where the store cannot keep it, the space would be opened anew without end.
    if (this.options.now() - (failedAt.get(this.options.db)?.get(this.id) ?? 0) < tryAgainAfter) return
    this.#turning = true
    this.options.reopen()
  }

  /** Whether another window went on to another season. */
  protected get isOfAnotherSeason(): boolean {
    return (this.ledger.row.season ?? 1) !== this.ledger.chains.season
  }

  /** Goes where the log says, once nothing more is written here. */
  protected async turnSeason(): Promise<void> {
    // Why as one that writes: what another window has just entered is frozen with the rest.
    if (!this.#turning) return
    if (await this.ledger.write(() => this.#seasons.turn())) {
      // Why not then: what could not be saved stands in the copies alone.
      if (!this.drafts.unsaved) await this.#forgetCopies()
      return
    }
    const { db, now } = this.options
    failedAt.set(db, (failedAt.get(db) ?? new Map<string, number>()).set(this.id, now()))
  }

  /** What came for a season that had ended lands in it; a coach's device signs it as it is now. */
  protected renewSeasons(): void {
    if (this.ledger.taking.lateIn.size > 0) void this.ledger.run(() => this.#renew())
  }

  async #renew(): Promise<void> {
    const asCoach = mayWrite('plan', this.myRoles)
    const changed = await this.#seasons.renew(asCoach)
    this.tell()
    if (!asCoach) return
    for (const { end, hash } of changed) void this.sign(endOf(end.season, end.from, hash), 'coach')
  }
}
