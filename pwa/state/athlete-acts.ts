/** What an athlete does: says how it went, how they are, and what life brings. */

import type { ActivityId } from '../../core/model/ids.ts'
import { packed } from '../../core/model/packed-streams.ts'
import { toldOn } from '../../core/model/profile-then.ts'

import * as actions from '../../core/peer/actions.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import * as arrivals from '../../core/peer/arrivals.ts'
import * as athlete from '../../core/plan/athlete-document.ts'
import { putProfile } from '../../core/plan/profile.ts'
import type { Actions } from './app.ts'
import type { Doing } from './doing.ts'
import { unlessFrozen } from './season-ends.ts'

type AthleteActs = Pick<
  Actions,
  | 'sayOutcome'
  | 'takeBackOutcome'
  | 'saveCheckIn'
  | 'confirmDay'
  | 'putProfile'
  | 'putLifeEvent'
  | 'removeLifeEvent'
  | 'removeActivity'
  | 'setApart'
  | 'setOffPlan'
>

export const athleteActs = (doing: Doing): AthleteActs => {
  const { write, ends } = doing
  const dayOf = (id: ActivityId) => ends.looking.value?.content.activities.find(one => one.id === id)?.day
  const doc = (space: Space) => space.docs.athlete
  const back = (what: (space: Space) => ReturnType<typeof putProfile>) => () =>
    void write(what, null).then(wrong => {
      if (wrong !== null) ends.tell({ says: wrong, bad: true, undo: null })
    })

  return {
    // Why no line: what was tapped stays pressed, with Take back beside it; three lines would cover the next tap.
    sayOutcome: outcome => write(space => actions.sayOutcome(space, outcome), null),
    takeBackOutcome: session => {
      const before = ends.looking.value?.content.outcomes.find(one => one.session === session)
      return write(
        space => athlete.removeOutcome(doc(space), session, localOrigin),
        'Taken back.',
        before && back(space => athlete.putOutcome(doc(space), before, localOrigin)),
      )
    },
    // Why no line: a check-in is five taps, and five lines would cover the sixth.
    saveCheckIn: checkIn => write(space => actions.saveCheckIn(space, checkIn), null),
    confirmDay: day =>
      write(
        space => athlete.confirmDay(doc(space), day, localOrigin),
        'Noted: nothing else happened that day.',
        back(space => athlete.unconfirmDay(doc(space), day, localOrigin)),
      ),
    putProfile: profile => {
      const { looking } = ends
      if (looking.value?.selfCoached) void doing.device.setName(profile.name)
      const before = looking.value?.own
      return write(
        space => putProfile(doc(space), before ? toldOn(ends.now.value.day, before, profile) : profile, localOrigin),
        'Profile saved.',
        before && back(space => putProfile(doc(space), before, localOrigin)),
      )
    },
    putLifeEvent: event =>
      write(
        space => athlete.putLifeEvent(doc(space), event, localOrigin),
        'Noted. These days leave the count.',
        back(space => athlete.removeLifeEvent(doc(space), event.id, localOrigin)),
      ),
    removeLifeEvent: id => {
      const before = ends.looking.value?.content.lifeEvents.find(event => event.id === id)
      return write(
        space => athlete.removeLifeEvent(doc(space), id, localOrigin),
        'Removed.',
        before && back(space => athlete.putLifeEvent(doc(space), before, localOrigin)),
      )
    },
    setApart: (ids, apart) =>
      write(
        space => unlessFrozen(space, ids.map(dayOf), () => arrivals.setApart(space, ids, apart)),
        apart ? 'Shown as two activities from now on.' : 'Shown as one activity again.',
        back(space => athlete.setApart(doc(space), ids, !apart, localOrigin)),
      ),
    // Why no line: the choice stands where it was made.
    setOffPlan: (id, offPlan) =>
      write(
        space => unlessFrozen(space, [dayOf(id)], () => athlete.setOffPlan(doc(space), id, offPlan, localOrigin)),
        null,
      ),
    removeActivity: id => {
      const before = ends.looking.value?.content.activities.find(activity => activity.id === id)
      const { recordings } = doing.device
      let streams: Awaited<ReturnType<typeof recordings.find>> = null
      return write(
        async space => {
          streams = await recordings.find(space.id, [id])
          const removed = unlessFrozen(space, [before?.day], () => athlete.removeActivity(doc(space), id, localOrigin))
          if (removed.ok) await recordings.remove(space.id, [id])
          return removed
        },
        'Removed from history.',
        before &&
          back(space => {
            if (streams) void recordings.keep(space.id, [packed({ activity: id, streams })])
            return athlete.putActivities(doc(space), [before], localOrigin)
          }),
      )
    },
  }
}
