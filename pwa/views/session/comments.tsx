/** What coach and athlete said about a day or a session. */
import type { Day } from '../../../core/model/day.ts'
import type { SessionId } from '../../../core/model/ids.ts'
import type { Comment } from '../../../core/model/plan.ts'
import { formatMoment } from '../../parts/format.ts'
import { SayLine } from '../../parts/say-line.tsx'
import type { App, Looking } from '../../state/app.ts'
import { attempt } from './attempt.ts'
import s from './session.module.css'

type CommentsProps = {
  readonly app: App
  readonly looking: Looking
  readonly day: Day
  readonly session: SessionId | null
  readonly comments: readonly Comment[]
}

export const Comments = ({ app, looking, day, session, comments }: CommentsProps) => {
  const me = app.device.value?.person.id
  const nameOf = (comment: Comment): string =>
    comment.by === me ? 'You' : (looking.space.members.find(member => member.person === comment.by)?.name ?? 'Somebody')
  const shown = comments.filter(comment => session === null || comment.session === null || comment.session === session)
  return (
    <section class={s.section}>
      <h3>Comments</h3>
      {shown.length > 0 && (
        <ul class={s.comments}>
          {shown
            .toSorted((a, b) => a.at - b.at)
            .map(comment => (
              <li key={comment.id} class={s.comment}>
                <p class={s.by}>
                  {nameOf(comment)} <span class={s.when}>{formatMoment(comment.at)}</span>
                </p>
                <p class={s.words}>{comment.words}</p>
              </li>
            ))}
        </ul>
      )}
      <SayLine label="Write a comment" word="Send" onSay={said => attempt(app.act.comment(day, session, said))} />
    </section>
  )
}
