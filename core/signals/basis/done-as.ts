/** The activity that a planned session was done as. */
import { remembered } from '../../lib/remembered.ts'
import type { Activity } from '../../model/activity.ts'
import type { ActivityId } from '../../model/ids.ts'
import type { Session } from '../../model/session.ts'
import type { Context } from './context.ts'

const byIdBefore = remembered<ReadonlyMap<ActivityId, Activity>>()

/** Undefined where the session is not done, or done without a recording. */
export const doneAs = ({ matches, history }: Context, { id }: Pick<Session, 'id'>): Activity | undefined => {
  const done = matches.get(id)?.activity
  if (!done) return undefined
  const { activities } = history
  return byIdBefore(activities, [], () => new Map(activities.map(activity => [activity.id, activity]))).get(done)
}
