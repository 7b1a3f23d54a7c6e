/** The plain days a training log may show: what this reader may see, and nothing that could be turned back into more. */
import type { Advice } from '../../core/model/advice.ts'
import { type Day, daysFrom } from '../../core/model/day.ts'
import type { StandingChange, VisibleSession } from '../../core/model/plan.ts'
import type { OverlayDay, OverlaySession } from '../messages.ts'
import { decidingChange, reasonOf, stepLines, wordsOfState } from './explain-session.ts'

/** What fits into one message; a day with more would leave the page without an answer for all its days. */
const mostSessions = 20
const mostLines = 200

/** What the person may take back here: what a rule did, or their own move. A coach's decision is the coach's. */
const mayTakeBack = (change: StandingChange | undefined): boolean =>
  change !== undefined && (change.type === 'applied' || change.type === 'moved')

const overlaySession = (visible: VisibleSession, all: readonly VisibleSession[]): OverlaySession => {
  const { session, state } = visible
  const change = decidingChange(visible)
  const named = (id: VisibleSession['replaces']) => all.find(other => other.session.id === id)?.session
  return {
    id: session.id,
    title: session.title,
    purpose: session.purpose,
    stepsText: stepLines(session.steps)
      .slice(0, mostLines)
      .map(line => line.slice(0, 400)),
    state,
    stateWords: wordsOfState(state, change),
    reason: reasonOf(visible, named(visible.replaces), named(visible.replacedBy))?.slice(0, 4000) ?? null,
    verified: state === 'approved' && change?.holds === true,
    key: session.key,
    changeId: change?.id ?? null,
    mayUndo: mayTakeBack(change),
  }
}

/** The days from first to last, with their sessions; `advice` is already stripped for its reader. */
export const overlayDays = (advice: Advice, first: Day, last: Day): readonly OverlayDay[] => {
  const { sessions } = advice.plan
  const waiting = new Set(advice.messages.filter(({ kind }) => kind === 'waiting').map(({ day }) => day))
  return daysFrom(first, last).map(day => ({
    day,
    sessions: sessions
      .filter(({ session }) => session.day === day)
      .slice(0, mostSessions)
      .map(visible => overlaySession(visible, sessions)),
    waiting: waiting.has(day),
  }))
}

/** Days of several plans laid over each other: two coaches of one athlete make one calendar. */
export const mergeDays = (many: readonly (readonly OverlayDay[])[]): readonly OverlayDay[] => {
  const merged = new Map<Day, OverlayDay>()
  for (const one of many.flat()) {
    const there = merged.get(one.day)
    merged.set(
      one.day,
      there === undefined
        ? one
        : {
            day: one.day,
            sessions: [...there.sessions, ...one.sessions].slice(0, mostSessions),
            waiting: there.waiting || one.waiting,
          },
    )
  }
  return [...merged.values()]
}
