/** Giving somebody another role, and naming the coaches who decide: on the device that keeps the member list. */

import { type GivenRole, givenRoles, type MemberChange } from '../../core/model/member.ts'
import type { Member, Space } from '../../core/peer/api.ts'
import { roleSays, roleWord } from '../parts/role-words.ts'
import type { App } from '../state/app.ts'
import { sayPairing } from '../state/pairing-words.ts'
import s from './people.module.css'

type Given = { readonly app: App; readonly space: Space; readonly member: Member }

/** The role that can be exchanged; undefined where theirs came with the invitation. */
const roleOf = ({ roles, isUnassigned }: Member): GivenRole | undefined =>
  isUnassigned ? 'coach' : givenRoles.find(role => roles.includes(role))

export const MemberRole = ({ app, space, member }: Given) => {
  const role = roleOf(member)
  if (role === undefined) return null
  const coaches = space.members.filter(one => roleOf(one) === 'coach' || roleOf(one) === 'head-coach')
  const change = async (what: MemberChange, done: string) => {
    const changed = await space.changeMember(member.person, what)
    app.say(changed.ok ? done : sayPairing(changed.error), !changed.ok)
  }
  // Why: who keeps the list decides, as a coach or as the head coach.
  const keeps = member.roles.includes('owner')
  const name = member.name || 'This person'
  return (
    <div class={s.role}>
      <label>
        <span class="faint">Role</span>
        <select
          aria-label={`Role of ${name}`}
          value={role}
          onChange={event => {
            const chosen = givenRoles.find(one => one === event.currentTarget.value) ?? role
            // Why: where the change is refused, the list is drawn as it was.
            event.currentTarget.value = role
            void change({ role: chosen }, `${name} is ${roleWord(chosen)} now. ${roleSays[chosen]}`)
          }}
        >
          {givenRoles
            .filter(one => !keeps || one === 'coach' || one === 'head-coach')
            .map(one => (
              <option key={one} value={one}>
                {roleWord(one)}
              </option>
            ))}
        </select>
      </label>
      {role === 'coach' && !keeps && coaches.length > 1 && (
        <label>
          <input
            type="checkbox"
            checked={!member.isUnassigned}
            onChange={event => {
              const decides = event.currentTarget.checked
              event.currentTarget.checked = !member.isUnassigned
              void change(
                { decides },
                decides ? `${name} decides for this athlete.` : `${name} drafts here, and the other coaches decide.`,
              )
            }}
          />
          <span>Decides for this athlete</span>
        </label>
      )}
      <p class="faint">{member.isUnassigned ? roleSays.assistant : roleSays[role]}</p>
    </div>
  )
}
