/** What came out of files, kept with an athlete: what was done and how days were by the athlete, plans by a coach. */

import { activitiesIn, type Entry } from '../import/importer.ts'
import { ok, type Result } from '../lib/result.ts'
import type { Activity } from '../model/activity.ts'
import type { ImportedCheckIn } from '../model/check-in.ts'
import type { Day } from '../model/day.ts'
import type { ActivityId } from '../model/ids.ts'
import type { Session } from '../model/session.ts'
import {
  together as allTogether,
  hasActivity,
  putActivities,
  putImportedCheckIns,
  putSession,
  readPlan,
  type WriteError,
  setApart as writeApart,
} from '../plan/index.ts'
import { asAthlete, type NotTheirs } from './actions.ts'
import { type CircleError, localOrigin, type Space } from './api.ts'
import { keepDrafts } from './desk.ts'
import { mayWrite } from './roles.ts'

/** Keeps what other logs and watches hold of days, beside what the athlete said. */
export const importCheckIns = (
  space: Space,
  checkIns: readonly ImportedCheckIn[],
): Result<null, WriteError | NotTheirs> =>
  checkIns.length === 0
    ? ok(null)
    : asAthlete(space, () => putImportedCheckIns(space.docs.athlete, checkIns, localOrigin))

/** So many activities go into one change: few enough for one envelope of some parts, many enough for a season at once. */
const together = 100

/** Adds activities to the athlete's history; those on file under their own id stay as they are. */
export const importActivities = async (
  space: Space,
  activities: readonly Activity[],
): Promise<Result<null, WriteError | NotTheirs>> => {
  // Why all seasons: a file read again holds what stands in any of them.
  await space.lookBack(null)
  const before = new Set(space.past.flatMap(({ content }) => content.athlete.activities.map(({ id }) => id)))
  const missing = activities.filter(({ id }) => !before.has(id) && !hasActivity(space.docs.athlete, id))
  for (let from = 0; from < missing.length; from += together) {
    const some = missing.slice(from, from + together)
    const put = asAthlete(space, () => putActivities(space.docs.athlete, some, localOrigin))
    if (!put.ok) return put
    // Why: a hand on the screen is answered between two batches.
    await new Promise(resolve => setTimeout(resolve))
  }
  return ok(null)
}

/** Parts two recordings that were taken for one activity, or lets them be one again. */
export const setApart = (
  space: Space,
  ids: readonly [ActivityId, ActivityId],
  apart: boolean,
): Result<null, WriteError | NotTheirs> =>
  asAthlete(space, () => writeApart(space.docs.athlete, ids, apart, localOrigin))

type Kept = Result<null, WriteError | NotTheirs | CircleError>

/**
 * Activities and days go to the athlete's document. Planned sessions from today on become drafts on the coaches' desk,
 * for a coach to look at and publish. What was planned for days gone by can be followed no more, so there is nothing to
 * look at first: it stands in the plan at once, and what was done is held against it.
 */
export const keepEntries = async (space: Space, entries: readonly Entry[], today: Day): Promise<Kept> => {
  const done = await importActivities(space, activitiesIn({ entries }))
  if (!done.ok) return done
  const days = importCheckIns(
    space,
    entries.flatMap(entry => (entry.type === 'check-in' ? [entry.checkIn] : [])),
  )
  if (!days.ok) return days
  const told = entries.flatMap(entry => (entry.type === 'session' ? [entry.session] : []))
  if (told.length === 0) return ok(null)
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
  const fresh = told.filter(({ id }) => !planned.has(id))
  const past = await keepPast(
    space,
    fresh.filter(({ day }) => day < today),
  )
  const ahead = fresh.filter(({ day }) => day >= today)
  return !past.ok || ahead.length === 0 ? past : keepDrafts(space, ahead)
}

/** Writes what was once planned into the plan. */
const keepPast = async (space: Space, sessions: readonly Session[]): Promise<Kept> => {
  for (let from = 0; from < sessions.length; from += together) {
    const some = sessions.slice(from, from + together)
    const put = allTogether(
      space.docs.plan,
      localOrigin,
      some.map(session => () => putSession(space.docs.plan, session, localOrigin)),
    )
    if (!put.ok) return put
    await new Promise(resolve => setTimeout(resolve))
  }
  return ok(null)
}
