/** Figures of hills: what a slope costs, and how long a way through them takes. */
import { known } from '../../lib/reading.ts'
import { costOfWalking, equalEnergyFactor, measuredCostOfRunning, steepestMeasured } from '../grade.ts'
import { flatMetresByHeartRate, heartRateCurve } from '../grade-by-heart-rate.ts'
import { metric, type NumberField, notNegative, positive } from '../metric.ts'
import { runningWatts } from '../running-power.ts'
import { naismithHours, toblerKmh } from '../terrain.ts'

const slope = (most: number): NumberField => ({
  type: 'number',
  unit: 'rise ÷ run',
  least: -5,
  most: 5,
  meant: [-most, most],
})
const measured = slope(steepestMeasured)
const percent: NumberField = {
  type: 'number',
  unit: '%',
  least: -500,
  most: 500,
  meant: [heartRateCurve.least, heartRateCurve.most],
}
const minetti = 'Minetti 2002, J Appl Physiol 93:1039'
const clamped = 'slopes of −0.45 to 0.45; steeper ones are taken as that steep'

/** Minetti's two costs under the names of his polynomial and of what he measured. */
const cost = (name: string, source: string, evaluate: (slope: number) => number) =>
  metric({
    name,
    unit: 'J/kg/m',
    trust: 'published',
    source,
    holds: clamped,
    inputs: { grade: measured },
    evaluate: ({ grade }) => known(evaluate(grade)),
  })

/** One curve of ours under the three names it is compared by. */
const byHeartRate = (name: string) =>
  metric({
    name,
    unit: 'flat metres per metre',
    trust: 'published',
    source: 'Strava 2017 (Robb), points of the published figure, smoothly joined',
    holds: 'slopes of −40 to 30 %; steeper ones are taken as that steep',
    inputs: { grade_pct: percent },
    evaluate: ({ grade_pct }) => known(flatMetresByHeartRate(grade_pct)),
  })

export const slopes = [
  cost('minetti_run_cost_J_kg_m', `${minetti}, running`, measuredCostOfRunning),
  cost('minetti_walk_cost_J_kg_m', `${minetti}, walking`, costOfWalking),
  metric({
    name: 'minetti_gap_factor',
    unit: 'flat metres per metre',
    trust: 'published',
    source: `${minetti}, C(i) ÷ C(0)`,
    holds: `${clamped}; credits steep downhill more than races show`,
    inputs: { grade: measured },
    evaluate: ({ grade }) => known(equalEnergyFactor(grade)),
  }),
  cost('minetti_run_cost_measured_mean', `${minetti}, running; ours is the polynomial`, measuredCostOfRunning),
  cost('minetti_walk_cost_measured_minimum', `${minetti}, walking; ours is the polynomial`, costOfWalking),
  byHeartRate('strava_like_gap_speed_factor_elevate'),
  byHeartRate('strava_like_gap_speed_factor_goldencheetah'),
  metric({
    name: 'govss_running_power_w',
    unit: 'W',
    trust: 'convention',
    source: 'Skiba 2006 (GOVSS) on Minetti 2002',
    holds: 'steady running at 1 to 7 m/s in still air; slopes of −0.45 to 0.45',
    inputs: {
      slope: measured,
      speed_m_s: notNegative('m/s', [1, 7]),
      weight_kg: positive('kg', [30, 150]),
      height_m: positive('m', [1.2, 2.2]),
    },
    evaluate: ({ slope, speed_m_s, weight_kg, height_m }) => known(runningWatts(slope, speed_m_s, weight_kg, height_m)),
  }),
  byHeartRate('strava_2017_gap_curve_points'),
  metric({
    name: 'tobler_speed_kmh',
    unit: 'km/h',
    trust: 'convention',
    source: 'Tobler 1993',
    holds: 'walking on paths, slopes of about −0.7 to 0.7; off the path 0.6 of it',
    inputs: { slope: slope(0.7) },
    evaluate: ({ slope }) => known(toblerKmh(slope)),
  }),
  metric({
    name: 'naismith_hours',
    unit: 'h',
    trust: 'convention',
    source: 'Naismith 1892, metric form',
    holds: 'walkers on hill paths',
    inputs: { km: notNegative('km'), ascent_m: notNegative('m') },
    evaluate: ({ km, ascent_m }) => known(naismithHours(km, ascent_m)),
  }),
]
