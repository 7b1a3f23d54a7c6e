/** What a view reads of the athlete it looks at, worked out once for each change. */
import { useMemo } from 'preact/hooks'
import { type ZonePaces, zonePaces } from '../../../core/workout/cues.ts'
import type { OwnThresholds } from '../../../core/workout/ranges.ts'
import { type CalendarModel, calendarModel } from '../../parts/day-model.ts'
import type { App, Looking } from '../../state/app.ts'

/** Everything by day, as this person may see it. */
export const useCalendar = (app: App, looking: Looking): CalendarModel => {
  const now = app.now.value
  const { plan, content, playbook, advice, as, space } = looking
  const drafts = looking.desk.sessions
  const presence = space.presence
  const news = app.unread.value
  return useMemo(
    () =>
      calendarModel({
        plan,
        content,
        playbook,
        advice,
        as,
        drafts,
        now,
        presence,
        unread: new Set(news.map(({ id }) => id)),
      }),
    [plan, content, playbook, advice, as, drafts, now.day, presence, news],
  )
}

/** Paces from the thresholds the engine uses today; null where none is known. */
export const pacesOf = (model: CalendarModel): ZonePaces | null => zonePaces(model.context.thresholds)

/** Thresholds and zones of their own, for targets by heart rate. */
export const ownOf = ({ content }: Looking): OwnThresholds => ({
  ...content.profile.thresholds,
  ownZonesHr: content.profile.ownZonesHr ?? null,
})

/** Whether this person speaks for the athlete here: the athlete, or a coach who coaches themselves; never a viewer. */
export const speaksForAthlete = ({ as, selfCoached, space }: Looking): boolean =>
  space.myRoles.includes('athlete') && (as === 'athlete' || selfCoached)
