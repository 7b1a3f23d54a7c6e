/** The athlete's inbox: questions to them, what the coach answered, and what changed. */
import { Empty } from '../../parts/empty.tsx'
import type { App, Looking } from '../../state/app.ts'
import s from '../inbox.module.css'
import { PlaybookNews } from '../playbook/news.tsx'
import { Messages, messagesFor } from './messages.tsx'

type Given = { readonly app: App; readonly looking: Looking }

export const AthleteInbox = ({ app, looking }: Given) => {
  const messages = messagesFor(looking.advice.messages, 'athlete')
  return (
    <div class={s.inbox}>
      <header class={s.head}>
        <h1>Inbox</h1>
      </header>
      <PlaybookNews app={app} looking={looking} />
      <Messages messages={messages} />
      {messages.length === 0 && (
        <Empty title="Nothing new">
          <p>Questions to you, and changes of your plan with their reasons, stand here.</p>
        </Empty>
      )}
    </div>
  )
}
