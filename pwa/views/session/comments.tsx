/** What coach and athlete said about a day or a session; what stands here open counts as read on this device. */
import { useEffect, useState } from 'preact/hooks'
import type { Day } from '../../../core/model/day.ts'
import type { SessionId } from '../../../core/model/ids.ts'
import type { Comment } from '../../../core/model/plan.ts'
import { mentioned, withMentions } from '../../../core/reports/said/mentions.ts'
import { SaidBy, SaidWords } from '../../parts/said-by.tsx'
import { SayLine } from '../../parts/say-line.tsx'
import type { App, Looking } from '../../state/app.ts'
import { nameable, sideOf, whoSaid } from '../../state/who-said.ts'
import { attempt } from './attempt.ts'
import s from './session.module.css'

type CommentsProps = {
  readonly app: App
  readonly looking: Looking
  readonly day: Day
  readonly session: SessionId | null
  readonly comments: readonly Comment[]
}

/** The names somebody may write after `@` here: everybody but the writer. */
export const namesFor = (app: App, looking: Looking): readonly string[] =>
  nameable(looking)
    .filter(({ person, name }) => person !== app.device.value?.person.id && name !== '')
    .map(({ name }) => name)

export const Comments = ({ app, looking, day, session, comments }: CommentsProps) => {
  const me = app.device.value?.person.id
  const people = nameable(looking)
  const shown = comments.filter(comment => session === null || comment.session === null || comment.session === session)
  const unread = app.unread.value.flatMap(({ id }) => (shown.some(comment => comment.id === id) ? [id] : []))
  // Why kept: what was new when it was opened stays marked until it is closed.
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (unread.length === 0) return
    setFresh(new Set([...fresh, ...unread]))
    app.markRead(unread)
  }, [unread.join(' ')])
  return (
    <section class={s.section}>
      <h3>Comments</h3>
      {shown.length > 0 && (
        <ul class={s.comments}>
          {shown
            .toSorted((a, b) => a.at - b.at)
            .map(comment => {
              const side = sideOf(looking, comment)
              return (
                <li key={comment.id} class={s.comment} data-comment={comment.id}>
                  <SaidBy
                    name={whoSaid(looking, me, side, comment.by)}
                    side={side}
                    at={comment.at}
                    isNew={fresh.has(comment.id)}
                    namesMe={comment.by !== me && mentioned(comment.words, people).some(person => person === me)}
                  />
                  <SaidWords parts={withMentions(comment.words, people)} />
                </li>
              )
            })}
        </ul>
      )}
      <SayLine
        label="Write a comment"
        word="Send"
        names={namesFor(app, looking)}
        onSay={said => attempt(app.act.comment(day, session, said))}
      />
    </section>
  )
}
