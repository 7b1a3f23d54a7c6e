/** The race on a watch: what is written is read back the same by another reader, over a course made here and over a real one. */
import { existsSync, readFileSync } from 'node:fs'
import FitParser from 'fit-file-parser'
import { expect, test } from 'vitest'
import { readCourseWay } from '../../core/import/course/read-course.ts'
import { sourceOf } from '../../core/import/index.ts'
import type { Course } from '../../core/model/course.ts'
import type { Day } from '../../core/model/day.ts'
import { splitsForTarget } from '../../core/science/course/splits.ts'
import { bandFit, courseFit, type WayPlace } from '../../core/workout/race-fit.ts'
import type { WrittenFile } from '../../core/workout/writers/index.ts'

type Message = Readonly<Record<string, unknown>>
type Read = { readonly messages: Readonly<Record<string, readonly Message[]>>; readonly records: readonly Message[] }
const readFit = async ({ content }: WrittenFile): Promise<Read> => {
  const parser = new FitParser({ force: false, mode: 'list', lengthUnit: 'm', speedUnit: 'm/s' })
  return (await parser.parseAsync((content as Uint8Array<ArrayBuffer>).slice().buffer)) as unknown as Read
}

const course: Course = {
  name: 'Three Bridges',
  distanceM: 10_000,
  measuredM: null,
  profile: [],
  checkpoints: [{ name: 'Second bridge', atM: 5200, aid: true }],
  surfaces: [],
  origin: '',
}
const way: readonly WayPlace[] = Array.from({ length: 201 }, (_, i) => ({
  lat: 53.4 + i * 0.0004,
  lon: -2.2,
  altitudeM: 30 + (i % 10),
  atM: 50 * i,
}))
const day = '2027-04-18' as Day
const onWatch = (of: Course, target: number) => ({
  name: of.name,
  day,
  startMinute: 540,
  splits: splitsForTarget(of, target)!,
})

/** Every figure that a watch needs, beside what was meant. */
const checkCourse = async (of: Course, places: readonly WayPlace[], target: number) => {
  const given = onWatch(of, target)
  const written = courseFit(given, places)
  expect(courseFit(given, places)).toEqual(written)
  const { messages, records } = await readFit(written)
  const seconds = (at: unknown) => (Date.parse(String(at)) - Date.parse('2027-04-18T09:00:00Z')) / 1000
  expect(messages.file_ids?.[0] ?? messages.file_id?.[0]).toMatchObject({ type: 'course' })
  const last = records.at(-1)!
  expect([seconds(records[0]!.timestamp), seconds(last.timestamp), last.distance]).toEqual([0, target, of.distanceM])
  const times = records.map(({ timestamp }) => seconds(timestamp))
  expect(times.every((at, i) => i === 0 || at >= times[i - 1]!)).toBe(true)
  for (const [record, place] of [
    [records[0]!, places[0]!],
    [last, places.at(-1)!],
  ] as const) {
    expect(record.position_lat as number).toBeCloseTo(place.lat, 5)
    expect(record.position_long as number).toBeCloseTo(place.lon, 5)
    if (place.altitudeM !== null) expect(record.altitude as number).toBeCloseTo(place.altitudeM, 0)
  }
  const points = messages.course_point ?? []
  expect(points.map(({ timestamp, distance }) => [seconds(timestamp), distance])).toEqual(
    given.splits.map(split => [split.seconds, split.atM]),
  )
  return { points, records }
}

test('the course is read back: every mark with its clock, the partner at the finish on the second, the same bytes each time', async () => {
  const { points } = await checkCourse(course, way, 2640)
  expect(points.map(({ name }) => name).slice(3, 7)).toEqual(['4 17:36', 'Second br 22:53', '6 26:24', '7 30:48'])
  expect(points.map(({ type }) => type).filter(type => type === 'food')).toHaveLength(1)
})

test('the pace band is read back as a workout of the course’s length, each step named by the clock at its end', async () => {
  const { messages } = await readFit(bandFit(onWatch(course, 2640)))
  const steps = messages.workout_step ?? []
  expect(steps.reduce((sum, step) => sum + Number(step.duration_value) / 100, 0)).toBe(10_000)
  expect(steps.at(-1)).toMatchObject({ wkt_step_name: 'Finish 44:00', duration_type: 'distance', target_type: 'speed' })
  for (const { custom_target_value_low: low, custom_target_value_high: high } of steps) {
    expect(Number(low)).toBeLessThan(3788)
    expect(Number(high)).toBeGreaterThan(3788)
  }
})

test('a course of a hundred marks is a workout that a watch takes', async () => {
  const long = { ...course, distanceM: 100_000, checkpoints: [] }
  const splits = splitsForTarget(long, 36_000, undefined, 1000)!
  const { messages } = await readFit(bandFit({ ...onWatch(long, 36_000), splits }))
  const steps = messages.workout_step ?? []
  expect([steps.length <= 50, steps.reduce((sum, step) => sum + Number(step.duration_value) / 100, 0)]).toEqual([
    true,
    100_000,
  ])
})

const real = '../shared/data/courses-gpx/manchester-marathon-2026.gpx'
test.skipIf(!existsSync(real))(`a real marathon's course goes to the watch and comes back (${real})`, async () => {
  const read = await readCourseWay(sourceOf('manchester.gpx', new Uint8Array(readFileSync(real))))
  if (!read.ok) throw new Error(read.error.type)
  expect(read.value.course.distanceM).toBe(42_195)
  const { records } = await checkCourse(read.value.course, read.value.way, 12_540)
  expect([records.length > 300, records.length <= 4001]).toEqual([true, true])
})
