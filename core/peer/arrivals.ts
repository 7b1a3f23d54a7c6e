/** What came out of files, kept with an athlete: what was done and how days were by the athlete, plans by a coach. */
import { activitiesIn, type Entry } from '../import/importer.ts'
import { ok, type Result } from '../lib/result.ts'
import type { Day } from '../model/day.ts'
import { readPlan, type WriteError } from '../plan/index.ts'
import { importActivities, importCheckIns, type NotTheirs } from './actions.ts'
import type { CircleError, Space } from './api.ts'
import { keepDrafts } from './desk.ts'
import { mayWrite } from './roster.ts'

type Kept = Result<null, WriteError | NotTheirs | CircleError>

/**
 * Activities and days go to the athlete's document. Planned sessions from today on become drafts on the coaches' desk,
 * for a coach to look at and publish; what was planned for days gone by cannot be followed any more.
 */
export const keepEntries = async (space: Space, entries: readonly Entry[], today: Day): Promise<Kept> => {
  const done = await importActivities(space, activitiesIn({ entries }))
  if (!done.ok) return done
  const days = importCheckIns(
    space,
    entries.flatMap(entry => (entry.type === 'check-in' ? [entry.checkIn] : [])),
  )
  if (!days.ok) return days
  const ahead = entries.flatMap(entry =>
    entry.type === 'session' && entry.session.day >= today ? [entry.session] : [],
  )
  if (ahead.length === 0) return ok(null)
  if (!mayWrite('plan', space.myRoles))
    return {
      ok: false,
      error: {
        type: 'NotAllowed',
        says: 'The planned sessions were left out: a coach imports them on their own device.',
      },
    }
  // Why: a session that stands in the plan, perhaps changed since, is not drafted again by reading its file again.
  const planned = new Set(readPlan(space.docs.plan).sessions.map(({ id }) => id))
  const fresh = ahead.filter(({ id }) => !planned.has(id))
  return fresh.length === 0 ? ok(null) : keepDrafts(space, fresh)
}
