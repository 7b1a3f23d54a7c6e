/** Runs beyond the marathon of real runners, each set beside what was to be expected from what was on file the day before. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { UltraRow } from '../../core/cli/race-ultra.ts'
import { run } from '../../core/cli/run.ts'
import type { Course } from '../../core/model/course.ts'
import { atReminder, stretchesOf } from '../../core/science/course/aid.ts'
import { evenlyUpAndDown } from '../../core/science/course/legs.ts'
import { splitsForTarget } from '../../core/science/course/splits.ts'
import { slowdownOf } from '../../core/science/ultra.ts'

const told = async (given: readonly string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(given, { out: line => out.push(line), err: line => err.push(line), progress: () => {} })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const real = '../shared/data/runner-x3cl-fit/all_sessions_summary.csv'
test.skipIf(!existsSync(real))(
  `seventeen long runs of one runner fall where they were expected, the 74 km among them (${real})`,
  async () => {
    const { code, out } = await told(['race', '--ultra', real, '--json'])
    const { runs } = JSON.parse(out) as { readonly runs: readonly UltraRow[] }
    const within = runs.filter(
      ({ seconds, expected }) => expected && expected.fast <= seconds && seconds <= expected.slow,
    )
    expect([code, runs.length, within.length >= 14]).toEqual([0, 17, true])
    const long = runs.find(({ distanceM }) => Math.round(distanceM / 1000) === 74)!
    expect(long.ascentM).toBe(3019)
    expect(Math.abs(long.expected!.seconds / long.seconds - 1)).toBeLessThan(0.15)
    expect(long.because.join('\n')).toMatch(/from \d+ of the runner’s own long runs/)
    // What is learned of a runner narrows what is said of the next one.
    const width = ({ expected }: UltraRow) => expected!.slow / expected!.fast
    expect(width(runs.at(-1)!)).toBeLessThan(width(runs[0]!))
  },
  60_000,
)

test('what a command line asks of long runs wrongly is said, and a history without one says so', async () => {
  expect((await told(['race', '--ultra'])).err).toContain('needs the files of a runner’s training')
  expect((await told(['race', '--ultra', 'a', '--target', '4:00:00'])).err).toContain('stands alone')
})

test('own long runs count the more the more there are, on a road none of them does; a way of metres up alone comes back level', () => {
  const long = Array.from({ length: 6 }, () => ({ flatM: 84_390, seconds: 12_000 * 2 ** 1.12 * 1.6 }))
  const more = [0, 1, 6].map(count => Math.exp(slowdownOf(12_000, long.slice(0, count), false).more))
  expect(more.map(one => Math.round(100 * one))).toEqual([128, 138, 151])
  expect(slowdownOf(12_000, long, true)).toEqual({ more: 0, spread: 0.06, runs: 0 })
  const profile = evenlyUpAndDown(10_000, 500)
  const up = profile.reduce((sum, [, z], i) => sum + Math.max(0, z - (profile[i - 1]?.[1] ?? z)), 0) / 10
  expect([profile[0], profile.at(-1), up]).toEqual([[0, 0], [10_000, 0], 500])
})

test('what is carried from aid station to aid station adds up to the coach’s grams and millilitres an hour', () => {
  const aid = (name: string, atM: number) => ({ name, atM, aid: true })
  const course = {
    ...level,
    distanceM: 50_000,
    checkpoints: [aid('Hut', 18_000), { ...aid('Pass', 30_000), aid: false }, aid('Lake', 40_000)],
  }
  const splits = splitsForTarget(course, 18_000)!
  const stretches = stretchesOf(splits, { grams: 60, ml: 500 })
  expect(stretches.map(({ to, seconds, grams, ml }) => [to, seconds, grams, ml])).toEqual([
    ['Hut', 6480, 110, 900],
    ['Lake', 14_400, 130, 1100],
    ['Finish', 18_000, 60, 500],
  ])
  expect(stretchesOf(splits, { grams: null, ml: 500 })[0]).toMatchObject({ grams: null, ml: 900 })
  expect(stretchesOf(splitsForTarget({ ...course, checkpoints: [] }, 18_000)!, { grams: 60, ml: null })).toHaveLength(1)
  expect(atReminder({ grams: 60, ml: 500 })).toEqual({ grams: 20, ml: 165 })
})

const level: Course = {
  name: 'x',
  distanceM: 10_000,
  measuredM: null,
  profile: [],
  checkpoints: [],
  surfaces: [],
  origin: '',
}
