/** One athlete who cannot be assessed keeps nobody else from it, and the coach is told why. */
import { usualTimes } from '../../core/model/reminders.ts'
import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import { createApp } from '../../pwa/state/create-app.ts'
import { keepRoster } from '../../pwa/state/roster.ts'
import type { ToAssess } from '../../pwa/state/roster-messages.ts'
import { household, network, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

test('the second of three cannot be assessed: the third is, and why is said', async () => {
  const device = await open(network(), 'Ann')
  const spaces: string[] = []
  for (const _ of [1, 2, 3]) spaces.push(valueIn(await device.createSpace('coach')).id)
  const bad = device.list[1]!.space
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
  ends.athletes.value = device.list.map(({ space, membership, name, myRoles }) => ({
    space,
    membership,
    name,
    myRoles,
  }))
  const asked: string[] = []
  const worker = {
    onmessage: (_: unknown) => {},
    onerror: (_: unknown) => {},
    postMessage: ({ space }: ToAssess) =>
      setTimeout(() => {
        asked.push(space)
        if (space === bad) worker.onerror({ message: 'a number was none', preventDefault: () => {} })
        else worker.onmessage({ data: { space, inputs: 'as it is', assessment: null } })
      }),
  }
  const cache = { read: async () => new Map(), keep: () => {}, drop: () => {} }
  await keepRoster({ ends, device, openWorker: () => worker as unknown as Worker, whenFree: async () => {}, cache })
  await expect.poll(() => ends.refreshing.value).toEqual({ left: 0, why: 'a number was none' })
  expect(asked.toSorted()).toEqual(spaces.toSorted())
})
