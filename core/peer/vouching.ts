/** A device vouches for another of the same person, and hands it the keys. */
import type { MemberDevice } from '../model/member.ts'
import { bodyOf } from './envelope.ts'
import { keyAndRoom } from './epochs.ts'
import { lockFor, readKeys } from './keys.ts'
import type { Ledger, Written } from './ledger.ts'

/** Writes that a device is this person's too, with the newest key closed to it. Call within `ledger.write`. */
export const vouch = async (ledger: Ledger, device: MemberDevice): Promise<Written> => {
  const { members, me, row, epoch } = ledger
  const [keys, key, person] = [await readKeys(device.keys), row.epochKeys[epoch], members.personOf(me.id)]
  if (keys === undefined || key === undefined || person === undefined)
    return { ok: false, why: 'this device is not in itself' }
  const lockbox = await lockFor(keys, row.id, epoch, keyAndRoom(key, row.roomSecret))
  const link = { v: 1 as const, space: row.id, person, device, lockbox, past: members.latest?.past ?? [] }
  const written = await ledger.enter([{ kind: 'link', doc: '-', body: bodyOf(link) }])
  if (written.ok) members.addLink(link, me.id)
  return written
}

/** The person's own devices that hold no box of the newest key, though they are in. */
const withoutKey = ({ members, me, isMember, epoch }: Ledger) => {
  const mine = members.personOf(me.id)
  if (!isMember || mine === undefined || members.epoch === 1 || epoch < members.epoch) return []
  const boxes = [...(members.latest?.lockboxes ?? []), ...members.links.map(({ lockbox }) => lockbox)]
  return members
    .devicesOf(mine)
    .filter(({ id }) => id !== me.id && !boxes.some(box => box.to === id && box.epoch === members.epoch))
}

/**
 * Hands the newest key to the person's own devices that do not have it: one they vouched for while somebody else was
 * being removed stands in no list yet. True where it wrote something.
 */
export const handOn = async (ledger: Ledger): Promise<boolean> => {
  if (withoutKey(ledger).length === 0) return false
  return ledger.write(async () => {
    const written = []
    for (const device of withoutKey(ledger)) written.push(await vouch(ledger, device))
    return written.some(({ ok }) => ok)
  })
}
