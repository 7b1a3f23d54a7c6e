/** intervals.icu by its open interface: in what the athlete asks for, out what they saw first, and never more. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { Session } from '../../core/model/session.ts'
import { makeIntervals } from '../../pwa/state/intervals/desk.ts'
import { previewOf } from '../../pwa/state/intervals/events.ts'
import { type FakeIntervals, goodKey, startIntervals } from '../kit/intervals-server.ts'

const today = '2026-09-02' as Day
const day = (text: string) => text as Day
const hills: Session = {
  id: 'hills' as SessionId,
  day: day('2026-09-03'),
  sport: 'run',
  title: 'Hills',
  purpose: 'hills',
  steps: [
    { type: 'step', role: 'work', amount: { unit: 's', value: 600 }, target: { type: 'zone', zone: 'E' }, cue: null },
  ],
  key: true,
  locked: false,
  notes: 'Mind the knee',
  startMinute: 390,
}

let fake: FakeIntervals
let waits: number[]
const shelf = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}
const desk = (key = goodKey) => {
  const made = makeIntervals(shelf() as never, {
    origin: fake.origin,
    fetch: (url, init) => {
      const { referrerPolicy: _, ...plain } = init
      return fetch(url, plain)
    },
    wait: async ms => void waits.push(ms),
  })
  made.setKey(key)
  return made
}
beforeEach(async () => {
  fake = await startIntervals()
  waits = []
})
afterEach(() => fake.close())

test('brings activities and mornings in as files for the importer, and nothing is written', async () => {
  fake.activities = [{ id: 'i1', start_date_local: '2026-08-30T07:00:00', type: 'Run', icu_rpe: 4 }]
  fake.wellness = [{ id: '2026-08-30', restingHR: 48 }]
  const { files, until, fault } = await desk().bring(day('2026-04-01'), today, () => {})
  expect([fault, until]).toEqual([null, today])
  expect(await Promise.all(files.map(async file => JSON.parse(await file.text())))).toEqual([
    fake.activities,
    fake.wellness,
  ])
  expect(fake.asked).toEqual([
    'GET activities?oldest=2026-04-01&newest=2026-06-29',
    'GET wellness?oldest=2026-04-01&newest=2026-06-29',
    'GET activities?oldest=2026-06-30&newest=2026-09-02',
    'GET wellness?oldest=2026-06-30&newest=2026-09-02',
  ])
  expect(waits.filter(ms => ms >= 250).length).toBeGreaterThanOrEqual(3)
})
test('goes on where it stopped, and next time begins two weeks before its end', async () => {
  const mine = desk()
  fake.breaksAfter = 2
  const first = await mine.bring(day('2026-04-01'), today, () => {})
  expect(first.until).toBe('2026-06-29')
  expect(first.fault).toContain('not reached')
  mine.keepBrought(first.until)
  fake.breaksAfter = null
  fake.asked.length = 0
  expect((await mine.bring(day('2026-04-01'), today, () => {})).fault).toBeNull()
  expect(fake.asked[0]).toBe('GET activities?oldest=2026-06-15&newest=2026-09-02')
})
test('waits as long as it is asked to, and gives up in words when asked too often', async () => {
  fake.pauses = 2
  expect((await desk().bring(today, today, () => {})).fault).toBeNull()
  expect(waits.filter(ms => ms === 7000)).toHaveLength(2)
  fake.pauses = 99
  expect((await desk().bring(today, today, () => {})).fault).toContain('asks for a pause')
})
test('says that a key is wrong', async () => {
  expect((await desk('wrong').bring(today, today, () => {})).fault).toContain('did not accept the key')
})
test('shows first, writes what was shown, changes its own alone, and a second time there is nothing to write', async () => {
  const mine = desk()
  fake.events.push({ id: 1, category: 'NOTE', start_date_local: '2026-09-03T00:00:00', name: 'Dentist' })
  const shown = await mine.preview([hills], today, day('2026-09-30'))
  expect(shown).toMatchObject({ ok: true, value: { create: [{ name: 'Hills' }], change: [], same: 0, others: 1 } })
  expect(fake.asked.every(one => one.startsWith('GET'))).toBe(true)
  if (!shown.ok) return
  expect(await mine.write(shown.value)).toEqual({ written: 1, fault: null })
  expect(fake.events[1]).toMatchObject({
    external_id: 'tandem:hills',
    start_date_local: '2026-09-03T06:30:00',
    type: 'Run',
    description: expect.stringContaining('10m E'),
  })
  expect(JSON.stringify(fake.events)).not.toContain('knee')
  expect(await mine.preview([hills], today, day('2026-09-30'))).toMatchObject({
    value: { create: [], change: [], same: 1 },
  })
  const moved = await mine.preview([{ ...hills, day: day('2026-09-04') }], today, day('2026-09-30'))
  expect(moved).toMatchObject({ value: { create: [], change: [{ at: '1001' }], others: 1 } })
  if (!moved.ok) return
  await mine.write(moved.value)
  expect(fake.events).toHaveLength(2)
  expect(fake.events[1]).toMatchObject({ start_date_local: '2026-09-04T06:30:00' })
  expect(fake.events[0]).toMatchObject({ name: 'Dentist' })
  expect(await mine.preview([], today, day('2026-09-30'))).toMatchObject({ value: { left: ['Hills'], others: 1 } })
  expect(fake.asked.some(one => one.startsWith('DELETE'))).toBe(false)
})
test.each(['', 'nothing', '{}', '[1]', '[{"id":{}}]'])('takes %j for no calendar', told =>
  expect(previewOf([hills], told).ok).toBe(false),
)
