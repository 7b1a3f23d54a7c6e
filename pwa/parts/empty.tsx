/** What a screen says when there is nothing yet: what would stand here, and the way to it. */
import type { ComponentChildren } from 'preact'
import s from './empty.module.css'

type EmptyProps = {
  readonly title: string
  readonly children?: ComponentChildren
  readonly action?: ComponentChildren
}

export const Empty = ({ title, children, action }: EmptyProps) => (
  <section class={s.empty}>
    <svg class={s.drawing} viewBox="0 0 120 40" aria-hidden="true">
      <path d="M4 34c14 0 16-22 30-22s14 16 26 16 14-22 28-22 14 12 28 12" />
      <circle cx="34" cy="12" r="3" />
      <circle cx="88" cy="6" r="3" />
    </svg>
    <h2>{title}</h2>
    <div class={s.words}>{children}</div>
    {action !== undefined && <div class={s.action}>{action}</div>}
  </section>
)
