/** This device: its keys and its person, the spaces it is in, and the line to the others. */

import { err, ok, type Result } from '../lib/result.ts'
import type { DeviceId } from '../model/ids.ts'
import type { Device, DeviceOptions, PairingError, Received, ReceiveError, SignError, Space } from './api.ts'
import { type Begun, begin, type Person } from './beginning.ts'
import { Family } from './circles.ts'
import { foundSpace, rowToJoin } from './founding.ts'
import { fingerprintOf } from './keys.ts'
import { Ledger } from './ledger.ts'
import type { LineState } from './line.ts'
import type { Inside } from './link.ts'
import { connectWebrtc } from './links/webrtc.ts'
import { readInvitation, roomKey } from './pairing.ts'
import { readParcel } from './parcel.ts'
import { forgetDoc } from './persistence.ts'
import { recordingsIn } from './recordings.ts'
import { LiveSpace } from './space.ts'
import { attempt, forgetSpace, openStore, type SpaceRow, type Store, settingOf } from './store.ts'
import { alone, leadWhenAlone, openChannel, type Word } from './tabs.ts'

const outside: Inside = { connect: connectWebrtc, needsRendezvous: true, gather: 300, acknowledge: 1_000 }

/**
 * Opens this device: makes its keys the first time, opens every space it is in, and connects once no other window of
 * it does. Rejects only where the platform keeps nothing at all (no IndexedDB, no WebCrypto); the reason is in words.
 */
export const openDevice = async (options: DeviceOptions, inside: Partial<Inside> = {}): Promise<Device> => {
  const db = openStore(options.store)
  const begun = await attempt(() => alone(`${options.store}/begin`, () => begin(db, options.name)))
  if (!begun.ok) {
    db.close()
    return Promise.reject(new Error(`This device cannot keep anything: ${begun.why}.`))
  }
  const device = new LiveDevice(db, options, { ...outside, ...inside }, begun.value)
  await device.readSpaces()
  device.takeLine()
  return device
}

class LiveDevice implements Device {
  readonly id: DeviceId
  readonly fingerprint: string
  readonly recordings: Device['recordings']
  person: Person
  online: boolean
  readonly #db: Store
  readonly #options: DeviceOptions
  readonly #inside: Inside
  readonly #begun: Begun
  /** Circles too. */
  readonly #spaces = new Map<string, LiveSpace>()
  readonly #family = new Family()
  readonly #listeners = new Set<() => void>()
  readonly #channel: ReturnType<typeof openChannel>
  #leading = false
  #letGo = () => {}
  #ended = false
  #reading: Promise<void> = Promise.resolve()

  constructor(db: Store, options: DeviceOptions, inside: Inside, begun: Begun) {
    this.#db = db
    this.recordings = recordingsIn(db)
    this.#options = options
    this.#inside = inside
    this.#begun = begun
    this.id = begun.keys.id
    this.fingerprint = fingerprintOf(begun.keys.keys)
    this.person = begun.person
    this.online = begun.online
    this.#channel = openChannel(options.store, word => void this.#hear(word))
  }

  get spaces(): readonly Space[] {
    return [...this.#spaces.values()].filter(({ keeper }) => keeper !== undefined)
  }

  /** Waits for the line; the window that holds it connects every space. */
  takeLine(): void {
    this.#letGo = leadWhenAlone(`${this.#options.store}/line`, () => {
      if (this.#ended) return
      this.#leading = true
      for (const space of this.#spaces.values()) void space.lead(this.online)
    })
    this.#channel.tell({ type: 'hello' })
  }

  /** Opens spaces that another window made, closes those it forgot. */
  readSpaces(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readSpaces())
    return this.#reading
  }

