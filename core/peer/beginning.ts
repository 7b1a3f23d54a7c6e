/** The first thing a device does at every opening: it has keys, a person, and a number for this session. */
import type { PersonId } from '../model/ids.ts'
import { type DeviceKeys, makeDeviceKeys } from './keys.ts'
import { randomId } from './secret.ts'
import { type Store, settingOf } from './store.ts'

export type Person = { readonly id: PersonId; readonly name: string }

export type Begun = {
  readonly keys: DeviceKeys
  readonly person: Person
  readonly session: number
  readonly online: boolean
}

/** Makes the keys the first time; each opening gets the next number. */
export const begin = async (db: Store, name: string): Promise<Begun> => {
  let keys: DeviceKeys | undefined = await db.device.get('this')
  if (keys === undefined) {
    keys = await makeDeviceKeys()
    await db.device.add({ ...keys, row: 'this' })
  }
  const person = ((await settingOf(db, 'person')) as Person | undefined) ?? { id: randomId() as PersonId, name }
  const session = Number((await settingOf(db, 'session')) ?? 0) + 1
  await db.settings.bulkPut([
    { key: 'person', value: person },
    { key: 'session', value: session },
  ])
  return { keys, person, session, online: (await settingOf(db, 'online')) !== false }
}
