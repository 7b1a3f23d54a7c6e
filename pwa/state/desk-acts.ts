/** What a coach does at the desk: drafts the athlete does not receive, notes, and publishing some weeks. */

import * as desk from '../../core/peer/desk.ts'
import type { Actions } from './app.ts'
import type { Doing } from './doing.ts'

type DeskActs = Pick<Actions, 'keepDraft' | 'dropDraft' | 'publish' | 'noteOnDesk' | 'removeDeskNote' | 'keepEdit'>

export const deskActs = ({ write, ends, device }: Doing): DeskActs => ({
  keepDraft: session =>
    write(
      space => desk.keepDraft(space, session),
      `Kept as a draft: ${session.title || session.purpose}. Only coaches see it.`,
    ),
  dropDraft: session =>
    write(
      space => desk.dropDrafts(space, [session.id]),
      'Draft removed.',
      () => void write(space => desk.keepDraft(space, session), null),
    ),
  publish: async (from, to) => {
    let published: desk.Published = []
    const did = await write(space => {
      const done = desk.publishDrafts(space, from, to)
      if (done.ok) published = done.value
      return done
    }, null)
    if (did !== null) return did
    const undo = () => void write(space => desk.unpublish(space, published), 'The drafts are on your desk again.')
    ends.tell({
      says: `Published: ${published.length} ${published.length === 1 ? 'session' : 'sessions'}.`,
      bad: false,
      undo,
    })
    return null
  },
  noteOnDesk: words =>
    write(space => {
      const { day, at } = ends.now.value
      return desk.noteOnDesk(space, { id: ends.newId(), day, session: null, by: device.person.id, words, at })
    }, null),
  keepEdit: ({ id, title }, session) =>
    write(
      space => desk.keepEdit(space, { id, session, by: device.person.id, at: ends.now.value.at }),
      `Your version is kept: ${title}. Nothing is decided yet.`,
    ),
  removeDeskNote: id => write(space => desk.removeDeskNote(space, id), 'Note removed.'),
})
