/** How the kinds of what was said are called, and where each stands. */
import type { Said, SaidKind } from '../../core/reports/said/said.ts'

export const saidWord: Readonly<Record<SaidKind, string>> = {
  comment: 'Comment',
  message: 'Message',
  decision: 'With a decision',
  review: 'Review',
  'review-answer': 'Answer to a review',
  debrief: 'Debrief',
  'after-session': 'After a session',
  'check-in': 'Check-in',
  'desk-note': 'Note on the desk',
  private: 'Between two',
  board: 'Board',
}

/** A day in the calendar, with a session opened where one is named. */
export const addressOfDay = (day: string, session: string | null): string =>
  `/calendar?day=${day}${session === null ? '' : `&session=${encodeURIComponent(session)}`}`

export const addressOfSaid = ({ kind, day, session, race }: Said): string => {
  if (race !== null) return `/race/${race}`
  if (kind === 'review' || kind === 'review-answer') return '/week'
  if (kind === 'private' || kind === 'board') return '/people'
  return kind === 'message' || day === null ? '/inbox' : addressOfDay(day, session)
}
