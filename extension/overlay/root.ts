/** One element of ours in the page, sealed: its own root, its own sheet, nothing inherited, nothing leaking. */
import type { ComponentChild } from 'preact'
import { render } from 'preact'
import { sheet } from './sheet.ts'
import type { Theme } from './theme.ts'

export type Sealed = {
  readonly element: HTMLElement
  show(what: ComponentChild): void
  /** Light or dark, as `themeAt` found it where the element stands. */
  dress(theme: Theme): void
  remove(): void
}

/** Our marks: by them leftovers of an earlier run are found and removed. */
export const marks = ['tandem-day', 'tandem-week'] as const

// Why: one sheet for all our elements, read once; forty days would otherwise read it forty times.
let shared: CSSStyleSheet | null = null

// Why: Firefox may refuse sheets from a content script, and a strict page may drop <style>: try one, then the other.
const addSheet = (root: ShadowRoot, document: Document): void => {
  try {
    if (shared === null) {
      shared = new CSSStyleSheet()
      shared.replaceSync(sheet)
    }
    root.adoptedStyleSheets = [shared]
    if (root.adoptedStyleSheets.length === 1) return
  } catch {
    // falls through to the element
  }
  const style = document.createElement('style')
  style.textContent = sheet
  root.append(style)
}

/** Events of ours stay ours: the page's own click and key handlers never hear a press on our buttons. */
const ownEvents = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'dragstart'] as const
const keepEvents = (root: ShadowRoot): void => {
  for (const type of ownEvents) root.addEventListener(type, event => event.stopPropagation())
  for (const type of ['keydown', 'keyup', 'keypress'] as const)
    root.addEventListener(type, event => {
      // Why: only the keys that press our buttons; every other key stays the page's.
      const { key } = event as KeyboardEvent
      if (key === 'Enter' || key === ' ') event.stopPropagation()
    })
}

export const sealed = (document: Document, mark: (typeof marks)[number]): Sealed => {
  const element = document.createElement(mark)
  const root = element.attachShadow({ mode: __OPEN_ROOT__ ? 'open' : 'closed' })
  addSheet(root, document)
  keepEvents(root)
  const frame = document.createElement('div')
  frame.className = 'frame'
  root.append(frame)
  return {
    element,
    show: what => render(what, frame),
    dress: theme => {
      if (frame.getAttribute('data-theme') !== theme) frame.setAttribute('data-theme', theme)
    },
    remove: () => {
      render(null, frame)
      element.remove()
    },
  }
}
