/** The keys of the screen that is open; `?` shows them with those that work everywhere. */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

export type KeyLine = { readonly keys: readonly string[]; readonly does: string }
type KeysHere = { readonly title: string; readonly lines: readonly KeyLine[] }

/** What the open screen says of its keys, and whether the list is on screen. */
export const keysHere = signal<KeysHere | null>(null)
export const areKeysShown = signal(false)

/** Names a screen's keys as long as it is open. `lines` is one list that stays the same. */
export const useKeyLines = (title: string, lines: readonly KeyLine[]): void => {
  useEffect(() => {
    const mine = { title, lines }
    keysHere.value = mine
    return () => {
      // Why: the next screen may have named its own before this one is gone.
      if (keysHere.peek() === mine) keysHere.value = null
    }
  }, [title, lines])
}

/** Whether a key press belongs to what is being typed, to a menu or an open dialog, not to the page. */
export const isTyping = (event: KeyboardEvent): boolean => {
  const target = event.target as HTMLElement | null
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    target?.closest(
      'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog, [role="menu"]',
    ) != null
  )
}
