/** One athlete with their coaches, on this device: what they wrote together, who they are, and how it stands. */
import { err, type Result } from '../lib/result.ts'
import type { Day } from '../model/day.ts'
import type { DeviceId, PersonId, StatementId } from '../model/ids.ts'
import type { MemberChange, MemberDevice } from '../model/member.ts'
import type { MemberRole } from '../model/statement.ts'
import type { DocName, PairingError, SignError, Space, StatementDraft } from './api.ts'
import { acceptRequest, refuseRequest } from './door.ts'
import { Drafts } from './drafts.ts'
import { readKeptYeses } from './file-yes.ts'
import { readStopped, settleStopped, writeAgain } from './forks.ts'
import type { Written } from './ledger.ts'
import { Line } from './line.ts'
import { changeMember } from './member-change.ts'
import { applyRecovered, persist, unsentIn } from './persistence.ts'
import { removeDevices } from './removal.ts'
import { SeasonalSpace } from './seasonal-space.ts'
import type { SharedState, SpaceOptions } from './seen-space.ts'
import { signStatement } from './signing.ts'
import { handOn, vouch } from './vouching.ts'

export class LiveSpace extends SeasonalSpace implements Space {
  protected readonly drafts: Drafts
  #kept: readonly { stop(): Promise<void> }[] = []
  #isIn = false
  #heir = () => {}
  /** When something of the others arrived while this is open, minutes since 1970-01-01 UTC. */
  heard: number | undefined

  constructor(options: SpaceOptions) {
    super(options)
    this.drafts = new Drafts(
      options.ledger,
      options.inside.gather,
      () => this.tell(),
      () => this.entered(),
    )
  }

  /** Enters all that the store holds; the documents read as they were left. */
  async open(): Promise<void> {
    await readStopped(this.options.db, this.ledger)
    await this.#takeStored().then(() => this.drafts.listen())
    await this.ledger.taking.count()
    await this.openSeasons()
    await this.look()
    this.renewSeasons()
  }

