/** Our figures beside published ones, row by row: which agree within their tolerance, and which do not. */
import * as v from 'valibot'
import type { MetricValue } from '../science/metric.ts'
import { metricNamed } from '../science/metrics.ts'
import { readInput } from './science-input.ts'

const toleranceSchema = v.pipe(v.number(), v.finite(), v.minValue(0))

/** A file of rows by the name of their metric; `tolerance` holds for every number of `out`, or is given for each part. */
export const vectorsSchema = v.record(
  v.string(),
  v.array(
    v.object({
      kind: v.picklist(['formula', 'reference']),
      in: v.record(v.string(), v.unknown()),
      out: v.unknown(),
      tolerance: v.union([toleranceSchema, v.record(v.string(), toleranceSchema)]),
      source: v.optional(v.string(), ''),
    }),
  ),
)
export type Vectors = v.InferOutput<typeof vectorsSchema>
type Vector = Vectors[string][number]
type Tolerance = Vector['tolerance']

/** One row checked. `ours` is null where nothing could be worked out, and then `why` says why. */
export type Checked = {
  readonly metric: string
  /** Place in the metric's list, from 1. */
  readonly row: number
  readonly kind: Vector['kind']
  readonly input: unknown
  readonly expected: unknown
  readonly tolerance: Tolerance
  readonly ours: MetricValue
  readonly why: string | null
  readonly within: boolean
  readonly source: string
}

/** Whether ours is the expected value: numbers within the tolerance, words and null alike, every part and place. */
export const isWithin = (ours: unknown, expected: unknown, tolerance: Tolerance): boolean => {
  if (typeof expected === 'number')
    return typeof ours === 'number' && typeof tolerance === 'number' && Math.abs(ours - expected) <= tolerance
  if (typeof expected !== 'object' || expected === null) return ours === expected
  if (typeof ours !== 'object' || ours === null) return false
  if (Array.isArray(expected) && !(Array.isArray(ours) && ours.length === expected.length)) return false
  return Object.entries(expected).every(([part, value]) => {
    const own = typeof tolerance === 'number' ? tolerance : (tolerance[part] ?? 0)
    return Object.hasOwn(ours, part) && isWithin((ours as { [part: string]: unknown })[part], value, own)
  })
}

/** A row that cannot be read is a fault; one for which nothing is known agrees where null is expected. */
const evaluated = (name: string, given: unknown): Pick<Checked, 'ours' | 'why'> & { readonly isFault: boolean } => {
  const metric = metricNamed(name)
  if (!metric) return { ours: null, why: 'there is no metric of this name', isFault: true }
  const input = readInput(metric, given)
  if (!input.ok) return { ours: null, why: input.error.says, isFault: true }
  const reading = metric.evaluate(input.value)
  return reading.known
    ? { ours: reading.value, why: null, isFault: false }
    : { ours: null, why: reading.why, isFault: false }
}

export const checkVectors = (vectors: Vectors): readonly Checked[] =>
  Object.entries(vectors).flatMap(([metric, rows]) =>
    rows.map((row, i) => {
      const { ours, why, isFault } = evaluated(metric, row.in)
      return {
        metric,
        row: i + 1,
        kind: row.kind,
        input: row.in,
        expected: row.out,
        tolerance: row.tolerance,
        ours,
        why,
        within: !isFault && isWithin(ours, row.out, row.tolerance),
        source: row.source,
      }
    }),
  )
