/** What people say of a week: the coach reviews it, the athlete answers. */
import { answerReview, sendReview, takeBackReview } from '../../core/peer/reviewing.ts'
import type { Doing } from './doing.ts'
import type { ReviewActions } from './roster-desk.ts'

export const reviewActs = ({ sent, signed, write, ends, device }: Doing): ReviewActions => ({
  sendReview: (given, does) => {
    const review = { ...given, id: ends.newId(), by: device.person.id, at: ends.now.value.at }
    const name = ends.looking.value?.content.profile.name || 'the athlete'
    return sent(
      space => sendReview(space, review, does),
      `Sent to ${name}.`,
      made => void signed(space => takeBackReview(space, review.id, made), `Taken back: the review of ${name}.`),
    )
  },
  answerReview: (id, said, words) =>
    write(
      space => answerReview(space, { id, said, words, at: ends.now.value.at }),
      said === 'understood' ? 'Your coach sees that you have read it.' : 'Your coach sees your question.',
    ),
})
