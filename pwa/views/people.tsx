/** Who takes part in this athlete's training: roles, devices, invitations, and those who wait for a yes. */
import { useState } from 'preact/hooks'
import type { Member, Space } from '../../core/peer/api.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { formatCount, formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { roleSays, roleWord } from '../parts/role-words.ts'
import type { App, View } from '../state/app.ts'
import { sayPairing } from '../state/pairing-words.ts'
import { Inviting } from './inviting.tsx'
import s from './people.module.css'

type Given = { readonly app: App; readonly space: Space }

const Words = ({ words }: { readonly words: string }) => (
  <ol class={s.words} aria-label="Six words of the device">
    {words.split(/[\s-]+/).map((word, i) => (
      <li key={i}>{word}</li>
    ))}
  </ol>
)

/** Somebody asks to come in: nothing is shared before the six words were compared. */
const Requests = ({ app, space }: Given) => {
  const [busy, setBusy] = useState(false)
  const decide = async (what: () => Promise<string | null>, says: string) => {
    setBusy(true)
    const wrong = await what()
    setBusy(false)
    app.say(wrong ?? says, wrong !== null)
  }
  return (
    <section class={s.requests} aria-label="Waiting for your yes">
      {space.requests.map(({ id, name, role, fingerprint }) => (
        <article key={id} class={s.request}>
          <h2>
            {name || 'Somebody'} asks to join as {roleWord(role)}
          </h2>
          <p>
            Ask them to read their six words to you. Only if they are these, in this order, it is really their device.
          </p>
          <Words words={fingerprint} />
          <div class={s.row}>
            <Button
              variant="primary"
              disabled={busy}
              onClick={() =>
                void decide(
                  async () => {
                    const accepted = await space.accept(id)
                    return accepted.ok ? null : sayPairing(accepted.error)
                  },
                  `${name || 'They'} can now take part as ${roleWord(role)}.`,
                )
              }
            >
              <Icon name="check" /> The words match: accept
            </Button>
            <Button
              disabled={busy}
              onClick={() =>
                void decide(async () => {
                  await space.refuse(id)
                  return null
                }, 'Refused. Nothing was shared.')
              }
            >
              Refuse
            </Button>
          </div>
        </article>
      ))}
    </section>
  )
}

type PersonProps = {
  readonly member: Member
  readonly here: boolean
  readonly mine: string
  /** A coach whose athlete has no device yet holds the athlete's role meanwhile. */
  readonly standsIn: boolean
}

const Person = ({ member, here, mine, standsIn }: PersonProps) => (
  <li class={s.person}>
    <div class={s.top}>
      <Icon name={member.roles.includes('athlete') ? 'athlete' : 'coach'} />
      <strong>{member.name || 'No name yet'}</strong>
      {member.devices.some(({ id }) => id === mine) && <span class="faint">you</span>}
      {here && <span class={s.here}>here now</span>}
      <span class={s.roles}>{member.roles.map(roleWord).join(', ')}</span>
      {standsIn && <span class="faint">stands in for the athlete until they join</span>}
    </div>
    <ul class={s.devices}>
      {member.devices.map(({ id, fingerprint, since }) => (
        <li key={id}>
          <span class={s.print}>{fingerprint}</span>
          <span class="faint">
            since {formatMoment(since)}
            {id === mine && ' · this device'}
          </span>
        </li>
      ))}
    </ul>
  </li>
)

const Invites = ({ app, space }: Given) => {
  if (space.invites.length === 0) return null
  return (
    <section aria-labelledby="open-invites">
      <h2 id="open-invites">Open invitations</h2>
      <ul class={s.list}>
        {space.invites.map(invite => (
          <li key={invite.id} class={s.invite}>
            <Icon name="clock" />
            <span>
              As {roleWord(invite.role)}, until {formatMoment(invite.expiresAt / 60_000)}
            </span>
            <Button
              small
              variant="danger"
              onClick={() => void space.revoke(invite.id).then(() => app.say('The invitation no longer works.'))}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Inside = ({ app, space }: Given) => {
  const [inviting, setInviting] = useState(false)
  const [pasting, setPasting] = useState(false)
  const here = new Set(space.presence.map(({ person }) => person))
  const mayInvite = space.myRoles.includes('owner')
  const mine = app.device.value?.id ?? ''
  const selfCoached = app.looking.value?.selfCoached ?? false
  return (
    <div class={s.page}>
      <header class={s.head}>
        <h1>People</h1>
        <Button variant="primary" onClick={() => setInviting(true)}>
          <Icon name="plus" /> Invite
        </Button>
        <Button onClick={() => setPasting(true)}>Answer an invitation</Button>
      </header>
      {space.requests.length > 0 && <Requests app={app} space={space} />}
      <section aria-labelledby="members">
        <h2 id="members">{formatCount(space.members.length, 'person', 'people')}</h2>
        <ul class={s.list}>
          {space.members.map(member => (
            <Person
              key={member.person}
              member={member}
              here={here.has(member.person)}
              mine={mine}
              standsIn={!selfCoached && member.roles.includes('athlete') && member.roles.includes('coach')}
            />
          ))}
        </ul>
      </section>
      <Invites app={app} space={space} />
      <section aria-labelledby="roles">
        <h2 id="roles">What each may do</h2>
        <dl class={s.may}>
          {(['coach', 'assistant', 'athlete', 'viewer', 'owner'] as const).map(role => (
            <div key={role}>
              <dt>{roleWord(role)}</dt>
              <dd>{roleSays[role]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Dialog open={inviting} title="Invite" onClose={() => setInviting(false)}>
        <Inviting app={app} space={space} mayInvite={mayInvite} />
      </Dialog>
      <Dialog open={pasting} title="Answer an invitation" onClose={() => setPasting(false)}>
        <form
          class={s.form}
          onSubmit={event => {
            event.preventDefault()
            const link = String(new FormData(event.currentTarget).get('link') ?? '').trim()
            setPasting(false)
            app.openInvitation(link)
          }}
        >
          <label>
            <span>Invitation link</span>
            <input name="link" required autocomplete="off" />
          </label>
          <Button variant="primary" type="submit">
            Continue
          </Button>
        </form>
      </Dialog>
    </div>
  )
}

const People = ({ app }: { readonly app: App }) => {
  const looking = app.looking.value
  return looking && <Inside app={app} space={looking.space} />
}

export const view: View = {
  id: 'people',
  path: '/people',
  title: 'People',
  icon: 'people',
  for: ['coach', 'athlete'],
  inNavigation: true,
  Component: People,
}
