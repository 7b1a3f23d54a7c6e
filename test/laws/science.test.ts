/** What must hold of the figures for any runner: more is more, there and back is where one was, unknown stays unknown. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oxygenLossPercent } from '../../core/science/altitude.ts'
import {
  criticalSpeedByDistance,
  criticalSpeedByInverseTime,
  secondsForDistance,
} from '../../core/science/critical-speed.ts'
import { cameronSecondsFor, riegelSecondsFor } from '../../core/science/equivalents.ts'
import { towards } from '../../core/science/fitness.ts'
import { equalEnergyFactor } from '../../core/science/grade.ts'
import { flatMetresByHeartRate } from '../../core/science/grade-by-heart-rate.ts'
import { celsiusToFahrenheit, dewPoint, fahrenheitToCelsius, slowingByDewPoint } from '../../core/science/heat.ts'
import { shareAfterDaysOff, shareWithCrossTraining } from '../../core/science/layoff.ts'
import { impulse } from '../../core/science/load.ts'
import { coupledRatio, monotony, strain, weightedRatio } from '../../core/science/load-change.ts'
import { type Field, type FieldValue, metric } from '../../core/science/metric.ts'
import { metricNamed, metrics } from '../../core/science/metrics.ts'
import { spikeOf } from '../../core/science/spike.ts'
import { toblerKmh } from '../../core/science/terrain.ts'
import { oxygenCost, paceAtShare, raceSeconds, speedAt, vdotOf } from '../../core/science/vdot.ts'
import { bandOf, frielHeartRateZones, frielPaceZones } from '../../core/science/zones.ts'

const metres = fc.constantFrom(1500, 1609.344, 3000, 5000, 10_000, 15_000, 21_097.5, 42_195)
const minutes = fc.integer({ min: 5, max: 239 })
const vdots = fc.integer({ min: 30, max: 85 })
const percent = (min: number, max: number) => fc.integer({ min, max })
const loads = (count: number) => fc.array(fc.integer({ min: 0, max: 300 }), { minLength: count, maxLength: count })
const holds = fc.assert

describe('there and back', () => {
  test('a speed and its cost', () =>
    holds(
      fc.property(percent(120, 420), speed => {
        expect(speedAt(oxygenCost(speed))).toBeCloseTo(speed, 6)
      }),
    ))

  test('a race and the VDOT it shows', () =>
    holds(
      fc.property(metres, vdots, (distance, vdot) => {
        const seconds = raceSeconds(vdot, distance)
        fc.pre(seconds >= 210 && seconds <= 14_400)
        expect(vdotOf(distance, seconds)).toBeCloseTo(vdot, 6)
      }),
    ))

  test('a race foretold from another and back', () =>
    holds(
      fc.property(metres, metres, minutes, (a, b, time) => {
        for (const foretell of [riegelSecondsFor, cameronSecondsFor])
          expect(foretell(b, foretell(a, time * 60, b), a)).toBeCloseTo(time * 60, 6)
      }),
    ))

  test('critical speed is found from the efforts it would give, by either fit', () =>
    holds(
      fc.property(percent(25, 60), percent(80, 350), (tenths, reserveM) => {
        const model = { speed: tenths / 10, reserveM }
        const efforts = [1200, 2400, 5000].map(m => [m, secondsForDistance(model, m)!] as const)
        for (const fit of [criticalSpeedByDistance(efforts)!, criticalSpeedByInverseTime(efforts)!]) {
          expect(fit.speed).toBeCloseTo(model.speed, 6)
          expect(fit.reserveM).toBeCloseTo(model.reserveM, 4)
        }
      }),
    ))

  test('degrees', () =>
    holds(
      fc.property(percent(-40, 50), celsius => {
        expect(fahrenheitToCelsius(celsiusToFahrenheit(celsius))).toBeCloseTo(celsius, 9)
      }),
    ))
})

describe('more is more', () => {
  /** `of` never falls (`up`) or never rises along the whole numbers given. */
  const along = (
    range: fc.Arbitrary<number>,
    direction: 'up' | 'down',
    of: (value: number) => number,
    strictly: boolean = true,
  ) =>
    holds(
      fc.property(range, range, (a, b) => {
        fc.pre(a < b)
        const change = direction === 'up' ? of(b) - of(a) : of(a) - of(b)
        if (strictly) expect(change).toBeGreaterThan(0)
        else expect(change).toBeGreaterThanOrEqual(0)
      }),
    )

  test('a faster race shows a higher VDOT', () => along(percent(900, 3000), 'down', seconds => vdotOf(5000, seconds)!))
  test('a higher VDOT races faster', () => along(vdots, 'down', vdot => raceSeconds(vdot, 10_000)))
  test('a larger share of VDOT is a faster pace', () =>
    along(percent(50, 110), 'down', share => paceAtShare(50, share / 100)))
  test('steeper up costs more', () => along(percent(0, 45), 'up', slope => equalEnergyFactor(slope / 100)))
  test('by heart rate too', () => along(percent(0, 30), 'up', flatMetresByHeartRate))
  test('steeper up is slower on foot', () => along(percent(0, 60), 'down', slope => toblerKmh(slope / 100)))
  test('a higher heart rate is more load', () =>
    along(percent(61, 185), 'up', hr => impulse(600, hr, { rest: 60, max: 185 }, 'female')))
  test('a longer time off leaves less', () => {
    along(percent(0, 120), 'down', shareAfterDaysOff, false)
    along(percent(0, 120), 'down', shareWithCrossTraining, false)
  })
  test('higher is thinner', () => along(percent(0, 5000), 'up', oxygenLossPercent, false))
  test('damper air has a higher dew point, never above the air itself', () => {
    along(percent(1, 100), 'up', humidity => dewPoint(25, humidity)!)
    holds(
      fc.property(percent(-30, 45), percent(1, 100), (celsius, humidity) => {
        expect(dewPoint(celsius, humidity)!).toBeLessThanOrEqual(celsius + 1e-9)
      }),
    )
  })
  test('warmer is slower', () => along(percent(40, 110), 'up', heat => slowingByDewPoint(heat, 60)?.high ?? 99, false))
  test('a longer run is no smaller a spike', () => {
    const rank = (km: number) => ['none', 'small', 'moderate', 'large'].indexOf(spikeOf(km * 1000, 15_000).band)
    along(percent(1, 60), 'up', rank, false)
  })
  test('a harder day raises what it leaves behind, and less than by itself', () =>
    holds(
      fc.property(percent(0, 150), percent(0, 400), percent(1, 60), (before, load, days) => {
        const after = towards(before, load, days)
        expect(after).toBeGreaterThanOrEqual(Math.min(before, load))
        expect(after).toBeLessThanOrEqual(Math.max(before, load))
      }),
    ))
})

