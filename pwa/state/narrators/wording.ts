/** Whose words a report is in: the rules', unless the person chose otherwise. Kept on this device, the key too. */
import * as v from 'valibot'
import type { Shelf } from '../preferences.ts'
import type { Endpoint } from './endpoint.ts'

export const wordedBy = ['rule', 'built-in', 'endpoint'] as const

export type Wording = Endpoint & { readonly by: (typeof wordedBy)[number] }

const key = 'tandem/wording'
export const byRuleAlone: Wording = { by: 'rule', address: '', model: '', key: '' }

const short = (most: number) => v.pipe(v.string(), v.maxLength(most))
const wordingSchema = v.strictObject({
  by: v.picklist(wordedBy),
  address: short(500),
  model: short(100),
  key: short(500),
})

/** As kept; a damaged entry counts as none, so nothing leaves by mistake. */
export const readWording = (shelf: Shelf): Wording => {
  try {
    const read = v.safeParse(wordingSchema, JSON.parse(shelf.getItem(key) ?? 'null'))
    return read.success ? read.output : byRuleAlone
  } catch {
    return byRuleAlone
  }
}

/** Whether it could be kept. */
export const keepWording = (shelf: Shelf, wording: Wording): boolean => {
  try {
    shelf.setItem(key, JSON.stringify(wording))
    return true
  } catch {
    return false
  }
}
