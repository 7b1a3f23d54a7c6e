/** What coaches do at their desk: write drafts and notes that the athlete never receives, and publish some weeks of them. */
import { err, ok, type Result } from '../lib/result.ts'
import type { Comment } from '../model/comment.ts'
import type { Day } from '../model/day.ts'
import type { DeskContent, KeptEdit } from '../model/desk.ts'
import type { SessionId } from '../model/ids.ts'
import type { Session } from '../model/session.ts'
import {
  putComment,
  putKeptEdit,
  putSession,
  readDesks,
  readPlan,
  removeComment,
  removeKeptEdit,
  removeSession,
  together,
  type WriteError,
} from '../plan/index.ts'
import { type Circle, type CircleError, localOrigin, type Space } from './api.ts'
import { mayWrite } from './roles.ts'

type DeskError = CircleError | WriteError
type Written = Result<null, DeskError>

const desksOf = (space: Space): readonly Circle[] => space.circles.filter(({ kind }) => kind === 'desk')

/** Everything on the desks this device may read; empty for an athlete. */
export const deskOf = (space: Space): DeskContent => readDesks(desksOf(space).map(({ doc }) => doc))

const onDesk = async (space: Space, write: (desk: Circle) => Result<null, WriteError>): Promise<Written> => {
  const desk = await space.openCircle('desk')
  return desk.ok ? write(desk.value) : desk
}

/** Keeps a session as a draft: the coaches see it, nobody else. */
export const keepDraft = (space: Space, session: Session): Promise<Written> =>
  onDesk(space, ({ doc }) => putSession(doc, session, localOrigin))

/** The same for many at once. */
export const keepDrafts = (space: Space, sessions: readonly Session[]): Promise<Written> =>
  onDesk(space, ({ doc }) =>
    together(
      doc,
      localOrigin,
      sessions.map(session => () => putSession(doc, session, localOrigin)),
    ),
  )

/** Takes drafts off every desk. */
export const dropDrafts = (space: Space, ids: readonly SessionId[]): Written => {
  for (const { doc } of desksOf(space)) {
    const gone = together(
      doc,
      localOrigin,
      ids.map(id => () => removeSession(doc, id, localOrigin)),
    )
    if (!gone.ok) return gone
  }
  return ok(null)
}

export const noteOnDesk = (space: Space, note: Comment): Promise<Written> =>
  onDesk(space, ({ doc }) => putComment(doc, note, localOrigin))

export const removeDeskNote = (space: Space, id: string): Written => {
  const gone = desksOf(space).map(({ doc }) => removeComment(doc, id, localOrigin))
  return gone.find(result => !result.ok) ?? ok(null)
}

/** Keeps a coach's own version of a proposal until they answer it. */
export const keepEdit = (space: Space, edit: KeptEdit): Promise<Written> =>
  onDesk(space, ({ doc }) => putKeptEdit(doc, edit, localOrigin))

/** Once a proposal is answered, the version that was begun of it goes. */
export const onceAnswered = async <T, E>(
  space: Space,
  proposal: string,
  answer: Promise<Result<T, E>>,
): Promise<Result<T, E>> => {
  const answered = await answer
  if (answered.ok) for (const { doc } of desksOf(space)) removeKeptEdit(doc, proposal, localOrigin)
  return answered
}

/** The origin of what is published: it is taken back as a publication, never as one step of writing the plan. */
const publishedOrigin = { publishes: true } as const

/** What was published, each with what the plan held under its name before. */
export type Published = readonly { readonly session: Session; readonly before: Session | null }[]

/**
 * Writes the drafts of some days into the plan, as one change, and takes them off the desk. Publishing again what was
 * published changes nothing.
 */
export const publishDrafts = (space: Space, from: Day, to: Day): Result<Published, DeskError> => {
  if (!mayWrite('plan', space.myRoles)) return err({ type: 'NotAllowed', says: 'Only a coach publishes.' })
  const drafts = deskOf(space).sessions.filter(({ day }) => from <= day && day <= to)
  const before = new Map(readPlan(space.docs.plan).sessions.map(session => [session.id, session]))
  const { plan } = space.docs
  const put = together(
    plan,
    publishedOrigin,
    drafts.map(session => () => putSession(plan, session, publishedOrigin)),
  )
  if (!put.ok) return put
  // Why after: whatever happens in between, a draft is on the desk, in the plan, or in both under one name.
  const dropped = dropDrafts(
    space,
    drafts.map(({ id }) => id),
  )
  return dropped.ok ? ok(drafts.map(session => ({ session, before: before.get(session.id) ?? null }))) : dropped
}

/** Takes a publication back: the plan as it was, the drafts on the desk again. */
export const unpublish = async (space: Space, published: Published): Promise<Written> => {
  const kept = await onDesk(space, ({ doc }) =>
    together(
      doc,
      localOrigin,
      published.map(
        ({ session }) =>
          () =>
            putSession(doc, session, localOrigin),
      ),
    ),
  )
  if (!kept.ok) return kept
  const { plan } = space.docs
  return together(
    plan,
    publishedOrigin,
    published.map(
      ({ session, before }) =>
        () =>
          before === null
            ? removeSession(plan, session.id, publishedOrigin)
            : putSession(plan, before, publishedOrigin),
    ),
  )
}
