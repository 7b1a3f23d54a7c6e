/** How a list of things to decide is walked and answered by keys: the focus follows, and what is typed stays text. */
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { isTyping } from '../../parts/keys-help.tsx'

/** The keys of the coach's inbox, as they are told. */
export const inboxKeys = [
  { keys: ['J', 'K'], does: 'the next, the one before' },
  { keys: ['1', '…', '5'], does: 'on an alert: back off, cross-train, mechanics work, keep, talk' },
  { keys: ['A'], does: 'approve' },
  { keys: ['E'], does: 'edit, then approve' },
  { keys: ['D'], does: 'decline, with a reason' },
  { keys: ['S'], does: 'later: to the end of the list' },
  { keys: ['X'], does: 'pick, to approve several of one rule with A; never key sessions' },
  { keys: ['C'], does: 'to the first new comment' },
  { keys: ['U'], does: 'undo your last approval or answer' },
  { keys: ['W'], does: 'why, step by step' },
] as const

/** After a step of the person's own the focus goes to the current article; `walked` says that there was one. */
export const useFocusOn = (
  list: RefObject<HTMLElement | null>,
  walked: { current: boolean },
  current: number,
  changes: readonly unknown[],
): void => {
  useEffect(() => {
    if (!walked.current) return
    walked.current = false
    const there = list.current?.querySelectorAll<HTMLElement>('article')[current] ?? list.current
    there?.focus({ preventScroll: true })
    there?.scrollIntoView({ block: 'nearest' })
  }, [current, ...changes])
}

/** What each key does, in small letters; Escape leaves what was begun, also from within a field, where there is something to leave. */
export const useKeys = (does: Readonly<Record<string, () => void>>, onLeave: (() => void) | null): void => {
  // Why a reference: keys may follow each other faster than effects run, and each is for the list as it stands.
  const latest = useRef({ does, onLeave })
  latest.current = { does, onLeave }
  // Why with the drawing and not after it: a key pressed as soon as a screen is seen is for that screen.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { does, onLeave } = latest.current
      if (event.key === 'Escape' && onLeave !== null && !document.querySelector('dialog[open]')) return onLeave()
      if (isTyping(event)) return
      const act = does[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
