/** Linking with the Tandem app in this same browser: asked for on a click, taken back on a click, no network needed. */
import { useEffect, useState } from 'preact/hooks'
import { enteredOrigins, keepOrigins, localMatch, matchOf, readAppOrigin } from '../app-addresses.ts'
import { hosts, isAt } from '../sites/index.ts'

/** The origins the browser allows now, of localhost and those entered. */
const useAllowed = () => {
  const [allowed, setAllowed] = useState<readonly string[]>([])
  const look = async () => {
    const known = ['http://localhost', ...(await enteredOrigins(chrome.storage.local))]
    const held = await Promise.all(known.map(origin => chrome.permissions.contains({ origins: [matchOf(origin)] })))
    setAllowed(known.filter((_, i) => held[i]))
  }
  useEffect(() => {
    const again = () => void look()
    chrome.permissions.onAdded.addListener(again)
    chrome.permissions.onRemoved.addListener(again)
    again()
    return () => {
      chrome.permissions.onAdded.removeListener(again)
      chrome.permissions.onRemoved.removeListener(again)
    }
  }, [])
  return { allowed, look }
}

export const OwnApp = () => {
  const { allowed, look } = useAllowed()
  const [typed, setTyped] = useState('')
  const [says, setSays] = useState<string | null>(null)
  const entered = () => enteredOrigins(chrome.storage.local)
  /** Why the browser is asked first: it asks only while the click is fresh. */
  const link = async (origin: string) => {
    const asked = chrome.permissions.request({ origins: [matchOf(origin)] })
    if (matchOf(origin) !== localMatch) await keepOrigins(chrome.storage.local, [...(await entered()), origin])
    const given = await asked.catch(() => null)
    const left = given === true || matchOf(origin) === localMatch
    if (!left)
      await keepOrigins(
        chrome.storage.local,
        (await entered()).filter(one => one !== origin),
      )
    await look()
    setSays(
      given === null
        ? 'The browser did not ask. Try again.'
        : given
          ? 'The app and this extension are linked whenever both are open.'
          : 'It stays as it is.',
    )
  }
  const part = async (origin: string) => {
    const gone = await chrome.permissions.remove({ origins: [matchOf(origin)] }).catch(() => false)
    if (gone)
      await keepOrigins(
        chrome.storage.local,
        (await entered()).filter(one => matchOf(one) !== matchOf(origin)),
      )
    await look()
    setSays(
      gone
        ? 'They are no longer linked. What each holds, it keeps.'
        : 'The browser did not take the permission back. Remove it in the browser’s extension settings.',
    )
  }
  const enter = (event: Event) => {
    event.preventDefault()
    const origin = readAppOrigin(typed)
    if (origin === undefined)
      return setSays('The app can stand at an https address, or on this machine. Type it as the browser shows it.')
    if (hosts.some(({ match }) => isAt(match, origin)))
      return setSays('A training log stands there, and not the app. It is allowed above.')
    setTyped('')
    void link(origin)
  }
  return (
    <section aria-label="The app on this machine">
      <h2>The app on this machine</h2>
      <p>
        Where the Tandem app is open in this browser, it and this extension can exchange changes directly, with no
        network at all. Only sealed pieces of athletes both are in pass between them.
      </p>
      {allowed.map(origin => (
        <p key={origin} class="row">
          {origin !== 'http://localhost' && <span>{origin}</span>}
          <button
            type="button"
            {...(origin === 'http://localhost' ? {} : { 'aria-label': `Stop linking with ${origin}` })}
            onClick={() => void part(origin)}
          >
            Stop linking{origin === 'http://localhost' ? ' with the app' : ''}
          </button>
        </p>
      ))}
      {!allowed.includes('http://localhost') && (
        <p class="row">
          <button type="button" class="first" onClick={() => void link('http://localhost')}>
            Link with the app at localhost
          </button>
        </p>
      )}
      <form onSubmit={enter}>
        <label>
          The app stands elsewhere
          <input
            name="app"
            required
            autocomplete="off"
            spellcheck={false}
            placeholder="https://run.example.org"
            value={typed}
            onInput={event => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit">Link with it</button>
      </form>
      {says !== null && <p role="status">{says}</p>}
    </section>
  )
}
