/** More that can be done with one thing, folded behind a button; arrows, Home, End and Escape work. */
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import s from './menu.module.css'

export type MenuItem = {
  readonly label: string
  readonly onSelect: () => void
  readonly disabled?: boolean
  readonly danger?: boolean
}
type MenuProps = {
  readonly label: string
  readonly items: readonly MenuItem[]
  /** What stands on the button; three dots where nothing is given. */
  readonly children?: ComponentChildren
}

export const Menu = ({ label, items, children }: MenuProps) => {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const choices = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])]
  const step = (to: 'first' | 'last' | 1 | -1) => {
    const all = choices()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const next = to === 'first' ? 0 : to === 'last' ? all.length - 1 : (at + to + all.length) % all.length
    all[next]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = ({ ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' } as const)[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    step(to)
  }
  return (
    <span class={s.anchor} style={{ anchorName: `--${id}` }}>
      <Button
        variant="plain"
        small
        popovertarget={id}
        aria-haspopup="menu"
        {...(children ? {} : { 'aria-label': label })}
      >
        {children ?? <Icon name="more" />}
      </Button>
      <div
        id={id}
        ref={list}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        popover="auto"
        class={s.menu}
        style={{ positionAnchor: `--${id}` }}
        onKeyDown={onKeyDown}
        onToggle={event => (event as unknown as ToggleEvent).newState === 'open' && step('first')}
      >
        {items.map(item => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            class={item.danger ? s.danger : s.item}
            disabled={item.disabled ?? false}
            onClick={() => {
              list.current?.hidePopover()
              item.onSelect()
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </span>
  )
}
