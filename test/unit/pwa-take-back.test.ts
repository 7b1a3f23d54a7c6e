/** What a line on screen takes back it takes back for the athlete it was said of, whoever is looked at by then. */
import { usualTimes } from '../../core/model/reminders.ts'
import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { emptyProfile } from '../../core/model/athlete.ts'
import type { Day } from '../../core/model/day.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { confirmDay, putSession, readAthlete, readPlan } from '../../core/plan/index.ts'
import type { Looking } from '../../pwa/state/app.ts'
import { athleteActs } from '../../pwa/state/athlete-acts.ts'
import { coachActs } from '../../pwa/state/coach-acts.ts'
import { createApp } from '../../pwa/state/create-app.ts'
import { makeDoing } from '../../pwa/state/doing.ts'
import { followPlan } from '../../pwa/state/plan-undo.ts'
import { aRun, household, network, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

/** A coach of two athletes, and what they press. */
const twoAthletes = async () => {
  const device = await open(network(), 'Ann')
  const [one, two] = [valueIn(await device.createSpace('coach')), valueIn(await device.createSpace('coach'))]
  const { ends } = createApp(
    {
      now: { day: '2026-05-04' as Day, minute: 0, at: 0 },
      online: true,
      preferences: {
        distance: 'km',
        theme: 'system',
        nudges: 'on',
        quietDay: null,
        reminders: usualTimes,
        language: 'en',
      },
      invitation: null,
      shelf: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
      newId: () => 'id',
    },
    new Promise(() => {}),
  )
  const look = (space: Space) => {
    const plan = { sessions: [] }
    ends.looking.value = { space, content: { profile: emptyProfile('Ann') }, advice: { plan } } as unknown as Looking
  }
  const watching = { lookAt: () => {}, refresh: () => {}, hold: run => run(), quietly: run => run() } as Parameters<
    typeof makeDoing
  >[2]
  look(one)
  const doing = makeDoing(ends, device, watching, followPlan(ends))
  return { one, two, look, ends, act: { ...coachActs(doing), ...athleteActs(doing) } }
}

test('a day confirmed, a session written and a signed word are taken back where they were said', async () => {
  const { one, two, look, ends, act } = await twoAthletes()
  const day = '2026-05-03' as Day
  const confirmed = (space: Space) => readAthlete(space.docs.athlete).confirmedDays
  const planned = (space: Space) => readPlan(space.docs.plan).sessions.length
  const undone = (space: Space) => space.log.filter(({ signed }) => signed.statement.type === 'undone').length
  const proposal = { id: 'p', rule: 'ease-key', title: 'Easier', baseHash: null } as unknown as Parameters<
    typeof act.decline
  >[0]
  // Why here by hand: only the last three lines stay.
  confirmDay(two.docs.athlete, day, localOrigin)
  putSession(two.docs.plan, aRun('run', '2026-05-06'), localOrigin)
  expect(await act.confirmDay(day)).toBeNull()
  expect(await act.putSession(aRun('run', '2026-05-06'))).toBeNull()
  expect(await act.decline(proposal, null)).toBeNull()
  look(two)
  for (const { undo } of ends.toasts.value) undo?.()
  await expect.poll(() => [undone(one), planned(one), confirmed(one)]).toEqual([1, 0, []])
  expect([undone(two), planned(two), confirmed(two)]).toEqual([0, 1, [day]])
})
