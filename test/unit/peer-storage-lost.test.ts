import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, expect, test } from 'vitest'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { putSession, readPlan } from '../../core/plan/index.ts'
import { aRun, household, network, newStore, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const titles = (space: Space) =>
  readPlan(space.docs.plan)
    .sessions.map(({ title }) => title)
    .toSorted()
const write = (space: Space, id: string) =>
  putSession(space.docs.plan, aRun(id, '2026-05-05', { title: id }), localOrigin)

test('all storage is removed under an open window: it is written anew, said, and nothing that was saved is lost', async () => {
  const net = network()
  const store = newStore()
  const coach = await open(net, 'Ann', { store })
  const hers = valueIn(await coach.createSpace('coach'))
  const ben = await open(net, 'Ben')
  const his = await pair(hers, ben, 'Ben', 'athlete')
  write(hers, 'before')
  valueIn(await hers.sign({ ...blank, type: 'seen', item: 'a' }))
  await until('both have all', () => titles(his).length === 1 && hers.status.acknowledgedBy.length === 1)
  for (const { name } of await indexedDB.databases())
    if (name === store || name?.startsWith(`${store}/`)) await Dexie.delete(name)
  await until('it is said', () => coach.storage === 'rescued')
  write(hers, 'after')
  await hers.saved()
  expect(hers.status.saved).toBe('saved')
  await until('Ben has it', () => titles(his).length === 2)
  await close(coach)
  const again = await open(net, 'Ann again', { store })
  const space = again.spaces[0]!
  expect([again.id, again.person]).toEqual([coach.id, coach.person])
  expect([titles(space), space.status.held, space.keeps]).toEqual([['after', 'before'], 0, 'yes'])
  expect(space.log.map(({ verified }) => verified.ok)).toEqual([true])
  write(space, 'on')
  await until('Ben reads on', () => titles(his).length === 3)
  expect(his.status.held).toBe(0)
})

test('storage is removed while another window is open too: both go on', async () => {
  const net = network()
  const store = newStore()
  const first = await open(net, 'Window 1', { store })
  const one = valueIn(await first.createSpace('coach'))
  const second = await open(net, 'Window 2', { store })
  const two = second.spaces[0]!
  write(one, 'before')
  await until('the second has it', () => titles(two).length === 1)
  await Dexie.delete(store)
  await until('it is written anew', () => first.storage === 'rescued')
  write(two, 'two')
  write(one, 'one')
  await Promise.all([one.saved(), two.saved()])
  await until('both read all', () => [one, two].every(space => titles(space).length === 3))
  await close(first)
  await close(second)
  const again = await open(net, 'again', { store })
  expect(titles(again.spaces[0]!)).toEqual(['before', 'one', 'two'])
})

test.each([-1, 1])(
  'a clock wrong by %i day: letting in, words, removal and recovery go on, and nothing is lost',
  async days => {
    const net = network()
    const ann = await open(net, 'Ann')
    const hers = valueIn(await ann.createSpace('coach'))
    const wrong = { now: () => noon + days * 86_400_000 }
    const ben = await open(net, 'Ben', wrong)
    const his = await pair(hers, ben, 'Ben', 'athlete')
    const cas = await open(net, 'Cas', wrong)
    await pair(hers, cas, 'Cas', 'coach')
    valueIn(await hers.sign({ ...blank, type: 'seen', item: 'a' }))
    await until('Ben has it', () => his.log.length === 1)
    valueIn(await his.sign({ ...blank, type: 'seen', item: 'b' }))
    await until('Ann has it', () => hers.log.length === 2)
    valueIn(await hers.sign({ ...blank, type: 'seen', item: 'c' }))
    await until('all have all', () => his.log.length === 3)
    const at = (item: string) => his.log.find(({ signed }) => signed.statement.item === item)!.signed.statement.at
    expect([at('a') <= at('b'), at('b') <= at('c'), his.log.every(({ verified }) => verified.ok)]).toEqual([
      true,
      true,
      true,
    ])
    expect(his.log).toEqual(hers.log)
    valueIn(await hers.remove([cas.id]))
    write(hers, 'after')
    await until('Ben reads on', () => titles(ben.spaces[0]!).length === 1)
    const file = valueIn(await ben.makeRecovery('apple river cloud stone'))
    await close(ben)
    const anew = await open(net, 'Ben anew')
    valueIn(await anew.restore(file, 'apple river cloud stone'))
    expect([titles(anew.spaces[0]!), anew.spaces[0]!.log.length]).toEqual([['after'], 3])
    expect(hers.status.held).toBe(0)
  },
)
