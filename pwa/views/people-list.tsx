/** One person of the member list with their devices, and what can be done about each. */
import type { Member, Space } from '../../core/peer/api.ts'
import { Button } from '../parts/button.tsx'
import { formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { roleWord } from '../parts/role-words.ts'
import type { App } from '../state/app.ts'
import { MemberRole } from './member-role.tsx'
import s from './people.module.css'
import type { Leaving } from './removing.tsx'

type PersonProps = {
  readonly app: App
  readonly member: Member
  readonly here: boolean
  readonly mine: string
  /** A coach whose athlete has no device yet holds the athlete's role meanwhile. */
  readonly standsIn: boolean
  readonly space: Space
  readonly onRemove: (leaving: Leaving) => void
}

/** Whether this device can take that one out: it keeps the member list, or takes the list over by it. */
const canRemove = (space: Space, id: string, mine: string): boolean =>
  id !== mine && (space.keeps === 'yes' || (space.keeps === 'could' && id === space.owner))

/** In which roles: a head coach is a coach too, and a coach who is not named for this athlete says so. */
const sayRoles = ({ roles, isUnassigned }: Member): string =>
  isUnassigned
    ? 'coach, drafts here and does not decide'
    : roles
        .filter(role => role !== 'coach' || !roles.includes('head-coach'))
        .map(roleWord)
        .join(', ')

export const Person = ({ app, member, here, mine, standsIn, space, onRemove }: PersonProps) => (
  <li class={s.person}>
    <div class={s.top}>
      <Icon name={member.roles.includes('relay') ? 'sync' : member.roles.includes('athlete') ? 'athlete' : 'coach'} />
      <strong>{member.name || 'No name yet'}</strong>
      {member.devices.some(({ id }) => id === mine) && <span class="faint">you</span>}
      {here && <span class={s.here}>here now</span>}
      <span class={s.roles}>{sayRoles(member)}</span>
      {standsIn && <span class="faint">stands in for the athlete until they join</span>}
      {member.devices.every(({ id }) => canRemove(space, id, mine)) && (
        <Button
          small
          variant="danger"
          aria-label={`Remove ${member.name}…`}
          onClick={() => onRemove({ member, devices: [...member.devices, ...member.files] })}
        >
          Remove…
        </Button>
      )}
    </div>
    {member.roles.includes('relay') && (
      <div class={s.role}>
        <p class="faint">Carries the changes of everybody here. It has no key to any of them.</p>
      </div>
    )}
    {space.keeps === 'yes' && <MemberRole app={app} space={space} member={member} />}
    <ul class={s.devices}>
      {member.devices.map(({ id, fingerprint, since }) => (
        <li key={id}>
          <span class={s.print}>{fingerprint}</span>
          <span class="faint">
            since {formatMoment(since)}
            {id === mine && ' · this device'}
            {id === space.owner && ' · keeps this list'}
          </span>
          {member.devices.length + member.files.length > 1 && canRemove(space, id, mine) && (
            <Button
              small
              variant="plain"
              aria-label={`Remove the device ${fingerprint}…`}
              onClick={() => onRemove({ member, devices: member.devices.filter(device => device.id === id) })}
            >
              Lost or stolen? Remove it…
            </Button>
          )}
        </li>
      ))}
      {member.files.map(file => (
        <li key={file.id}>
          <span class={s.print}>
            <Icon name="lock" /> recovery file
          </span>
          <span class="faint">made {formatMoment(file.since)}</span>
          {canRemove(space, file.id, mine) && space.keeps === 'yes' && (
            <Button
              small
              variant="plain"
              aria-label={`Make the recovery file of ${formatMoment(file.since)} worthless…`}
              onClick={() => onRemove({ member, devices: [file] })}
            >
              Lost? Make it worthless…
            </Button>
          )}
        </li>
      ))}
    </ul>
  </li>
)

/** Who lets people in and out, for those who do not. */
export const Keeper = ({ space }: { readonly space: Space }) => {
  const keeper = space.members.find(({ devices }) => devices.some(({ id }) => id === space.owner))
  return (
    <p class="faint">
      {keeper?.name || 'The owner'} lets people in and out. Is a device of yours lost or stolen? Tell them which, by its
      six words, and they remove it.
    </p>
  )
}