  /** Why twice: what a device wrote that came back by a file waits for the file's word. */
  async #takeStored(): Promise<void> {
    const take = () => this.ledger.run(() => this.ledger.takeStored())
    await take()
    if (await readKeptYeses(this.options.db, this.ledger)) await take()
    await settleStopped(this.options.db, this.ledger)
  }

  /** This window holds the line now: resolves when what was left unsent stands again; `led` once it is connected. */
  async lead(online: boolean): Promise<{ readonly led?: Promise<void> }> {
    if (this.line !== undefined || this.ended) return {}
    this.line = new Line({ ...this.options, arrived: () => this.arrived(), changed: () => this.tellLine() })
    // Why no statements: one is entered before it is put into its document; there is never one unsent.
    for (const name of this.ledger.names.filter(one => one !== 'statements')) {
      const unsent = await unsentIn(this.placeOf(name), name, this.docs[name], this.ledger.me.id)
      if (unsent !== null) this.#recover(name, unsent)
    }
    return { led: this.#goOn(this.line, online) }
  }

  async #goOn(line: Line, online: boolean): Promise<void> {
    await this.options.inside.whenShown()
    const sent = await this.drafts.flush()
    if (this.ended) return
    this.#kept = this.ledger.names.map(name => persist(this.placeOf(name), this.docs[name], sent))
    await line.start(this.wants(online))
    await this.keepFolder(this.wants(online))
    // Why not awaited: it opens circles, and opening waits for whoever opens this space.
    void this.keeper?.keep()
    if (this.ledger.mustReopen) this.options.reopen()
  }

  #recover(name: DocName, unsent: Uint8Array): void {
    const { isMember, members, me } = this.ledger
    if (isMember && !members.mayWrite(name, me.id)) return
    applyRecovered(this.docs[name], unsent)
    // Why: what stood in an altered envelope was sent before; sent twice it would be turned away, and all beside it.
    const rest = this.ledger.chains.sent.beyond(name, unsent)
    if (rest !== null) this.drafts.add(name, rest)
  }

  /** Something came over the line. */
  protected arrived(): void {
    this.heard = Math.floor(this.options.now() / 60_000)
    // Why: what was written while waiting to be let in goes out with the yes.
    if (this.ledger.isMember && !this.#isIn) void this.drafts.flush()
    this.#isIn = this.ledger.isMember
    void this.#handOn()
    this.fillFolder()
    this.options.tell({ type: 'look', space: this.id })
    this.refresh()
    if (this.ledger.mustReopen) this.options.reopen()
    this.renewSeasons()
  }

  /** A device of this person that was let in while keys changed gets the new one from here. */
  async #handOn(): Promise<void> {
    if (!this.ended && (await handOn(this.ledger))) this.entered()
  }

  /** Another window wrote something, or answered somebody. */
  async lookAgain(): Promise<void> {
    await this.ledger.readRow()
    if (this.isOfAnotherSeason) return this.options.reopen()
    await this.#takeStored()
    await this.ledger.taking.count()
    if (this.ledger.mustReopen) this.options.reopen()
    await this.line?.topUp()
    await this.line?.look()
    this.line?.acknowledge()
    await this.lookAtFolder()
    this.refresh()
    this.renewSeasons()
  }

  /** The window that holds the line says how it is. */
  share(state: SharedState): void {
    if (this.line !== undefined) return
    this.shared = state
    this.tell()
  }

  protected tellLine(): void {
    if (this.line)
      this.options.tell({ type: 'shared', space: this.id, link: { ...this.line.state, folder: this.folder } })
    this.tell()
  }

  /** Says again how the line is, to a window that has just opened. */
  hello(): void {
    this.tellLine()
  }

  async sign(draft: StatementDraft, as?: MemberRole): Promise<Result<StatementId, SignError>> {
    const minute = Math.floor(this.options.now() / 60_000)
    const signed = await this.ledger.write(async () => {
      await this.readLog()
      const done = await signStatement(this.ledger, this.log, draft, as, minute)
      await this.readLog()
      return done
    })
    this.entered()
    return signed
  }

  /** Something was entered here: it goes out, and the other windows hear of it. */
  entered(): void {
    if (this.ended) this.#heir()
    if (this.ended) return
    void this.line?.topUp()
    this.fillFolder()
    this.options.tell({ type: 'look', space: this.id })
    this.refresh()
  }

  async accept(request: string): Promise<Result<null, PairingError>> {
    const seconds = Math.floor(this.options.now() / 1000)
    const device = this.requests.find(({ id }) => id === request)?.device
    if (device === undefined) return err({ type: 'NotAnInvitation' })
    const done = await this.ledger.write(() => acceptRequest(this.options.db, this.ledger, device, seconds))
    await this.#answered()
    return done
  }

  /** Says of a device that it is this person's too. */
  async vouchFor(device: MemberDevice): Promise<Written> {
    const written = await this.ledger.write(() => vouch(this.ledger, device))
    this.entered()
    return written
  }

  async refuse(request: string): Promise<void> {
    const device = this.requests.find(({ id }) => id === request)?.device
    if (device !== undefined) await refuseRequest(this.options.db, this.ledger, device)
    await this.#answered()
  }

  async remove(devices: readonly DeviceId[]): Promise<Result<null, PairingError>> {
    const { db, now } = this.options
    await this.drafts.flush()
    const done = await this.ledger.write(() => removeDevices(db, this.ledger, devices, Math.floor(now() / 1000)))
    await this.#answered()
    return done
  }

  async changeMember(person: PersonId, change: MemberChange): Promise<Result<null, PairingError>> {
    await this.drafts.flush()
    const minute = Math.floor(this.options.now() / 60_000)
    const done = await this.ledger.write(() => changeMember(this.ledger, person, change, minute))
    await this.#answered()
    return done
  }

  async #answered(): Promise<void> {
    this.entered()
    await this.line?.look()
    await this.look()
  }

  setPresence(where: { readonly view: string; readonly day: Day | null }): void {
    if (this.membership !== 'member') return
    const { person, name } = this.options.who()
    const at = { device: this.ledger.me.id, person: this.ledger.members.personOf(this.ledger.me.id) ?? person, name }
    if (this.line) this.line.setPresence({ ...at, ...where })
    else this.options.tell({ type: 'presence', space: this.id, ...where })
  }

  async saved(): Promise<void> {
    while (!(await this.drafts.flush()) && !this.ended) await new Promise(resolve => setTimeout(resolve, 500))
  }

  /** Stops here, to be opened anew. What is still written in this one's documents is entered all the same. */
  async retire(): Promise<void> {
    await this.drafts.flush()
    this.ended = true
    await this.stopFolder()
    await this.line?.stop()
    await this.looking
    await Promise.all(this.#kept.map(kept => kept.stop()))
    await this.turnSeason()
  }

  /** Takes the place of one that was retired, and looks at what is still written in that one. */
  succeed(before: LiveSpace): void {
    writeAgain(before.ledger, this.ledger)
    before.#heir = () => {
      this.options.tell({ type: 'look', space: this.id })
      void this.lookAgain()
    }
    before.#heir()
  }

  async close(): Promise<void> {
    if (!this.ended) await this.retire()
    this.#heir = () => {}
    await this.drafts.flush()
    this.drafts.end()
    for (const doc of Object.values(this.docs)) doc.destroy()
    this.listeners.clear()
  }
}
