/** Keeps a space's circles: founds them, takes in those this device was told of, and sees to it that who may read can. */
import { err, ok, type Result } from '../lib/result.ts'
import type { CircleKind } from '../model/circle.ts'
import type { PersonId } from '../model/ids.ts'
import type { RosterMember } from '../model/member.ts'
import type { CircleError } from './api.ts'
import { bring, bringAlong, piecesIn } from './bringing.ts'
import { boxesFor, mayFound, openBox, readersOf } from './circle-words.ts'
import { bodyOf } from './envelope.ts'
import { keyAndRoom } from './epochs.ts'
import { circleRow, foundCircle } from './founding.ts'
import { lockFor, readKeys } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { rosterOf } from './next-roster.ts'
import type { LiveSpace } from './space.ts'
import { attempt, type SpaceRow, type Store } from './store.ts'

/** A circle as the device holds it. */
export type Child = { readonly space: LiveSpace; readonly ledger: Ledger }

export type CirclesOptions = {
  readonly db: Store
  readonly ledger: Ledger
  readonly session: number
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number
  readonly children: () => readonly Child[]
  /** Opens a circle whose row has just been written. */
  readonly added: (id: string) => Promise<unknown>
  /** Something was entered in the space's own book. */
  readonly entered: () => void
}

type What = { readonly kind: CircleKind; readonly coach: PersonId | null }

const devicesOf = (readers: readonly RosterMember[]) => readers.flatMap(({ devices }) => devices)

