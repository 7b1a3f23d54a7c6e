/** The athlete's history as the engine reads it, as of today, or as of its last day where that was long ago. */
import { useMemo } from 'preact/hooks'
import { type Day, daysBetween } from '../../core/model/day.ts'
import type { AthleteContent } from '../../core/model/plan.ts'
import { type Context, contextOf } from '../../core/signals/index.ts'
import type { Looking } from '../state/app.ts'

/** After so many silent days a history is read as it stood at its end; today would say that nothing is known. */
const silentDays = 42

const asOfFor = ({ activities }: AthleteContent, today: Day): Day => {
  const last = activities.reduce<Day | null>((day, one) => (day === null || one.day > day ? one.day : day), null)
  return last !== null && daysBetween(last, today) > silentDays ? last : today
}

export const useHistory = ({ content, playbook, advice }: Looking, today: Day): Context =>
  useMemo(() => {
    const { sessions, phases, races } = advice.plan
    const planned = { sessions: sessions.map(({ session }) => session), phases, races }
    return contextOf(content, planned, playbook, asOfFor(content, today), 1439)
  }, [content, advice.plan, playbook, today])
