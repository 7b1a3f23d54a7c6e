/** The side panel: today and the next thing, beside any page. */
import '../../pwa/styles/tokens.css'
import '../../pwa/styles/base.css'
import './own-page.css'
import { render } from 'preact'
import type { ExtensionState } from '../messages.ts'
import { AthleteToday, CoachInbox } from './today.tsx'
import { useDeviceState } from './use-state.ts'

const linkWords = {
  off: 'working offline',
  searching: 'looking for your coach’s device',
  connected: 'connected',
} as const

const Links = ({ state }: { readonly state: ExtensionState }) => (
  <section aria-label="State">
    {state.spaces.map(space => (
      <p key={space.id} class="soft">
        {space.athlete || 'Your athlete'}: {space.membership === 'member' ? linkWords[space.link] : space.membership}
        {!space.saved && <span class="bad"> · not saved: {space.notSavedWhy}</span>}
        {space.held > 0 && <span class="bad"> · {space.held} held back: not verified</span>}
      </p>
    ))}
    <p>
      <button type="button" onClick={() => void chrome.runtime.openOptionsPage()}>
        Settings and sites
      </button>
    </p>
  </section>
)

const Panel = () => {
  const { state, says, act } = useDeviceState()
  return (
    <>
      <h1>Tandem</h1>
      {says !== null && (
        <p class="bad" role="alert">
          {says}
        </p>
      )}
      {state === null && says === null && <p>Opening…</p>}
      {state !== null && state.spaces.length === 0 && (
        <section>
          <p>This browser is not paired yet. Paste your coach’s invitation in the settings, once.</p>
          <p>
            <button type="button" class="first" onClick={() => void chrome.runtime.openOptionsPage()}>
              Pair this browser
            </button>
          </p>
        </section>
      )}
      {state?.spaces
        .filter(({ membership }) => membership === 'member')
        .map(space =>
          space.as === 'coach' ? (
            <CoachInbox key={space.id} space={space} act={act} />
          ) : (
            <AthleteToday key={space.id} space={space} act={act} />
          ),
        )}
      {state !== null && state.spaces.length > 0 && <Links state={state} />}
    </>
  )
}

render(<Panel />, document.getElementById('panel')!)
