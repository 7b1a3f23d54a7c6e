/** The first thing a device does at every opening: it has keys, a person, and a number for this session. */
import type { PersonId } from '../model/ids.ts'
import { type DeviceKeys, makeDeviceKeys } from './keys.ts'
import { randomId } from './secret.ts'
import { type Store, settingOf } from './store.ts'
import { alone } from './tabs.ts'

export type Person = { readonly id: PersonId; readonly name: string }

export type Begun = {
  readonly keys: DeviceKeys
  readonly person: Person
  readonly session: number
  readonly online: boolean
  /** When a recovery file was last made here (milliseconds since 1970-01-01 UTC); null where none was. */
  readonly backup: number | null
  /** When the file this device came back with was made (minutes since 1970-01-01 UTC); null where it did not. */
  readonly restored: number | null
}

/** Makes the keys the first time; each opening gets the next number. */
export const begin = (db: Store, name: string): Promise<Begun> => alone(`${db.name}/begin`, () => beginNow(db, name))

/** A number no opening had before: nothing is written under one that was used. */
export const nextSession = (db: Store): Promise<number> => alone(`${db.name}/begin`, () => countSession(db))

const countSession = async (db: Store): Promise<number> => {
  const session = Number((await settingOf(db, 'session')) ?? 0) + 1
  await db.settings.put({ key: 'session', value: session })
  return session
}

const beginNow = async (db: Store, name: string): Promise<Begun> => {
  let keys: DeviceKeys | undefined = await db.device.get('this')
  if (keys === undefined) {
    keys = await makeDeviceKeys()
    await db.device.add({ ...keys, row: 'this' })
  }
  const person = ((await settingOf(db, 'person')) as Person | undefined) ?? { id: randomId() as PersonId, name }
  const session = await countSession(db)
  await db.settings.put({ key: 'person', value: person })
  const backup = ((await settingOf(db, 'backup')) as number | undefined) ?? null
  const restored = ((await settingOf(db, 'restored')) as { readonly made: number } | undefined)?.made ?? null
  return { keys, person, session, backup, restored, online: (await settingOf(db, 'online')) !== false }
}
