/** Plan, playbook and history files: read strictly, and a fault told with its place. */
import { readFile } from 'node:fs/promises'
import { type ParseError, parse, parseJson } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { PathError } from './sources.ts'

/** Reads a JSON file of a known shape. The error names the file, the place in it and what to do. */
export const readJsonFile = <T>(path: string, schema: Parameters<typeof parse<T>>[0]): Promise<Result<T, PathError>> =>
  readJsonFileAs(path, value => parse(schema, value))

/** The same with a reader of its own, for what may be of an older shape. */
export const readJsonFileAs = async <T>(
  path: string,
  read: (value: unknown) => Result<T, ParseError>,
): Promise<Result<T, PathError>> => {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return err({ says: `${path}: there is no such file. Check the path.` })
  if (text.trim() === '') return err({ says: `${path}: the file is empty. Write or export it again.` })
  const json = parseJson(text.replace(/^\uFEFF/, ''))
  if (!json.ok) return err({ says: `${path}: this is not JSON. Check commas, quotes and brackets.` })
  const parsed = read(json.value)
  return parsed.ok ? ok(parsed.value) : err({ says: `${path}: ${fault(parsed.error)}` })
}

/** What is wrong, where, and what to do, in a sentence. */
export const fault = ({ at, expected }: ParseError): string => {
  const place = at.replace(/^\$\.?/, '')
  const [, wanted, got] = /Expected (.+) but received (.+)$/.exec(expected) ?? []
  if (wanted === 'never') return `unknown field \`${place}\`. Remove it, or correct its name.`
  if (got === 'undefined') return `the field \`${place}\` is missing. Add it.`
  if (place === '') return `this is not such a file (${expected}). See \`tandem --help\` for its shape.`
  return `the field \`${place}\` must be ${wanted ?? expected}${got ? `, not ${got}` : ''}. Correct it.`
}
