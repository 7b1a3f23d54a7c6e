/** The unsigned draft of a playbook: kept on the device by athlete, laid onto what is in force, dropped with an undo. */

import { expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import { usualTimes } from '../../core/model/reminders.ts'
import { defaultPlaybook, differences, ontoVersion } from '../../core/playbook/index.ts'
import type { Looking } from '../../pwa/state/app.ts'
import { createApp } from '../../pwa/state/create-app.ts'
import { makeDrafts } from '../../pwa/state/playbook-drafts.ts'

const keyOfMara = 'tandem/playbook-draft/mara'
const two: Playbook = { ...defaultPlaybook, thresholds: { ...defaultPlaybook.thresholds, sleepShortNights: 2 } }

/** The app in one tab over what a device keeps, looking at an athlete. */
const tab = (kept: Map<string, string>, space = 'mara', playbook = defaultPlaybook) => {
  const { app, ends } = createApp(
    {
      now: { day: '2026-05-04' as Day, minute: 600, at: 29_000_000 },
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
      shelf: {
        getItem: key => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: key => void kept.delete(key),
      },
      newId: () => 'id',
    },
    new Promise(() => {}),
  )
  const look = (id: string) => {
    ends.looking.value = { space: { id }, playbook } as unknown as Looking
  }
  const drafts = makeDrafts(ends)
  ends.drafts.value = drafts
  look(space)
  return { app, drafts, look }
}
/** How many drafts are kept; what else the app keeps on the device is not looked at. */
const draftsIn = (kept: ReadonlyMap<string, string>) =>
  [...kept.keys()].filter(key => key.startsWith('tandem/playbook-draft/')).length
const draftOf = ({ app }: ReturnType<typeof tab>) => app.playbookDraft.value?.draft ?? null

test('stands after a reload, with the day on which it was begun, of its own athlete alone', () => {
  const kept = new Map<string, string>()
  const first = tab(kept)
  first.app.draftPlaybook(two)
  const again = tab(kept)
  expect(again.app.playbookDraft.value).toEqual({
    space: 'mara',
    before: defaultPlaybook,
    draft: two,
    begun: 29_000_000,
    words: null,
  })
  again.look('noor')
  expect(draftOf(again)).toBeNull()
  again.look('mara')
  expect(draftOf(again)).toEqual(two)
})

test('two tabs show the same one, and a signature in one ends it in both', () => {
  const kept = new Map<string, string>()
  const [here, there] = [tab(kept), tab(kept)]
  here.app.draftPlaybook(two)
  there.drafts.heard('tandem/playbook-draft/noor')
  expect(draftOf(there)).toBeNull()
  there.drafts.heard(keyOfMara)
  expect(draftOf(there)).toEqual(two)
  there.drafts.signed()
  here.drafts.heard(keyOfMara)
  expect([draftOf(here), draftsIn(kept)]).toEqual([null, 0])
})

test('dropped it comes back by an undo; with nothing changed any more there is none', () => {
  const kept = new Map<string, string>()
  const it = tab(kept)
  it.app.draftPlaybook(two)
  it.app.draftPlaybook(null)
  expect([draftOf(it), draftsIn(kept), it.app.toasts.value[0]?.says]).toEqual([
    null,
    0,
    'Draft dropped. What is in force stands.',
  ])
  it.app.toasts.value[0]?.undo?.()
  expect([draftOf(it), draftOf(tab(kept))]).toEqual([two, two])
  it.app.draftPlaybook({ ...defaultPlaybook })
  expect([draftOf(it), draftsIn(kept), it.app.toasts.value.length]).toEqual([null, 0, 1])
})

test('what is damaged, or of a later app, counts as none and stays; a full device is told once', () => {
  const kept = new Map([[keyOfMara, JSON.stringify({ before: two, draft: { ...two, schema: 99 }, begun: 1 })]])
  expect([draftOf(tab(kept)), draftsIn(kept)]).toEqual([null, 1])
  const full = new Map<string, string>()
  full.set = () => {
    throw new Error('full')
  }
  const it = tab(full)
  it.app.draftPlaybook(two)
  it.app.draftPlaybook({ ...two, athleteMayMove: false })
  expect(it.app.toasts.value.map(({ says, bad }) => [says.slice(0, 45), bad])).toEqual([
    ['This device has no room to keep your draft. S', true],
  ])
  expect(draftOf(it)?.athleteMayMove).toBe(false)
})

test('begun on an earlier version it changes only what was changed, whatever was signed since', () => {
  const signed: Playbook = {
    ...defaultPlaybook,
    version: 2,
    athleteMayMove: false,
    swaps: defaultPlaybook.swaps.slice(1),
  }
  const { before, draft } = ontoVersion({ before: defaultPlaybook, draft: two }, signed)
  expect(before).toBe(signed)
  expect(draft).toEqual({ ...signed, thresholds: two.thresholds })
  expect(differences(before, draft).map(({ brief }) => brief)).toEqual(['three poor nights → two'])
})
