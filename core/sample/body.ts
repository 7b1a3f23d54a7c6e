/** The made-up runner's body: how fit she is from week to week, how her heart answers, and what the weather asks of it. */
import { clamp } from '../lib/math.ts'
import { type Day, dayNumber } from '../model/day.ts'
import type { Zone } from '../model/workout.ts'
import { oxygenCost, trainingPaces } from '../science/vdot.ts'
import type { Chance } from './chance.ts'

export const heart = { rest: 50, max: 186, threshold: 167 } as const

// Why: a 3:46 marathon in the first year, a 10 km in about 46 minutes, and now on the way to 3:35.
const fitness: readonly (readonly [week: number, vdot: number])[] = [
  [0, 37.8],
  [16, 39.6],
  [36, 41.4],
  [39, 41.6],
  [43, 40.4],
  [58, 41.4],
  [76, 43.1],
  [80, 42.2],
  [95, 42.9],
  [103, 43.4],
  [112, 44],
]

/** Her VDOT in a week of the season, between the weeks at which it is given. */
export const vdotIn = (week: number): number => {
  const after = fitness.findIndex(([at]) => at >= week)
  const [toWeek, to] = fitness[after] ?? (fitness.at(-1) as readonly [number, number])
  const [fromWeek, from] = fitness[Math.max(0, after - 1)] ?? [toWeek, to]
  return toWeek === fromWeek ? to : from + ((to - from) * (week - fromWeek)) / (toWeek - fromWeek)
}

/** Seconds per kilometre at which she runs a zone on the flat on a cool day. Hers is the middle of the easy range. */
export const pacesAt = (vdot: number): ((zone: Zone) => number) => {
  const paces = trainingPaces(vdot)
  return zone => paces[zone].fast + 0.45 * (paces[zone].slow - paces[zone].fast)
}

/** The heart rate that a pace settles at: the share of the reserve follows the share of VO2max (Swain 1997). */
export const settledHr = (paceSPerKm: number, vdot: number, temperatureC: number, dayOffset: number): number => {
  const share = oxygenCost(60_000 / paceSPerKm) / vdot
  const heat = 0.55 * Math.max(0, temperatureC - 16)
  return clamp(heart.rest + (heart.max - heart.rest) * share + heat + dayOffset, heart.rest + 20, heart.max)
}

/** Heat slows a run by a quarter of a percent for each degree above 17 °C. */
export const heatSlows = (temperatureC: number): number => 1 + 0.0025 * Math.max(0, temperatureC - 17)

/** The air on a day in °C: coldest in January, warmest at the end of July, mornings cooler. */
export const temperatureOn = (day: Day, isMorning: boolean, chance: Chance): number => {
  // Why a triangle: a sine differs by machine in its last digit, and the season must not.
  const ofYear = (dayNumber(day) - dayNumber(`${day.slice(0, 4)}-01-01` as Day)) / 365
  const fromWarmest = Math.abs(((ofYear - 0.57 + 1.5) % 1) - 0.5) * 2
  return Math.round(2 + 20 * (1 - fromWarmest) + (isMorning ? -2 : 3) + chance.around(0, 3))
}
