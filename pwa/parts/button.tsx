/** What can be pressed: one look for each weight of a decision. */
import type { ComponentProps } from 'preact'
import s from './button.module.css'

export type ButtonProps = Omit<ComponentProps<'button'>, 'class'> & {
  readonly variant?: 'primary' | 'quiet' | 'danger' | 'plain'
  readonly small?: boolean
}

/** `primary` once on a screen; `quiet` beside it; `plain` inside text and rows; `danger` for what is hard to take back. */
export const Button = ({ variant = 'quiet', small = false, type = 'button', ...rest }: ButtonProps) => (
  <button {...rest} type={type} class={`${s.button} ${s[variant]} ${small ? s.small : ''}`} />
)
