/** The side panel's door: who is paired sees the app itself beside the page, who is not is told what comes first. */
import '../../pwa/styles/tokens.css'
import '../../pwa/styles/base.css'
import './own-page.css'
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { useDeviceState } from './use-state.ts'

const appPage = '../app/app.html'

const Panel = () => {
  const { state, says } = useDeviceState()
  const paired = state !== null && state.spaces.length > 0
  useEffect(() => {
    // Why another page and not a part of this one: the app's look is its own.
    if (paired) location.replace(`${appPage}#/`)
  }, [paired])
  return (
    <>
      <h1>Tandem</h1>
      {says !== null && (
        <p class="bad" role="alert">
          {says}
        </p>
      )}
      {says === null && (state === null || paired) && <p>Opening…</p>}
      {state !== null && !paired && (
        <section>
          <p>
            This browser is not paired yet. Paste your coach’s invitation in the settings, once, or begin by yourself.
          </p>
          <p class="row">
            <button type="button" class="first" onClick={() => void chrome.runtime.openOptionsPage()}>
              Pair this browser
            </button>
            <button type="button" onClick={() => location.assign(`${appPage}#/`)}>
              Begin without a coach’s invitation
            </button>
          </p>
        </section>
      )}
    </>
  )
}

render(<Panel />, document.getElementById('panel')!)
