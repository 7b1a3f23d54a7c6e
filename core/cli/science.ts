/** `tandem science`: one figure worked out, all of them listed, or a file of published figures checked against ours. */
import type { Field } from '../science/metric.ts'
import { metricNamed, metrics, type WrittenMetric } from '../science/metrics.ts'
import type { Command } from './arguments.ts'
import { readJsonFile } from './json-files.ts'
import type { Screen } from './reading.ts'
import { readInputText } from './science-input.ts'
import { type Checked, checkVectors, vectorsSchema } from './science-vectors.ts'

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>

/** Prints the value; notes go to stderr. Exit code 1 for a wrong input, 2 for a metric that does not exist. */
export const runMetric = ({ metric: name, input: text, json }: Of<'science'>, screen: Screen): number => {
  const metric = metricNamed(name)
  if (!metric) {
    screen.err(`tandem: there is no metric \`${name}\`${likeNames(name)}. See \`tandem science --list\`.`)
    return 2
  }
  const input = readInputText(metric, text)
  if (!input.ok) {
    screen.err(input.error.says)
    return 1
  }
  const reading = metric.evaluate(input.value)
  const notes = metric.outside(input.value)
  if (json) {
    const { formula, unit, trust, source, holds } = metric
    const { value, why } = reading.known ? { value: reading.value, why: null } : { value: null, why: reading.why }
    screen.out(JSON.stringify({ schema: 1, metric: name, value, why, notes, formula, unit, trust, source, holds }))
  } else {
    screen.out(reading.known ? JSON.stringify(reading.value) : `not known: ${reading.why}`)
    for (const note of notes) screen.err(`${name}: ${note}.`)
  }
  return 0
}

/** The metrics whose names share the most words with what was typed. */
const likeNames = (typed: string): string => {
  const wordsOf = (name: string) => name.toLowerCase().split(/[^a-z0-9]+/)
  const words = wordsOf(typed).filter(word => word.length > 2)
  const alike = metrics
    .map(({ name }) => ({ name, shared: wordsOf(name).filter(word => words.includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
  return alike.length === 0 ? '' : `; perhaps ${alike.map(({ name }) => `\`${name}\``).join(', ')}`
}

/** What may be given under a field, in a few words. */
const sayField = (field: Field): string => {
  switch (field.type) {
    case 'number':
      return `${field.unit}${field.usual === undefined ? '' : `, ${field.usual} if left out`}`
    case 'numbers':
      return `${field.length ?? 'any number of'} values, ${field.each.unit}`
    case 'efforts':
      return '[[metres, seconds], …], two or more'
    case 'choice':
      return field.of.join(' | ')
  }
}

const describe = ({ name, inputs, formula, unit, trust, source, holds }: WrittenMetric): string =>
  [
    `${name} → ${unit} (${trust})`,
    ...Object.entries(inputs).map(([field, shape]) => `  ${field}: ${sayField(shape)}`),
    `  formula: ${formula}`,
    `  holds for ${holds}`,
    `  source: ${source}`,
  ].join('\n')

export const listMetrics = ({ json }: Of<'science-list'>, screen: Screen): number => {
  if (json) {
    const all = metrics.map(({ name, inputs, formula, unit, trust, source, holds }) => ({
      name,
      inputs: Object.fromEntries(Object.entries(inputs).map(([field, shape]) => [field, sayField(shape)])),
      formula,
      unit,
      trust,
      source,
      holds,
    }))
    screen.out(JSON.stringify({ schema: 1, metrics: all }))
  } else screen.out(metrics.map(describe).join('\n\n'))
  return 0
}

/** Rows of kind `reference` stand beside ours and count for nothing. Exit code 1 where a formula row misses. */
export const runVectors = async ({ file, json }: Of<'science-vectors'>, screen: Screen): Promise<number> => {
  const vectors = await readJsonFile(file, vectorsSchema)
  if (!vectors.ok) {
    screen.err(vectors.error.says)
    return 1
  }
  const rows = checkVectors(vectors.value)
  const counted = rows.filter(({ kind }) => kind === 'formula')
  const passed = counted.filter(({ within }) => within).length
  const failed = counted.length - passed
  if (json) screen.out(JSON.stringify({ schema: 1, passed, failed, rows }))
  else {
    for (const row of rows) if (row.kind === 'reference' || !row.within) screen.out(rowLine(row))
    screen.out(`${passed} passed, ${failed} failed`)
  }
  return failed > 0 ? 1 : 0
}

const rowLine = ({ metric, row, kind, input, expected, tolerance, ours, why, within, source }: Checked): string => {
  const told = why === null ? JSON.stringify(ours) : `not known (${why})`
  const spread = `± ${typeof tolerance === 'number' ? tolerance : JSON.stringify(tolerance)}`
  const figures = `${metric} row ${row} ${JSON.stringify(input)}: ours ${told}`
  return kind === 'formula'
    ? `missed     ${figures}, expected ${JSON.stringify(expected)} ${spread}`
    : `reference  ${figures}, theirs ${JSON.stringify(expected)} ${spread}${within ? '' : ', apart'}; ${source}`
}
