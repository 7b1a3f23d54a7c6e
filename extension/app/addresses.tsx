/** The app's addresses on a page of the extension: after the `#`, since no other file stands at another path. */
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { LocationProvider } from 'preact-iso/router'

const here = (): string => (location.hash.startsWith('#/') ? location.hash.slice(1) : '/')

/** The address within the app that a press on a link leads to; null where the press is the browser's. */
const addressOf = (event: MouseEvent): string | null => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return null
  const link = event.composedPath().find(one => one instanceof HTMLAnchorElement && one.href !== '')
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.hasAttribute('download'))
    return null
  const written = link.getAttribute('href') ?? ''
  return written.startsWith('/') && /^(_?self)?$/i.test(link.target) ? written : null
}

export const HashAddresses = ({ children }: { readonly children?: ComponentChildren }) => {
  const [url, setUrl] = useState(here)
  const pushed = useRef(false)
  const value = useMemo(() => {
    const read = new URL(url, 'app://app')
    const route = (to: string, replace?: boolean) => {
      pushed.current = replace !== true
      if (replace === true) history.replaceState(null, '', `#${to}`)
      else history.pushState(null, '', `#${to}`)
      setUrl(to)
    }
    const path = read.pathname.replace(/\/+$/, '') || '/'
    const [back, forward] = [() => history.back(), () => history.forward()]
    return { url, path, query: Object.fromEntries(read.searchParams), route, back, forward, wasPush: pushed.current }
  }, [url])
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const to = addressOf(event)
      if (to === null) return
      event.preventDefault()
      value.route(to)
    }
    const move = () => {
      pushed.current = false
      setUrl(here())
    }
    addEventListener('click', press)
    addEventListener('popstate', move)
    return () => {
      removeEventListener('click', press)
      removeEventListener('popstate', move)
    }
  }, [value])
  return <LocationProvider.ctx.Provider value={value}>{children}</LocationProvider.ctx.Provider>
}
