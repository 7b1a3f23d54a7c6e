/** In which training logs Tandem may stand: each one asked for on a click, each one taken back on a click. */
import { useEffect, useState } from 'preact/hooks'
import { parse } from '../../core/lib/parse.ts'
import { structureSchema } from '../messages.ts'
import { hosts } from '../sites/index.ts'

const useGranted = (): ReadonlySet<string> => {
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const load = async (): Promise<void> => {
      const held = await Promise.all(hosts.map(({ match }) => chrome.permissions.contains({ origins: [match] })))
      setGranted(new Set(hosts.filter((_, i) => held[i]).map(({ match }) => match)))
    }
    const again = () => void load()
    chrome.permissions.onAdded.addListener(again)
    chrome.permissions.onRemoved.addListener(again)
    void load()
    return () => {
      chrome.permissions.onAdded.removeListener(again)
      chrome.permissions.onRemoved.removeListener(again)
    }
  }, [])
  return granted
}

/** How an open page of a site is built, as our script in it says; null where there is none. */
const structureAt = async (match: string): Promise<string | null> => {
  for (const { id } of await chrome.tabs.query({ url: match })) {
    const answer: unknown =
      id === undefined ? null : await chrome.tabs.sendMessage(id, { ask: 'structure' }).catch(() => null)
    const told = parse(structureSchema, answer)
    if (told.ok) return told.value.structure
  }
  return null
}

export const SiteList = () => {
  const granted = useGranted()
  const [says, setSays] = useState<string | null>(null)
  const show = (name: string, match: string) => {
    chrome.permissions.request({ origins: [match] }).then(
      given => setSays(given ? `Tandem now shows your days in ${name}.` : `${name} stays as it is.`),
      () => setSays(`The browser did not ask. Try again.`),
    )
  }
  const hide = (name: string, match: string) => {
    chrome.permissions.remove({ origins: [match] }).then(
      () => setSays(`Tandem no longer stands in ${name}.`),
      () => setSays('The browser did not take the permission back. Remove it in the browser’s extension settings.'),
    )
  }
  const [copied, setCopied] = useState<string | null>(null)
  const report = async (name: string, match: string) => {
    const found = await structureAt(match)
    setCopied(found)
    if (found === null)
      return setSays(`No page of ${name} is open, or it was open before Tandem came. Open or reload one.`)
    setSays(
      await navigator.clipboard.writeText(found).then(
        () => 'Copied. It holds tags, classes and counts; no text, no address and no name. Read it below.',
        () => 'The browser did not copy it. It stands below.',
      ),
    )
  }
  return (
    <section aria-label="Training logs">
      <h2>Your training logs</h2>
      <p>
        Tandem reads only pages you have open yourself, to know where to draw. It writes nothing there, clicks nothing,
        and sends nothing of what it reads anywhere.
      </p>
      {hosts.map(({ name, match, site }) => (
        <div key={match} class="site">
          <h3>{name}</h3>
          <p class="soft">
            Reads {site.reads}. Shows {site.shows}.
          </p>
          {granted.has(match) ? (
            <p class="row">
              <button type="button" onClick={() => hide(name, match)}>
                Stop showing in {name}
              </button>
              <button type="button" onClick={() => void report(name, match)}>
                Copy structure report<span class="only-heard"> of {name}</span>
              </button>
            </p>
          ) : (
            <button type="button" class="first" onClick={() => show(name, match)}>
              Show in {name}
            </button>
          )}
        </div>
      ))}
      {says !== null && <p role="status">{says}</p>}
      {copied !== null && (
        <details>
          <summary>The structure report</summary>
          <textarea class="report" aria-label="The structure report" readOnly rows={12} value={copied} />
        </details>
      )}
      <p class="faint">
        Tandem is not affiliated with any of these sites. Their names belong to their owners and are used here only to
        say where Tandem can stand.
      </p>
    </section>
  )
}
