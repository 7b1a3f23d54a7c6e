/** What a figure is: its name, what it is worked out from, in which units, how far it holds, and who says so. */
import { type Reading, unknown } from '../lib/reading.ts'
import type { Trust } from '../model/advice.ts'

/** What may be given under one name. `meant` is the range the source speaks of; beyond it a value is extrapolated. */
export type NumberField = {
  readonly type: 'number'
  readonly unit: string
  /** The least and most that make sense at all; `above` excludes the end itself. */
  readonly least?: number
  readonly above?: number
  readonly most?: number
  readonly meant?: readonly [number, number]
  /** Taken where nothing is given. */
  readonly usual?: number
}
export type Field =
  | NumberField
  /** A list of `length` numbers, or of any length from 1 where it is null. */
  | { readonly type: 'numbers'; readonly each: NumberField; readonly length: number | null }
  /** All-out efforts, [metres, seconds]; at least two. */
  | { readonly type: 'efforts' }
  | { readonly type: 'choice'; readonly of: readonly string[]; readonly usual?: string }

/** A field's value as it is given: null where it is not known. */
export type FieldValue = number | string | null | readonly (number | null)[] | readonly (readonly [number, number])[]
export type MetricInput = { readonly [field: string]: FieldValue }

/** What comes out: a number, or numbers and words by name. */
export type MetricValue = number | string | null | readonly MetricValue[] | { readonly [part: string]: MetricValue }

type Known<F extends Field> = F extends { readonly type: 'number' }
  ? number
  : F extends { readonly type: 'numbers' }
    ? readonly number[]
    : F extends { readonly type: 'choice'; readonly of: readonly (infer Choice)[] }
      ? Choice
      : readonly (readonly [number, number])[]

type Fields = { readonly [field: string]: Field }
type KnownInput<F extends Fields> = { readonly [name in keyof F]: Known<F[name]> }

/** What stands on screen beside a figure. `source` names who published it, `holds` where it may be believed. */
export type About = {
  readonly name: string
  readonly unit: string
  readonly trust: Trust
  readonly source: string
  readonly holds: string
}

export type Metric = About & {
  readonly inputs: Fields
  /** Unknown where something given is unknown, or the formula says nothing. The input has the shape of `inputs`. */
  readonly evaluate: (input: MetricInput) => Reading<MetricValue>
  /** A sentence for every number beyond the range its source speaks of. */
  readonly outside: (input: MetricInput) => readonly string[]
}

/** A metric from its description and its formula; `evaluate` is given only what is known. */
export const metric = <const F extends Fields>(
  about: About & { readonly inputs: F; readonly evaluate: (input: KnownInput<F>) => Reading<MetricValue> },
): Metric => ({
  ...about,
  evaluate: input => {
    const filled = Object.fromEntries(
      Object.entries(about.inputs).map(([name, field]) => [name, given(input[name], field)]),
    )
    for (const [name, value] of Object.entries(filled)) {
      if (value === null) return unknown(`\`${name}\` is not known`)
      const gap = Array.isArray(value) ? value.indexOf(null) : -1
      if (gap >= 0) return unknown(`number ${gap + 1} of \`${name}\` is not known`)
    }
    // INVARIANT: nothing in `filled` is null any more, and the caller has parsed the rest by `inputs`.
    const reading = about.evaluate(filled as KnownInput<F>)
    return reading.known && !hasOnlyFinite(reading.value) ? unknown('no finite figure comes of these numbers') : reading
  },
  outside: input =>
    Object.entries(about.inputs).flatMap(([name, field]) => {
      const value = input[name]
      if (field.type !== 'number' || field.meant === undefined || typeof value !== 'number') return []
      const [from, to] = field.meant
      if (value >= from && value <= to) return []
      return [`\`${name}\` ${value} is outside ${from} to ${to} ${field.unit}, for which the figure is meant`.trimEnd()]
    }),
})

/** Null says "not known"; what is left out may have a usual value. */
const given = (value: FieldValue | undefined, field: Field): FieldValue =>
  value === undefined ? (('usual' in field ? field.usual : undefined) ?? null) : value

const hasOnlyFinite = (value: MetricValue): boolean => {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(hasOnlyFinite)
}

/** A reading of what a formula gave, with a word for when it gave nothing. */
export const orUnknown = (value: MetricValue | undefined, why: string): Reading<MetricValue> =>
  value === undefined ? unknown(why) : { known: true, value, from: [] }

/** Shorthand of the shelf: a number above zero, and one of zero or more. */
export const positive = (unit: string, meant?: readonly [number, number]): NumberField => ({
  type: 'number',
  unit,
  above: 0,
  ...(meant ? { meant } : {}),
})
export const notNegative = (unit: string, meant?: readonly [number, number]): NumberField => ({
  type: 'number',
  unit,
  least: 0,
  ...(meant ? { meant } : {}),
})
