/** What a coach does: writes the plan, and decides about what was drafted. */
import type { Result } from '../../core/lib/result.ts'
import { addDays } from '../../core/model/day.ts'
import type { SessionId, StatementId } from '../../core/model/ids.ts'
import type { StandingChange } from '../../core/model/plan.ts'
import { sayDay } from '../../core/model/say-day.ts'
import * as actions from '../../core/peer/actions.ts'
import { answerAlert, takeBackAll } from '../../core/peer/answering.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { onceAnswered } from '../../core/peer/desk.ts'
import { together } from '../../core/plan/document.ts'
import * as plan from '../../core/plan/plan-document.ts'
import { alertWords } from './alert-words.ts'
import type { Actions } from './app.ts'
import { watchSteps } from './both-wrote.ts'
import type { Doing } from './doing.ts'
import { unlessFrozen } from './season-ends.ts'

type CoachActs = Pick<
  Actions,
  | 'putSession'
  | 'removeSession'
  | 'removeSessions'
  | 'moveSessions'
  | 'putPhase'
  | 'removePhase'
  | 'putRace'
  | 'removeRace'
  | 'setThresholds'
  | 'moveSession'
  | 'approve'
  | 'approveEdited'
  | 'decline'
  | 'answerAlert'
  | 'takeBackAnswer'
  | 'undoChange'
  | 'comment'
  | 'undo'
  | 'redo'
>

/** An answer given; the coach's own version that was begun of it goes. */
const once = <T, E>(space: Space, { id }: { readonly id: string }, answer: Promise<Result<T, E>>) =>
  onceAnswered(space, id, answer)

export const coachActs = (doing: Doing): CoachActs => {
  const { planEdit, write, signed, writtenOrSigned, ends, planUndo } = doing
  const doc = (space: Space) => space.docs.plan
  const undoChange: Actions['undoChange'] = change =>
    signed(space => actions.undo(space, change), 'Taken back. The plan stands as before.')
  // Why a cast: a statement is taken back by its id; a decline is no standing change, and can be taken back all the same.
  const takeBack = (id: StatementId) => void undoChange({ id, rule: null } as unknown as StandingChange)

  const takeBackAnswer = (made: readonly StatementId[]) =>
    signed(space => takeBackAll(space, made), 'Taken back. The alert waits for you again.')

  const both = watchSteps(ends, (id, steps) =>
    planEdit(space => plan.patchSession(doc(space), id, { steps: [...steps] }, localOrigin), 'Your steps stand again.'),
  )
  planUndo.beforeEach(both.forget)
  const dayOf = (id: SessionId) =>
    ends.looking.value?.advice.plan.sessions.find(({ session }) => session.id === id)?.session.day

  return {
    putSession: session =>
      planEdit(
        space =>
          unlessFrozen(space, [session.day, dayOf(session.id)], () => {
            const put = plan.putSession(doc(space), session, localOrigin)
            if (put.ok) both.wrote(space.id, session)
            return put
          }),
        `Kept: ${session.title || session.purpose}`,
      ),
    removeSession: id =>
      planEdit(
        space => unlessFrozen(space, [dayOf(id)], () => plan.removeSession(doc(space), id, localOrigin)),
        'Session removed.',
      ),
    removeSessions: ids =>
      planEdit(
        space =>
          unlessFrozen(space, ids.map(dayOf), () =>
            together(
              doc(space),
              localOrigin,
              ids.map(id => () => plan.removeSession(doc(space), id, localOrigin)),
            ),
          ),
        `${ids.length === 1 ? '1 session' : `${ids.length} sessions`} removed.`,
      ),
    moveSessions: (ids, days) => {
      const moves = ids.flatMap(id => {
        const from = dayOf(id)
        return from === undefined ? [] : [{ id, from, to: addDays(from, days) }]
      })
      return planEdit(
        space =>
          unlessFrozen(
            space,
            moves.flatMap(({ from, to }) => [from, to]),
            () =>
              together(
                doc(space),
                localOrigin,
                moves.map(
                  ({ id, to }) =>
                    () =>
                      plan.patchSession(doc(space), id, { day: to }, localOrigin),
                ),
              ),
          ),
        `${moves.length === 1 ? '1 session' : `${moves.length} sessions`} moved.`,
      )
    },
    putPhase: phase => planEdit(space => plan.putPhase(doc(space), phase, localOrigin), 'Phase kept.'),
    removePhase: id => planEdit(space => plan.removePhase(doc(space), id, localOrigin), 'Phase removed.'),
    putRace: race => planEdit(space => plan.putRace(doc(space), race, localOrigin), `Race kept: ${race.name}`),
    removeRace: id => planEdit(space => plan.removeRace(doc(space), id, localOrigin), 'Race removed.'),
    setThresholds: said =>
      planEdit(space => {
        const { day, at } = ends.now.value
        const whole = { ...said, id: ends.newId(), by: doing.device.person.id, since: day, at }
        return plan.putCoachThresholds(doc(space), whole, localOrigin)
      }, 'Thresholds set. They count from today.'),
    moveSession: (session, day) =>
      writtenOrSigned(
        space =>
          unlessFrozen(space, [session.session.day, day], () =>
            actions.moveSession(space, session, day, ends.now.value),
          ),
        `Moved to ${sayDay(day)}.`,
        takeBack,
      ),
    approve: (proposal, words) =>
      signed(
        space => once(space, proposal, actions.approve(space, proposal, words)),
        `Approved: ${proposal.title}`,
        takeBack,
      ),
    approveEdited: (proposal, edit, words) =>
      signed(
        space => once(space, proposal, actions.approveEdited(space, proposal, edit, words)),
        `Approved as edited: ${proposal.title}`,
        takeBack,
      ),
    decline: (proposal, words) =>
      signed(
        space => once(space, proposal, actions.decline(space, proposal, words)),
        `Declined: ${proposal.title}. The plan stands.`,
        takeBack,
      ),
    answerAlert: (alert, choice, does, words) =>
      signed(
        space => answerAlert(space, alert, choice, does, words),
        does.approves === null ? `Answered: ${alertWords[choice].title}.` : `Answered: ${does.approves.title}`,
        made => void takeBackAnswer(made),
      ),
    takeBackAnswer: answer => takeBackAnswer([answer]),
    undoChange,
    comment: (day, session, words) =>
      write(space => {
        const comment = {
          id: ends.newId(),
          day,
          session,
          by: doing.device.person.id,
          words,
          at: ends.now.value.at,
        }
        const to = ends.looking.value?.as === 'athlete' ? space.docs.athlete : space.docs.plan
        return plan.putComment(to, comment, localOrigin)
      }, null),
    undo: () => {
      doing.dropPlanToast()
      planUndo.undo()
    },
    redo: () => {
      doing.dropPlanToast()
      planUndo.redo()
    },
  }
}
