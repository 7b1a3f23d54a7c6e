/** What the app says of itself: where work stands, who somebody is, and what became of an import. */

import { describe, expect, test } from 'vitest'
import { withMerges } from '../../core/history/history.ts'
import { activityEntry, refused } from '../../core/import/importer.ts'
import { lineOf, reportCsv } from '../../core/import/index.ts'
import type { Activity } from '../../core/model/activity.ts'
import type { Day } from '../../core/model/day.ts'
import type { ActivityId, DeviceId } from '../../core/model/ids.ts'
import { usualTimes } from '../../core/model/reminders.ts'
import type { SpaceStatus } from '../../core/peer/api.ts'
import { syncWords } from '../../pwa/parts/sync-words.ts'
import { createApp, type Live } from '../../pwa/state/create-app.ts'
import { keepPreferences, readPreferences } from '../../pwa/state/preferences.ts'
import { standpointOf } from '../../pwa/state/roles.ts'

const status: SpaceStatus = {
  link: 'connected',
  peers: 1,
  saved: 'saved',
  notSavedWhy: null,
  held: 0,
  waiting: 0,
  acknowledgedBy: [],
  confirmations: [],
  stopped: [],
  onTheWay: [],
  beside: false,
}

describe('the word on syncing', () => {
  test.each([
    [
      'work that is not kept goes before all else',
      { saved: 'not-saved', notSavedWhy: 'The disk is full.' },
      true,
      1,
      'Not saved',
    ],
    ['nobody else is linked', { link: 'searching' }, true, 0, 'Saved'],
    ['the device is offline', {}, false, 1, 'Offline'],
    ['the others are looked for', { link: 'searching' }, true, 1, 'Searching'],
    ['the others are here', {}, true, 1, 'Linked'],
  ] as const)('%s', (_, part, online, others, word) =>
    expect(syncWords({ ...status, ...part }, online, others).word).toBe(word),
  )

  test('being linked is not called delivered before the other side confirmed', () =>
    expect([
      syncWords(status, true, 1).says,
      syncWords({ ...status, acknowledgedBy: ['d1' as DeviceId] }, true, 1).says,
    ]).toEqual(['Saved here; 0 of 1 other devices have confirmed it.', 'Saved here, and every other device has it.']))
})

describe('who somebody is here', () => {
  test.each([
    ['a coach with an athlete who joined', ['owner', 'coach'], 'Cora', 'Runa', { as: 'coach', selfCoached: false }],
    ['a coach standing in', ['owner', 'coach', 'athlete'], 'Cora', 'Runa', { as: 'coach', selfCoached: false }],
    ['a runner alone', ['owner', 'coach', 'athlete'], 'Runa', 'Runa', { as: 'coach', selfCoached: true }],
    ['a runner with a coach', ['owner', 'athlete'], 'Runa', 'Runa', { as: 'athlete', selfCoached: false }],
    ['an assistant', ['assistant'], 'Ada', 'Runa', { as: 'coach', selfCoached: false }],
    ['a viewer', ['viewer'], 'Vic', 'Runa', { as: 'athlete', selfCoached: false }],
  ] as const)('%s', (_, roles, person, athlete, standpoint) =>
    expect(standpointOf(roles, person, athlete)).toEqual(standpoint),
  )
})

const run = (id: string, start: string): Activity => ({
  id: id as ActivityId,
  sport: 'run',
  name: null,
  day: start.slice(0, 10) as Day,
  start,
  utc: null,
  durationS: 3000,
  elapsedS: 3000,
  distanceM: 10_000,
  ascentM: null,
  flatDistanceM: null,
  meanHr: null,
  maxHr: null,
  temperatureC: null,
  hrSeconds: null,
  paceSeconds: null,
  bestEfforts: [],
  splits: [],
  decoupling: null,
  rpe: null,
  comment: null,
  sources: [{ kind: 'fit', name: `${id}.fit`, id: null }],
})
const read = (file: string, ...activities: readonly Activity[]) => ({
  line: lineOf({ file, format: 'fit', outcome: 'imported', entries: activities.map(activityEntry), why: null }),
  activities,
})

