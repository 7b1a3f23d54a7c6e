/** What helps a coach write a session: their library, and their notes filled for this athlete and this session. */

import type { LibraryItem } from '../../../core/model/library.ts'
import type { Session } from '../../../core/model/session.ts'
import { noteFacts } from '../../../core/reports/notes/note-facts.ts'
import { type FilledNote, fillNote } from '../../../core/reports/notes/note-template.ts'
import { spikeWhileWriting } from '../../../core/reports/while-writing.ts'
import { conflictsOf } from '../../parts/day-conflicts.ts'
import type { CalendarModel } from '../../parts/day-model.ts'
import { plannedOf } from '../../parts/planned.ts'
import type { App, Looking } from '../../state/app.ts'
import { attempt } from './attempt.ts'

export type SuggestedNote = FilledNote & { readonly id: string; readonly name: string }

export type Aids = {
  readonly library: readonly LibraryItem[]
  /** The coach's notes for sessions of this purpose, filled from what is on file today. */
  readonly notesFor: (session: Session) => readonly SuggestedNote[]
  readonly keep: (session: Session) => void
  /** What does not fit where it is being written: a run much longer than before, no time, a hard day next to it. */
  readonly conflicts: (session: Session) => readonly string[]
}

export const aidsOf = (app: App, looking: Looking, model: CalendarModel): Aids => {
  const library = app.library()
  const { history, matches, thresholds } = model.context
  const factsOf = (session: Session) => {
    const doneAs = new Map(
      [...matches].flatMap(([id, { activity }]) => {
        const done = model.sessions.get(id)?.visible.session
        return activity === null || done === undefined ? [] : [[activity, done] as const]
      }),
    )
    const { phases, races } = looking.advice.plan
    return noteFacts({
      session,
      profile: looking.content.profile,
      thresholds,
      activities: history.activities,
      doneAs,
      phases,
      races,
      unit: app.preferences.value.distance,
    })
  }
  return {
    library,
    notesFor: session => {
      const notes = library.flatMap(({ id, name, holds }) =>
        holds.type === 'note' && holds.purposes.includes(session.purpose) ? [{ id, name, words: holds.words }] : [],
      )
      if (notes.length === 0) return []
      const facts = factsOf(session)
      return notes.map(({ id, name, words }) => ({ id, name, ...fillNote(words, facts) }))
    },
    conflicts: session => {
      const planned = looking.advice.plan.sessions.flatMap(one => (one.replacedBy === null ? [one.session] : []))
      const beside = [...planned, ...looking.desk.sessions].filter(({ id }) => id !== session.id)
      const { profile, lifeEvents } = looking.content
      const other = conflictsOf({
        sessions: [...beside, session],
        plannedOf: one => plannedOf(one, thresholds),
        profile,
        lifeEvents,
        findings: [],
        today: app.now.value.day,
      }).get(session.id)
      return [spikeWhileWriting(session, beside, model.context), other ?? null].filter(says => says !== null)
    },
    keep: session =>
      void attempt(
        app.act.keepInLibrary(
          [{ id: app.newId(), name: session.title, folder: '', tags: [], holds: { type: 'session', session } }],
          `Kept in the library: ${session.title}`,
        ),
      ),
  }
}
