/** What it costs to take in what another device wrote, and to open a season from the disk to a week as it is drawn. */
import 'fake-indexeddb/auto'
import * as Y from 'yjs'
import { advise } from '../../core/engine.ts'
import { median } from '../../core/lib/math.ts'
import { addDays, daysFrom, weekFrom } from '../../core/model/day.ts'
import { situationOf } from '../../core/peer/actions.ts'
import { type Device, type DeviceOptions, localOrigin, type Space } from '../../core/peer/api.ts'
import { openDevice } from '../../core/peer/device.ts'
import { roomKeysOf } from '../../core/peer/epochs.ts'
import { Ledger } from '../../core/peer/ledger.ts'
import { Shadow } from '../../core/peer/shadow.ts'
import { envelopesOf, type Store } from '../../core/peer/store.ts'
import { patchSession, putActivities, putCheckIn, putSession, readPlan } from '../../core/plan/index.ts'
import { sampleSeason } from '../../core/sample/index.ts'
import { calendarModel } from '../../pwa/parts/day-model.ts'
import { minutesAt } from '../kit/season.ts'

const today = '2026-05-12' as Parameters<typeof weekFrom>[0]
const edits = 5_000
/** With what was done from here on, plan and history are about 400 KB. */
const seasonFrom = addDays(today, -230)

/** Milliseconds of this process's own time. Why not the clock's: somebody else may be using the machine. */
const timed = async (run: () => unknown): Promise<number> => {
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}
const line = (name: string, milliseconds: number, limit: number | null, note = ''): void =>
  console.log(
    `${name.padEnd(52)}${milliseconds.toFixed(1).padStart(10)} ms${limit === null ? '' : `  (limit ${limit} ms)`}  ${note}`.trimEnd(),
  )

type Insides = { readonly ledger: Ledger; readonly options: { readonly db: Store } }
const insides = (space: Space) => space as unknown as Insides

const device = (store: string, opens: DeviceOptions['opens'] = 'all'): Promise<Device> =>
  openDevice(
    { store, name: 'Ann', rendezvous: [], iceServers: [], now: () => minutesAt(today, 500) * 60_000, opens },
    {
      connect: () => ({ stop: () => {}, peers: () => 0 }),
      needsRendezvous: true,
      gather: 1_000,
      acknowledge: 1_000,
      rest: 2 ** 30,
    },
  )

const newSpace = async (own: Device): Promise<Space> => {
  const made = await own.createSpace('coach')
  if (!made.ok) throw new Error('the space could not be made')
  return made.value
}

/** A ledger that has seen nothing of what another device wrote; it takes it in as if it came over a link. */
const strangersLedger = async ({ ledger, options }: Insides): Promise<Ledger> =>
  new Ledger(options.db, ledger.me, ledger.row, await roomKeysOf(ledger.row), 99, () => 0)

/** Verify, decrypt, check, try on the shadow, check the shape and apply: edits that were gathered some at a time. */
const benchTaking = async (rounds: number, atOnce: number): Promise<void> => {
  const own = await device(`bench-edits-${atOnce}`)
  const space = await newSpace(own)
  const { plan } = space.docs
  const { plan: sample } = sampleSeason(7, today)
  for (const session of sample.sessions) putSession(plan, session, localOrigin)
  for (let i = 0; i < edits; i++) {
    const { id } = sample.sessions[(i * 37) % sample.sessions.length]!
    patchSession(plan, id, { title: `Edit ${i}` }, localOrigin)
    if (i % atOnce === atOnce - 1) await space.saved()
  }
  await space.saved()
  const rows = await envelopesOf(insides(space).options.db, space.id)
  const pieces = rows.map(({ bytes }) => ({ bytes, stored: null }))
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const stranger = await strangersLedger(insides(space))
    times.push(await timed(() => stranger.chains.take(insides(space).ledger.me.id, pieces, 0)))
    if (readPlan(stranger.docs.plan).sessions.length !== sample.sessions.length) throw new Error('not all arrived')
  }
  const bytes = rows.reduce((sum, row) => sum + row.bytes.length, 0)
  const note = `${rows.length} envelopes, ${Math.round(bytes / 1024)} KB`
  line(`take in ${edits} edits, ${atOnce} at a time`, median(times) ?? 0, 500, note)
  await own.close()
}

