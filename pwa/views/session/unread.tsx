/** Comments nobody opened on this device yet, in the inbox: those that name the reader first, each with an answer. */
import { useRef, useState } from 'preact/hooks'
import type { Comment } from '../../../core/model/comment.ts'
import { mentioned, withMentions } from '../../../core/reports/said/mentions.ts'
import { Button } from '../../parts/button.tsx'
import { formatDay } from '../../parts/format.ts'
import { SaidBy, SaidWords } from '../../parts/said-by.tsx'
import { addressOfDay } from '../../parts/said-words.ts'
import { SayLine } from '../../parts/say-line.tsx'
import type { App, Looking } from '../../state/app.ts'
import { nameable, sideOf, whoSaid } from '../../state/who-said.ts'
import { attempt } from './attempt.ts'
import { namesFor } from './comments.tsx'
import s from './unread.module.css'
import { useKeys } from './walking.ts'

type Given = { readonly app: App; readonly looking: Looking }

export const Unread = ({ app, looking }: Given) => {
  const [answering, setAnswering] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const me = app.device.value?.person.id
  const people = nameable(looking)
  const namesMe = ({ words }: Comment) => mentioned(words, people).some(person => person === me)
  const unread = app.unread.value.toSorted((a, b) => Number(namesMe(b)) - Number(namesMe(a)))
  const titleOf = (comment: Comment) =>
    looking.advice.plan.sessions.find(({ session }) => session.id === comment.session)?.session.title
  const goOn = () => requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li button')?.focus())
  useKeys({ c: () => list.current?.querySelector<HTMLElement>('li button')?.focus() }, null)
  const read = (ids: readonly string[]) => {
    app.markRead(ids)
    goOn()
  }
  if (unread.length === 0) return null
  return (
    <section class={s.unread} aria-label="New comments">
      <header class={s.head}>
        <h2>{unread.length === 1 ? '1 new comment' : `${unread.length} new comments`}</h2>
        {unread.length > 1 && (
          <Button small variant="plain" onClick={() => read(unread.map(({ id }) => id))}>
            All read
          </Button>
        )}
      </header>
      <ul class={s.list} ref={list}>
        {unread.map(comment => {
          const side = sideOf(looking, comment)
          return (
            <li key={comment.id} class={s.comment} data-comment={comment.id}>
              <SaidBy
                name={whoSaid(looking, me, side, comment.by)}
                side={side}
                at={comment.at}
                namesMe={namesMe(comment)}
              />
              <SaidWords parts={withMentions(comment.words, people)} />
              {answering === comment.id ? (
                <SayLine
                  begins
                  label="Write an answer"
                  word="Send"
                  names={namesFor(app, looking)}
                  onLeave={() => {
                    setAnswering(null)
                    goOn()
                  }}
                  onSay={async said => {
                    const went = await attempt(app.act.comment(comment.day, comment.session, said))
                    if (went) read([comment.id])
                    return went
                  }}
                />
              ) : (
                <p class={s.row}>
                  <Button small onClick={() => setAnswering(comment.id)}>
                    Answer
                  </Button>
                  <Button small onClick={() => read([comment.id])}>
                    Read
                  </Button>
                  <a href={addressOfDay(comment.day, comment.session)}>
                    {[titleOf(comment), formatDay(comment.day)].filter(Boolean).join(', ')}
                  </a>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
