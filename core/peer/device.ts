/** This device: its keys and its person, the spaces it is in, and the line to the others. */

import { err, ok, type Result } from '../lib/result.ts'
import type { DeviceId } from '../model/ids.ts'
import type {
  Device,
  DeviceOptions,
  PairingError,
  Received,
  ReceiveError,
  RestoreError,
  SignError,
  Space,
} from './api.ts'
import { type Begun, begin, type Person } from './beginning.ts'
import { foundSpace, rowToJoin } from './founding.ts'
import { fingerprintOf } from './keys.ts'
import type { Ledger } from './ledger.ts'
import type { Inside } from './link.ts'
import { ListedDevice } from './listed-device.ts'
import { OpenSpaces } from './open-spaces.ts'
import { outside } from './outside.ts'
import { readInvitation } from './pairing.ts'
import { receiveFile } from './receiving.ts'
import { recordingsIn } from './recordings.ts'
import { makeRecovery, restore } from './recovery.ts'
import { onLost, rescue } from './rescue.ts'
import type { SharedState } from './seen-space.ts'
import type { LiveSpace } from './space.ts'
import { attempt, openStore, type Store, settingOf } from './store.ts'
import { leadWhenAlone, openChannel, type Word } from './tabs.ts'

/**
 * Opens this device: makes its keys the first time, opens the spaces it is in or lists them, and connects once no other
 * window of it does. Rejects only where the platform keeps nothing at all (no IndexedDB, no WebCrypto); the reason is in words.
 */
export const openDevice = async (options: DeviceOptions, inside: Partial<Inside> = {}): Promise<Device> => {
  const db = openStore(options.store)
  const begun = await attempt(() => begin(db, options.name))
  if (!begun.ok) {
    db.close()
    return Promise.reject(new Error(`This device cannot keep anything: ${begun.why}.`))
  }
  const device = new LiveDevice(db, options, { ...outside, ...inside }, begun.value)
  await device.readSpaces()
  device.takeLine()
  return device
}

class LiveDevice extends ListedDevice implements Device {
  readonly id: DeviceId
  readonly fingerprint: string
  readonly recordings: Device['recordings']
  person: Person
  online: boolean
  storage: Device['storage'] = 'kept'
  lastBackup: number | null
  restoredFrom: number | null
  readonly #db: Store
  readonly #options: DeviceOptions
  readonly #begun: Begun
  readonly #rounds: number
  readonly #mayLead: boolean
  protected readonly opened: OpenSpaces
  readonly #channel: ReturnType<typeof openChannel>
  #leading = false
  #letGo = () => {}
  #ended = false