/** One small edit on the live document, and the same with the shadow before it. */
const benchShadow = (rounds: number): void => {
  const { plan: sample } = sampleSeason(7, today)
  const from = new Y.Doc()
  for (const session of sample.sessions) putSession(from, session, localOrigin)
  const whole = Y.encodeStateAsUpdate(from)
  const updates: Uint8Array[] = []
  from.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < rounds; i++)
    patchSession(from, sample.sessions[i % sample.sessions.length]!.id, { title: `Edit ${i}` }, localOrigin)
  const run = (isNew: boolean) => {
    const live = new Y.Doc()
    Y.applyUpdate(live, whole)
    const shadow = new Shadow(live, 'plan')
    const start = process.cpuUsage()
    for (const update of updates) shadow.put(update, localOrigin, isNew, () => {})
    return process.cpuUsage(start).user / rounds
  }
  run(true)
  console.log(
    `one edit applied: ${run(false).toFixed(0)} µs; tried on the shadow and its shape first: ${run(true).toFixed(0)} µs`,
  )
}

/** About 400 KB of plan and history. */
const fill = async (space: Space): Promise<void> => {
  const { plan: sample, content } = sampleSeason(7, today)
  const lately = ({ day }: { readonly day: string }) => day > seasonFrom
  for (const session of sample.sessions) putSession(space.docs.plan, session, localOrigin)
  putActivities(space.docs.athlete, content.activities.filter(lately), localOrigin)
  for (const checkIn of content.checkIns.filter(lately)) putCheckIn(space.docs.athlete, checkIn, localOrigin)
  await space.saved()
}

/** From the start to a list of many athletes, beside loading all of them as well. */
const benchListing = async (athletes: number, rounds: number): Promise<void> => {
  const store = 'bench-list'
  const own = await device(store)
  for (let i = 0; i < athletes; i++) await fill(await newSpace(own))
  await own.close()
  const open = async (opens: DeviceOptions['opens'], loaded: number) => {
    let again: Device | undefined
    const took = await timed(async () => {
      again = await device(store, opens)
    })
    if (again!.list.length !== athletes || again!.spaces.length !== loaded) throw new Error('the list is another one')
    await again!.close()
    return took
  }
  const listed: number[] = []
  for (let round = 0; round < rounds; round++) listed.push(await open('listed', 0))
  line(`start to the list of ${athletes} athletes, none loaded`, median(listed) ?? 0, 500)
  line('the same with every season loaded', await open('all', athletes), null)
}

const benchOpening = async (rounds: number): Promise<void> => {
  const store = 'bench-open'
  const own = await device(store)
  const space = await newSpace(own)
  await fill(space)
  const size = Object.values(space.docs).reduce((sum, doc) => sum + Y.encodeStateAsUpdate(doc).length, 0)
  await own.close()
  const [opened, week]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    let again: Device | undefined
    opened.push(
      await timed(async () => {
        again = await device(store)
      }),
    )
    week.push(
      await timed(() => {
        const now = { day: today, minute: 500, at: minutesAt(today, 500) }
        const situation = situationOf(again!.spaces[0]!, now)
        const advice = advise(situation)
        const { plan, content, playbook } = situation
        const model = calendarModel({ plan, content, playbook, advice, as: 'coach', now, presence: [] })
        if (daysFrom(weekFrom(today)[0]!, weekFrom(today)[6]!).flatMap(day => model.on(day).sessions).length === 0)
          throw new Error('the week is empty')
      }),
    )
    await again!.close()
  }
  const [first = 0, ...warm] = opened.map((time, i) => time + week[i]!)
  line(`open ${Math.round(size / 1024)} KB from the disk to a week's cells, first`, first, null)
  line(
    'the same again, warm',
    median(warm) ?? 0,
    500,
    `of which documents ${(median(opened.slice(1)) ?? 0).toFixed(0)} ms, advice and week ${(median(week.slice(1)) ?? 0).toFixed(0)} ms`,
  )
}

/** Prints all of it; keep the ratios, not the milliseconds. The disk is one in memory, and nothing is painted. */
export const benchDocuments = async (rounds: number): Promise<void> => {
  console.log('\ndocuments')
  await benchTaking(rounds, 50)
  await benchTaking(rounds, 500)
  benchShadow(2_000)
  await benchOpening(rounds)
  await benchListing(50, rounds)
}