export class Circles {
  readonly #with: CirclesOptions
  #kept = ''
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: CirclesOptions) {
    this.#with = options
  }

  /** Whether another circle of its kind took this one's place, so that nobody writes in it any more. */
  isReplaced({ id, circle }: SpaceRow): boolean {
    // Why its kind: whoever may begin a page of their own could put everybody's out of use.
    return this.#with.ledger.chains.circles.some(
      ({ replaces, kind, coach }) => replaces === id && kind === circle?.kind && coach === circle.coach,
    )
  }

  /** The circles that count, in one order on every device. */
  get open(): readonly Child[] {
    return this.#with
      .children()
      .filter(({ ledger: { row } }) => !this.isReplaced(row) && row.circle !== undefined && this.#reads(row.circle))
      .toSorted((a, b) => (a.ledger.row.id < b.ledger.row.id ? -1 : 1))
  }

  #reads(what: What): boolean {
    const { members, me } = this.#with.ledger
    return devicesOf(readersOf(what, members)).some(({ id }) => id === me.id)
  }

  #ofKind({ kind, coach }: What): readonly Child[] {
    return this.open.filter(({ ledger: { row } }) => row.circle?.kind === kind && row.circle.coach === coach)
  }

  /** The circle to write in; founded where this device knows of none. */
  openOne(kind: CircleKind, coach: PersonId | null): Promise<Result<Child, CircleError>> {
    return this.#inTurn(() => this.#openOne(kind, coach))
  }

  async #openOne(kind: CircleKind, coach: PersonId | null): Promise<Result<Child, CircleError>> {
    await this.#keep()
    const there = this.#ofKind({ kind, coach })
    // INVARIANT: nothing is written where somebody still holds the key who may no longer read.
    const sound = there.find(child => !this.#isLeft(child))
    if (sound !== undefined) return ok(sound)
    return there[0] === undefined ? this.#found({ kind, coach }, null) : this.#beginAnew(there[0], { kind, coach })
  }

  /** Whether a device holds the way in whose person may no longer read. */
  #isLeft({ ledger: { row, members } }: Child): boolean {
    if (row.circle === undefined) return false
    const devices = devicesOf(readersOf(row.circle, this.#with.ledger.members))
    const inside = members.latest === undefined ? [row.owner] : members.devices
    return inside.some(id => !devices.some(device => device.id === id))
  }

  /** The device that begins a circle anew: the one that keeps the member list, as it is there when somebody is removed. */
  #beginner(what: What, child: Ledger): string | undefined {
    const { members } = this.#with.ledger
    const founders = devicesOf(
      readersOf(what, members).filter(({ person, devices }) =>
        devices.some(({ id }) => mayFound(what, person, members.rolesOf(id))),
      ),
    ).map(({ id }) => id)
    return [members.owner, child.row.owner].find(id => founders.includes(id)) ?? founders[0]
  }

  async #beginAnew(child: Child, what: What): Promise<Result<Child, CircleError>> {
    const anew = await this.#found(what, child.ledger.row.id)
    if (anew.ok) await bring(this.#with.db, child, anew.value)
    return anew
  }

  async #found(what: What, replaces: string | null): Promise<Result<Child, CircleError>> {
    const { db, ledger, session, now } = this.#with
    const { members, me } = ledger
    const roster = members.latest
    if (!ledger.isMember || roster === undefined) return err({ type: 'NotAMember' })
    const readers = readersOf(what, members)
    if (!this.#reads(what) || !mayFound(what, members.personOf(me.id), members.rolesOf(me.id)))
      return err({ type: 'NotAllowed', says: 'Only a coach who reads it can begin it.' })
    const person = members.personOf(me.id)!
    const row = circleRow(ledger.row, me, person, what, now())
    const founded = await foundCircle(db, me, row, roster, readers, now(), session)
    if (!founded.ok) return founded
    await this.#tell(row, what, replaces, devicesOf(readers))
    await this.#with.added(row.id)
    const made = this.#with.children().find(({ ledger: { row: its } }) => its.id === row.id)
    return made === undefined ? err({ type: 'NotSaved', why: 'it could not be opened' }) : ok(made)
  }

  /** Says in the space that there is a circle, and closes the way in to these devices. */
  async #tell(
    row: SpaceRow,
    { kind, coach }: What,
    replaces: string | null,
    devices: readonly { readonly id: string; readonly keys: string }[],
  ): Promise<void> {
    const { ledger } = this.#with
    const boxes = await boxesFor(
      ledger.row.id,
      row,
      devices.filter(({ id }) => id !== ledger.me.id),
    )
    const word = { v: 1 as const, space: ledger.row.id, circle: row.id, kind, coach, replaces, boxes }
    await ledger.write(async () => {
      const entered = await ledger.enter([{ kind: 'circle', doc: '-', body: bodyOf(word) }])
      if (entered.ok) ledger.chains.circles.push({ ...word, by: ledger.me.id })
    })
    this.#with.entered()
  }

  /**
   * Takes in what was told, lets in who came, and begins a circle anew where somebody may no longer read it. Safe to
   * call often: where nothing changed it does nothing.
   */
  keep(): Promise<void> {
    return this.#inTurn(() => this.#keep())
  }

  #inTurn<T>(what: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(what)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #keep(): Promise<void> {
    const { ledger, children } = this.#with
    const { members, chains } = ledger
    const versions = children().map(
      ({ ledger }) =>
        `${ledger.row.id} ${ledger.members.latest?.version} ${ledger.epoch} ${this.isReplaced(ledger.row) ? piecesIn(ledger) : ''}`,
    )
    const now = [members.latest?.version, members.devices.length, chains.circles.length, ...versions].join('/')
    if (!ledger.isMember || now === this.#kept) return
    this.#kept = now
    await this.#takeIn()
    for (const child of this.open) await this.#see(child)
    await bringAlong(this.#with)
  }

  async #takeIn(): Promise<void> {
    const { db, ledger, children, now, added } = this.#with
    for (const told of ledger.chains.circles) {
      if (told.by === ledger.me.id || children().some(({ ledger: { row } }) => row.id === told.circle)) continue
      const key = await openBox(ledger.me, told)
      if (key === undefined) continue
      const person = ledger.members.personOf(ledger.me.id)!
      const made = circleRow(ledger.row, ledger.me, person, told, now())
      const { room, roomSecret, owner } = key
      const row: SpaceRow = { ...made, id: told.circle, room, roomSecret, owner, epochKeys: {} }
      await attempt(() => db.spaces.add(row))
      await added(told.circle)
    }
  }

  /** Lets in who may read now; begins anew where a device holds the way in that may not. */
  async #see(one: Child): Promise<void> {
    const { ledger } = this.#with
    const { ledger: child, space } = one
    const what = child.row.circle
    if (what === undefined || child.members.latest === undefined) return
    const readers = readersOf(what, ledger.members)
    const devices = devicesOf(readers)
    const isIn = (id: string) => child.members.devices.some(known => known === id)
    const isLeft = this.#isLeft(one)
    // Why one device: so that there are not two; who has to write before that one is here begins it themselves.
    if (isLeft && this.#beginner(what, child) === ledger.me.id) await this.#beginAnew(one, what)
    if (isLeft || child.row.owner !== ledger.me.id) return
    const newcomers = devices.filter(({ id }) => !isIn(id))
    if (newcomers.length > 0) await this.#letIn(child, readers, newcomers)
    const told = ledger.chains.circles.filter(one => one.circle === child.row.id && one.by === ledger.me.id)
    const untold = devices.filter(
      ({ id }) => id !== ledger.me.id && !told.some(({ boxes }) => boxes.some(({ to }) => to === id)),
    )
    if (told.length === 0 || untold.length > 0) await this.#tell(child.row, what, null, untold)
    if (newcomers.length > 0) space.entered()
  }

  async #letIn(
    child: Ledger,
    readers: readonly RosterMember[],
    newcomers: readonly { readonly keys: string }[],
  ): Promise<void> {
    const secret = child.keysOf(child.epoch)[0]
    if (secret === undefined) return
    const boxes = await Promise.all(
      newcomers.map(async ({ keys }) => {
        const to = await readKeys(keys)
        return to === undefined
          ? []
          : [await lockFor(to, child.row.id, child.epoch, keyAndRoom(secret, child.row.roomSecret))]
      }),
    )
    await child.write(async () => {
      const before = child.members.latest!
      const next = rosterOf(before, readers, boxes.flat(), Math.floor(this.#with.now() / 60_000))
      const written = await child.enter([{ kind: 'roster', doc: '-', body: bodyOf(next) }])
      if (written.ok) child.members.add(next, child.me.id)
    })
  }
}