describe('what became of the files', () => {
  const monday = run('a', '2026-05-04T07:00:00')
  test('a file of something new is imported', () =>
    expect(withMerges([read('a.fit', monday)], []).map(({ outcome }) => outcome)).toEqual(['imported']))
  test('a file that was imported before is merged, and says so', () =>
    expect(withMerges([read('a.fit', monday)], [monday])).toEqual([
      { ...read('a.fit', monday).line, outcome: 'merged', why: 'Already on file.' },
    ]))
  test('two files of one run are one run', () =>
    expect(
      withMerges([read('a.fit', monday), read('b.fit', run('b', '2026-05-04T07:00:10'))], [])
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['imported', 'merged']))
  test('a file that could not be read stays what it was', () => {
    const line = lineOf(refused('x.fit', { type: 'Empty' }))
    expect(withMerges([{ line, activities: [] }], [])).toEqual([line])
    expect(line).toMatchObject({ outcome: 'refused', reason: 'Empty', activities: 0 })
  })
})

test('the report as a table names the reason, and runs nothing in a spreadsheet', () => {
  const line = lineOf(refused('=SUM(A1).fit', { type: 'Empty' }))
  expect(reportCsv([line])).toBe(
    "file,format,outcome,reason,activities,check-ins,sessions,merged into,why\r\n'=SUM(A1).fit,,refused,Empty,0,0,0,,the file is empty. Download or copy it again.\r\n",
  )
})

const shelfOf = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
})

const usual = { theme: 'system', nudges: 'on', quietDay: null, reminders: usualTimes, language: 'en' } as const

describe('preferences', () => {
  test('the device’s language suggests the units', () =>
    expect([readPreferences(shelfOf(new Map()), 'en-US'), readPreferences(shelfOf(new Map()), 'de-AT')]).toEqual([
      { distance: 'mi', ...usual },
      { distance: 'km', ...usual },
    ]))
  test('what was chosen is kept, and a damaged entry counts as none', () => {
    const kept = new Map<string, string>()
    const chosen = {
      distance: 'km',
      theme: 'dark',
      nudges: 'off',
      quietDay: '2026-05-04' as Day,
      reminders: { ...usualTimes, morning: 420 },
      language: 'de',
    } as const
    keepPreferences(shelfOf(kept), chosen)
    expect(readPreferences(shelfOf(kept), 'en-US')).toEqual(chosen)
    kept.set([...kept.keys()][0]!, '{"distance":"km","quietDay":"never"}')
    expect(readPreferences(shelfOf(kept), 'en-US')).toEqual({ distance: 'km', ...usual })
    for (const key of kept.keys()) kept.set(key, '{')
    expect(readPreferences(shelfOf(kept), 'de')).toEqual({ distance: 'km', ...usual })
  })
})

const begun = (live: Promise<Live>) =>
  createApp(
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
      shelf: shelfOf(new Map()),
      newId: () => 'id',
    },
    live,
  ).app

describe('the app before its store is open', () => {
  test('what a person does waits and is then done', async () => {
    const done: string[] = []
    const confirmDay = async (day: Day) => {
      done.push(day)
      return null
    }
    const live = { act: { confirmDay } } as unknown as Live
    expect(await begun(Promise.resolve(live)).act.confirmDay('2026-05-04' as Day)).toBeNull()
    expect(done).toEqual(['2026-05-04'])
  })
  test('where it cannot be opened every action says so', async () => {
    const app = begun(Promise.reject(new Error('no room')))
    expect(await app.act.confirmDay('2026-05-04' as Day)).toMatch(/could not open its store/)
  })
  test('only the last three lines stay on screen', () => {
    const app = begun(new Promise(() => {}))
    for (const text of ['1', '2', '3', '4']) app.say(text)
    expect(app.toasts.value.map(({ says }) => says)).toEqual(['2', '3', '4'])
  })
  test('a pasted link and a bare invitation are one', () => {
    const app = begun(new Promise(() => {}))
    app.openInvitation('https://example.test/#join=abc')
    const whole = app.invitation.value
    app.openInvitation('abc')
    expect([whole, app.invitation.value]).toEqual(['abc', 'abc'])
  })
})
