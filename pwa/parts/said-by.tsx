/** The line over somebody's words: who, as whom, when; whether they are new here and whether they name the reader. */
import { formatMoment } from './format.ts'
import { Icon } from './icon.tsx'
import s from './said-by.module.css'

const sides = {
  coach: { icon: 'coach', word: 'Coach' },
  athlete: { icon: 'athlete', word: 'Athlete' },
  rule: { icon: 'rule', word: 'Rule' },
} as const

type SaidByProps = {
  readonly name: string
  readonly side: keyof typeof sides
  /** Minutes since 1970-01-01 UTC; null where it is not known. */
  readonly at: number | null
  readonly isNew?: boolean
  readonly namesMe?: boolean
}

export const SaidBy = ({ name, side, at, isNew = false, namesMe = false }: SaidByProps) => {
  const { icon, word } = sides[side]
  return (
    <p class={s.by}>
      <span class={`${s.side} ${s[side]}`}>
        <Icon name={icon} /> {word}
      </span>
      {name !== word && <span class={s.name}>{name}</span>}
      {at !== null && <span class={s.when}>{formatMoment(at)}</span>}
      {namesMe && <span class={s.mark}>names you</span>}
      {isNew && <span class={s.mark}>new</span>}
    </p>
  )
}

type WordsProps = { readonly parts: readonly { readonly words: string; readonly names: boolean }[] }

/** What was said, names marked. */
export const SaidWords = ({ parts }: WordsProps) => (
  <p class={s.words}>{parts.map(part => (part.names ? <strong>{part.words}</strong> : part.words))}</p>
)
