/** The one door for anything that came from outside: `unknown` until parsed, with the place of the first fault. */
import * as v from 'valibot'
import { err, ok, type Result } from './result.ts'

/** Where in the value the first fault is (`$.sessions.3.day`) and what was expected there. */
export type ParseError = { readonly type: 'NotOfThisShape'; readonly at: string; readonly expected: string }

export const parse = <T>(schema: v.GenericSchema<unknown, T>, value: unknown): Result<T, ParseError> => {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return ok(parsed.output)
  const issue = parsed.issues[0]
  return err({
    type: 'NotOfThisShape',
    at: `$${(issue.path ?? []).map(step => `.${String(step.key)}`).join('')}`,
    expected: issue.message,
  })
}

/** Parses JSON text; a syntax error is a result too. */
export const parseJson = (text: string): Result<unknown, ParseError> => {
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    return err({ type: 'NotOfThisShape', at: '$', expected: 'JSON text' })
  }
}
