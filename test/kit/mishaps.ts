/** A season in which everything goes wrong on the way, and what each device reads once all have met. */
import { canonical, type Json } from '../../core/lib/canonical.ts'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import { situationOf } from '../../core/peer/actions.ts'
import { type Device, localOrigin, type Space } from '../../core/peer/api.ts'
import { onFile } from '../../core/peer/reading.ts'
import { compose, patchSession, putCheckIn, putSession, readPlan, removeSession } from '../../core/plan/index.ts'
import { aRun, fairWeather, household, network, newStore, noon, pair, seeded, until, valueIn } from './devices.ts'

const monday = '2026-05-04' as Day
const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const

/** Everything a person can see of a space, as one text. */
const readSpace = (space: Space): string => {
  const { plan, content, log, playbook } = situationOf(space, { day: monday, minute: 720, at: noon / 60_000 })
  const seasons = space.seasons.map(({ season, from, isSigned }) => ({ season, from, isSigned }))
  const past = space.past.map(({ season, hash }) => ({ season, hash }))
  const seen = [plan, onFile(space, space.past), log, compose(plan, content, log, playbook), space.members]
  return canonical([...seen, seasons, past] as unknown as Json)
}

/** One thing a person does, chosen by chance. */
const act = async (space: Space, device: number, random: () => number): Promise<void> => {
  const pick = (count: number) => Math.floor(random() * count)
  const day = addDays(monday, pick(7))
  const session = `session-${pick(2)}`
  if (space.myRoles.includes('coach') && pick(15) === 0) return turnSeason(space, pick)
  if (pick(5) === 0) {
    valueIn(await space.sign({ ...blank, type: 'seen', item: `${device}-${pick(1000)}` }))
    return
  }
  if (!space.myRoles.includes('coach')) {
    valueIn(putCheckIn(space.docs.athlete, { ...emptyCheckIn(day), soreness: 1 + pick(5) }, localOrigin))
    return
  }
  const there = readPlan(space.docs.plan).sessions.find(({ id }) => id === session)
  if (there === undefined) valueIn(putSession(space.docs.plan, aRun(session, day), localOrigin))
  else if (pick(4) === 0) valueIn(removeSession(space.docs.plan, there.id, localOrigin))
  else valueIn(patchSession(space.docs.plan, there.id, pick(2) ? { day } : { title: `Run ${pick(100)}` }, localOrigin))
}

/** A coach ends the season, or takes the last end back where nothing was written since. */
const turnSeason = async (space: Space, pick: (count: number) => number): Promise<void> => {
  const last = space.seasons.at(-1)
  if (last?.mayTakeBack && pick(2) === 0) valueIn(await space.sign({ ...blank, type: 'undone', item: last.id }))
  else valueIn(await space.endSeason(addDays(last?.from ?? monday, 1 + pick(3))))
}

/** Seconds for all to come together. Why so long: many seasons at once on a busy machine; nothing here asserts a time. */
const patience = 120

const names = ['Ann', 'Cas', 'Ben', 'Ben’s laptop', 'Ann’s phone'] as const

/**
 * Two coaches, an athlete, and a second device of two of them: edits, statements, loss, doubling, delays, partitions,
 * restarts, and a file handed over now and then. Answers what each reads once all have met; throws where they differ, or
 * where anything was turned away.
 */
export const mishapSeason = async (seed: number, steps: number): Promise<readonly string[]> => {
  const { open, close, closeAll } = household()
  const stores = names.map(newStore)
  try {
    return await live(seed, steps, stores, open, close)
  } finally {
    await closeAll()
    // Why: a thousand seasons' databases would fill the memory of one process.
    for (const { name } of await indexedDB.databases())
      if (name !== undefined && stores.some(store => name === store || name.startsWith(`${store}/`)))
        indexedDB.deleteDatabase(name)
  }
}

type Household = ReturnType<typeof household>

const live = async (
  seed: number,
  steps: number,
  stores: readonly string[],
  open: Household['open'],
  close: Household['close'],
): Promise<readonly string[]> => {
  const random = seeded(seed)
  const net = network(random)
  const devices: Device[] = []
  for (const [i, name] of names.entries()) devices.push(await open(net, name, { store: stores[i]!, gather: 2 }))
  const hers = valueIn(await devices[0]!.createSpace('coach'))
  await pair(hers, devices[1]!, 'Cas', 'coach')
  const his = await pair(hers, devices[2]!, 'Ben', 'athlete')
  await pair(his, devices[3]!, 'Ben', 'own-device')
  await pair(hers, devices[4]!, 'Ann', 'own-device')
  const space = (i: number) => devices[i]!.spaces[0]!
  const all = names.map((_, i) => i)
  await until(`seed ${seed}: all are in`, () =>
    all.every(i => space(i).members.flatMap(({ devices }) => devices).length === names.length),
  )

  net.setWeather({ lost: 45, doubled: 20, late: 6 })
  for (let step = 0; step < steps; step++) {
    const i = Math.floor(random() * names.length)
    const what = random() * 100
    if (what < 70) await act(space(i), i, random)
    else if (what < 75) await devices[Math.floor(random() * names.length)]!.receive((await space(i).pack(null)).bytes)
    else if (what < 92) net.setApart(names[i]!, random() < 0.4)
    else {
      await close(devices[i]!)
      devices[i] = await open(net, names[i]!, { store: stores[i]!, gather: 2 })
    }
    // Why: what one writes must reach some of the others before they write on.
    await new Promise(resolve => setTimeout(resolve, random() * 12))
  }
  net.setWeather(fairWeather)
  for (const name of names) net.setApart(name, false)
  for (const i of all) await space(i).saved()
  net.meetAgain()
  let read: readonly string[] = []
  await until(
    `seed ${seed}: all read the same`,
    () => {
      read = all.map(i => readSpace(space(i)))
      return new Set(read).size === 1
    },
    patience,
  )
  const held = all.map(i => space(i).status.held)
  const bad = space(0).log.filter(({ verified }) => !verified.ok)
  if (held.some(count => count > 0) || bad.length > 0)
    throw new Error(`seed ${seed}: turned away ${held.join(', ')}; not verified ${JSON.stringify(bad)}`)
  return read
}
