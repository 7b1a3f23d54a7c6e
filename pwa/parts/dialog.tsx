/** A question or a form over the page; the platform keeps focus inside and gives it back, also where the form goes at once. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from './button.tsx'
import s from './dialog.module.css'
import { Icon } from './icon.tsx'

type DialogProps = {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children?: ComponentChildren
  readonly footer?: ComponentChildren
}

/** Whoever opened it may be gone with what was done in it: then the focus goes where the keys of the screen begin. */
const findPlace = () => {
  if (document.activeElement !== document.body) return
  const main = document.getElementById('main')
  const place = main?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]') ?? main
  place?.focus({ preventScroll: true })
}

/** Closes by Escape, by the cross and by a press outside; `onClose` is told each time. */
export const Dialog = ({ open, title, onClose, children, footer }: DialogProps) => {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = box.current
    if (!dialog) return
    if (open && !dialog.open) {
      dialog.showModal()
      // Why: the platform would begin at the cross; reading and writing begin at the title or where the form says.
      const first = dialog.querySelector<HTMLElement>('[data-first]') ?? dialog.querySelector<HTMLElement>('h2')
      first?.focus()
      if (first?.dataset.first === 'here') first.scrollIntoView({ block: 'center' })
    }
    if (!open && dialog.open) dialog.close()
  }, [open])
  useEffect(() => {
    const dialog = box.current
    return () => {
      if (!dialog?.open) return
      // Why: one that is taken away open gives the focus back to nobody.
      dialog.close()
      requestAnimationFrame(findPlace)
    }
  }, [])
  return (
    <dialog
      ref={box}
      class={s.dialog}
      aria-labelledby={heading}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={event => event.target === box.current && onClose()}
    >
      {open && (
        <div class={s.inside}>
          <header class={s.head}>
            <h2 id={heading} tabIndex={-1}>
              {title}
            </h2>
            <Button variant="plain" small aria-label="Close" onClick={onClose}>
              <Icon name="cross" />
            </Button>
          </header>
          <div class={s.body}>{children}</div>
          {footer !== undefined && <footer class={s.foot}>{footer}</footer>}
        </div>
      )}
    </dialog>
  )
}
