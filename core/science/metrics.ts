/** Every figure Tandem can work out on request, by the name it is known by. */
import type { Metric } from './metric.ts'
import { conditions } from './metrics/conditions.ts'
import { criticalSpeeds } from './metrics/critical-speeds.ts'
import { heartRates } from './metrics/heart-rates.ts'
import { loads } from './metrics/loads.ts'
import { races } from './metrics/races.ts'
import { slopes } from './metrics/slopes.ts'
import { withinRuns } from './metrics/within-runs.ts'

export const metrics: readonly Metric[] = [
  ...races,
  ...criticalSpeeds,
  ...slopes,
  ...heartRates,
  ...loads,
  ...withinRuns,
  ...conditions,
]

const byName = new Map(metrics.map(metric => [metric.name, metric]))

export const metricNamed = (name: string): Metric | undefined => byName.get(name)
