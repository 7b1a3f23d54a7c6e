/** What weeks of training leave behind: fitness that fades slowly, fatigue that fades fast, and the difference. */

/** Days over which fitness and fatigue fade (Banister; convention in the field). */
export const fitnessDays = 42
export const fatigueDays = 7

/** trust: convention in meaning, exact as arithmetic: x += (load − x)(1 − e^(−1/τ)). */
export const towards = (before: number, load: number, days: number): number =>
  before + (load - before) * (1 - Math.exp(-1 / days))

/** The state at the end of a day. */
export type Fitness = { readonly fitness: number; readonly fatigue: number }

export const nextDay = ({ fitness, fatigue }: Fitness, load: number): Fitness => ({
  fitness: towards(fitness, load, fitnessDays),
  fatigue: towards(fatigue, load, fatigueDays),
})

/** Form is yesterday's fitness less yesterday's fatigue: how fresh one starts the day. */
export const formAfter = ({ fitness, fatigue }: Fitness): number => fitness - fatigue
