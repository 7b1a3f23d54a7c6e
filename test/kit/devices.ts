/** Several devices in one process, on a network in memory, with clocks that can be wrong. */
import 'fake-indexeddb/auto'
import type { Result } from '../../core/lib/result.ts'
import type { Activity } from '../../core/model/activity.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import type { PrivateNote } from '../../core/model/private-note.ts'
import type { Session } from '../../core/model/session.ts'
import type { Device, Space } from '../../core/peer/api.ts'
import { openDevice } from '../../core/peer/device.ts'
import type { Inside } from '../../core/peer/link.ts'
import type { Network } from './memory-network.ts'
import { memoryFolders } from './memory-place.ts'

export { copyDisk, withKept } from './disk.ts'
export { fairWeather, type Network, network, seeded, type Weather } from './memory-network.ts'

let stores = 0
/** A store's name nobody else uses. */
export const newStore = (): string => `store-${process.pid}-${stores++}`

export const noon = Date.UTC(2026, 4, 5, 12)

type OpenedAs = { readonly store?: string; readonly now?: () => number; readonly opens?: 'all' | 'listed' }

/** A device on the network. The same store opened again is the same device after a restart. */
export const deviceOn = (
  net: Network,
  name: string,
  { store = newStore(), now = () => noon, opens = 'all', ...inside }: Partial<Inside> & OpenedAs = {},
): Promise<Device> =>
  openDevice(
    { store, name, rendezvous: [], iceServers: [], now, opens },
    {
      ...{ connect: net.connect(name), folder: memoryFolders, needsRendezvous: false },
      ...{ gather: 5, acknowledge: 5, rounds: 100_000 },
      ...inside,
    },
  )

/** Waits until something is so; fails with its name after so many seconds. */
export const until = async (what: string, isSo: () => boolean, seconds = 30): Promise<void> => {
  const end = Date.now() + seconds * 1_000
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`not so after ${seconds} s: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 3))
  }
}

export const valueIn = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Invites, joins, and says yes; answers the joiner's space. */
export const pair = async (
  host: Space,
  guest: Device,
  name: string,
  as: Parameters<Space['invite']>[0],
): Promise<Space> => {
  const invite = valueIn(await host.invite(as))
  const space = valueIn(await guest.join(invite.fragment, name))
  await until(`${name} is at the door`, () => host.requests.some(({ device }) => device === guest.id))
  valueIn(await host.accept(guest.id))
  await until(`${name} is in`, () => space.membership === 'member')
  return space
}

/** A session of a plan, for tests that need any. */
export const aRun = (id: string, day: string, more: Partial<Session> = {}): Session => ({
  id: id as Session['id'],
  day: day as Day,
  sport: 'run',
  title: 'Easy run',
  purpose: 'easy',
  steps: [
    { type: 'step', role: 'work', amount: { unit: 's', value: 2400 }, target: { type: 'zone', zone: 'E' }, cue: null },
  ],
  key: false,
  locked: false,
  notes: '',
  startMinute: null,
  ...more,
})

/** A note between a coach and the athlete alone. */
export const aNote = (id: string): PrivateNote => ({
  id,
  kind: 'conversation',
  day: null,
  by: 'somebody' as PrivateNote['by'],
  words: 'We talked.',
  at: 0,
})

/** An activity as rich as a watch makes them, for tests that need many. */
export const aActivity = (number: number): Activity => ({
  id: `activity-${number}` as Activity['id'],
  sport: 'run',
  name: `Run ${number}`,
  day: addDays('2024-01-01' as Day, number),
  start: `${addDays('2024-01-01' as Day, number)}T07:00:00`,
  utc: 1_704_000_000 + number * 86_400,
  durationS: 3600 + number,
  elapsedS: 3700 + number,
  distanceM: 12_000,
  ascentM: 80,
  flatDistanceM: 12_100,
  meanHr: 142,
  maxHr: 165,
  temperatureC: 14,
  hrSeconds: Array.from({ length: 40 }, (_, i): [number, number] => [100 + 2 * i, (number * 7 + i * 13) % 200]),
  paceSeconds: Array.from({ length: 40 }, (_, i): [number, number] => [240 + 5 * i, (number * 11 + i * 5) % 200]),
  bestEfforts: [{ distanceM: 1000, durationS: 270 }],
  splits: Array.from({ length: 12 }, () => ({ durationS: 300, distanceM: 1000, meanHr: 142 })),
  decoupling: 0.03,
  rpe: null,
  comment: null,
  sources: [{ kind: 'fit', name: `${number}.fit`, id: null }],
})

/** Opens devices and closes them all at the end of a test. */
export const household = () => {
  const opened = new Set<Device>()
  return {
    open: async (...given: Parameters<typeof deviceOn>): Promise<Device> => {
      const device = await deviceOn(...given)
      opened.add(device)
      return device
    },
    close: async (device: Device) => {
      opened.delete(device)
      await device.close()
    },
    closeAll: async () => {
      const all = [...opened]
      opened.clear()
      await Promise.all(all.map(device => device.close()))
    },
  }
}
