/** Whose words something is: by name, and as coach or athlete; taken from the document it stands in. */
import type { Comment } from '../../core/model/comment.ts'
import type { PersonId } from '../../core/model/ids.ts'
import type { Nameable } from '../../core/reports/said/mentions.ts'
import type { Said } from '../../core/reports/said/said.ts'
import type { Looking } from './app.ts'

type Side = Said['side']

/** In which document a comment stands; each side can write only its own. */
export const sideOf = ({ content }: Looking, comment: Comment): 'coach' | 'athlete' =>
  content.comments.includes(comment) ? 'athlete' : 'coach'

/** The people here who can be named in a comment. */
export const nameable = ({ space }: Looking): readonly Nameable[] =>
  space.members.filter(({ roles }) => !roles.every(role => role === 'relay'))

/** `You`, a member's name, or what they are; a name only where its holder may speak on that side. */
export const whoSaid = (looking: Looking, me: string | undefined, side: Side, by: PersonId | null): string => {
  if (side === 'rule') return 'Rule'
  const athlete = looking.content.profile.name || 'Athlete'
  // Why: what carries no name is the athlete's, also where a coach holds the role of one without a device.
  if (by === null)
    return side === 'coach' ? 'A coach' : looking.as === 'athlete' || looking.selfCoached ? 'You' : athlete
  const { members } = looking.space
  const isOf = ({ roles }: Nameable) =>
    side === 'athlete' ? roles.includes('athlete') : roles.some(role => role !== 'athlete')
  const found = members.find(({ person }) => person === by)
  if (found === undefined) return side === 'athlete' ? athlete : 'A coach'
  if (!isOf(found)) return 'Somebody'
  return found.person === me ? 'You' : found.name
}
