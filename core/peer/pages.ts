/** The pages beside the plan: what one coach and the athlete write to each other alone, and the board all members read. */
import type { Result } from '../lib/result.ts'
import type { Notice } from '../model/club.ts'
import type { DeviceId, PersonId } from '../model/ids.ts'
import type { PrivateNote } from '../model/private-note.ts'
import {
  putNotice,
  putPrivateNote,
  readClub,
  readPrivateNotes,
  removeNotice,
  removePrivateNote,
  type WriteError,
} from '../plan/index.ts'
import { type CircleError, localOrigin, type Space } from './api.ts'

type Written = Result<null, CircleError | WriteError>

/** What this person and one other have between them. `coach` names the page, `other` who else reads it. */
export type PrivatePage = {
  readonly coach: PersonId
  readonly other: string
  readonly notes: readonly PrivateNote[]
}

/** The private pages of whoever uses this device; one for each other person, written in or not. */
export const privatePages = (space: Space, me: DeviceId): readonly PrivatePage[] => {
  const mine = space.members.find(({ devices }) => devices.some(({ id }) => id === me))
  const others = space.members.filter(({ person }) => person !== mine?.person)
  const page = (coach: PersonId, other: string): PrivatePage => {
    const circles = space.circles.filter(one => one.kind === 'private' && one.coach === coach)
    return { coach, other, notes: readPrivateNotes(circles.map(({ doc }) => doc)) }
  }
  if (mine === undefined) return []
  if (mine.roles.includes('coach'))
    return others
      .filter(({ roles }) => roles.includes('athlete') && !roles.includes('coach'))
      .map(({ name }) => page(mine.person, name))
  if (!mine.roles.includes('athlete')) return []
  return others.filter(({ roles }) => roles.includes('coach')).map(({ person, name }) => page(person, name))
}

export const notePrivately = async (space: Space, coach: PersonId, note: PrivateNote): Promise<Written> => {
  const page = await space.openCircle('private', coach)
  return page.ok ? putPrivateNote(page.value.doc, note, localOrigin) : page
}

/** Takes a note off every page of these two. */
export const removePrivately = (space: Space, coach: PersonId, id: string): Written => {
  const pages = space.circles.filter(one => one.kind === 'private' && one.coach === coach)
  const gone = pages.map(({ doc }) => removePrivateNote(doc, id, localOrigin))
  return gone.find(result => !result.ok) ?? { ok: true, value: null }
}

const boards = (space: Space) => space.circles.filter(({ kind }) => kind === 'club')

/** What coaches told everybody, the newest first. */
export const boardOf = (space: Space): readonly Notice[] => {
  const notices = boards(space).flatMap(({ doc }) => readClub(doc).board)
  return [...new Map(notices.map(notice => [notice.id, notice])).values()].toSorted(
    (a, b) => b.at - a.at || (a.id < b.id ? -1 : 1),
  )
}

export const tellEverybody = async (space: Space, notice: Notice): Promise<Written> => {
  const board = await space.openCircle('club')
  return board.ok ? putNotice(board.value.doc, notice, localOrigin) : board
}

export const takeDown = (space: Space, id: string): Written => {
  const gone = boards(space).map(({ doc }) => removeNotice(doc, id, localOrigin))
  return gone.find(result => !result.ok) ?? { ok: true, value: null }
}