  async #readSpaces(): Promise<void> {
    const found = await attempt(() => this.#db.spaces.orderBy('id').toArray())
    if (!found.ok || this.#ended) return
    const rows = found.value.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
    for (const row of rows) if (!this.#spaces.has(row.id)) await this.#openSpace(row)
    for (const [id, space] of this.#spaces)
      if (!rows.some(row => row.id === id)) {
        this.#drop(id)
        await space.close()
      }
    const person = await attempt(() => settingOf(this.#db, 'person'))
    if (person.ok && person.value) this.person = person.value as Person
    this.#tell()
  }

  async #openSpace(row: SpaceRow): Promise<LiveSpace> {
    const { rendezvous, iceServers, now } = this.#options
    const key = await roomKey(row.roomSecret)
    const ledger = new Ledger(this.#db, this.#begun.keys, row, key, this.#begun.session)
    const space = new LiveSpace({
      db: this.#db,
      ledger,
      inside: this.#inside,
      roomKey: key,
      rendezvous,
      iceServers,
      now,
      tell: word => this.#channel.tell(word),
      who: () => ({ person: this.person.id, name: this.person.name }),
      changed: () => this.#changed(ledger),
    })
    const [added, session] = [(id: string) => this.#added(id), this.#begun.session]
    this.#family.bring(space, { db: this.#db, ledger, session, now, added })
    await space.open()
    this.#spaces.set(row.id, space)
    if (this.#leading) await space.lead(this.online)
    return space
  }

  /** Why: a second device learns only when it is let in whose it is. */
  #changed(ledger: Ledger): void {
    const person = ledger.members.personOf(this.id)
    const { joining } = ledger.row
    if (person && person !== this.person.id && joining?.role === 'own-device' && this.spaces.length === 1)
      void this.#savePerson({ ...this.person, id: person })
    this.#tell()
  }

  async #hear(word: Word): Promise<void> {
    if (this.#ended) return
    if (word.type === 'hello') {
      if (this.#leading) for (const space of this.#spaces.values()) space.hello()
    } else if (word.type === 'look') {
      if (word.space === null) await this.readSpaces()
      else await this.#spaces.get(word.space)?.lookAgain()
    } else if (word.type === 'online') this.#goOnline(word.online)
    else if (word.type === 'shared') this.#spaces.get(word.space)?.share(word.link as LineState)
    else if (this.#leading) this.#spaces.get(word.space)?.setPresence(word)
  }

  async #savePerson(person: Person): Promise<void> {
    this.person = person
    await attempt(() => this.#db.settings.put({ key: 'person', value: person }))
    this.#channel.tell({ type: 'look', space: null })
    this.#tell()
  }

  setName(name: string): Promise<void> {
    return this.#savePerson({ ...this.person, name })
  }

  async createSpace(as: 'coach' | 'athlete'): Promise<Result<Space, SignError>> {
    const { keys, session } = this.#begun
    const founded = await foundSpace(this.#db, keys, this.person, as, this.#options.now(), session)
    return founded.ok ? ok(await this.#added(founded.value)) : founded
  }

  async join(fragment: string, name: string): Promise<Result<Space, PairingError>> {
    const invitation = readInvitation(fragment)
    if (invitation === undefined) return err({ type: 'NotAnInvitation' })
    if (invitation.expiresAt * 1000 <= this.#options.now()) return err({ type: 'Expired' })
    const before = this.#spaces.get(invitation.space)
    if (before?.membership === 'member') return err({ type: 'AlreadyUsed' })
    if (before !== undefined) await this.forget(before.id)
    if (name !== '' && name !== this.person.name) await this.setName(name)
    const row = rowToJoin(invitation, this.person, this.#options.now())
    const saved = await attempt(() => this.#db.spaces.add(row))
    return saved.ok ? ok(await this.#added(row.id)) : err({ type: 'NotSaved', why: saved.why })
  }

  async #added(id: string): Promise<LiveSpace> {
    await this.readSpaces()
    this.#channel.tell({ type: 'look', space: null })
    return this.#spaces.get(id)!
  }

  async receive(file: Uint8Array): Promise<Result<Received, ReceiveError>> {
    const parcel = readParcel(file)
    if (!parcel.ok) return parcel
    const space = this.#spaces.get(parcel.value.space)
    return space === undefined ? err({ type: 'NotHere' }) : space.receive(parcel.value)
  }

  async forget(id: string): Promise<void> {
    for (const { space } of this.#family.of(id)) await this.#forget(space)
    const space = this.#spaces.get(id)
    if (space !== undefined) await this.#forget(space)
    this.#channel.tell({ type: 'look', space: null })
    this.#tell()
  }

  async #forget(space: LiveSpace): Promise<void> {
    await space.close()
    this.#drop(space.id)
    await forgetSpace(this.#db, space.id)
    const docs = Object.keys(space.docs)
    await Promise.all(docs.map(name => forgetDoc(`${this.#options.store}/${space.id}/${name}`)))
  }

  #drop(id: string): void {
    this.#spaces.delete(id)
    this.#family.drop(id)
  }

  setOnline(online: boolean): void {
    this.#goOnline(online)
    this.#channel.tell({ type: 'online', online })
    void attempt(() => this.#db.settings.put({ key: 'online', value: online }))
  }

  #goOnline(online: boolean): void {
    this.online = online
    for (const space of this.#spaces.values()) space.setOnline(online)
    this.#tell()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  async close(): Promise<void> {
    this.#ended = true
    await this.#reading
    await Promise.all([...this.#spaces.values()].map(space => space.close()))
    this.#letGo()
    this.#channel.close()
    this.#db.close()
    this.#listeners.clear()
  }
}
