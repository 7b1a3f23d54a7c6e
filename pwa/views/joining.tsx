/** Answering an invitation: who asks, under which name, and six words to compare by voice. */
import { useState } from 'preact/hooks'
import type { Space } from '../../core/peer/api.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { roleWord } from '../parts/role-words.ts'
import { saveFile } from '../parts/save-file.ts'
import type { App } from '../state/app.ts'
import s from './first-run.module.css'
import { FormFoot } from './form-foot.tsx'

type JoiningProps = {
  readonly app: App
  readonly invitation: string
  readonly onDone: () => void
  readonly onLeave: () => void
}

export const Joining = ({ app, invitation, onDone, onLeave }: JoiningProps) => {
  const told = app.readInvitation(invitation)
  const known = app.device.value?.person.name ?? ''
  const [name, setName] = useState(known)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    const wrong = await app.begin.join(invitation, name.trim())
    setBusy(false)
    if (wrong === null) onDone()
    else setFault(wrong)
  }
  if (told === null)
    return (
      <div class={s.waiting}>
        <h1>This is no invitation</h1>
        <p>The link may have been cut when it was copied. Ask for it again, and copy it whole.</p>
        <div class={s.row}>
          <Button onClick={onLeave}>Back</Button>
        </div>
      </div>
    )
  return (
    <form class={s.form} onSubmit={event => void submit(event)}>
      <h1>
        {told.role === 'own-device'
          ? 'Add this device to yours'
          : `${told.from || 'Somebody'} invites you as ${roleWord(told.role)}`}
      </h1>
      <p class="soft">
        {told.role === 'own-device'
          ? 'This device becomes one more of yours: it holds the same plans and may do the same.'
          : 'You ask to join; the person who sent the link compares six words with you and says yes. Nothing is shared before that. The name above is what the link says; the six words are the proof.'}
      </p>
      <Field label="Your name" hint="They see it when you ask.">
        <input
          required
          maxLength={100}
          autocomplete="name"
          value={name}
          onInput={event => setName(event.currentTarget.value)}
        />
      </Field>
      <FormFoot fault={fault} busy={busy} go="Ask to join" back="Not now" onBack={onLeave} />
    </form>
  )
}

/** Six words of this device, in the order they are read out. */
export const FingerprintWords = ({ words }: { readonly words: string }) => (
  <ol class={s.words} aria-label="Six words of this device">
    {words.split(/[\s-]+/).map(word => (
      <li key={word}>{word}</li>
    ))}
  </ol>
)

export const Waiting = ({ app, space }: { readonly app: App; readonly space: Space }) => {
  const [fault, setFault] = useState<string | null>(null)
  const leave = async () => setFault(await app.begin.forget(space.id))
  const saveRequest = async () => {
    const file = await app.parcels.pack(space.id, null)
    if (file === null) return
    saveFile(file.name, 'application/vnd.tandem.parcel', file.bytes)
    app.say('Send it to the person who invited you; drop the file they send back on this page.')
  }
  const others = app.athletes.value.filter(
    ({ membership, myRoles }) => membership === 'member' && !myRoles.includes('relay'),
  )
  return (
    <div class={s.waiting}>
      {space.membership === 'member' ? (
        <>
          <h1>This device carries</h1>
          <p>
            It is a relay: it keeps the sealed changes of{' '}
            {space.members
              .filter(({ roles }) => !roles.includes('relay'))
              .map(({ name }) => name || 'somebody')
              .join(', ')}{' '}
            and passes them on to whoever comes later. It has no key to any of them, so there is nothing to read here.
            Leave it on and this page open.
          </p>
          <p class={s.pulse} role="status">
            <Icon name={space.status.link === 'connected' ? 'sync' : 'clock'} />
            {space.status.link === 'connected' ? 'Somebody is connected.' : 'Nobody is connected now.'}
          </p>
        </>
      ) : space.membership === 'refused' ? (
        <>
          <h1>They said no</h1>
          <p>The invitation was refused or taken back. Nothing was shared with this device.</p>
        </>
      ) : space.membership === 'removed' ? (
        <>
          <h1>You no longer take part</h1>
          <p>
            Whoever keeps the member list took this device out. What it holds stays here until you remove it; nothing
            new comes, and nothing you write here reaches the others. If that is a mistake, ask them for an invitation
            and answer it from another device.
          </p>
        </>
      ) : (
        <>
          <h1>Waiting for a yes</h1>
          <p>Read these six words to the person who invited you. They should see the same ones beside your name.</p>
          <FingerprintWords words={app.fingerprint.value} />
          <p class={s.pulse} role="status">
            <Icon name={space.status.link === 'connected' ? 'sync' : 'clock'} />
            {space.status.link === 'connected'
              ? 'Their device is here. The request is with them.'
              : 'Looking for their device. It needs to be open for you to find each other.'}
          </p>
          <p class="soft">
            Never online together? Send your request as a file; what they send back can be dropped here.
          </p>
        </>
      )}
      {fault !== null && (
        <p class={s.fault} role="alert">
          {fault}
        </p>
      )}
      <div class={s.row}>
        {space.membership === 'waiting' && (
          <Button onClick={() => void saveRequest()}>
            <Icon name="download" /> Save the request as a file
          </Button>
        )}
        {others.length > 0 && <Button onClick={() => app.lookAt(others[0]!.space)}>To {others[0]!.name}</Button>}
        <Button variant="danger" onClick={() => void leave()}>
          {space.membership === 'waiting' ? 'Stop asking' : 'Remove it here'}
        </Button>
      </div>
    </div>
  )
}
