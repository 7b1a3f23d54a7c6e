/** What files told of, kept where it belongs: days with the athlete, plans on the coaches' desk. */
import { expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import { keepEntries } from '../../core/peer/arrivals.ts'
import { deskOf, publishDrafts } from '../../core/peer/desk.ts'
import { readAthlete, readPlan } from '../../core/plan/index.ts'
import { readAs } from '../kit/import-bytes.ts'
import { deviceOn, network, pair, valueIn } from '../kit/peers.ts'

const today = '2026-05-10' as Day
const ics = [
  'BEGIN:VCALENDAR',
  ...['20260509', '20260510', '20260512'].flatMap((date, i) => [
    'BEGIN:VEVENT',
    `UID:${i}`,
    'SUMMARY:Run: Easy',
    `DTSTART;VALUE=DATE:${date}`,
    'END:VEVENT',
  ]),
  'END:VCALENDAR',
].join('\r\n')
const wellness = JSON.stringify([{ id: '2026-05-09', restingHR: 48 }])
const entriesOf = async (name: string, content: string) =>
  (await readAs(name, content)).flatMap(({ entries }) => entries)

test('a coach gets a plan as drafts, once, and what was planned before stands in it; the athlete’s days are theirs alone to bring', async () => {
  const net = network()
  const coach = await deviceOn(net, 'coach')
  const space = valueIn(await coach.createSpace('coach'))
  const athlete = await deviceOn(net, 'athlete')
  const theirs = await pair(space, athlete, 'Ada', 'athlete')

  const plan = await entriesOf('plan.ics', ics)
  expect(plan.length).toBe(3)
  valueIn(await keepEntries(space, plan, today))
  expect(deskOf(space).sessions.map(({ day }) => day)).toEqual(['2026-05-10', '2026-05-12'])
  expect(readPlan(space.docs.plan).sessions.map(({ day }) => day)).toEqual(['2026-05-09'])

  valueIn(publishDrafts(space, today, '2026-05-20' as Day))
  valueIn(await keepEntries(space, plan, today))
  expect(deskOf(space).sessions).toEqual([])
  expect(readPlan(space.docs.plan).sessions.length).toBe(3)

  valueIn(await keepEntries(theirs, await entriesOf('wellness.json', wellness), today))
  expect(readAthlete(theirs.docs.athlete).checkIns).toMatchObject([{ day: '2026-05-09', restingHr: 48 }])
  expect(await keepEntries(theirs, plan, today)).toMatchObject({ ok: false, error: { type: 'NotAllowed' } })
})