describe('the scale does not matter where a ratio is meant', () => {
  test('twice every load is the same ratio and monotony, and twice the strain', () =>
    holds(
      fc.property(loads(28), all => {
        fc.pre(all.slice(-7).some(load => load > 0))
        const twice = all.map(load => load * 2)
        const [week, weekTwice] = [all.slice(-7), twice.slice(-7)]
        expect(coupledRatio(twice)).toBeCloseTo(coupledRatio(all)!, 9)
        expect(weightedRatio(twice)!.ratio).toBeCloseTo(weightedRatio(all)!.ratio, 9)
        expect(monotony(weekTwice)).toBeCloseTo(monotony(week)!, 9)
        expect(strain(weekTwice)).toBeCloseTo(2 * strain(week)!, 6)
      }),
    ))

  test('the coupled ratio never passes four', () =>
    holds(
      fc.property(loads(28), all => {
        expect(coupledRatio(all) ?? 0).toBeLessThanOrEqual(4 + 1e-9)
      }),
    ))

  test('every heartbeat and every pace lies in exactly one zone', () =>
    holds(
      fc.property(percent(0, 230), percent(130, 190), percent(150, 500), (hr, threshold, pace) => {
        for (const [bands, value] of [
          [frielHeartRateZones(threshold), hr],
          [frielPaceZones(pace), hr / 40],
        ] as const) {
          const inside = bands.filter(({ from, to }) => value >= from && (to === null || value < to))
          expect(inside).toEqual([bandOf(bands, value)])
        }
      }),
    ))
})

describe('unknown in, unknown out', () => {
  /** Any value a field allows, whole units, or null. */
  const valueOfField = (field: Field): fc.Arbitrary<FieldValue> => {
    switch (field.type) {
      case 'number': {
        const low = Math.ceil(field.least ?? (field.above ?? -1000) + 1)
        return fc.integer({ min: low, max: Math.max(low, Math.floor(field.most ?? 100_000)) })
      }
      case 'numbers':
        return fc.array(fc.oneof(valueOfField(field.each) as fc.Arbitrary<number>, fc.constant(null)), {
          minLength: field.length ?? 1,
          maxLength: field.length ?? 40,
        })
      case 'efforts':
        return fc.array(fc.tuple(percent(100, 10_000), percent(10, 4000)), { minLength: 2, maxLength: 8 })
      case 'choice':
        return fc.constantFrom(...field.of)
    }
  }
  const isUnknown = (value: FieldValue) => value === null || (Array.isArray(value) && value.includes(null))
  const inputFor = (name: string) =>
    fc.record(
      Object.fromEntries(
        Object.entries(metricNamed(name)!.inputs).map(([field, shape]) => [
          field,
          fc.oneof({ weight: 5, arbitrary: valueOfField(shape) }, { weight: 1, arbitrary: fc.constant(null) }),
        ]),
      ),
    )

  test.each(metrics.map(({ name }) => name))(
    '%s: nothing is worked out of what is not known, nor anything infinite',
    name =>
      holds(
        fc.property(inputFor(name), input => {
          const reading = metricNamed(name)!.evaluate(input)
          if (Object.values(input).some(isUnknown)) expect(reading.known).toBe(false)
          // Why the text: JSON has no word for what is infinite or no number, so it would come back as null.
          if (reading.known) expect(JSON.parse(JSON.stringify(reading.value))).toEqual(reading.value)
        }),
      ),
  )

  test('what is left out takes its usual value, but what is not known does not', () => {
    const { evaluate } = metric({
      name: 'double',
      unit: '',
      trust: 'ours',
      source: 'this test',
      holds: 'always',
      inputs: { x: { type: 'number', unit: '', usual: 4 } },
      evaluate: ({ x }) => ({ known: true, value: x * 2, from: [] }),
    })
    expect([evaluate({}), evaluate({ x: 5 }), evaluate({ x: null })]).toEqual([
      { known: true, value: 8, from: [] },
      { known: true, value: 10, from: [] },
      { known: false, why: '`x` is not known' },
    ])
  })
})
