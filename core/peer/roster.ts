/** The member list as its owner signed it, version after version, with the devices people vouched for themselves. */
import type { Json } from '../lib/canonical.ts'
import { type Hash, hashOf } from '../lib/hash.ts'
import type { DeviceId, PersonId } from '../model/ids.ts'
import type { DeviceLink, MemberDevice, Removal, Roster } from '../model/member.ts'
import type { MemberRole } from '../model/statement.ts'
import type { DocName, Member } from './api.ts'
import { deviceIdOf, fingerprintOf } from './keys.ts'
import { actingAs, leadsPlaybook, mayWrite } from './roles.ts'
import { sameWriter } from './update.ts'

export const rosterHash = (roster: Roster): Hash => hashOf('roster', roster as Json)

/** Devices one recovery file lets in, so that who finds a file and its words cannot fill the list. */
const mostFromFile = 20

const shown = ({ id, keys, since }: MemberDevice) => ({ id, keys, fingerprint: fingerprintOf(keys), since })

/** Every version of one space's member list, and what each device was under each. */
export class Members {
  readonly #space: string
  readonly #owner: DeviceId
  readonly #versions: Roster[] = []
  readonly #links: DeviceLink[] = []
  /** `by`: the recovery file that let it in, where nothing else did yet. */
  readonly #devices = new Map<
    DeviceId,
    { readonly device: MemberDevice; readonly person: PersonId; readonly by?: DeviceId }
  >()
  /** The letters by which files let devices in. */
  readonly fromFiles = new Map<DeviceId, Uint8Array>()
  readonly #removed = new Map<DeviceId, Removal & { readonly version: number; readonly name: string }>()

  constructor(space: string, owner: DeviceId) {
    this.#space = space
    this.#owner = owner
  }

  get latest(): Roster | undefined {
    return this.#versions.at(-1)
  }

  get versions(): readonly Roster[] {
    return this.#versions
  }

  get links(): readonly DeviceLink[] {
    return this.#links
  }

