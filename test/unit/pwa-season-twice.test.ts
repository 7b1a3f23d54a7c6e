/** A season drafted twice stands on the desk once. */
import { usualTimes } from '../../core/model/reminders.ts'
import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { emptyProfile } from '../../core/model/athlete.ts'
import type { Day } from '../../core/model/day.ts'
import type { Phase, Race } from '../../core/model/season.ts'
import { localOrigin } from '../../core/peer/api.ts'
import { deskOf } from '../../core/peer/desk.ts'
import { putPhase, putPlaybook, putProfile, putRace } from '../../core/plan/index.ts'
import { seasonTemplates } from '../../core/plan/season-templates.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import type { Looking } from '../../pwa/state/app.ts'
import { createApp } from '../../pwa/state/create-app.ts'
import { makeDoing } from '../../pwa/state/doing.ts'
import { followPlan } from '../../pwa/state/plan-undo.ts'
import { seasonActs } from '../../pwa/state/season-acts.ts'
import { household, network, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

test('the second time the days are taken', async () => {
  const device = await open(network(), 'Ann')
  const space = valueIn(await device.createSpace('coach'))
  const race = {
    id: 'r',
    day: '2026-06-28',
    name: 'River',
    priority: 'A',
    distanceM: 42_195,
    goal: 'Under 3:30',
  } as Race
  const phase = {
    id: 'p',
    kind: 'base',
    from: '2026-05-04',
    to: '2026-06-28',
    objective: 'Room',
    measure: 'Ease',
  } as Phase
  valueIn(putRace(space.docs.plan, race, localOrigin))
  valueIn(putPhase(space.docs.plan, phase, localOrigin))
  valueIn(putPlaybook(space.docs.playbook, defaultPlaybook, localOrigin))
  valueIn(putProfile(space.docs.athlete, emptyProfile('Runa'), localOrigin))
  let ids = 0
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
      newId: () => `id-${ids++}`,
    },
    new Promise(() => {}),
  )
  ends.looking.value = { space } as unknown as Looking
  const watching = { lookAt: () => {}, refresh: () => {}, hold: run => run(), quietly: run => run() } as Parameters<
    typeof makeDoing
  >[2]
  const { draftSeason } = seasonActs(makeDoing(ends, device, watching, followPlan(ends)))
  const template = seasonTemplates.find(({ phases }) => phases.some(({ kind }) => kind === 'base'))!
  const [first] = await draftSeason(template, race, [])
  const onDesk = deskOf(space).sessions.length
  const [second] = await draftSeason(template, race, [])
  expect([first!.missing, first!.drafted > 8, first!.drafted === onDesk]).toEqual([[], true, true])
  expect([second!.missing, second!.drafted, deskOf(space).sessions.length]).toEqual([[], 0, onDesk])
})
