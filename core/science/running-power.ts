/** How many watts a speed on a slope asks of a body of this weight and height. */
import { measuredCostOfRunning } from './grade.ts'

/** Speed at which the model's muscles give nothing back any more; the fit holds well below it. */
const speedLimit = 8.33

/** The share of metabolic cost that becomes movement, falling as speed nears its limit (Skiba 2006). */
const efficiency = (metresPerS: number): number => (0.25 + 0.054 * metresPerS) * (1 - (0.5 * metresPerS) / speedLimit)

/** Frontal area in square metres: Du Bois' body surface, of which 0.266 faces the wind. Height in metres. */
const frontalArea = (kg: number, heightM: number): number => 0.2025 * heightM ** 0.725 * kg ** 0.425 * 0.266

const airDensity = 1.2
const dragCoefficient = 0.9

/**
 * Watts of running at a speed (m/s) on a slope (rise ÷ run): Minetti's cost times efficiency, and the drag of still air.
 * Skiba 2006 (GOVSS), steady speed. Slope clamped to ±0.45, speed meant for about 1 … 7 m/s. trust: convention.
 */
export const runningWatts = (slope: number, metresPerS: number, kg: number, heightM: number): number => {
  const drag = 0.5 * airDensity * dragCoefficient * frontalArea(kg, heightM) * metresPerS ** 2
  return (measuredCostOfRunning(slope) * efficiency(metresPerS) * kg + drag) * metresPerS
}
