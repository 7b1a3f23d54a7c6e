/** How a person looks at an athlete's space: as the coach, as the athlete, or as both where they coach themselves. */
import type { MemberRole } from '../../core/model/statement.ts'
import type { Space } from '../../core/peer/api.ts'
import { leadsPlaybook } from '../../core/peer/roles.ts'

export type Standpoint = { readonly as: 'coach' | 'athlete'; readonly selfCoached: boolean }

/**
 * A person alone in a space holds both roles, whether they coach somebody who has no device yet or coach themselves;
 * whose training it is tells which: `athlete` is the name in the profile, `person` the reader's own.
 */
export const standpointOf = (roles: readonly MemberRole[], person: string, athlete: string): Standpoint => {
  const isAthlete = roles.includes('athlete')
  const isCoach = roles.includes('coach')
  if (isAthlete && isCoach) return { as: 'coach', selfCoached: person === athlete }
  if (isAthlete) return { as: 'athlete', selfCoached: false }
  return {
    as: isCoach || roles.includes('owner') || roles.includes('assistant') ? 'coach' : 'athlete',
    selfCoached: false,
  }
}

/** Whether this person decides as a coach in an athlete's space. */
export const isCoached = ({ membership, myRoles }: Pick<Space, 'membership' | 'myRoles'>): boolean =>
  membership === 'member' && (myRoles.includes('coach') || (myRoles.includes('owner') && !myRoles.includes('athlete')))

/** Whether this person may sign the playbook of an athlete's space: where there is a head coach, only they. */
export const mayLead = (space: Pick<Space, 'membership' | 'myRoles' | 'members'>): boolean =>
  isCoached(space) &&
  leadsPlaybook(
    space.myRoles,
    space.members.some(({ roles }) => roles.includes('head-coach')),
  )
