/** A race beside its plan: what the clock, the heart and the hills say, in sentences, and never a mark. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from '../../core/cli/run.ts'
import { ownWords, wordsAround, wordsWith } from '../../core/history/own-words.ts'
import type { Course } from '../../core/model/course.ts'
import type { Day } from '../../core/model/day.ts'
import { emptyAthleteDebrief } from '../../core/model/race-debrief.ts'
import { emptyRacePlan } from '../../core/model/race-plan.ts'
import { unitMark } from '../../core/model/say-day.ts'
import { debriefOf } from '../../core/reports/race/debrief.ts'
import type { Marks } from '../../core/reports/race/marks.ts'
import { emptyContent } from '../../core/signals/basis/given.ts'

const course: Course = {
  name: 'Ten',
  distanceM: 10_000,
  measuredM: null,
  profile: [],
  checkpoints: [],
  surfaces: [],
  origin: '',
}
const plan = { ...emptyRacePlan('r'), primaryTarget: 2400, backupTarget: 2520, celsius: 12, carbsPerHour: 30 }
const marksOf = (paces: readonly number[]): Marks => {
  let clock = 0
  return paces.map((pace, i) => {
    clock += pace
    return [1000 * (i + 1), clock, 160 + i]
  })
}
const ran = (paces: readonly number[], more: object = {}) =>
  debriefOf({ course, marks: marksOf(paces), plan, debrief: null, temperatureC: null, stoodS: 0, ...more })!

describe('[S139, S140, S142] splits against each version, drift, and which one was run', () => {
  test('a race run to plan', () => {
    const { nearest, parted, drift, splits, says } = ran(Array(10).fill(240))
    expect([nearest, parted, drift]).toEqual([{ version: 'primary', offS: 0 }, null, { asRun: 0, level: null }])
    expect(splits.map(({ against }) => against).at(-1)).toEqual({ primary: 0, backup: -120 })
    expect(says).toContain('Race and plan stayed within a hundredth of each other to the end.')
  })
  test('out too fast and late at the end: where they parted, and how far it had been on the other side', () => {
    const { parted, says } = ran([232, 232, 232, 232, 236, 244, 252, 262, 266, 268])
    expect(parted).toEqual({ version: 'primary', atM: 9000, byEndS: 56, otherSide: { atM: 5000, byS: -36 } })
    expect(says).toContain(
      `From 9${unitMark}km on race and primary version parted: 0:56 later at the end, after 0:36 earlier at 5${unitMark}km.`,
    )
  })
  test('what the athlete says they ran counts for where it parted; none of the versions is said where none was', () => {
    const debrief = { ...emptyAthleteDebrief('r'), ran: 'backup' as const }
    expect(ran(Array(10).fill(240), { debrief }).says).toContain(
      'The splits lie nearest to the primary version, 0:00 off in the mean; the athlete says they ran the backup one.',
    )
    expect(ran(Array(10).fill(330)).says[1]).toContain('None of the versions was run')
  })
  test('without marks nothing is made up', () => {
    const { drift, heart, says, splits } = ran([], { marks: [[10_000, 2500, null]] })
    expect([drift, heart, splits.map(({ atM }) => atM)]).toEqual([null, null, [10_000]])
    const halves = ran([], {
      marks: [
        [5000, 1200, null],
        [10_000, 2500, null],
      ],
    })
    expect(halves.splits.map(({ atM, seconds }) => [atM, seconds])).toEqual([
      [5000, 1200],
      [10_000, 2500],
    ])
    expect(says).toContain('How the pace went is not known: there are no marks along the way.')
    expect(debriefOf({ course, marks: [], plan, debrief: null, temperatureC: null, stoodS: 0 })).toBeUndefined()
  })
})

test('[S141] hills are told from fading: up and then down is even once they are taken out', () => {
  const hilly = {
    ...course,
    profile: [
      [0, 1000],
      [5000, 3000],
      [10_000, 1000],
    ] as Course['profile'],
  }
  const { drift, hillsS } = debriefOf({
    course: hilly,
    marks: marksOf([280, 280, 280, 280, 280, 222, 222, 222, 222, 222]),
    plan: null,
    debrief: null,
    temperatureC: 24,
    stoodS: 40,
  })!
  expect(drift!.asRun).toBeLessThan(-15)
  expect(Math.abs(drift!.level!)).toBeLessThan(7)
  expect(hillsS).toBeGreaterThan(0)
})

test('[S144] fuel and heat stand beside the plan, and no sentence is a mark', () => {
  const debrief = { ...emptyAthleteDebrief('r'), fuel: [[20, 22, 200] as [number, number, number]] }
  const { says, fuel } = ran(Array(10).fill(250), { debrief, temperatureC: 21 })
  expect(fuel).toEqual({ grams: 32, ml: 288 })
  expect(says).toContain(
    '21 °C by the watch, planned for 12: air as warm as that costs time, and a watch reads some degrees more than the air.',
  )
  expect(says.join(' ')).not.toMatch(/score|grade|good|bad|fail|should/i)
})

test('[S138, S48] the athlete’s own words are found by search and by race, quoted with their day', () => {
  const on = (day: string, words: string) => ({ id: day, day: day as Day, session: null, by: 'r', words, at: 1 })
  const content = {
    ...emptyContent,
    comments: [on('2026-05-03', 'I panic late, then it gets quiet.'), on('2026-01-02', 'Quiet legs today')],
    checkIns: [],
  } as unknown as typeof emptyContent
  const all = ownWords(content, () => undefined)
  expect(all.map(({ day }) => day)).toEqual(['2026-05-03', '2026-01-02'])
  expect(wordsWith(all, 'quiet pan').map(({ words }) => words)).toEqual(['I panic late, then it gets quiet.'])
  expect(wordsAround(all, { day: '2026-05-01' as Day }).map(({ day }) => day)).toEqual(['2026-05-03'])
  expect(wordsWith(all, 'nothing of this')).toEqual([])
})

const races = '../shared/data/courses-gpx/marathon-tours.gpx.gz'
test.skipIf(!existsSync(races))('[S145] a real race is written out over its official distance', async () => {
  const out: string[] = []
  const words = ['race', '--debrief', races, '--primary', '2:57:00']
  const code = await run(words, { out: text => out.push(text), err: text => out.push(text), progress: () => {} })
  expect(code).toBe(0)
  const [first, ...rest] = out.join('\n').split('\n')
  expect(first).toContain('42.20 km (official distance, the recording stretched to it: 42.42)')
  expect(rest[0]).toBe('  2:59:32 on the clock.')
  expect(rest.at(-1)).toContain('2:59:32')
})
