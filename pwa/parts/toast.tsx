/** What was just done, with Undo beside it; it goes by itself unless it is read or pointed at. */
import { useEffect, useRef } from 'preact/hooks'
import type { Toast } from '../state/app.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import s from './toast.module.css'

type ToastsProps = { readonly toasts: readonly Toast[]; readonly onDismiss: (id: number) => void }

/** How long a line stays: long enough to read it twice, longer where it can be undone. */
const stays = ({ bad, undo }: Toast) => (bad ? 20_000 : undo ? 10_000 : 6_000)

const Line = ({ toast, onDismiss }: { readonly toast: Toast; readonly onDismiss: (id: number) => void }) => {
  const box = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Why: a new version waits as long as the person likes.
    if (toast.undoLabel !== undefined) return
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      // Why: nothing disappears under a pointer or while it holds the keyboard.
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(tick, 2_000)
      else onDismiss(toast.id)
    }
    timer = setTimeout(tick, stays(toast))
    return () => clearTimeout(timer)
  }, [toast.id])
  return (
    <li ref={box} class={toast.bad ? s.bad : s.line}>
      <Icon name={toast.bad ? 'warning' : 'check'} />
      <span class={s.says}>{toast.says}</span>
      {toast.undo && (
        <Button
          variant="plain"
          small
          onClick={() => {
            toast.undo?.()
            onDismiss(toast.id)
          }}
        >
          {toast.undoLabel ?? 'Undo'}
        </Button>
      )}
      <Button variant="plain" small aria-label="Dismiss" onClick={() => onDismiss(toast.id)}>
        <Icon name="cross" />
      </Button>
    </li>
  )
}

/** All lines; a live region, so that a screen reader hears each once. */
export const Toasts = ({ toasts, onDismiss }: ToastsProps) => (
  <ul class={s.toasts} aria-live="polite" aria-label="Messages">
    {toasts.map(toast => (
      <Line key={toast.id} toast={toast} onDismiss={onDismiss} />
    ))}
  </ul>
)
