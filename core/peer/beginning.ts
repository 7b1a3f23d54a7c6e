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
  return { keys, person, session, online: (await settingOf(db, 'online')) !== false }
}