  /** Every device that is or was a member's: what the removed wrote before stays, and needs their keys. */
  get devices(): readonly DeviceId[] {
    return [...this.#devices.keys()]
  }

  /** The device that keeps the member list now. */
  get owner(): DeviceId {
    return this.latest?.owner ?? this.#owner
  }

  /** How the keys are counted now. */
  get epoch(): number {
    return this.latest?.epoch ?? 1
  }

  /** Those who were let in once and are out, with the last of their envelopes that counts. */
  get removed(): readonly (Removal & { readonly name: string })[] {
    return [...this.#removed.values()]
  }

  /** The last envelope of a device that counts; undefined where it was not removed. */
  lastOf(device: DeviceId): number | undefined {
    return this.#removed.get(device)?.last ?? (this.#fileOut(device) === undefined ? undefined : 0)
  }

  /** Every device that is out, with the last of its envelopes that counts. */
  get ends(): readonly { readonly device: DeviceId; readonly last: number }[] {
    return this.devices.flatMap(device => {
      const last = this.lastOf(device)
      return last === undefined ? [] : [{ device, last }]
    })
  }

  /** The removal of the file by which alone a device came in: what such a device wrote was in no list before it. */
  #fileOut(device: DeviceId): { readonly version: number } | undefined {
    const by = this.#devices.get(device)?.by
    return by === undefined ? undefined : this.#removed.get(by)
  }

  /** Whether a device may take part: known, its person in the newest list, and not removed. */
  isIn(device: DeviceId): boolean {
    const person = this.personOf(device)
    return this.lastOf(device) === undefined && (this.latest?.members.some(member => member.person === person) ?? false)
  }

  /** Whether a device may sign the next list: the one that keeps it, or another of that person, which then removes it. */
  mayKeep(device: DeviceId): boolean {
    return device === this.owner || (this.isIn(device) && this.personOf(device) === this.personOf(this.owner))
  }

  /** Takes the next version in; answers why not, where it is none. */
  add(roster: Roster, from: DeviceId): string | undefined {
    const before = this.latest
    const devices = roster.members.flatMap(({ devices }) => devices)
    const removed = new Map((roster.removed ?? []).map(one => [one.device, one]))
    if (roster.owner !== from || !this.mayKeep(from)) return 'only the owner changes the member list'
    if (from !== this.owner && !removed.has(this.owner)) return 'a member list is kept by one device'
    if (roster.space !== this.#space) return 'it is the member list of another space'
    if (roster.version !== (before?.version ?? 0) + 1) return 'it is not the next member list'
    if (roster.prev !== (before === undefined ? null : rosterHash(before)))
      return 'it does not follow the member list before'
    if (before !== undefined && (before.athlete !== roster.athlete || before.club !== roster.club))
      return 'it is the member list of another athlete'
    if (devices.some(({ id, keys }) => deviceIdOf(keys) !== id)) return 'a device in it is not who it says'
    if (devices.some((one, i) => devices.some((other, j) => i < j && sameWriter(one.id, other.id))))
      return 'two devices in it cannot be told apart'
    if (!devices.some(({ id }) => id === from)) return 'its owner is missing'
    if (devices.some(({ id }) => removed.has(id))) return 'it holds a device that was removed'
    if ([...this.#removed.values()].some(({ device, last }) => removed.get(device)?.last !== last))
      return 'it lets a removed device back in'
    if ((roster.epoch ?? 1) < this.epoch) return 'it goes back to an older key'
    const names = new Map(before?.members.map(({ person, name }) => [person, name]))
    this.#versions.push(roster)
    for (const [id, one] of removed)
      if (!this.#removed.has(id))
        this.#removed.set(id, { ...one, version: roster.version, name: names.get(one.person) ?? '' })
    for (const { person, devices } of roster.members)
      for (const device of devices) this.#devices.set(device.id, { device, person })
    return undefined
  }

  /** Takes in a device that another device of the same person vouches for, or a newer key for it; answers why not. */
  addLink(link: DeviceLink, from: DeviceId): string | undefined {
    if (link.space !== this.#space) return 'it is of another space'
    if (this.#devices.get(from)?.person !== link.person) return 'it vouches for a device of somebody else'
    if (deviceIdOf(link.device.keys) !== link.device.id) return 'the device is not who it says'
    const known = this.#devices.get(link.device.id)
    if (known?.person === link.person && known.device.keys === link.device.keys) {
      this.#links.push(link)
      this.#devices.set(link.device.id, { device: known.device, person: known.person })
      return undefined
    }
    if (this.devices.some(id => sameWriter(id, link.device.id))) return 'this device is known already'
    this.#links.push(link)
    this.#devices.set(link.device.id, { device: link.device, person: link.person })
    return undefined
  }

  /** Takes in a device that opened a recovery file; true where it was not known before. */
  addFromFile(device: MemberDevice, file: DeviceId, letter: Uint8Array): boolean {
    const known = this.#devices.get(file)
    if (known?.device.file !== true || this.lastOf(file) !== undefined || device.file === true) return false
    if (deviceIdOf(device.keys) !== device.id || this.devices.some(id => sameWriter(id, device.id))) return false
    if ([...this.#devices.values()].filter(({ by }) => by === file).length >= mostFromFile) return false
    this.#devices.set(device.id, { device, person: known.person, by: file })
    this.fromFiles.set(device.id, letter)
    return true
  }

  keysOf(device: DeviceId): string | undefined {
    return this.#devices.get(device)?.device.keys
  }

  personOf(device: DeviceId): PersonId | undefined {
    return this.#devices.get(device)?.person
  }

  /** A device's roles under one version (the newest by default); none where it was no member. */
  rolesOf(device: DeviceId, version = this.latest?.version ?? 0): readonly MemberRole[] {
    const person = this.personOf(device)
    const removed = this.#removed.get(device) ?? this.#fileOut(device)
    if (removed !== undefined && version >= removed.version) return []
    const roster = this.#versions[version - 1]
    const member = roster?.members.find(member => member.person === person)
    return roster === undefined || member === undefined ? [] : actingAs(roster, member)
  }

  /** Whether somebody is head coach under one version (the newest by default). */
  hasHead(version = this.latest?.version ?? 0): boolean {
    return this.#versions[version - 1]?.members.some(({ roles }) => roles.includes('head-coach')) === true
  }

  /** Whether a device may write a document under one version of the list (the newest by default). */
  mayWrite(doc: DocName, device: DeviceId, version?: number): boolean {
    const roles = this.rolesOf(device, version)
    return doc === 'playbook' ? leadsPlaybook(roles, this.hasHead(version)) : mayWrite(doc, roles)
  }

  /** A person's devices that are in, as the list names them. */
  devicesOf(person: PersonId): readonly MemberDevice[] {
    return [...this.#devices.values()]
      .filter(known => known.person === person && this.lastOf(known.device.id) === undefined)
      .map(({ device }) => device)
  }

  /** Everybody, with all their devices. */
  get people(): readonly Member[] {
    const { latest } = this
    return (latest?.members ?? []).map(({ person, name, roles, devices }) => ({
      person,
      name,
      roles: actingAs(latest!, { person, name, roles, devices }),
      isUnassigned: roles.includes('coach') && latest?.assigned?.includes(person) === false,
      devices: this.devicesOf(person)
        .filter(({ file }) => !file)
        .map(shown),
      files: this.devicesOf(person)
        .filter(({ file }) => file === true)
        .map(shown),
    }))
  }
}
