/** Pairing this browser: the invitation in, six words to compare, then who is in it. */
import { useState } from 'preact/hooks'
import type { ExtensionState, Request, SpaceState } from '../messages.ts'

type Act = (request: Request) => Promise<boolean>

const Waiting = ({ space, fingerprint }: { readonly space: SpaceState; readonly fingerprint: string }) =>
  space.membership === 'refused' ? (
    <p class="bad">The invitation was not accepted. Ask your coach for a new one.</p>
  ) : space.membership === 'removed' ? (
    <p class="bad">This browser was taken out of the space. What it holds stays here until you remove it.</p>
  ) : (
    <>
      <p>Waiting for a yes from the other side. These words must be the same on both screens:</p>
      <p class="words">{fingerprint}</p>
      <p class="soft">Read them to each other by phone or in person. Keep this browser open meanwhile.</p>
    </>
  )

const Members = ({ space }: { readonly space: SpaceState }) => (
  <ul>
    {space.members.map(member => (
      <li key={`${member.name} ${member.fingerprints.join()}`}>
        <strong>{member.name}</strong>
        {member.mine ? ' (you)' : ''}, {member.roles.join(', ')}
        {member.fingerprints.map(words => (
          <p key={words} class="faint">
            {words}
          </p>
        ))}
      </li>
    ))}
  </ul>
)

const SpacePart = (props: { readonly space: SpaceState; readonly fingerprint: string; readonly act: Act }) => {
  const { space, fingerprint, act } = props
  const [sure, setSure] = useState(false)
  return (
    <section aria-label={`Paired: ${space.athlete}`}>
      <h2>{space.athlete || 'Your plan'}</h2>
      {space.membership === 'member' ? <Members space={space} /> : <Waiting space={space} fingerprint={fingerprint} />}
      <p class="row">
        {sure ? (
          <>
            <button type="button" onClick={() => void act({ type: 'forget', space: space.id })}>
              Yes, remove it from this browser
            </button>
            <button type="button" onClick={() => setSure(false)}>
              Keep it
            </button>
          </>
        ) : (
          <button type="button" onClick={() => setSure(true)}>
            Remove from this browser
          </button>
        )}
      </p>
    </section>
  )
}

export const Pairing = ({ state, act }: { readonly state: ExtensionState; readonly act: Act }) => {
  const [link, setLink] = useState('')
  const [name, setName] = useState(state.name)
  const [busy, setBusy] = useState(false)
  const join = (event: Event) => {
    event.preventDefault()
    setBusy(true)
    void act({ type: 'join', link: link.trim(), name: name.trim() }).then(done => {
      setBusy(false)
      if (done) setLink('')
    })
  }
  return (
    <>
      {state.spaces.map(space => (
        <SpacePart key={space.id} space={space} fingerprint={state.fingerprint} act={act} />
      ))}
      <section aria-label="Pair this browser">
        <h2>{state.spaces.length === 0 ? 'Pair this browser' : 'Open another invitation'}</h2>
        <p>Your coach, or your own app on another device, gives you a link that begins an invitation.</p>
        <form onSubmit={join}>
          <label>
            Invitation link
            <input
              name="link"
              required
              autocomplete="off"
              spellcheck={false}
              value={link}
              onInput={event => setLink(event.currentTarget.value)}
            />
          </label>
          <label>
            Your name
            <input
              name="name"
              required
              maxLength={100}
              autocomplete="name"
              value={name}
              onInput={event => setName(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="first" disabled={busy}>
            Join
          </button>
        </form>
      </section>
    </>
  )
}
