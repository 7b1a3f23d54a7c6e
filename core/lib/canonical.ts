/** One text for one value, so that two devices hash and sign the same bytes. */
import { invariant } from './never.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * Canonical text: sorted keys, safe integers only, strings in Unicode NFC, no whitespace, no undefined.
 * The argument must already have been parsed; a fraction or undefined here is a bug of ours.
 */
export const canonical = (value: Json): string => {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value), `canonical text holds integers only, not ${value}`)
    return Object.is(value, -0) ? '0' : String(value)
  }
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const object = value as { readonly [key: string]: Json }
  const keys = Object.keys(object).sort()
  for (const key of keys) invariant(object[key] !== undefined, `canonical text has no undefined (${key})`)
  return `{${keys.map(key => `${JSON.stringify(key.normalize('NFC'))}:${canonical(object[key]!)}`).join(',')}}`
}
