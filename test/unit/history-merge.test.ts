import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { activityOf, mergeActivities, notOnFile, toHistory } from '../../core/history/history.ts'
import type { Activity } from '../../core/model/activity.ts'
import type { ActivityId } from '../../core/model/ids.ts'
import { putActivities, readAthlete, setApart } from '../../core/plan/index.ts'
import { activity, dayAfter } from '../kit/activities.ts'

const watch = activity({ id: 'watch' as ActivityId, hrSeconds: [[150, 3600]], meanHr: 150 })
const service = activity({
  id: 'service' as ActivityId,
  second: 40,
  durationS: 3570,
  distanceM: 10_050,
  name: 'Morning Run',
  rpe: 6,
  sources: [{ kind: 'strava-archive', name: 'export.zip', id: '77' }],
})
const ids = (activities: readonly Activity[]) => activities.map(({ id }) => id)

describe('one run from two sources', () => {
  test('is one, the richer recording, with both provenances and what was said of the other', () => {
    expect(mergeActivities([service], [watch])).toEqual({
      activities: [
        {
          ...watch,
          name: 'Morning Run',
          rpe: 6,
          sources: [
            { kind: 'fit', name: 'watch.fit', id: 'watch' },
            { kind: 'strava-archive', name: 'export.zip', id: '77' },
          ],
        },
      ],
      merges: [{ kept: 'watch', dropped: 'service' }],
    })
  })

  test('is one where both name the same source, however much the lengths differ', () => {
    const moving = activity({
      ...service,
      id: 'moving' as ActivityId,
      durationS: 1000,
      elapsedS: 9000,
      distanceM: 4000,
    })
    expect(ids(mergeActivities([service], [moving]).activities)).toEqual(['service'])
  })

  test('is found under either name', () => {
    const history = toHistory([watch, service], [])
    expect(activityOf(history, 'service' as ActivityId)?.id).toBe('watch')
    expect(activityOf(history, 'watch' as ActivityId)?.id).toBe('watch')
    expect(activityOf(history, 'nobody' as ActivityId)).toBeUndefined()
  })

  test.each<[string, Activity]>([
    ['started two minutes later', activity({ id: 'b' as ActivityId, minute: 422 })],
    [
      'started at the door, most of it shared',
      activity({ id: 'b' as ActivityId, minute: 412, durationS: 4080, elapsedS: 4080 }),
    ],
    ['without a distance', activity({ id: 'b' as ActivityId, distanceM: null })],
    ['without UTC, by the wall clock', activity({ id: 'b' as ActivityId, utc: null })],
    [
      'on the neighbouring day, where one file knew no time zone',
      activity({ id: 'b' as ActivityId, day: dayAfter(-1), utc: watch.utc }),
    ],
  ])('%s is the same', (_, other) => {
    expect(mergeActivities([watch], [other]).activities.length).toBe(1)
  })

  test.each<[string, Activity]>([
    ['the second run of the day', activity({ id: 'b' as ActivityId, minute: 1080 })],
    ['another sport at the same time', activity({ id: 'b' as ActivityId, sport: 'ride' })],
    ['half as long', activity({ id: 'b' as ActivityId, durationS: 1800, elapsedS: 1800, distanceM: 5000 })],
    ['half as far', activity({ id: 'b' as ActivityId, distanceM: 5000 })],
    ['the same run a day later', activity({ id: 'b' as ActivityId, day: dayAfter(1) })],
  ])('%s is another', (_, other) => {
    expect(mergeActivities([watch], [other]).activities.length).toBe(2)
  })
})

test('what is on file under its own id is not imported again', () => {
  expect(ids(notOnFile([watch], [watch, service]))).toEqual(['service'])
})

test('a long history is merged in one go', () => {
  const many = Array.from({ length: 4000 }, (_, day) => activity({ day: dayAfter(day - 4000) }))
  expect(mergeActivities(many, many)).toEqual({ activities: many, merges: [] })
})

describe('what a person said of two recordings', () => {
  const parted = { ...service, apartFrom: ['watch' as ActivityId] }
  test('parts them, whatever is alike and whichever of the two it stands with', () => {
    expect(mergeActivities([parted, watch], []).merges).toEqual([])
    expect(mergeActivities([service, { ...watch, apartFrom: ['service' as ActivityId] }], []).merges).toEqual([])
  })
  test('parts them also where they bear one name of one source', () => {
    const twin = { ...service, id: 'twin' as ActivityId, durationS: 900, apartFrom: ['service' as ActivityId] }
    expect(ids(mergeActivities([service, twin], []).activities).toSorted()).toEqual(['service', 'twin'])
  })
  test('keeps a third recording with the one it is most like', () => {
    const third = { ...watch, id: 'third' as ActivityId, second: 5, sources: [{ ...watch.sources[0]!, id: 'third' }] }
    const { activities, merges } = mergeActivities([parted, watch, third], [])
    expect([activities.length, merges.length]).toEqual([2, 1])
  })
  test('stays through every later import of either file', () => {
    const doc = new Y.Doc()
    putActivities(doc, [watch, service], 'here')
    setApart(doc, [watch.id, service.id], true, 'here')
    const apart = readAthlete(doc).activities
    expect(toHistory(apart, []).merges).toEqual([])
    putActivities(doc, notOnFile(apart, [watch, service]), 'here')
    expect(toHistory(readAthlete(doc).activities, []).activities.length).toBe(2)
    setApart(doc, [watch.id, service.id], false, 'here')
    expect(readAthlete(doc).activities).toEqual([watch, service].toSorted((a, b) => (a.start < b.start ? -1 : 1)))
    expect(toHistory(readAthlete(doc).activities, []).merges.length).toBe(1)
  })
})

describe('a table that knows the day and not the hour', () => {
  const row = (more: Partial<Activity> = {}) =>
    activity({
      id: 'row' as ActivityId,
      minute: 0,
      utc: null,
      durationS: 3570,
      rpe: 5,
      sources: [{ kind: 'trainingpeaks', name: 'workouts.csv', id: null }],
      ...more,
    })
  test('tells of the run of that day and length, and adds what was said', () => {
    const { activities } = mergeActivities([row(), watch], [])
    expect(activities).toMatchObject([{ id: 'watch', rpe: 5, start: watch.start }])
  })
  test('is another run where the length differs, or the day', () => {
    expect(mergeActivities([row({ durationS: 3300 }), watch], []).merges).toEqual([])
    expect(mergeActivities([row({ day: dayAfter(1) }), watch], []).merges).toEqual([])
  })
  test('has a row for each of two alike', () => {
    expect(mergeActivities([row(), row({ id: 'other' as ActivityId })], []).merges).toEqual([])
  })
})
