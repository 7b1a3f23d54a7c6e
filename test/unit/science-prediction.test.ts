/** Race times: what they rest on, that they hold together, and how they came out in real histories. */
import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backtest, pastRacesIn } from '../../core/cli/backtest.ts'
import { backtestShort } from '../../core/cli/backtest-short.ts'
import { summaryOf } from '../../core/cli/backtest-text.ts'
import {
  calibrate,
  fitCalibration,
  marathonCalibration,
  type PastRace,
  predictRace,
} from '../../core/science/race-prediction.ts'
import { aRun, daysAgo, given, runsSince, today } from '../../core/signals/basis/given.ts'
import { longEffortOf } from '../../core/signals/basis/marathons.ts'
import { raceTimeOn } from '../../core/signals/index.ts'
import { always } from '../kit/always.ts'

const law = <T>(name: string, property: fc.IProperty<T>) => test(name, () => always(property))

const data = '../shared/data'
const marathon = 42_195

describe('the figure', () => {
  const metres = fc.constantFrom(3000, 5000, 10_000, 15_000, 21_097)
  const paces = fc.integer({ min: 190, max: 420 })
  const volumes = fc.integer({ min: 5, max: 120 })
  const targets = fc.constantFrom(1500, 5000, 10_000, 21_097.5, 30_000, marathon)

  law(
    'lies between its ends',
    fc.property(metres, paces, volumes, targets, (m, pace, km, to) => {
      const { fast, seconds, slow } = predictRace(to, [m, (m * pace) / 1000], km)
      return fast < seconds && seconds < slow && Number.isFinite(slow)
    }),
  )
  law(
    'a faster effort never predicts a slower race',
    fc.property(metres, paces, volumes, targets, (m, pace, km, to) => {
      const at = (sPerKm: number) => predictRace(to, [m, (m * sPerKm) / 1000], km).seconds
      return at(pace - 1) < at(pace)
    }),
  )
  law(
    'a longer race takes longer, and its pace is no faster',
    fc.property(metres, paces, volumes, (m, pace, km) => {
      const times = [5000, 10_000, 21_097.5, 30_000, marathon].map(to => ({
        to,
        s: predictRace(to, [m, (m * pace) / 1000], km).seconds,
      }))
      return times.every(
        ({ to, s }, i) => i === 0 || (s > times[i - 1]!.s && s / to >= times[i - 1]!.s / times[i - 1]!.to - 1e-9),
      )
    }),
  )
  law(
    'more training never predicts a slower marathon',
    fc.property(metres, paces, volumes, (m, pace, km) => {
      const at = (weekly: number) => predictRace(marathon, [m, (m * pace) / 1000], weekly).seconds
      return at(km + 5) <= at(km)
    }),
  )

  test('at its own distance an effort says itself, and volume says nothing up to half a marathon', () => {
    expect(predictRace(10_000, [10_000, 2400], 40).seconds).toBeCloseTo(2400, 1)
    expect(predictRace(21_097.5, [10_000, 2400], 20).seconds).toBe(predictRace(21_097.5, [10_000, 2400], 90).seconds)
  })

  test('a runner whose marathons came out slow is believed by and by', () => {
    const at = (residuals: readonly number[]) => predictRace(marathon, [10_000, 2400], 45, residuals).seconds
    expect(at([0.1])).toBeGreaterThan(at([]))
    expect(at([0.1, 0.1, 0.1])).toBeGreaterThan(at([0.1]))
    expect(at([0.1, 0.1, 0.1]) / at([])).toBeLessThan(Math.exp(0.1))
  })

  test('critical speed has a word where it reaches', () => {
    const critical = { speed: 4, reserveM: 200 }
    const without = predictRace(3000, [10_000, 2700], 40).seconds
    expect(predictRace(3000, [10_000, 2700], 40, [], critical).seconds).not.toBe(without)
    expect(predictRace(marathon, [10_000, 2700], 40, [], critical).seconds).toBe(
      predictRace(marathon, [10_000, 2700], 40).seconds,
    )
  })
})