  constructor(db: Store, options: DeviceOptions, inside: Inside, begun: Begun) {
    super()
    this.#db = db
    this.recordings = recordingsIn(db)
    this.#options = options
    this.#begun = begun
    this.#rounds = inside.rounds
    this.#mayLead = inside.leads
    this.id = begun.keys.id
    this.fingerprint = fingerprintOf(begun.keys.keys)
    this.person = begun.person
    this.online = begun.online
    this.lastBackup = begun.backup
    this.restoredFrom = begun.restored
    this.#channel = openChannel(options.store, word => void this.#hear(word))
    this.opened = new OpenSpaces({
      db,
      options,
      inside,
      begun,
      leads: () => (this.#leading ? this.online : null),
      tell: word => this.#channel.tell(word),
      who: () => ({ person: this.person.id, name: this.person.name }),
      changed: ledger => this.#changed(ledger),
      added: id => this.#added(id),
    })
    onLost(db, () => this.#lose())
  }

  /** The browser removed the storage; the window that holds the line holds everything. */
  #lose(): void {
    if (this.#ended || !this.#leading || this.storage === 'lost') return
    this.storage = 'lost'
    this.tell()
    const { person, online, lastBackup: backup, restoredFrom: restored } = this
    const kept = () => [...this.opened.all.values()].map(space => space.kept())
    void rescue(this.#db, { ...this.#begun, person, online, backup, restored }, kept).then(({ ok }) => {
      this.storage = ok ? 'rescued' : 'lost'
      this.#channel.tell({ type: 'look', space: null })
      this.tell()
    })
  }

  /** Waits for the line; the window that holds it connects every space. */
  takeLine(): void {
    if (this.#mayLead) this.#letGo = this.#waitForLine()
    this.#channel.tell({ type: 'hello' })
  }

  #waitForLine(): () => void {
    return leadWhenAlone(`${this.#options.store}/line`, () => {
      if (this.#ended) return
      this.#leading = true
      for (const space of this.opened.all.values()) void space.lead(this.online)
      void this.opened.openRest()
    })
  }

  /** Finds spaces that another window made, closes those it forgot. */
  async readSpaces(): Promise<void> {
    await this.opened.read()
    if (this.#ended) return
    if (this.#leading) void this.opened.openRest()
    const person = await attempt(() => settingOf(this.#db, 'person'))
    if (person.ok && person.value) this.person = person.value as Person
    this.tell()
  }

  /** Why: a second device learns only when it is let in whose it is. */
  #changed(ledger: Ledger | null): void {
    const person = ledger?.members.personOf(this.id)
    const joinedAs = ledger?.row.joining?.role
    if (person && person !== this.person.id && joinedAs === 'own-device' && this.list.length === 1)
      void this.#savePerson({ ...this.person, id: person })
    this.tell()
  }

  async #hear(word: Word): Promise<void> {
    if (this.#ended) return
    if (word.type === 'hello') {
      if (this.#leading) for (const space of this.opened.all.values()) space.hello()
    } else if (word.type === 'look') {
      const space = word.space === null ? undefined : this.opened.all.get(word.space)
      // Why: what another window wrote in a space that is only listed here is sent by the window that holds the line.
      if (space === undefined && word.space !== null && this.#leading) await this.opened.open(word.space)
      if (space === undefined) await this.readSpaces()
      else await space.lookAgain()
    } else if (word.type === 'online') this.#goOnline(word.online)
    else if (word.type === 'shared') this.opened.all.get(word.space)?.share(word.link as SharedState)
    else if (this.#leading) this.opened.all.get(word.space)?.setPresence(word)
  }

  async #savePerson(person: Person): Promise<void> {
    this.person = person
    await attempt(() => this.#db.settings.put({ key: 'person', value: person }))
    this.#channel.tell({ type: 'look', space: null })
    this.tell()
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
    const before = await this.opened.open(invitation.space)
    if (before?.membership === 'member') return err({ type: 'AlreadyUsed' })
    if (before !== undefined) await this.forget(before.id)
    if (name !== '' && name !== this.person.name) await this.setName(name)
    const row = rowToJoin(invitation, this.person, this.#options.now())
    const saved = await attempt(() => this.#db.spaces.add(row))
    return saved.ok ? ok(await this.#added(row.id)) : err({ type: 'NotSaved', why: saved.why })
  }

  async #added(id: string): Promise<LiveSpace> {
    await this.opened.open(id)
    await this.readSpaces()
    this.#channel.tell({ type: 'look', space: null })
    return this.opened.all.get(id)!
  }

  async makeRecovery(passphrase: string): Promise<Result<Uint8Array<ArrayBuffer>, SignError>> {
    const now = this.#options.now()
    const spaces = await this.opened.openAll()
    const made = await makeRecovery(this.#db, this.person, spaces, passphrase, now, this.#rounds)
    if (made.ok) this.lastBackup = now
    this.tell()
    return made
  }

  async restore(file: Uint8Array, passphrase: string): Promise<Result<null, RestoreError>> {
    const restored = await restore(this.#db, this.#begun.keys, file, passphrase, this.#options.now())
    if (!restored.ok) return restored
    this.restoredFrom = restored.value.made
    await this.readSpaces()
    this.#channel.tell({ type: 'look', space: null })
    return ok(null)
  }

  receive(file: Uint8Array): Promise<Result<Received, ReceiveError>> {
    return receiveFile(file, id => this.opened.open(id))
  }

  async forget(id: string): Promise<void> {
    await this.opened.forget(id)
    this.#channel.tell({ type: 'look', space: null })
    this.tell()
  }

  setOnline(online: boolean): void {
    this.#goOnline(online)
    this.#channel.tell({ type: 'online', online })
    void attempt(() => this.#db.settings.put({ key: 'online', value: online }))
  }

  #goOnline(online: boolean): void {
    this.online = online
    for (const space of this.opened.all.values()) space.setOnline(online)
    this.tell()
  }

  async close(): Promise<void> {
    this.#ended = true
    await this.opened.close()
    this.#letGo()
    this.#channel.close()
    this.#db.close()
    this.listeners.clear()
  }
}
