/** The athlete's own heart rate: what is usual, what heat explains, what one strange run cannot shift. */
import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHistory } from '../../core/cli/real-histories.ts'
import type { Activity } from '../../core/model/activity.ts'
import { addDays } from '../../core/model/day.ts'
import { between } from '../../core/model/window.ts'
import { expectedHeartRate, type HeartRateRun, heartRateModel } from '../../core/science/heart-rate-model.ts'
import { aRun, daysAgo, given, intervals } from '../../core/signals/basis/given.ts'
import { easyRunsBetween, heartRateOf } from '../../core/signals/index.ts'

const data = '../shared/data'

describe('the model', () => {
  const aHistory = fc.array(
    fc.record({
      hr: fc.integer({ min: 110, max: 180 }),
      metresPerS: fc.integer({ min: 220, max: 400 }).map(speed => speed / 100),
      celsius: fc.option(fc.integer({ min: -5, max: 35 })),
      hour: fc.integer({ min: 0, max: 23 }),
    }),
    { minLength: 8, maxLength: 30 },
  )
  const run = { metresPerS: 3, celsius: 20, hour: 8 }
  const expected = (runs: readonly HeartRateRun[], warmth: boolean) => {
    const model = heartRateModel(runs, warmth)
    return model && expectedHeartRate(model, run)
  }

  test('of fewer than eight runs there is none', () => {
    const seven = Array.from({ length: 7 }, () => ({ hr: 140, ...run }))
    expect(heartRateModel(seven, false)).toBeUndefined()
    expect(heartRateModel([...seven, { hr: 140, ...run, celsius: null }], true)).toBeUndefined()
    expect(heartRateModel([...seven, { hr: 140, ...run, celsius: null }], false)).toBeDefined()
  })

  test('does not ask in which order the runs come', () =>
    fc.assert(
      fc.property(aHistory, fc.boolean(), (runs, warmth) => {
        const one = expected(runs, warmth)
        const other = expected(runs.toReversed(), warmth)
        if (!one || !other) return one === other
        return Math.abs(one.hr - other.hr) < 1e-6 && Math.abs(one.deviation - other.deviation) < 1e-6
      }),
    ))

  test('goes up by five where the heart always beats five faster', () =>
    fc.assert(
      fc.property(aHistory, fc.boolean(), (runs, warmth) => {
        const one = expected(runs, warmth)
        const faster = expected(
          runs.map(each => ({ ...each, hr: each.hr + 5 })),
          warmth,
        )
        if (!one || !faster) return one === faster
        return Math.abs(faster.hr - one.hr - 5) < 1e-6 && Math.abs(faster.deviation - one.deviation) < 1e-6
      }),
    ))

  test('is always a number with a band of two beats or more, wider outside of what it has seen', () =>
    fc.assert(
      fc.property(aHistory, fc.boolean(), (runs, warmth) => {
        const model = heartRateModel(runs, warmth)
        if (!model) return true
        const near = expectedHeartRate(model, { ...run, metresPerS: model.middleSpeed })
        const far = expectedHeartRate(model, { ...run, metresPerS: model.middleSpeed + 3 })
        return Number.isFinite(near.hr) && near.deviation >= 2 && far.deviation > near.deviation
      }),
    ))

  test('finds the slopes that are there', () => {
    const runs = Array.from({ length: 40 }, (_, i) => {
      const [metresPerS, celsius, hour] = [2.6 + (i % 7) / 10, 8 + (i % 11) * 2, 6 + (i % 5) * 3]
      return { metresPerS, celsius, hour, hr: 60 + 28 * metresPerS + Math.max(0, celsius - 15) + (i % 3) - 1 }
    })
    const model = heartRateModel(runs, true)!
    const [, speed, hour, warmth] = model.coefficients
    expect(speed).toBeCloseTo(28, -0.5)
    expect(hour).toBeCloseTo(0, 0)
    expect(warmth).toBeCloseTo(1, 0)
    expect(model.spread).toBe(2)
  })

  test('one strange run hardly shifts it', () => {
    const runs = Array.from({ length: 15 }, (_, i) => ({ hr: 138 + (i % 5), ...run, metresPerS: 2.8 + (i % 4) / 20 }))
    const strange = expected([...runs, { ...run, hr: 190 }], false)!
    expect(Math.abs(strange.hr - expected(runs, false)!.hr)).toBeLessThan(1.5)
  })
})