describe('the fit', () => {
  const races: readonly PastRace[] = Array.from({ length: 60 }, (_, i) => ({
    runner: `r${i}`,
    equivalent: 9.4 + (i % 5) / 50,
    weeklyKm: 10 + (i % 8) * 10,
    outcome: 9.4 + (i % 5) / 50 + 0.05 - 0.08 * Math.log((10 + (i % 8) * 10) / 45) + ((i % 3) - 1) / 100,
  }))
  test('finds what is there', () => {
    const fit = fitCalibration(races)
    expect(fit.offset).toBeCloseTo(0.05, 2)
    expect(fit.perVolume).toBeCloseTo(-0.08, 2)
    expect(calibrate(races).deviation).toBeCloseTo(0.0083, 2)
  })
  test('without any race is what the literature expects', () =>
    expect(fitCalibration([])).toEqual({ offset: expect.closeTo(0.04, 9), perVolume: expect.closeTo(-0.06, 9) }))
  test('one race that fell apart hardly moves it', () => {
    const apart = [...races, { ...races[0]!, runner: 'z', outcome: races[0]!.outcome + 0.6 }]
    expect(Math.abs(fitCalibration(apart).offset - fitCalibration(races).offset)).toBeLessThan(0.005)
  })
})

describe('what is on file', () => {
  const first = aRun(daysAgo(100), 42.5, { durationS: 14_000, meanHr: 140 })
  const runs = runsSince(250, 10).map(run => ({ ...run, meanHr: 145 }))
  test('a first marathon is a race, a slower one at a training heart rate is not, one without heart rate is', () => {
    const again = (more: object) => aRun(daysAgo(10), 42.5, { durationS: 15_500, ...more })
    const said = (run: ReturnType<typeof aRun>) =>
      longEffortOf(
        [...runs, first, run].toSorted((a, b) => (a.start < b.start ? -1 : 1)),
        run,
      )
    expect([
      said(first),
      said(again({ meanHr: 140 })),
      said(again({ meanHr: 150 })),
      said(again({ meanHr: null })),
    ]).toEqual(['race', 'run as training', 'race', 'race'])
    expect(said(aRun(daysAgo(5), 50))).toBe('not of marathon distance')
  })

  test('is told with the figure, and what is missing is told instead of it', () => {
    const raceTime = raceTimeOn(
      given({ activities: [...runs, first].toSorted((a, b) => (a.start < b.start ? -1 : 1)) }),
      today,
      marathon,
    )
    expect(raceTime).toMatchObject({ known: true, value: { marathons: 1, metres: marathon, weeklyKm: 35 } })
    expect(raceTimeOn(given({ activities: runsSince(30, 10) }), today, marathon)).toEqual({
      known: false,
      why: 'the runs on file begin less than 6 weeks before',
    })
    expect(raceTimeOn(given({ activities: runs }), today, 80_000).known).toBe(false)
  })
})

test.skipIf(!existsSync(data))(
  'real marathons, each without its runner: better than VDOT or Riegel alone, and four of five about inside',
  async () => {
    const [done, past] = [await backtest(data), await pastRacesIn(data)]
    if (!done.ok || !past.ok) throw new Error('the list cannot be read')
    const { races, inside, methods } = summaryOf(done.value.rows)
    const [ours, vdot, riegel] = methods.map(({ meanError }) => meanError)
    expect([done.value.rows.length, races]).toEqual([25, 16])
    expect(ours).toBeLessThan(0.85 * Math.min(vdot!, riegel!))
    expect(inside).toBe(12)
    expect(summaryOf(done.value.outside)).toMatchObject({ races: 10, inside: 10 })
    const short = await backtestShort(data)
    expect(short.length).toBeGreaterThan(60)
    const share = short.filter(({ inside: in80 }) => in80).length / short.length
    expect(share).toBeGreaterThan(0.75)
    expect(share).toBeLessThan(0.9)
    // The constants in the product (within 0.005) are the fit of these races.
    const fit = calibrate(past.value)
    expect(fit.offset).toBeCloseTo(marathonCalibration.offset, 2)
    expect(fit.perVolume).toBeCloseTo(marathonCalibration.perVolume, 2)
    expect(fit.deviation).toBeCloseTo(marathonCalibration.deviation, 2)
  },
  60_000,
)
