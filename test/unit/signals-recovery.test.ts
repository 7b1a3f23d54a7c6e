/** Mornings and sameness: what findings read, with the days it rests on, and never a later one. */
import { expect, test } from 'vitest'
import { aCheckIn, aRun, daysAgo, given, runsSince } from '../../core/signals/basis/given.ts'
import { restingHrOn, samenessOf, variabilityOn } from '../../core/signals/index.ts'

test('a resting heart rate comes with what is usual and the mornings it rests on', () => {
  const mornings = [48, 49, 50, 48, 49, 50, 49].map((restingHr, i) => aCheckIn(daysAgo(8 - i), { restingHr }))
  const context = given({
    checkIns: [...mornings, aCheckIn(daysAgo(1), { restingHr: 57 }), aCheckIn(daysAgo(0), { restingHr: 99 })],
  })
  expect(restingHrOn(context, daysAgo(1))).toEqual({
    known: true,
    value: { day: daysAgo(1), bpm: 57, usual: 49, above: 8 },
    from: [daysAgo(1), ...[8, 7, 6, 5, 4, 3, 2].map(daysAgo)],
  })
})

test('variability of a day rests on its own 60 days and none after it', () => {
  const mornings = (last: number) =>
    Array.from({ length: 80 }, (_, i) => aCheckIn(daysAgo(79 - i), { hrvMs: i >= 70 ? last : 60 + (i % 5) }))
  const before = variabilityOn(given({ checkIns: mornings(20) }), daysAgo(10))
  expect(before).toEqual(variabilityOn(given({ checkIns: mornings(90) }), daysAgo(10)))
  expect(before.known && before.from.length).toBe(60)
  const now = variabilityOn(given({ checkIns: mornings(50) }), daysAgo(0))
  expect(now.known && now.value.week).toBeCloseTo(Math.log(50), 9)
  expect(now.known && now.value.deviations < -1).toBe(true)
})

test('the same reading every morning is a broken sensor', () =>
  expect(
    variabilityOn(
      given({ checkIns: Array.from({ length: 60 }, (_, i) => aCheckIn(daysAgo(59 - i), { hrvMs: 55 })) }),
      daysAgo(0),
    ),
  ).toEqual({
    known: false,
    why: 'every morning on file is the same, which no heart is',
  }))

test('monotony and strain come with the week’s load and the usual one, or say which day is open', () => {
  const profile = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
  const context = given({ profile, activities: [...runsSince(40, 8), aRun(daysAgo(0), 8)] })
  expect(samenessOf(context, daysAgo(1))).toMatchObject({
    known: true,
    value: { from: daysAgo(7), to: daysAgo(1), usual: { known: true } },
  })
  expect(samenessOf(context, daysAgo(38))).toEqual({
    known: false,
    why: `${daysAgo(44)}: no source has spoken for this day`,
  })
})
