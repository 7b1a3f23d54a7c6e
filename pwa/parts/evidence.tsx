/** The days, readings and sources that a sentence rests on, and how far to trust it. */
import type { Trust } from '../../core/model/advice.ts'
import s from './evidence.module.css'
import { forReader } from './for-reader.ts'
import { trustWord } from './trust-words.ts'

export const Evidence = ({ items, trust }: { readonly items: readonly string[]; readonly trust?: Trust }) =>
  items.length === 0 && trust === undefined ? null : (
    <ul class={s.evidence} aria-label="Evidence">
      {items.map(item => (
        <li key={item} class={s.item}>
          {forReader(item)}
        </li>
      ))}
      {trust !== undefined && <li class={s.trust}>{trustWord[trust]}</li>}
    </ul>
  )
