/** Notices that the page changed: one scoped observer, at most one look per frame, and the ways a page navigates. */

export type Watch = {
  /** Watches the container, what stands beside it and, shallowly, what holds it; the body only while there is no container. */
  on(container: Element | null, beside?: Element | null): void
  /** Asks for one more look, in the next frame. */
  soon(): void
  /** Forgets what we did ourselves. */
  settle(): void
}

export const watch = (document: Document, look: () => void, moved: () => void, signal: AbortSignal): Watch => {
  const view = document.defaultView!
  let asked = false
  const soon = (): void => {
    if (asked || signal.aborted) return
    asked = true
    view.requestAnimationFrame(() => {
      asked = false
      if (!signal.aborted) look()
    })
  }
  const observer = new MutationObserver(soon)
  let watched: Element | null | undefined
  let watchedToo: Element | null = null
  for (const type of ['hashchange', 'popstate', 'pageshow']) view.addEventListener(type, moved, { signal })
  // Why: pushState fires no event of its own in an isolated world; the Navigation API tells, where it exists.
  const navigation = (view as { readonly navigation?: EventTarget }).navigation
  navigation?.addEventListener('navigatesuccess', moved, { signal })
  view.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal })
  signal.addEventListener('abort', () => observer.disconnect())
  return {
    on: (container, beside = null) => {
      if (container === watched && beside === watchedToo) return
      watched = container
      watchedToo = beside
      observer.disconnect()
      const deep = {
        childList: true,
        subtree: true,
        // Why the text too: a page may print another number into a cell that stays.
        characterData: true,
        attributes: true,
        attributeFilter: ['data-date', 'data-day', 'data-month', 'data-year', 'class'],
      }
      if (container === null) return observer.observe(document.body, { childList: true, subtree: true })
      observer.observe(container, deep)
      if (beside !== null) observer.observe(beside, deep)
      for (let at = container.parentElement; at !== null; at = at.parentElement)
        observer.observe(at, { childList: true })
    },
    soon,
    settle: () => void observer.takeRecords(),
  }
}
