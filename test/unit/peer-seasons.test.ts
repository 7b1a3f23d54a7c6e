import { afterEach, expect, test } from 'vitest'
import { advise } from '../../core/engine.ts'
import { plainText } from '../../core/lib/plain-text.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import { applyEdit, baseHash, type Edit } from '../../core/model/edit.ts'
import { contentHash, type Session } from '../../core/model/session.ts'
import { blank, situationOf } from '../../core/peer/actions.ts'
import { type Device, localOrigin, type Space } from '../../core/peer/api.ts'
import { raceFileOf, writeAthleteDebrief, writeCoachDebrief } from '../../core/peer/race.ts'
import { onFile } from '../../core/peer/reading.ts'
import { answerReview } from '../../core/peer/reviewing.ts'
import {
  putActivities,
  putPlaybook,
  putProfile,
  putReview,
  putSession,
  readPlan,
  removeSession,
} from '../../core/plan/index.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import { storeOfVersion } from '../kit/disk.ts'
import {
  aActivity,
  aRun,
  household,
  type Network,
  network,
  newStore,
  noon,
  pair,
  until,
  valueIn,
} from '../kit/peers.ts'

const { open, close, closeAll } = household()
afterEach(closeAll)

const today = '2026-05-05' as Day
const monday = '2026-05-04' as Day
const now = { day: today, minute: 720, at: noon / 60_000 }
const profile = {
  name: 'Ben',
  sex: null,
  injuries: [],
  weekMinutes: null,
  goals: 'A fast autumn',
  preset: 'standard',
  usualSleepHours: null,
} as const

const carrying = (edit: Edit, session: Session) => ({
  edit,
  baseHash: baseHash(edit, session),
  contentHash: contentHash(applyEdit(edit, session)),
})

const review = {
  id: 'week',
  week: '2026-04-27' as Day,
  by: 'Cas' as never,
  at: 5,
  numbers: [],
  outcome: null,
  words: 'Well done.',
  did: [],
  reflection: null,
}

const plannedDays = (space: Space) => readPlan(space.docs.plan).sessions.map(({ id, day }) => `${id} ${day}`)
const whole = (space: Space) => plainText(onFile(space, space.past))
/** All that is said of an athlete on a day but what no statement speaks of. */
const adviceOn = (space: Space, day: Day = today) => plainText(advise(situationOf(space, { ...now, day })))

/** A coach and their athlete, with some weeks behind them and some ahead. */
const couple = async (net: Network, stores: { readonly ann?: string; readonly ben?: string } = {}) => {
  const ann = await open(net, 'Ann', stores.ann === undefined ? {} : { store: stores.ann })
  const hers = valueIn(await ann.createSpace('coach'))
  putPlaybook(hers.docs.playbook, defaultPlaybook, localOrigin)
  for (const [i, day] of ['2026-04-21', '2026-04-28', '2026-05-06', '2026-05-13'].entries())
    putSession(hers.docs.plan, aRun(`run-${i}`, day), localOrigin)
  putProfile(hers.docs.athlete, { ...profile, thresholds: null } as never, localOrigin)
  await hers.saved()
  const ben = await open(net, 'Ben', stores.ben === undefined ? {} : { store: stores.ben })
  const his = await pair(hers, ben, 'Ben', 'athlete')
  await until('Ben has the plan', () => plannedDays(his).length === 4)
  const activities = [0, 1, 2].map(i => ({
    ...aActivity(i),
    day: addDays('2026-04-20' as Day, i),
    start: `${addDays('2026-04-20' as Day, i)}T07:00:00`,
  }))
  putActivities(his.docs.athlete, activities, localOrigin)
  await until('Ann has what Ben did', () => onFile(hers, []).athlete.activities.length === 3)
  return { ann, ben, hers, his }
}
const spaceOf = (device: Device): Space => device.spaces[0]!
const ended = (device: Device, seasons = 1) =>
  until('the season has turned', () => device.spaces[0]?.past.length === seasons)

