/** What the engine has to say to this person: alerts, questions, notices; each with what it rests on. */
import type { ComponentChildren } from 'preact'
import type { Message } from '../../../core/model/advice.ts'
import { Evidence } from '../../parts/evidence.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { formatDay } from '../../parts/format.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import s from './messages.module.css'

const look: Readonly<
  Record<Message['kind'], { readonly icon: IconName; readonly rank: number; readonly word: string }>
> = {
  escalation: { icon: 'warning', rank: 0, word: 'Needs you' },
  warning: { icon: 'warning', rank: 1, word: 'Look at this' },
  waiting: { icon: 'coach', rank: 2, word: 'With your coach' },
  question: { icon: 'question', rank: 3, word: 'Question' },
  notice: { icon: 'rule', rank: 4, word: 'Notice' },
  reminder: { icon: 'clock', rank: 5, word: 'Reminder' },
  summary: { icon: 'history', rank: 6, word: 'Summary' },
}

/** `both`: a runner who coaches themselves; for them nothing waits with somebody else. */
export type Reader = 'coach' | 'athlete' | 'both'

/** The gravest first, then by day; each once. */
export const messagesFor = (messages: readonly Message[], reader: Reader): readonly Message[] =>
  messages
    .filter(({ to, kind }) => (reader === 'both' ? kind !== 'waiting' : to === 'both' || to === reader))
    .toSorted((a, b) => look[a.kind].rank - look[b.kind].rank || (a.day + a.id < b.day + b.id ? -1 : 1))

/** What waits, reminds or asks names a session, and says it in its words: its evidence is a name for programs. */
const isAboutASession = ({ kind, id }: Message): boolean =>
  kind === 'waiting' || kind === 'reminder' || /^(done|effort)-/.test(id)

type MessagesProps = {
  readonly messages: readonly Message[]
  /** What can be done about one, under it. */
  readonly foot?: (message: Message) => ComponentChildren
}

export const Messages = ({ messages, foot }: MessagesProps) =>
  messages.length === 0 ? null : (
    <ul class={s.messages}>
      {messages.map(message => (
        <li
          key={message.id}
          class={`${s.message} ${message.kind === 'escalation' ? s.grave : message.kind === 'waiting' ? s.waiting : ''}`}
          {...(message.kind === 'waiting' ? { 'data-proposal': message.evidence.join(' ') } : {})}
        >
          <Icon name={look[message.kind].icon} />
          <div class={s.body}>
            <p class={s.kind}>
              {look[message.kind].word} <span class={s.day}>{formatDay(message.day)}</span>
            </p>
            <p class={s.says}>{forReader(message.says)}</p>
            {!isAboutASession(message) && <Evidence items={message.evidence} />}
            {foot?.(message)}
          </div>
        </li>
      ))}
    </ul>
  )
