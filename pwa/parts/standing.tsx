/** The word on how an athlete stands. */
import type { Standing } from '../../core/reports/desk/answers.ts'
import { Icon } from './icon.tsx'
import s from './standing.module.css'
import { standingLook } from './standing-words.ts'

export const StandingWord = ({ standing }: { readonly standing: Standing }) => {
  const { word, icon, tone } = standingLook[standing]
  return (
    <span class={`${s.standing} ${s[tone]}`} data-standing={standing}>
      <Icon name={icon} /> {word}
    </span>
  )
}
