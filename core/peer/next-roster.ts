/** The next version of a member list: one person more, or other members and the boxes for them. */
import type { Roster, RosterMember } from '../model/member.ts'
import type { MemberRole } from '../model/statement.ts'
import { rosterHash } from './roster.ts'

/** The next version of a member list, one person more. Whoever joins in the role the owner stood in for takes it over. */
export const withMember = (
  roster: Roster,
  member: RosterMember,
  lockbox: Roster['lockboxes'][number] | null,
  at: number,
): Roster => {
  const { standsIn } = roster
  const isCoach = member.roles.includes('head-coach')
  const takesOver = standsIn !== null && (member.roles.includes(standsIn) || (standsIn === 'coach' && isCoach))
  const lose = (roles: readonly MemberRole[]) => roles.filter(role => role !== roster.standsIn)
  const members = takesOver ? roster.members.map(one => ({ ...one, roles: lose(one.roles) })) : roster.members
  return {
    ...roster,
    version: roster.version + 1,
    prev: rosterHash(roster),
    standsIn: takesOver ? null : roster.standsIn,
    members: [...members, member],
    lockboxes: lockbox === null ? roster.lockboxes : [...roster.lockboxes, lockbox],
    at: Math.max(at, roster.at),
  }
}

/** The next version with these members instead, and boxes for some of them. */
export const rosterOf = (
  before: Roster,
  members: readonly RosterMember[],
  lockboxes: Roster['lockboxes'],
  at: number,
): Roster => ({
  ...before,
  version: before.version + 1,
  prev: rosterHash(before),
  members: [...members],
  lockboxes: [...before.lockboxes, ...lockboxes],
  at: Math.max(at, before.at),
})