test('a season ended is frozen and signed; what goes on stands in the next, and everybody reads and is advised the same as before', async () => {
  const { ann, ben, hers, his } = await couple(network())
  const before = adviceOn(hers)
  valueIn(await hers.endSeason(monday))
  await ended(ann)
  await ended(ben)
  await until('Ben has what goes on', () => plannedDays(spaceOf(ben)).length === 2)
  for (const space of [spaceOf(ann), spaceOf(ben)]) {
    expect(space.seasons).toMatchObject([{ season: 1, from: monday, isSigned: true, isLoaded: true, late: [] }])
    expect(plannedDays(space)).toEqual(['run-2 2026-05-06', 'run-3 2026-05-13'])
    expect(adviceOn(space)).toBe(before)
  }
  expect(whole(spaceOf(ann))).toBe(whole(spaceOf(ben)))
  expect(onFile(spaceOf(ben), spaceOf(ben).past).athlete.profile.goals).toBe('A fast autumn')
  expect(his.docs).not.toBe(spaceOf(ben).docs)
})

test('an approval in a season that ended stands as it was signed, and still does once the store is opened anew', async () => {
  const store = newStore()
  const { ann, hers } = await couple(network(), { ann: store })
  const session = readPlan(hers.docs.plan).sessions[1]!
  const edit = {
    kind: 'move-session',
    session: session.id,
    before: { day: session.day },
    after: { day: '2026-04-29' as Day },
    adds: null,
  } as const
  const { sessions } = advise(situationOf(hers, now)).plan
  expect(sessions.map(({ state }) => state)).toEqual(['planned', 'planned', 'planned', 'planned'])
  valueIn(await hers.sign({ ...blank, ...carrying(edit, session), type: 'approved', item: 'a-move' }))
  const states = (space: Space) =>
    advise(situationOf(space, now)).plan.sessions.map(one => `${one.session.day} ${one.state}`)
  const before = states(hers)
  expect(before[1]).toBe('2026-04-29 approved')
  valueIn(await hers.endSeason(monday))
  await ended(ann)
  expect(states(spaceOf(ann))).toEqual(before)
  await close(ann)
  const again = await open(network(), 'Ann', { store })
  expect(states(spaceOf(again))).toEqual(before)
  expect(spaceOf(again).log.every(({ verified }) => verified.ok)).toBe(true)
})

test('what the athlete wrote offline into a season that had ended lands in it, is named, and is signed anew', async () => {
  const net = network()
  const { ann, ben, hers, his } = await couple(net)
  net.setApart('Ben', true)
  putActivities(
    his.docs.athlete,
    [{ ...aActivity(9), day: '2026-04-23' as Day, start: '2026-04-23T07:00:00' }],
    localOrigin,
  )
  await his.saved()
  valueIn(await hers.endSeason(monday))
  await ended(ann)
  expect(onFile(spaceOf(ann), spaceOf(ann).past).athlete.activities.length).toBe(3)
  net.setApart('Ben', false)
  await until('Ann has it', () => onFile(spaceOf(ann), spaceOf(ann).past).athlete.activities.length === 4)
  await ended(ben)
  await until('it is signed anew', () => spaceOf(ann).seasons[0]!.isSigned && spaceOf(ben).seasons[0]!.isSigned)
  expect(spaceOf(ann).seasons[0]!.late).toEqual([{ device: ben.id, pieces: 1 }])
  expect(whole(spaceOf(ann))).toBe(whole(spaceOf(ben)))
})

