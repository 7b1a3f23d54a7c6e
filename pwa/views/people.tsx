/** Who takes part in this athlete's training: roles, devices, invitations, and those who wait for a yes. */
import { useState } from 'preact/hooks'
import type { Space } from '../../core/peer/api.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { formatCount, formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { roleSays, roleWord } from '../parts/role-words.ts'
import type { App, View } from '../state/app.ts'
import { Inviting } from './inviting.tsx'
import { Board, Private } from './pages.tsx'
import s from './people.module.css'
import { Keeper, Person } from './people-list.tsx'
import { Requests } from './people-requests.tsx'
import { Former, type Leaving, Removing } from './removing.tsx'
import { Seasons } from './seasons.tsx'

type Given = { readonly app: App; readonly space: Space }

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
              onClick={() =>
                void space.revoke(invite.id).then(() => {
                  app.say('The invitation no longer works.')
                  // Why: the pressed button goes with its invitation.
                  document.getElementById('members')?.focus()
                })
              }
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
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const here = new Set(space.presence.map(({ person }) => person))
  const mayInvite = space.myRoles.includes('owner')
  const mine = app.device.value?.id ?? ''
  const looking = app.looking.value
  const selfCoached = looking?.selfCoached ?? false
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
        <h2 id="members" tabIndex={-1}>
          {formatCount(space.members.length, 'person', 'people')}
        </h2>
        <ul class={s.list}>
          {space.members.map(member => (
            <Person
              key={member.person}
              app={app}
              member={member}
              here={here.has(member.person)}
              mine={mine}
              space={space}
              onRemove={setLeaving}
              standsIn={!selfCoached && member.roles.includes('athlete') && member.roles.includes('coach')}
            />
          ))}
        </ul>
      </section>
      {looking && <Private app={app} looking={looking} />}
      {looking && <Board app={app} looking={looking} />}
      <Invites app={app} space={space} />
      <Former removed={space.removed} />
      {space.keeps === 'no' && <Keeper space={space} />}
      <Seasons app={app} space={space} />
      <section aria-labelledby="roles">
        <h2 id="roles">What each may do</h2>
        <dl class={s.may}>
          {(['head-coach', 'coach', 'assistant', 'athlete', 'viewer', 'relay', 'owner'] as const).map(role => (
            <div key={role}>
              <dt>{roleWord(role)}</dt>
              <dd>{roleSays[role]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Removing app={app} space={space} leaving={leaving} onClose={() => setLeaving(null)} />
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
