/** What a slope costs: running up is dearer than on the flat, running gently down is cheaper. */
import { clamp } from '../lib/math.ts'

/** Steeper slopes are taken as this steep: beyond the measured range the polynomial explodes. */
export const steepest = 0.3

/** The slopes Minetti measured; beyond them a formula's argument is taken as this steep. */
export const steepestMeasured = 0.45

const withinMeasured = (slope: number): number => clamp(slope, -steepestMeasured, steepestMeasured)

/**
 * Energy of running one metre on a slope (rise ÷ run), in J per kg and metre. Minetti et al. 2002, J Appl Physiol
 * 93:1039, fifth-order fit over −0.45 … +0.45, to which the argument is clamped. trust: published. It credits steep
 * downhill more than races show, as its authors say.
 */
export const measuredCostOfRunning = (slope: number): number => {
  const i = withinMeasured(slope)
  return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + 3.6
}

/** Energy of walking one metre on a slope, in J per kg and metre; source, range and trust as for running. */
export const costOfWalking = (slope: number): number => {
  const i = withinMeasured(slope)
  return ((((280.5 * i - 58.7) * i - 76.8) * i + 51.9) * i + 19.6) * i + 2.5
}

/** The cost of running with a recorded slope, clamped to ±0.30: altitude from a watch is rarely truly steeper. */
export const costOfRunning = (slope: number): number => measuredCostOfRunning(clamp(slope, -steepest, steepest))

/** Flat metres that cost as much energy as one metre on the slope, over all that was measured: C(i) ÷ C(0). */
export const equalEnergyFactor = (slope: number): number => measuredCostOfRunning(slope) / measuredCostOfRunning(0)

/** The same for a recorded slope, clamped to ±0.30. 1 on the flat. */
export const flatMetresPerMetre = (slope: number): number => costOfRunning(slope) / costOfRunning(0)
