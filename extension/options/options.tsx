/** The extension's settings on a page of their own: pairing, training logs, and where devices meet. */
import '../../pwa/styles/tokens.css'
import '../../pwa/styles/base.css'
import '../panel/own-page.css'
import { render } from 'preact'
import { useState } from 'preact/hooks'
import type { ExtensionState, Request } from '../messages.ts'
import { useDeviceState } from '../panel/use-state.ts'
import { OwnApp } from './own-app.tsx'
import { Pairing } from './pairing.tsx'
import { ReminderForm } from './reminder-form.tsx'
import { SiteList } from './site-list.tsx'

const Meeting = (props: { readonly state: ExtensionState; readonly act: (request: Request) => Promise<boolean> }) => {
  const { state, act } = props
  const [typed, setTyped] = useState(state.rendezvous.join('\n'))
  const [kept, setKept] = useState(false)
  const keep = (event: Event) => {
    event.preventDefault()
    void act({ type: 'rendezvous', addresses: typed }).then(setKept)
  }
  return (
    <section aria-label="Where devices meet">
      <h2>Where devices meet</h2>
      <p>
        {state.rendezvous.length === 0
          ? 'No address is set, so nothing is contacted. An invitation brings its own.'
          : 'Devices find each other at this address. It sees that two devices meet, never what they say.'}
      </p>
      <form onSubmit={keep}>
        <label>
          Rendezvous address
          <textarea
            name="rendezvous"
            rows={2}
            spellcheck={false}
            placeholder="wss://meet.example.org"
            value={typed}
            onInput={event => {
              setTyped(event.currentTarget.value)
              setKept(false)
            }}
          />
        </label>
        <button type="submit">Keep</button>
        {kept && <p role="status">Kept.</p>}
      </form>
    </section>
  )
}

const Options = () => {
  const { state, says, act } = useDeviceState()
  return (
    <>
      <h1>Tandem in your training log</h1>
      {says !== null && (
        <p class="bad" role="alert">
          {says}
        </p>
      )}
      {state === null ? says === null && <p>Opening…</p> : <Pairing key={state.name} state={state} act={act} />}
      <SiteList />
      <OwnApp />
      <ReminderForm />
      {state !== null && <Meeting state={state} act={act} />}
    </>
  )
}

render(<Options />, document.getElementById('options')!)
