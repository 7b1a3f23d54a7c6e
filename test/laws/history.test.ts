import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasSpoken, isCovered, mergeActivities, toHistory } from '../../core/history/history.ts'
import type { Activity } from '../../core/model/activity.ts'
import { addDays, daysFrom } from '../../core/model/day.ts'
import type { ActivityId } from '../../core/model/ids.ts'
import { anyActivity, dayAfter } from '../kit/activities.ts'

const someActivities = fc.array(anyActivity, { maxLength: 14 })
const shuffled = (list: readonly Activity[]) => fc.shuffledSubarray([...list], { minLength: list.length })

describe('[I2] importing the same again, or in another order, changes nothing', () => {
  test('whatever the order in which recordings came', () => {
    fc.assert(
      fc.property(
        someActivities.chain(list => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, other]) => {
          expect(toHistory(other, [])).toEqual(toHistory(list, []))
        },
      ),
    )
  })

  test('whatever came twice', () => {
    fc.assert(
      fc.property(
        someActivities.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list]))),
        ([list, again]) => {
          expect(toHistory([...list, ...again], [])).toEqual(toHistory(list, []))
        },
      ),
    )
  })

  test('whatever was on file and whatever came in', () => {
    fc.assert(
      fc.property(someActivities, someActivities, (a, b) => {
        expect(mergeActivities(a, b)).toEqual(mergeActivities(b, a))
      }),
    )
  })

  test('whatever of it had been merged before', () => {
    fc.assert(
      fc.property(someActivities, someActivities, (a, b) => {
        const once = mergeActivities(a, b).activities
        expect(mergeActivities(once, b).activities).toEqual(once)
        expect(mergeActivities(once, once).activities).toEqual(once)
      }),
    )
  })

  test('whatever a person said of two: they stay two, in every order', () => {
    fc.assert(
      fc.property(
        fc.array(anyActivity, { minLength: 1, maxLength: 12 }).chain(([one, ...more]) => {
          const twin = { ...one!, id: `${one!.id}-twin` as ActivityId }
          const apart = [{ ...one!, apartFrom: [twin.id] }, twin, ...more]
          return fc.tuple(fc.constant(apart), shuffled(apart))
        }),
        ([list, other]) => {
          const { merges, activities } = mergeActivities(list, [])
          const shown = (id: string) => merges.find(({ dropped }) => dropped === id)?.kept ?? id
          expect(shown(list[0]!.id)).not.toBe(shown(list[1]!.id))
          expect(mergeActivities(other, [])).toEqual({ merges, activities })
        },
      ),
    )
  })

  test('and no activity is lost: each is shown, as itself or as a recording of the same', () => {
    fc.assert(
      fc.property(someActivities, list => {
        const { activities, merges } = toHistory(list, [])
        const shown = new Set(activities.map(({ id }) => id))
        for (const { id } of list) {
          const merge = merges.find(({ dropped }) => dropped === id)
          expect(shown.has(merge?.kept ?? id)).toBe(true)
        }
      }),
    )
  })
})

describe('[H1] a day no source has spoken for is unknown; a day spoken for without training is rest', () => {
  const someDays = fc.array(fc.integer({ min: -2, max: 16 }).map(dayAfter), { maxLength: 4 })

  test('covered is exactly: confirmed, or between two deliveries of one source', () => {
    fc.assert(
      fc.property(someActivities, someDays, (list, confirmed) => {
        const { coverage, activities } = toHistory(list, confirmed)
        for (const day of daysFrom(dayAfter(-3), dayAfter(17))) {
          const delivered = activities.flatMap(activity =>
            activity.sources.flatMap(({ kind }) => (kind === 'typed' ? [] : [{ kind, day: activity.day }])),
          )
          const spoken = delivered.some(
            first => first.day <= day && delivered.some(later => later.kind === first.kind && later.day > day),
          )
          expect(isCovered(coverage, day)).toBe(confirmed.includes(day) || spoken)
          expect(hasSpoken(coverage, day)).toBe(
            confirmed.includes(day) || spoken || activities.some(activity => activity.day === day),
          )
        }
      }),
    )
  })

  test('after the last delivery nothing is known, however long ago it was', () => {
    fc.assert(
      fc.property(someActivities, fc.integer({ min: 0, max: 400 }), (list, days) => {
        const last =
          list
            .map(({ day }) => day)
            .sort()
            .at(-1) ?? dayAfter(0)
        expect(isCovered(toHistory(list, []).coverage, addDays(last, days))).toBe(false)
      }),
    )
  })
})
