/** A coach's review of a week: what it decides is signed first, then the athlete reads it; and it is taken back whole. */
import { err, ok, type Result } from '../lib/result.ts'
import type { StatementId } from '../model/ids.ts'
import type { Review, ReviewAnswer } from '../model/review.ts'
import { putReview, putReviewAnswer, removeReview, type WriteError } from '../plan/index.ts'
import type { ReviewDoes } from '../reports/desk/options.ts'
import { type ActionError, approve, asAthlete, blank, decideOwn, decline, type NotTheirs } from './actions.ts'
import { takeBackAll } from './answering.ts'
import { localOrigin, type Space } from './api.ts'
import { onceAnswered } from './desk.ts'
import { mayWrite } from './roles.ts'

/** The origin of a review: it is taken back with what it decided, never as one step of writing the plan. */
const reviewOrigin = { reviews: true } as const

type ReviewError = ActionError | NotTheirs

/** Signs everything the review decides, then writes it; where one part cannot be, nothing of it stands. */
export const sendReview = async (
  space: Space,
  review: Review,
  { approves, edits, declines, answers }: ReviewDoes,
): Promise<Result<readonly StatementId[], ReviewError>> => {
  if (!mayWrite('plan', space.myRoles)) return err({ type: 'NotAllowed', says: 'Only a coach reviews a week.' })
  const words = review.words === '' ? null : review.words
  const decisions = [
    ...approves.map(one => () => onceAnswered(space, one.id, approve(space, one, null))),
    ...edits.map(edit => () => decideOwn(space, edit, null)),
    ...declines.map(one => () => onceAnswered(space, one.id, decline(space, one, null))),
    ...(answers === null
      ? []
      : [() => space.sign({ ...blank, type: 'answered', item: answers.alert.id, rule: answers.choice, words })]),
  ]
  const made: StatementId[] = []
  for (const decide of decisions) {
    const done = await decide()
    if (!done.ok) {
      await takeBackAll(space, made)
      return done
    }
    made.push(done.value)
  }
  const put = putReview(space.docs.plan, review, reviewOrigin)
  if (put.ok) return ok(made)
  await takeBackAll(space, made)
  return put
}

/** The week is as it was before the review, and the athlete reads it no longer. */
export const takeBackReview = async (
  space: Space,
  review: string,
  made: readonly StatementId[],
): Promise<Result<readonly StatementId[], ReviewError>> => {
  const gone = removeReview(space.docs.plan, review, reviewOrigin)
  return gone.ok ? takeBackAll(space, made) : gone
}

/** The athlete has understood, or asks. */
export const answerReview = (space: Space, answer: ReviewAnswer): Result<null, WriteError | NotTheirs> =>
  asAthlete(space, () => putReviewAnswer(space.docs.athlete, answer, localOrigin))