test('what a coach wrote offline into a season that had ended is shown where it goes on, and not again once it was taken out', async () => {
  const net = network()
  const { ann, ben, hers } = await couple(net)
  const cas = await open(net, 'Cas')
  const theirs = await pair(hers, cas, 'Cas', 'coach')
  await until('Cas has the plan', () => plannedDays(theirs).length === 4)
  net.setApart('Cas', true)
  valueIn(putReview(theirs.docs.plan, review, localOrigin))
  valueIn(writeCoachDebrief(theirs, 'race', { grew: 'Calm.' }))
  putSession(theirs.docs.plan, aRun('later', '2026-05-20'), localOrigin)
  putSession(theirs.docs.plan, aRun('before', '2026-04-25'), localOrigin)
  await theirs.saved()
  valueIn(await hers.endSeason(monday))
  await ended(ann)
  await ended(ben)
  valueIn(removeSession(spaceOf(ann).docs.plan, 'run-3' as never, localOrigin))
  net.setApart('Cas', false)
  await ended(cas)
  const all = [ann, ben, cas].map(device => () => spaceOf(device))
  await until('all have it', () =>
    all.every(
      space =>
        plannedDays(space()).join() === 'run-2 2026-05-06,later 2026-05-20' &&
        raceFileOf(space(), 'race').coachDebrief?.grew === 'Calm.' &&
        onFile(space(), space().past).plan.reviews?.[0]?.words === 'Well done.',
    ),
  )
  await until('all read the same', () => new Set(all.map(space => whole(space()))).size === 1)
})

test('what is written in a season’s documents while it turns, or just after, is in the book', async () => {
  const store = newStore()
  const { ann, ben, hers, his } = await couple(network(), { ben: store })
  const write = (number: number) =>
    valueIn(putActivities(his.docs.athlete, [{ ...aActivity(number), day: '2026-04-24' as Day }], localOrigin))
  const stop = his.subscribe(() => {
    const isHeard = his.log.some(({ signed }) => signed.statement.type === 'season-ended')
    if (isHeard && onFile(his, []).athlete.activities.length === 3) write(20)
  })
  valueIn(await hers.endSeason(monday))
  await ended(ann)
  await ended(ben)
  stop()
  write(21)
  await his.saved()
  const count = (space: Space) => onFile(space, space.past).athlete.activities.length
  await until('both have it', () => count(spaceOf(ann)) === 5 && count(spaceOf(ben)) === 5)
  expect(whole(spaceOf(ann))).toBe(whole(spaceOf(ben)))
  write(22)
  await close(ben)
  const again = await open(network(), 'Ben', { store })
  await until('it is there after the next start', () => count(spaceOf(again)) === 6)
})

test('of a season that ended no copies stay beside what was frozen, and of a space forgotten none at all', async () => {
  const store = newStore()
  const { ann, hers } = await couple(network(), { ann: store })
  const id = hers.id
  const copies = async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    return names
      .filter(name => name.startsWith(`${store}/${id}/`))
      .map(name => name.slice(store.length + id.length + 2))
  }
  valueIn(await hers.endSeason(monday))
  await ended(ann)
  const now = ['athlete/2', 'plan/2', 'playbook', 'statements']
  let kept: string[] = []
  const look = setInterval(() => void copies().then(all => (kept = all.toSorted())), 10)
  await until('only the running season is kept', () => kept.join() === now.join())
  clearInterval(look)
  await ann.forget(id)
  expect(await copies()).toEqual([])
})

test('a season that ended long ago is loaded only where somebody looks at a day in it', async () => {
  const store = newStore()
  const { ann, hers } = await couple(network(), { ann: store })
  valueIn(await hers.endSeason(monday))
  await ended(ann)
  putSession(spaceOf(ann).docs.plan, aRun('next', '2027-05-01'), localOrigin)
  await spaceOf(ann).saved()
  const before = whole(spaceOf(ann))
  valueIn(await spaceOf(ann).endSeason('2027-05-03' as Day))
  await ended(ann, 2)
  await close(ann)
  const later = await open(network(), 'Ann', { store, now: () => noon + 700 * 86_400_000 })
  const space = spaceOf(later)
  const loaded = () => space.seasons.map(({ isLoaded }) => isLoaded)
  expect(loaded()).toEqual([false, true])
  const advised = adviceOn(space, '2028-04-04' as Day)
  expect(advise(situationOf(space, { ...now, day: '2028-04-04' as Day })).plan.refused).toEqual([])
  await space.lookBack('2026-04-30' as Day)
  expect(loaded()).toEqual([true, true])
  expect(whole(space)).toBe(before)
  expect(adviceOn(space, '2028-04-04' as Day)).toBe(advised)
})

