/** The status word of a session, and the chips that say how it came to be so. */
import { Icon } from './icon.tsx'
import { type Chip, type Status, statusLook } from './session-status.ts'
import s from './status.module.css'

export const StatusWord = ({ status }: { readonly status: Status }) => {
  const { word, icon, tone } = statusLook[status]
  return (
    <span class={`${s.status} ${s[tone]}`} data-status={status}>
      <Icon name={icon} /> {word}
    </span>
  )
}

export const Chips = ({ chips }: { readonly chips: readonly Chip[] }) =>
  chips.length === 0 ? null : (
    <span class={s.chips}>
      {chips.map(({ words, icon, tone }) => (
        <span key={words} class={`${s.chip} ${s[tone]}`}>
          <Icon name={icon} /> {words}
        </span>
      ))}
    </span>
  )