describe('one run against the runs before it', () => {
  const runs = Array.from({ length: 14 }, (_, i) => aRun(daysAgo(30 - 2 * i), 8, { meanHr: 139 + (i % 4) }))
  const withLast = (more: Partial<Activity>, rest = runs) => {
    const last = aRun(daysAgo(1), 8, { meanHr: 155, ...more })
    return { last, context: given({ activities: [...rest, last] }) }
  }

  test('says what it was, what was expected, and what it rests on', () => {
    const { last, context } = withLast({})
    expect(heartRateOf(context, last)).toEqual({
      known: true,
      value: {
        activity: last.id,
        day: daysAgo(1),
        hr: 155,
        expected: 140.4,
        deviation: 2.1,
        deviations: 7.07,
        runs: 14,
        temperature: 'not known',
      },
      from: [last.id, ...runs.map(({ id }) => id)],
    })
  })

  test('is not told apart from heat by runs that know no temperature', () => {
    const { last, context } = withLast({ temperatureC: 31 })
    expect(heartRateOf(context, last)).toEqual({
      known: false,
      why: 'fewer than 8 easy runs before it say how warm it was, so 31 °C cannot be told apart',
    })
  })

  test('does not look at what came after it (H2)', () => {
    const { last, context } = withLast({})
    const early = runs[12]!
    const alone = given({ activities: runs.slice(0, 13) })
    expect(heartRateOf(given({ activities: [...runs, last] }), early)).toEqual(heartRateOf(alone, early))
    expect(heartRateOf(context, early).known).toBe(true)
  })

  test('is none of the model’s business where the plan called it hard, or repeats show in its laps', () => {
    const session = intervals(daysAgo(1))
    const last = aRun(daysAgo(1), 8, { meanHr: 155 })
    const planned = given({ activities: [...runs, last], sessions: [session] })
    expect(planned.matches.get(session.id)?.activity).toBe(last.id)
    expect(easyRunsBetween(planned, daysAgo(1), daysAgo(1))).toEqual([])
    const lap = (durationS: number, distanceM: number) => ({ durationS, distanceM, meanHr: null })
    const repeats = aRun(daysAgo(1), 8, {
      meanHr: 155,
      splits: [600, 600, 600].flatMap(m => [lap(180, m + 150), lap(180, m - 150)]),
    })
    expect(easyRunsBetween(given({ activities: [...runs, repeats] }), daysAgo(1), daysAgo(1))).toEqual([])
  })
})

/** Real histories without temperatures: at 2.5 deviations high a finding speaks, and it has to stay rare. */
const sets = [
  'runner-zhengfran-7y',
  'runner-deanxizian-5y',
  'runner-imjasondai-4y',
  'runner-lipeng31-13y',
  'runner-asplitline-2y',
  'runner-fankangsong-streams',
]
test.skipIf(!existsSync(data)).each(sets)(
  'of the easy runs of %s few are unusual',
  async set => {
    const read = await readHistory(data, set)
    if (!read.ok) throw new Error(read.error.says)
    const days = [...new Set(read.value.map(({ day }) => day))]
    const judged = days.flatMap(day => {
      const near = between(read.value, addDays(day, -180), day, activity => activity.day)
      const context = given({ activities: near, day })
      return easyRunsBetween(context, day, day).flatMap(run => {
        const reading = heartRateOf(context, run)
        return reading.known ? [reading.value.deviations] : []
      })
    })
    expect(judged.length).toBeGreaterThan(150)
    const share = (of: (deviations: number) => boolean) => judged.filter(of).length / judged.length
    expect(share(deviations => deviations >= 2.5)).toBeLessThan(0.03)
    // A deviation is a deviation: about two thirds lie within one, as they do of anything that scatters.
    expect(share(deviations => Math.abs(deviations) <= 1)).toBeGreaterThan(0.55)
    expect(share(deviations => Math.abs(deviations) <= 1)).toBeLessThan(0.8)
  },
  60_000,
)
