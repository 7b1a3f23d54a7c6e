/** A playbook of any age read as one of today: older shapes are brought up, newer ones are refused by name. */
import { type ParseError, parse } from '../lib/parse.ts'
import { err, type Result } from '../lib/result.ts'
import { type Playbook, playbookSchema, playbookShape } from './playbook.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const offered = (swap: unknown): unknown => (isFields(swap) ? { offered: true, ...swap } : swap)

/** What each shape lacked of the next: the first had no overrides, the second offered every session of the swap list. */
const upward: Readonly<Record<number, (old: Fields) => Fields>> = {
  1: old => ({ ...old, schema: 2, overrides: [] }),
  2: old => ({ ...old, schema: 3, swaps: Array.isArray(old.swaps) ? old.swaps.map(offered) : old.swaps }),
}

const lifted = (value: Fields): Fields => {
  const { schema } = value
  const up = typeof schema === 'number' && schema < playbookShape ? upward[schema] : undefined
  return up === undefined ? value : lifted(up(value))
}

/** What was stored or read from a file, as a playbook; the first fault by its place otherwise. */
export const readPlaybookValue = (value: unknown): Result<Playbook, ParseError> =>
  isFields(value)
    ? parse(playbookSchema, lifted(value))
    : err({ type: 'NotOfThisShape', at: '$', expected: 'a playbook' })
