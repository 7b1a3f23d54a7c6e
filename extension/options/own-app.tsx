/** Linking with the Tandem app in this same browser: asked for on a click, taken back on a click, no network needed. */
import { useEffect, useState } from 'preact/hooks'
import { appMatch } from '../app-addresses.ts'

const useAllowed = (): boolean => {
  const [allowed, setAllowed] = useState(false)
  useEffect(() => {
    const look = () => void chrome.permissions.contains({ origins: [appMatch] }).then(setAllowed)
    chrome.permissions.onAdded.addListener(look)
    chrome.permissions.onRemoved.addListener(look)
    look()
    return () => {
      chrome.permissions.onAdded.removeListener(look)
      chrome.permissions.onRemoved.removeListener(look)
    }
  }, [])
  return allowed
}

export const OwnApp = () => {
  const allowed = useAllowed()
  const [says, setSays] = useState<string | null>(null)
  const link = () => {
    chrome.permissions.request({ origins: [appMatch] }).then(
      given => setSays(given ? 'The app and this extension are linked whenever both are open.' : 'It stays as it is.'),
      () => setSays('The browser did not ask. Try again.'),
    )
  }
  const part = () => {
    chrome.permissions.remove({ origins: [appMatch] }).then(
      () => setSays('They are no longer linked. What each holds, it keeps.'),
      () => setSays('The browser did not take the permission back. Remove it in the browser’s extension settings.'),
    )
  }
  return (
    <section aria-label="The app on this machine">
      <h2>The app on this machine</h2>
      <p>
        Where the Tandem app runs at localhost in this browser, it and this extension can exchange changes directly,
        with no network at all. Only sealed pieces of athletes both are in pass between them.
      </p>
      <p class="row">
        {allowed ? (
          <button type="button" onClick={part}>
            Stop linking with the app
          </button>
        ) : (
          <button type="button" class="first" onClick={link}>
            Link with the app at localhost
          </button>
        )}
      </p>
      {says !== null && <p role="status">{says}</p>}
    </section>
  )
}
