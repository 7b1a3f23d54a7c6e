/** What is next on the plan, in a few words. */

import { sayDay } from '../../model/say-day.ts'
import type { Context } from '../../signals/basis/context.ts'

export const sayNext = (context: Context): string => {
  const next = context.sessions.find(
    ({ id, day, purpose }) => day >= context.day && purpose !== 'rest' && context.matches.get(id)?.state === 'upcoming',
  )
  return next
    ? `Next: ${next.title} on ${sayDay(next.day)}${next.key ? ', a key session' : ''}.`
    : 'Next: nothing is planned.'
}
