/** The days, readings and sources that a sentence rests on, and how far to trust it. */
import type { Trust } from '../../core/model/advice.ts'
import { parseDay } from '../../core/model/day.ts'
import s from './evidence.module.css'
import { formatDay } from './format.ts'
import { trustWord } from './trust-words.ts'

/** Days in the reader's own words. */
export const withDays = (text: string): string =>
  text.replace(/\b\d{4}-\d\d-\d\d\b/g, found => {
    const day = parseDay(found)
    return day ? formatDay(day, 'short') : found
  })

export const Evidence = ({ items, trust }: { readonly items: readonly string[]; readonly trust?: Trust }) =>
  items.length === 0 && trust === undefined ? null : (
    <ul class={s.evidence} aria-label="Evidence">
      {items.map(item => (
        <li key={item} class={s.item}>
          {withDays(item)}
        </li>
      ))}
      {trust !== undefined && <li class={s.trust}>{trustWord[trust]}</li>}
    </ul>
  )
