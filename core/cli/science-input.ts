/** The input of a figure as it is typed: read strictly, and a fault told with the name of the field. */
import * as v from 'valibot'
import { parse, parseJson } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Field, FieldValue, Metric, MetricInput, NumberField } from '../science/metric.ts'
import { fault } from './json-files.ts'

/** `says` names the metric, the field and what to do. */
export type InputError = { readonly says: string }

const insteadOf =
  (wanted: string) =>
  ({ received }: { readonly received: string }): string =>
    `Expected ${wanted} but received ${received}`

/** Lists longer than this are no input that somebody means. */
const longestList = 100_000

const numberSchema = ({ least, above, most }: NumberField) =>
  v.pipe(
    v.number(),
    v.finite(({ received }) => `Expected a finite number but received ${received}`),
    v.minValue(least ?? -Number.MAX_VALUE),
    v.gtValue(above ?? -Infinity),
    v.maxValue(most ?? Number.MAX_VALUE),
  )

const effortSchema = v.strictTuple([
  numberSchema({ type: 'number', unit: 'm', above: 0 }),
  numberSchema({ type: 'number', unit: 's', above: 0 }),
])

const valueSchema = (field: Field): v.GenericSchema<unknown, FieldValue> => {
  switch (field.type) {
    case 'number':
      return v.nullable(numberSchema(field))
    case 'numbers': {
      const each = v.array(v.nullable(numberSchema(field.each)))
      return v.nullable(
        field.length === null
          ? v.pipe(each, v.minLength(1, insteadOf('at least one number')), v.maxLength(longestList))
          : v.pipe(each, v.length(field.length, insteadOf(`${field.length} numbers`))),
      )
    }
    case 'efforts':
      return v.nullable(
        v.pipe(v.array(effortSchema), v.minLength(2, insteadOf('at least two efforts')), v.maxLength(longestList)),
      )
    case 'choice':
      return v.nullable(v.picklist(field.of))
  }
}

const isLeftOut = (field: Field): boolean => 'usual' in field && field.usual !== undefined

const schemaOf = ({ inputs }: Metric): v.GenericSchema<unknown, MetricInput> =>
  v.strictObject(
    Object.fromEntries(
      Object.entries(inputs).map(([name, field]) => {
        const schema = valueSchema(field)
        return [name, isLeftOut(field) ? v.optional(schema) : schema]
      }),
    ),
  ) as v.GenericSchema<unknown, MetricInput>

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a metric's input from what JSON gave; null is a value that is not known. */
export const readInput = (metric: Metric, value: unknown): Result<MetricInput, InputError> => {
  if (!isObject(value)) {
    const names = Object.keys(metric.inputs).map(name => `\`${name}\``)
    return err({ says: `${metric.name}: the input must be a JSON object with ${names.join(', ')}.` })
  }
  const parsed = parse(schemaOf(metric), value)
  return parsed.ok ? ok(parsed.value) : err({ says: `${metric.name}: ${fault(parsed.error)}` })
}

/** The same from text as it is typed. */
export const readInputText = (metric: Metric, text: string): Result<MetricInput, InputError> => {
  const json = parseJson(text)
  return json.ok
    ? readInput(metric, json.value)
    : err({ says: `${metric.name}: the input is not JSON. Check quotes, commas and brackets.` })
}
