/** The week's changes by rule as one line that unfolds: a digest for the coach, not a stream. */
import type { Message } from '../../../core/model/advice.ts'
import type { StandingChange } from '../../../core/model/plan.ts'
import { formatCount } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import s from './digest.module.css'
import { Messages } from './messages.tsx'

/** Which messages tell of a change that a rule made, and the others, each in their order. */
export const digestOf = (
  messages: readonly Message[],
  standing: Iterable<Pick<StandingChange, 'id' | 'type'>>,
): { readonly byRule: readonly Message[]; readonly others: readonly Message[] } => {
  const applied = new Set([...standing].flatMap(({ id, type }) => (type === 'applied' ? [id.slice(0, 32)] : [])))
  const isByRule = ({ kind, id }: Message) => kind === 'notice' && applied.has(id.replace(/^notice-/, ''))
  return { byRule: messages.filter(isByRule), others: messages.filter(message => !isByRule(message)) }
}

type DigestProps = { readonly messages: readonly Message[]; readonly athlete: string }

export const Digest = ({ messages, athlete }: DigestProps) =>
  messages.length === 0 ? null : (
    <details class={s.digest}>
      <summary>
        <Icon name="rule" /> {athlete}: {formatCount(messages.length, 'change')} by rule in the last 7 days
      </summary>
      <Messages messages={messages} />
    </details>
  )
