/** Giving a member another role, and saying which coaches decide for the athlete. */
import { err, ok, type Result } from '../lib/result.ts'
import type { PersonId } from '../model/ids.ts'
import { type GivenRole, givenRoles, type MemberChange, type Roster, type RosterMember } from '../model/member.ts'
import type { PairingError } from './api.ts'
import { bodyOf } from './envelope.ts'
import type { Ledger } from './ledger.ts'
import { rosterOf } from './next-roster.ts'

const no = (says: string): Result<never, PairingError> => err({ type: 'NotAllowed', says })
const isGiven = (role: string): role is GivenRole => (givenRoles as readonly string[]).includes(role)
const coaches = ({ members }: Pick<Roster, 'members'>, role: GivenRole = 'coach') =>
  members.filter(({ roles }) => roles.includes(role)).map(({ person }) => person)

const withRole = (member: RosterMember, role: GivenRole): RosterMember => ({
  ...member,
  roles: [...member.roles.filter(one => !isGiven(one)), role],
})

/** The coaches who decide after a change; undefined where all do. */
const assignedAfter = (roster: Roster, person: PersonId, decides: boolean): PersonId[] | undefined => {
  const all = coaches(roster)
  const before = (roster.assigned ?? all).filter(one => all.includes(one) && one !== person)
  const now = decides ? [...before, person] : before
  return now.length === all.length ? undefined : now
}

/** Signs the next member list with one member changed. Call within `ledger.write`; `at` in minutes since 1970-01-01 UTC. */
export const changeMember = async (
  ledger: Ledger,
  person: PersonId,
  change: MemberChange,
  at: number,
): Promise<Result<null, PairingError>> => {
  const { members, me, isMember } = ledger
  const roster = members.latest
  const member = roster?.members.find(one => one.person === person)
  if (!isMember || members.owner !== me.id) return no('only the device that keeps the member list changes roles')
  if (roster === undefined || member === undefined) return no('this person is not in the list any more')
  const isCoach = member.roles.includes('coach') || member.roles.includes('head-coach')
  if ('role' in change && !member.roles.some(isGiven)) return no('this role comes with the invitation')
  if ('decides' in change && !member.roles.includes('coach')) return no('only a coach decides')
  const staysCoach = 'role' in change && (change.role === 'coach' || change.role === 'head-coach')
  if (member.roles.includes('owner') && !staysCoach) return no('who keeps the member list decides')
  const { assigned: _, ...rest } = rosterOf(
    roster,
    roster.members.map(one => (one === member && 'role' in change ? withRole(one, change.role) : one)),
    [],
    at,
  )
  // Why: a coach who becomes something else decides no more; one who becomes a coach decides unless others were named.
  const assigned = 'decides' in change ? assignedAfter(roster, person, change.decides) : roster.assigned
  const stays = assigned?.filter(one => coaches(rest).includes(one))
  const next: Roster = stays === undefined ? rest : { ...rest, assigned: stays }
  const left = coaches(next).filter(one => next.assigned?.includes(one) ?? true)
  if (isCoach && left.length + coaches(next, 'head-coach').length === 0)
    return no('somebody has to decide: name another coach first')
  const written = await ledger.enter([{ kind: 'roster', doc: '-', body: bodyOf(next) }])
  if (!written.ok) return err({ type: 'NotSaved', why: written.why })
  const fault = members.add(next, me.id)
  return fault === undefined ? ok(null) : no(fault)
}
