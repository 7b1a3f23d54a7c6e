/** What each role may write and sign, and in which roles a member acts. */
import type { Roster, RosterMember } from '../model/member.ts'
import type { MemberRole } from '../model/statement.ts'
import type { DocName } from './api.ts'

/**
 * The roles a person decides and writes in. An owner who is the athlete of a coach keeps the member list, not the
 * training: that is what they asked a coach for.
 */
export const inForce = (roles: readonly MemberRole[]): readonly MemberRole[] =>
  roles.includes('athlete') && !roles.includes('coach') ? roles.filter(role => role !== 'owner') : roles

const writers: { readonly [name in DocName]: readonly MemberRole[] } = {
  plan: ['owner', 'coach'],
  playbook: ['owner', 'coach'],
  athlete: ['athlete'],
  desk: ['owner', 'coach', 'assistant'],
  private: ['owner', 'coach', 'athlete'],
  club: ['owner', 'coach'],
  statements: ['owner', 'coach', 'assistant', 'athlete'],
}

/** Whether these roles may write a document. A coach standing in for the athlete holds the athlete's role meanwhile. */
export const mayWrite = (doc: DocName, roles: readonly MemberRole[]): boolean => {
  const may = writers[doc]
  // Why not in force: an owner who is the athlete writes no plan, and what they sign counts as the athlete's.
  return (doc === 'statements' ? roles : inForce(roles)).some(role => may.includes(role))
}

/**
 * The roles in which a member takes part: a head coach is a coach too, and a coach who is not assigned drafts as an
 * assistant does.
 */
export const actingAs = ({ assigned }: Roster, { person, roles }: RosterMember): readonly MemberRole[] => {
  if (roles.includes('head-coach')) return [...new Set<MemberRole>([...roles, 'coach'])]
  if (assigned === undefined || assigned.includes(person)) return roles
  return [...new Set(roles.map(role => (role === 'coach' ? 'assistant' : role)))].filter(role => role !== 'owner')
}

/** Whether somebody with these roles writes the playbook: where there is a head coach, it is theirs alone. */
export const leadsPlaybook = (roles: readonly MemberRole[], hasHead: boolean): boolean =>
  hasHead ? roles.includes('head-coach') : mayWrite('playbook', roles)

/** Whether these roles may sign a statement in that role. */
export const maySignAs = (role: MemberRole, roles: readonly MemberRole[]): boolean => inForce(roles).includes(role)
