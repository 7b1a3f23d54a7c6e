/** Fitness, fatigue and form day by day, for readings and charts, with the gaps in the data left visible. */
import type { History } from '../../history/history.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { Profile, Thresholds } from '../../model/athlete.ts'
import { type Day, dayFromNumber, dayNumber } from '../../model/day.ts'
import { type DailySeries, dailySeries, openDays } from '../../science/daily-series.ts'
import { fatigueDays, fitnessDays } from '../../science/fitness.ts'
import { type DailyLoads, type LoadMethod, loadByDay } from './load-by-day.ts'

export type FitnessDay = {
  readonly day: Day
  readonly load: Reading<number>
  readonly methods: readonly LoadMethod[]
  readonly fitness: Reading<number>
  readonly fatigue: Reading<number>
  readonly form: Reading<number>
}

/** The numbers of every day since the first on file; a day's readings, with the reasons of the unknown, when asked for. */
export type FitnessSeries = {
  readonly columns: DailySeries
  /** The last day; undefined where nothing is on file. */
  readonly last: () => FitnessDay | undefined
  /** All days in order, or those from one on. */
  readonly days: (from?: Day) => readonly FitnessDay[]
}

/** trust: convention (arithmetic published). What is held, and what is unknown, is told at `dailySeries`. */
export const fitnessFrom = (loads: DailyLoads): FitnessSeries => {
  const columns = dailySeries(loads.values)
  const days = loads.values.length
  const on = (at: number): FitnessDay => {
    const day = dayFromNumber(loads.first + at)
    const { load, methods } = loads.get(day)!
    return {
      day,
      load,
      methods,
      fitness: stateAt(columns.fitness, columns.load, at, fitnessDays),
      fatigue: stateAt(columns.fatigue, columns.load, at, fatigueDays),
      form: formAt(columns.form, at),
    }
  }
  return {
    columns,
    last: () => (days > 0 ? on(days - 1) : undefined),
    days: from => {
      const start = from === undefined ? 0 : Math.max(0, dayNumber(from) - loads.first)
      return Array.from({ length: Math.max(0, days - start) }, (_, i) => on(start + i))
    },
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10

const stateAt = (values: Float64Array, load: Float64Array, at: number, window: number): Reading<number> => {
  const value = values[at]!
  if (!Number.isNaN(value)) return known(rounded(value))
  const { lost, days } = openDays(load, at, window)
  return unknown(`the load of ${lost} of the last ${days} days is not known`)
}

const formAt = (values: Float64Array, at: number): Reading<number> => {
  if (at === 0) return unknown('nothing on file before this day')
  const value = values[at]!
  return Number.isNaN(value) ? unknown('yesterday’s fitness or fatigue is not known') : known(rounded(value))
}

/** The days from `from` to `to` of the whole series; days before anything is on file are left out. */
export const fitnessSeries = (
  history: History,
  thresholds: Thresholds,
  from: Day,
  to: Day,
  sex: Profile['sex'] = null,
): readonly FitnessDay[] => fitnessFrom(loadByDay(history, thresholds, to, sex)).days(from)
