/** The athlete's inbox: questions to them, what the coach answered, and what changed. */
import type { Message } from '../../../core/model/advice.ts'
import type { StandingChange } from '../../../core/model/plan.ts'
import { oneNudge } from '../../../core/reports/basis/nudge.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { App, Looking } from '../../state/app.ts'
import s from '../inbox.module.css'
import { PlaybookNews } from '../playbook/news.tsx'
import { attempt } from './attempt.ts'
import { Messages, messagesFor } from './messages.tsx'
import { maySpeak } from './nudge.tsx'
import { Unread } from './unread.tsx'

/** The change that a notice tells of, where a rule made it: then the athlete may take it back. */
const ofNotice = ({ kind, id }: Message, { advice }: Looking): StandingChange | undefined =>
  kind === 'notice'
    ? advice.plan.sessions
        .flatMap(({ changes }) => changes)
        .find(change => change.type === 'applied' && `notice-${change.id.slice(0, 32)}` === id)
    : undefined

type Given = { readonly app: App; readonly looking: Looking }

export const AthleteInbox = ({ app, looking }: Given) => {
  const { nudge, others } = oneNudge(messagesFor(looking.advice.messages, 'athlete'))
  const messages = nudge === null || !maySpeak(app) ? others : messagesFor([...others, nudge], 'athlete')
  return (
    <div class={s.inbox}>
      <header class={s.head}>
        <h1>Inbox</h1>
        <span class={s.gap} />
        <a href="/said">Everything said</a>
      </header>
      <Unread app={app} looking={looking} />
      <PlaybookNews app={app} looking={looking} />
      <Messages
        messages={messages}
        foot={message => {
          const change = ofNotice(message, looking)
          return (
            change && (
              <span>
                <Button small onClick={() => void attempt(app.act.undoChange(change))}>
                  <Icon name="undo" /> Undo
                </Button>
              </span>
            )
          )
        }}
      />
      {messages.length === 0 && app.unread.value.length === 0 && (
        <Empty title="Nothing new">
          <p>Questions to you, and changes of your plan with their reasons, stand here.</p>
        </Empty>
      )}
    </div>
  )
}
