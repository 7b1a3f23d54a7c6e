/** Whatever carries them, the same changes arrive, once, and their writer learns that they did: one contract for every way. */
import { afterEach, describe, expect, test } from 'vitest'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import { type Device, localOrigin, type Space } from '../../core/peer/api.ts'
import type { Inside } from '../../core/peer/link.ts'
import { putCheckIn, putSession, readAthlete, readPlan } from '../../core/plan/index.ts'
import { memoryPort } from '../kit/memory-port.ts'
import { aRun, household, type Network, network, newStore, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const monday = '2026-05-04' as Day
const noLink = () => ({ stop: () => {}, peers: () => 0 })

/** How one way is put between two devices that met before: what each is opened with, and what a person does to use it. */
type Way = {
  readonly inside: (net: Network, name: 'app' | 'extension') => Partial<Inside>
  /** Called again and again while something is on its way; a link that works by itself does nothing. */
  readonly carry: (one: Device, other: Device) => Promise<void>
  readonly begin?: (one: Space, other: Space) => Promise<void>
}

let folders = 0
const ways: Readonly<Record<string, () => Way>> = {
  'device to device': () => ({ inside: (net, name) => ({ connect: net.connect(name) }), carry: async () => {} }),
  port: () => {
    const machine = memoryPort()
    return {
      inside: (_, name) => ({
        connect: noLink,
        beside: name === 'app' ? machine.page('window') : machine.extension,
      }),
      carry: async () => {},
    }
  },
  folder: () => ({
    inside: () => ({ connect: noLink }),
    begin: async (one, other) => {
      const folder = { name: `contract-${folders++}` } as unknown as FileSystemDirectoryHandle
      await one.useFolder(folder)
      await other.useFolder(folder)
    },
    carry: async () => {},
  }),
  file: () => ({
    inside: () => ({ connect: noLink }),
    carry: async (one, other) => {
      valueIn(await other.receive((await one.spaces[0]!.pack(other.person.id)).bytes))
      valueIn(await one.receive((await other.spaces[0]!.pack(one.person.id)).bytes))
    },
  }),
}

describe.each(Object.entries(ways))('%s', (_, make) => {
  const met = async () => {
    const way = make()
    const net = network()
    const stores = [newStore(), newStore()] as const
    const first = await open(net, 'Cora', { store: stores[0] })
    const second = await open(net, 'Ada', { store: stores[1] })
    await pair(valueIn(await first.createSpace('coach')), second, 'Ada', 'athlete')
    await until('they know', () => first.spaces[0]!.status.acknowledgedBy.length === 1)
    for (const device of [first, second]) await close(device)
    const coach = await open(net, '', { store: stores[0], ...way.inside(net, 'app') })
    const athlete = await open(net, '', { store: stores[1], ...way.inside(net, 'extension') })
    const [hers, his] = [coach.spaces[0]!, athlete.spaces[0]!]
    await way.begin?.(hers, his)
    return { way, coach, athlete, hers, his }
  }
  /** Carries until it is so. */
  const comes = async (what: string, { way, coach, athlete }: Awaited<ReturnType<typeof met>>, isSo: () => boolean) => {
    for (let round = 0; round < 5 && !isSo(); round++) await way.carry(coach, athlete)
    await until(what, isSo)
  }

  test('an edit of each arrives at the other, and each learns that it did', async () => {
    const there = await met()
    const { hers, his, coach, athlete } = there
    valueIn(putSession(hers.docs.plan, aRun('session', monday), localOrigin))
    valueIn(putCheckIn(his.docs.athlete, { ...emptyCheckIn(monday), soreness: 2 }, localOrigin))
    for (const space of [hers, his]) await space.saved()
    await comes('the session came', there, () => readPlan(his.docs.plan).sessions.length === 1)
    await comes('the check-in came', there, () => readAthlete(hers.docs.athlete).checkIns.length === 1)
    await comes('both know', there, () =>
      [hers.status.acknowledgedBy.includes(athlete.id), his.status.acknowledgedBy.includes(coach.id)].every(Boolean),
    )
    expect([hers.status.held, his.status.held]).toEqual([0, 0])
  })

  test('what was written while links were off comes when they are on, in order and once', async () => {
    const there = await met()
    const { hers, his, coach, athlete } = there
    for (const device of [coach, athlete]) device.setOnline(false)
    for (let i = 0; i < 5; i++) {
      valueIn(putSession(hers.docs.plan, aRun(`session-${i}`, addDays(monday, i)), localOrigin))
      await hers.saved()
    }
    let changes = 0
    his.docs.plan.on('update', () => changes++)
    for (const device of [coach, athlete]) device.setOnline(true)
    await comes('all came', there, () => readPlan(his.docs.plan).sessions.length === 5)
    await comes('she knows', there, () => hers.status.acknowledgedBy.includes(athlete.id))
    expect([changes, his.status.held]).toEqual([5, 0])
  })
})
