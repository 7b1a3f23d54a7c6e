/** What must hold of split times over any course: they add up, they only grow, and doubt grows with the way and the heat. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCourse } from '../../core/import/course/read-course.ts'
import { sourceOf } from '../../core/import/index.ts'
import { type Course, withDistance } from '../../core/model/course.ts'
import { flatMetresOf, isWalked } from '../../core/science/course/gait.ts'
import { legsOf, metresByGrade } from '../../core/science/course/legs.ts'
import { type Circumstances, noCircumstances, splitsFor, splitsForTarget } from '../../core/science/course/splits.ts'
import { celsiusToFahrenheit, dewPoint, slowingByDewPoint } from '../../core/science/heat.ts'

/** A course of whole hundreds of metres, with slopes in whole percents each 500 m and up to three aid stations. */
const courses: fc.Arbitrary<Course> = fc
  .record({
    slopes: fc.array(fc.integer({ min: -25, max: 25 }), { minLength: 4, maxLength: 90 }),
    rest: fc.integer({ min: 0, max: 4 }),
    aids: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
    rough: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ slopes, rest, aids, rough }) => {
    const distanceM = 500 * slopes.length + 100 * rest
    let altitude = 1000
    const rise = slopes.map((slope, i) => {
      altitude += 5 * slope
      return [500 * (i + 1), 10 * altitude] as [number, number]
    })
    const at = (share: number) => Math.round((distanceM * share) / 100)
    return {
      name: 'a course',
      distanceM,
      measuredM: null,
      profile: [[0, 10_000], ...rise],
      checkpoints: aids.map(share => ({ name: `at ${share} %`, atM: at(share), aid: true })),
      surfaces: [
        { fromM: 0, surface: 'trail' },
        { fromM: at(rough), surface: 'rough' },
      ],
      origin: '',
    } satisfies Course
  })
const speeds = fc
  .tuple(fc.integer({ min: 18, max: 55 }), fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }))
  .map(([tenths, up, down]) => ({
    fast: (tenths / 10) * (1 + up / 100),
    middle: tenths / 10,
    slow: (tenths / 10) * (1 - down / 100),
  }))
const weather = fc.record({ celsius: fc.integer({ min: 0, max: 32 }), humidity: fc.integer({ min: 5, max: 100 }) })
const heatOf = ({ celsius, humidity }: { readonly celsius: number; readonly humidity: number }) =>
  slowingByDewPoint(celsiusToFahrenheit(celsius), celsiusToFahrenheit(dewPoint(celsius, humidity)!))
const given = (low: number, high: number): Circumstances => ({
  ...noCircumstances,
  heat: { low, high },
  night: { fromMinute: 1260, toMinute: 330, slowing: { low: 0, high: 12 } },
  startMinute: 18 * 60,
  stopsS: { low: 0, high: 240 },
})
const target = fc.integer({ min: 25, max: 60 })

describe('[S123] splits are an estimate that adds up', () => {
  test('the parts are the whole to the second, and each mark is later than the one before', () =>
    fc.assert(
      fc.property(courses, speeds, (course, flat) => {
        const splits = splitsFor(course, flat, given(1, 3))
        expect(splits.reduce((sum, { splitSeconds }) => sum + splitSeconds, 0)).toBe(splits.at(-1)!.seconds)
        expect(splits.reduce((sum, { splitM }) => sum + splitM, 0)).toBe(course.distanceM)
        for (const [i, { fast, seconds, slow, splitSeconds }] of splits.entries()) {
          expect(fast).toBeLessThanOrEqual(seconds)
          expect(seconds).toBeLessThanOrEqual(slow)
          expect(splitSeconds).toBe(seconds - (splits[i - 1]?.seconds ?? 0))
        }
      }),
    ))

  test('a time that was written is met to the second, and its parts add up to it', () =>
    fc.assert(
      fc.property(courses, target, weather, (course, tenSecondsPerKm, air) => {
        const seconds = Math.round((flatMetresOf(legsOf(course)) / 1000) * 10 * tenSecondsPerKm)
        const heat = heatOf(air)
        fc.pre(heat !== undefined)
        const splits = splitsForTarget(course, seconds, given(heat.low, heat.high))
        fc.pre(splits !== undefined)
        expect(splits.at(-1)!.seconds).toBe(seconds)
        expect(splits.reduce((sum, { splitSeconds }) => sum + splitSeconds, 0)).toBe(seconds)
        for (const { splitSeconds } of splits) expect(splitSeconds).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 40 },
    ))

  test('the range widens from mark to mark', () =>
    fc.assert(
      fc.property(courses, speeds, (course, flat) => {
        let before = 0
        for (const { fast, slow } of splitsFor(course, flat, given(0.5, 1))) {
          // Why one second: both ends are rounded.
          expect(slow - fast).toBeGreaterThanOrEqual(before - 1)
          before = slow - fast
        }
      }),
    ))

  test('the hotter, the later and the less sure', () =>
    fc.assert(
      fc.property(courses, speeds, weather, fc.integer({ min: 1, max: 8 }), (course, flat, air, more) => {
        const [cool, hot] = [heatOf(air), heatOf({ ...air, celsius: air.celsius + more })]
        fc.pre(cool !== undefined && hot !== undefined)
        const end = ({ low, high }: { readonly low: number; readonly high: number }) =>
          splitsFor(course, flat, { ...noCircumstances, heat: { low, high } }).at(-1)!
        const [a, b] = [end(cool), end(hot)]
        expect(b.seconds).toBeGreaterThanOrEqual(a.seconds)
        expect(b.slow - b.fast).toBeGreaterThanOrEqual(a.slow - a.fast - 1)
      }),
    ))

  test('the official distance is what counts: another one stretches all that stands on the course', () =>
    fc.assert(
      fc.property(courses, fc.integer({ min: 80, max: 120 }), (course, share) => {
        const distanceM = Math.round((course.distanceM * share) / 100)
        const other = withDistance(course, distanceM)
        expect(splitsFor(other, { fast: 3, middle: 3, slow: 3 }).at(-1)!.atM).toBe(distanceM)
        expect(metresByGrade(other).reduce((a, b) => a + b, 0)).toBe(distanceM)
      }),
    ))
})

test('[S96] the steeper a climb the sooner it is walked, and nobody who runs fast walks a gentle one', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 10 }),
      speeds,
      (percent, more, { middle }) => {
        if (isWalked(percent / 100, middle)) expect(isWalked((percent + more) / 100, middle)).toBe(true)
        if (percent < 5 && middle > 3) expect(isWalked(percent / 100, middle)).toBe(false)
      },
    ),
  ))

test('any bytes give a course or a reason, never an exception', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc
          .array(fc.tuple(fc.double(), fc.double(), fc.string({ maxLength: 4 })), { maxLength: 12 })
          .map(points =>
            new TextEncoder().encode(
              `<gpx><trk>${points.map(([lat, lon, ele]) => `<trkpt lat="${lat}" lon="${lon}"><ele>${ele}</ele></trkpt>`).join('')}`,
            ),
          ),
      ),
      async bytes => {
        const course = await readCourse(sourceOf('a.gpx', bytes))
        if (course.ok) expect(course.value.distanceM).toBeGreaterThan(0)
        else expect(course.error.type).not.toBe('')
      },
    ),
  ))