test('ending a season is taken back: it runs on with all it held', async () => {
  const { ann, ben, hers } = await couple(network())
  const before = whole(hers)
  const end = valueIn(await hers.endSeason(monday))
  await ended(ann)
  await ended(ben)
  valueIn(await spaceOf(ann).sign({ ...blank, type: 'undone', item: end }))
  await ended(ann, 0)
  await ended(ben, 0)
  await until(
    'they are open again',
    () => plannedDays(spaceOf(ann)).length === 4 && plannedDays(spaceOf(ben)).length === 4,
  )
  expect(whole(spaceOf(ann))).toBe(before)
  putSession(spaceOf(ann).docs.plan, aRun('run-3', '2026-05-14'), localOrigin)
  valueIn(await spaceOf(ann).endSeason(monday))
  await ended(ann)
  expect(plannedDays(spaceOf(ann))).toEqual(['run-2 2026-05-06', 'run-3 2026-05-14'])
})

test('two coaches end a season at once while apart: one end counts, and all read the same', async () => {
  const net = network()
  const { ann, hers } = await couple(net)
  const cas = await open(net, 'Cas')
  const theirs = await pair(hers, cas, 'Cas', 'coach')
  await until('Cas has the plan', () => plannedDays(theirs).length === 4)
  net.setApart('Cas', true)
  valueIn(await hers.endSeason(monday))
  valueIn(await theirs.endSeason(today))
  await ended(ann)
  await ended(cas)
  net.setApart('Cas', false)
  await until('both say the same', () => {
    const [a, b] = [spaceOf(ann), spaceOf(cas)]
    return a?.seasons[0]?.from === b?.seasons[0]?.from && a?.log.length === b?.log.length && a.log.length > 1
  })
  await until('both read the same', () => whole(spaceOf(ann)) === whole(spaceOf(cas)))
  expect(plannedDays(spaceOf(ann))).toEqual(['run-2 2026-05-06', 'run-3 2026-05-13'])
})

test('a store of an earlier version opens as the first season, with everything that stood in it', async () => {
  const store = newStore()
  const { ann, hers } = await couple(network(), { ann: store })
  const before = whole(hers)
  await close(ann)
  const former = newStore()
  await storeOfVersion(2, store, former)
  const again = await open(network(), 'Ann', { store: former })
  expect(spaceOf(again).seasons).toEqual([])
  expect(whole(spaceOf(again))).toBe(before)
  valueIn(await spaceOf(again).endSeason(monday))
  await ended(again)
  expect(onFile(spaceOf(again), spaceOf(again).past).plan.sessions.length).toBe(4)
})

test('what the athlete said of a race and of a review stands on after the season, and is written on', async () => {
  const { ann, ben, hers, his } = await couple(network())
  valueIn(writeAthleteDebrief(his, 'r', { story: 'I smiled at 35.' }))
  valueIn(answerReview(his, { id: 'review', said: 'question', words: 'Why?', at: 7 }))
  await until('Ann has it', () => raceFileOf(hers, 'r').athleteDebrief !== null)
  valueIn(await hers.endSeason(monday))
  await ended(ann)
  await ended(ben)
  valueIn(writeAthleteDebrief(spaceOf(ben), 'r', { hardest: 'The bridge.' }))
  await until('Ann has more', () => raceFileOf(spaceOf(ann), 'r').athleteDebrief?.hardest === 'The bridge.')
  expect(raceFileOf(spaceOf(ann), 'r').athleteDebrief?.story).toBe('I smiled at 35.')
  const { reviewAnswers, raceNotes } = onFile(spaceOf(ann), spaceOf(ann).past).athlete
  expect([reviewAnswers, raceNotes?.map(({ story }) => story)]).toMatchObject([
    [{ words: 'Why?' }],
    ['I smiled at 35.'],
  ])
})

test('an athlete cannot end a season', async () => {
  const { his } = await couple(network())
  expect(await his.endSeason(monday)).toEqual({ ok: false, error: { type: 'NotAMember' } })
})
