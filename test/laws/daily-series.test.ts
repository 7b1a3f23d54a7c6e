/** The columns of the daily series say of every day what the formulas say of it alone, and unknown days stay unknown. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dailySeries } from '../../core/science/daily-series.ts'
import { type Fitness, formAfter, nextDay } from '../../core/science/fitness.ts'
import { coupledRatio, monotony, strain } from '../../core/science/load-change.ts'

/** Weeks of training in tenths of a load; some days rest, some nobody knows. */
const loadsWith = (unknown: number) =>
  fc.array(
    fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 1, max: 3000 }).map(tenths => tenths / 10) },
      { weight: 30, arbitrary: fc.constant(0) },
      { weight: unknown, arbitrary: fc.constant(null) },
    ),
    { maxLength: 120, size: 'max' },
  )
/** Why two kinds: four weeks without a gap are rare where every tenth day is one. */
const someLoads = fc.oneof(loadsWith(10), loadsWith(1))
/** The same load for weeks on end, or none, where what divides may be zero. */
const levelLoads = fc.tuple(fc.constantFrom(0, 0.1, 55, 70.3), fc.integer({ min: 0, max: 40 }), someLoads)

type Loads = readonly (number | null)[]

/** Day by day as written in the papers, with every window looked at anew. */
const plainly = (loads: Loads) => {
  const lostIn = (at: number, window: number) => {
    const days = loads.slice(Math.max(0, at + 1 - window), at + 1)
    const lost = days.filter(load => load === null).length
    return lost > 1 && lost > days.length / 4
  }
  const weekOf = (at: number, days: number): readonly number[] | null => {
    const week = at + 1 < days ? [] : loads.slice(at + 1 - days, at + 1).filter(load => load !== null)
    return week.length === days ? week : null
  }
  let state: Fitness = { fitness: 0, fatigue: 0 }
  return loads.map((load, at) => {
    const isMorningKnown = at > 0 && !lostIn(at - 1, 42) && !lostIn(at - 1, 7)
    const form = isMorningKnown ? formAfter(state) : undefined
    if (load !== null) state = nextDay(state, load)
    const [week, month] = [weekOf(at, 7), weekOf(at, 28)]
    return {
      load: load ?? undefined,
      fitness: lostIn(at, 42) ? undefined : state.fitness,
      fatigue: lostIn(at, 7) ? undefined : state.fatigue,
      form,
      ratio: month === null ? undefined : coupledRatio(month),
      monotony: week === null ? undefined : monotony(week),
      strain: week === null ? undefined : strain(week),
    }
  })
}

const agrees = (loads: Loads): void => {
  const columns = dailySeries(Float64Array.from(loads, load => load ?? Number.NaN))
  for (const [at, day] of plainly(loads).entries())
    for (const [name, value] of Object.entries(day) as [keyof typeof columns, number | undefined][]) {
      const said = `${name} of day ${at}`
      if (value === undefined) expect(columns[name][at], said).toBeNaN()
      else expect(columns[name][at], said).toBeCloseTo(value, 9)
    }
}

test('each column is what its formula says of the day, and unknown where the formula says nothing', () =>
  fc.assert(fc.property(someLoads, agrees), { numRuns: 150 }))

test('weeks of the same load, and of none at all', () =>
  fc.assert(
    fc.property(levelLoads, ([load, days, after]) => agrees([...new Array(days).fill(load), ...after])),
    { numRuns: 150 },
  ))

test('a later load changes no earlier day', () =>
  fc.assert(
    fc.property(someLoads, someLoads, (before, after) => {
      const all = dailySeries(Float64Array.from([...before, ...after], load => load ?? Number.NaN))
      const then = dailySeries(Float64Array.from(before, load => load ?? Number.NaN))
      for (const name of Object.keys(then) as (keyof typeof then)[])
        expect(all[name].slice(0, before.length)).toEqual(then[name].slice())
    }),
    { numRuns: 60 },
  ))
