/** Real courses and a real field of finishers, as `tandem race` says them. */
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { courseIn } from '../../core/cli/race-course.ts'
import { run } from '../../core/cli/run.ts'
import { parse } from '../../core/lib/parse.ts'
import { courseSchema } from '../../core/model/course.ts'
import { climbBetween } from '../../core/science/course/legs.ts'
import { splitsFor, splitsForTarget } from '../../core/science/course/splits.ts'

const data = '../shared/data'
const folder = `${data}/courses-gpx`

const tandem = async (...words: readonly string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(words, { out: text => out.push(text), err: text => err.push(text), progress: () => {} })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('what is asked of a race wrongly is said in a sentence', async () => {
  expect((await tandem('race')).code).toBe(2)
  expect((await tandem('race', 'a.gpx', '--target', 'soon')).err).toContain('`--target` is a time as H:MM:SS')
  expect(await tandem('race', 'nosuch.gpx')).toEqual({
    code: 1,
    out: '',
    err: 'nosuch.gpx: there is no such file. Check the path.',
  })
})

describe.skipIf(!existsSync(folder))('courses on file', () => {
  /** Kilometres of the official distance, and metres up within a tenth of what their organisers or makers say. */
  const known: Readonly<Record<string, readonly [km: number, up: number | null]>> = {
    'manchester-marathon-2026.gpx': [42.195, 77],
    'marathon-tours.gpx.gz': [42.195, 45],
    'inverness-half-marathon.gpx': [21.098, 71],
    'eiger_ultra_trail_250.gpx.gz': [265.8, 14_200],
    'allermuir-hill-race.gpx': [6.7, null],
  }
  test('every one is read, holds no place, and its splits add up to the second', async () => {
    const names = readdirSync(folder)
    expect(names.length).toBeGreaterThan(8)
    for (const name of names) {
      const read = await courseIn(`${folder}/${name}`)
      if (!read.ok) throw new Error(read.error.says)
      const course = read.value
      expect(parse(courseSchema, course).ok).toBe(true)
      const expected = known[name]
      if (expected) {
        expect(course.distanceM / 1000).toBeCloseTo(expected[0], 1)
        const up = climbBetween(course, 0, course.distanceM)?.up ?? null
        if (expected[1] === null) expect(up).toBeNull()
        else expect(Math.abs(up! / expected[1] - 1)).toBeLessThan(0.1)
      }
      const splits = splitsFor(course, { fast: 3, middle: 2.8, slow: 2.5 })
      expect(splits.reduce((sum, { splitSeconds }) => sum + splitSeconds, 0)).toBe(splits.at(-1)!.seconds)
      const own = splitsForTarget(course, splits.at(-1)!.seconds + 60)!
      expect(own.at(-1)!.seconds).toBe(splits.at(-1)!.seconds + 60)
    }
  }, 60_000)

  test('[S131] a hilly course costs what its hills cost: the climb of the mountain is walked, the descent is not flown', async () => {
    const read = await courseIn(`${folder}/shasta.gpx`)
    if (!read.ok) throw new Error(read.error.says)
    const splits = splitsForTarget(read.value, 6 * 3600, undefined, 9500)!
    const [up, down] = splits
    expect(up!.walked).toBeGreaterThan(0.8)
    expect(up!.splitSeconds).toBeGreaterThan(1.8 * down!.splitSeconds)
  })
})

test.skipIf(!existsSync(`${data}/race-splits`))(
  '[S139] a field’s slowing is printed beside the other year’s, as context',
  async () => {
    const { code, out } = await tandem('race', '--slowdown', `${data}/race-splits/boston-2013.csv.gz`)
    expect(code).toBe(0)
    const [first, second] = out.split('\n')
    expect(first).toBe(
      'under 3:00       2052 runners   second half   3.9 % slower (median)   faster  12.9 %   2014:   5.2 %, faster 8.3 %',
    )
    expect(second).toContain('6.5 % slower (median)   faster   7.0 %   2014:   8.6 %')
    expect(out).toContain('no forecast of one runner')
  },
)
