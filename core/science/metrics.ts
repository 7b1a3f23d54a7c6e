/** Every figure Tandem can work out on request, by the name it is known by. */
import { formulas } from './formulas.ts'
import type { Metric } from './metric.ts'
import { conditions } from './metrics/conditions.ts'
import { criticalSpeeds } from './metrics/critical-speeds.ts'
import { heartRates } from './metrics/heart-rates.ts'
import { loads } from './metrics/loads.ts'
import { plans } from './metrics/plans.ts'
import { races } from './metrics/races.ts'
import { slopes } from './metrics/slopes.ts'
import { withinRuns } from './metrics/within-runs.ts'

/** A figure with its formula as one would write it on paper. */
export type WrittenMetric = Metric & { readonly formula: string }

const shelf: readonly Metric[] = [
  ...races,
  ...criticalSpeeds,
  ...slopes,
  ...heartRates,
  ...loads,
  ...withinRuns,
  ...conditions,
  ...plans,
]

export const metrics: readonly WrittenMetric[] = shelf.map(metric => ({
  ...metric,
  formula: formulas[metric.name] ?? '',
}))

const byName = new Map(metrics.map(metric => [metric.name, metric]))

export const metricNamed = (name: string): WrittenMetric | undefined => byName.get(name)
