/** What a session is for: a small sign, its colour, and always the word. */
import type { Purpose, Session } from '../../core/model/session.ts'
import { purposeWord } from '../../core/workout/words.ts'
import s from './purpose.module.css'

/** Colour families: easy, hard, long, other. */
export type Tone = 'easy' | 'hard' | 'long' | 'other'
const looks: Readonly<Record<Purpose, { readonly tone: Tone; readonly path: string }>> = {
  easy: { tone: 'easy', path: 'M2 10c3-4 5-4 8 0s5 4 8 0' },
  recovery: { tone: 'easy', path: 'M3 8h14M6 13h8' },
  steady: { tone: 'long', path: 'M3 7h14M3 13h14' },
  long: { tone: 'long', path: 'M2 10h16M14 6l4 4-4 4' },
  tempo: { tone: 'hard', path: 'M3 16V9h4v7M7 12V5h6v11M13 9h4v7' },
  intervals: { tone: 'hard', path: 'M3 16V4M8 16v-5M12 16V4M17 16v-5' },
  hills: { tone: 'hard', path: 'M1 16 7 5l4 6 3-4 5 9' },
  race: { tone: 'hard', path: 'M4 18V3M4 4h12l-3 3.5L16 11H4' },
  strength: { tone: 'other', path: 'M2 10h16M5 6v8M15 6v8' },
  cross: { tone: 'other', path: 'M10 3v14M3 10h14' },
  rest: { tone: 'other', path: 'M15 12A6.500 6.500 0 1 1 8 4a5 5 0 0 0 7 8Z' },
}

/** The title as written, else the word for what the session is for. */
export const titleOf = ({ title, purpose }: Session): string => title || purposeWord[purpose]

export const toneOf = (purpose: Purpose): Tone => looks[purpose].tone

/** The sign alone, silent; a word stands beside it. */
export const PurposeSign = ({ purpose }: { readonly purpose: Purpose }) => (
  <svg class={`${s.sign} ${s[looks[purpose].tone]}`} viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
    <path d={looks[purpose].path} />
  </svg>
)

/** Sign and word. */
export const PurposeTag = ({ purpose }: { readonly purpose: Purpose }) => (
  <span class={`${s.tag} ${s[looks[purpose].tone]}`}>
    <PurposeSign purpose={purpose} />
    {purposeWord[purpose]}
  </span>
)
