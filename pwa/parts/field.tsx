/** A question with room for an answer: label above, hint or fault below. */
import type { ComponentChildren } from 'preact'
import s from './field.module.css'
import { Icon } from './icon.tsx'

type FieldProps = {
  readonly label: string
  readonly hint?: ComponentChildren
  readonly error?: string | null | undefined
  readonly children?: ComponentChildren
}

/** Wraps one control (`input`, `select`, `textarea`), so the label names it without ids. */
export const Field = ({ label, hint, error, children }: FieldProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it wraps
  <label class={s.field}>
    <span class={s.label}>{label}</span>
    {children}
    {hint !== undefined && <span class={s.hint}>{hint}</span>}
    {error && (
      <span class={s.error} role="alert">
        <Icon name="warning" /> {error}
      </span>
    )}
  </label>
)
