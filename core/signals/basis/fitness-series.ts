/** Fitness, fatigue and form day by day, for readings and charts, with the gaps in the data left visible. */
import type { History } from '../../history/history.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { Profile, Thresholds } from '../../model/athlete.ts'
import type { Day } from '../../model/day.ts'
import { type Fitness, fatigueDays, fitnessDays, formAfter, nextDay } from '../../science/fitness.ts'
import { type DayLoad, type LoadMethod, loadByDay } from './load-by-day.ts'

export type FitnessDay = {
  readonly day: Day
  readonly load: Reading<number>
  readonly methods: readonly LoadMethod[]
  readonly fitness: Reading<number>
  readonly fatigue: Reading<number>
  readonly form: Reading<number>
}

/** With more unknown days than this in its own window a value would be a guess (ours): a quarter. */
const unknownShare = 0.25

/**
 * trust: convention (arithmetic published). From the first day on file. On a day whose load is unknown the state is
 * held, neither trained nor rested; where too many of the last 42 (or 7) days were so, the value is unknown.
 */
export const fitnessFrom = (loads: ReadonlyMap<Day, DayLoad>): readonly FitnessDay[] => {
  let state: Fitness = { fitness: 0, fatigue: 0 }
  let morning: { readonly fitness: Reading<number>; readonly fatigue: Reading<number> } | null = null
  const unknowns: boolean[] = []
  const lost = { fitness: 0, fatigue: 0 }
  const series: FitnessDay[] = []
  for (const [day, { load, methods }] of loads) {
    unknowns.push(!load.known)
    const days = unknowns.length
    const isLost = (at: number) => Number(unknowns[at] ?? false)
    lost.fitness += isLost(days - 1) - isLost(days - 1 - fitnessDays)
    lost.fatigue += isLost(days - 1) - isLost(days - 1 - fatigueDays)
    const form =
      morning === null
        ? unknown('nothing on file before this day')
        : morning.fitness.known && morning.fatigue.known
          ? known(rounded(formAfter(state)))
          : unknown('yesterday’s fitness or fatigue is not known')
    if (load.known) state = nextDay(state, load.value)
    const fitness = orUnknown(state.fitness, lost.fitness, Math.min(days, fitnessDays))
    const fatigue = orUnknown(state.fatigue, lost.fatigue, Math.min(days, fatigueDays))
    series.push({ day, load, methods, fitness, fatigue, form })
    morning = { fitness, fatigue }
  }
  return series
}

const rounded = (value: number): number => Math.round(value * 10) / 10

const orUnknown = (value: number, lost: number, days: number): Reading<number> => {
  // Why: a single open day (today, as a rule) never hides the state, even in a window that has just begun.
  if (lost > 1 && lost > unknownShare * days)
    return unknown(`the load of ${lost} of the last ${days} days is not known`)
  return known(rounded(value))
}

/** The days from `from` to `to` of the whole series; days before anything is on file are left out. */
export const fitnessSeries = (
  history: History,
  thresholds: Thresholds,
  from: Day,
  to: Day,
  sex: Profile['sex'] = null,
): readonly FitnessDay[] => fitnessFrom(loadByDay(history, thresholds, to, sex)).filter(({ day }) => day >= from)
