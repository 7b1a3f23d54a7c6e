/** One alert in three lines, answered where it stands: a choice, a word to the athlete if the coach likes, and sent (C2). */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { JudgedProposal, Message } from '../../../core/model/advice.ts'
import type { Session } from '../../../core/model/session.ts'
import { type AlertChoice, alertChoices, answerDoes } from '../../../core/playbook/index.ts'
import { Button } from '../../parts/button.tsx'
import { Diff } from '../../parts/diff.tsx'
import { Evidence } from '../../parts/evidence.tsx'
import { formatCount, formatDay } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { alertWords } from '../../state/alert-words.ts'
import s from './alert.module.css'
import { afterEdit } from './decide.ts'

type AlertProps = {
  readonly alert: Message
  /** The drafts that wait. */
  readonly proposals: readonly JudgedProposal[]
  readonly sessionOf: (proposal: JudgedProposal) => Session | null
  readonly isCurrent: boolean
  /** The coach is the athlete: words go to nobody else. */
  readonly isAlone: boolean
  /** Only a coach's answer quiets an alert; who else reads it sees it without buttons. */
  readonly mayAnswer: boolean
  readonly choice: AlertChoice | null
  readonly onChoice: (choice: AlertChoice | null) => void
  readonly onCurrent: () => void
  readonly onAnswer: (choice: AlertChoice, words: string | null) => void
}

export const Alert = (props: AlertProps) => {
  const { alert, isCurrent, isAlone, choice, onChoice } = props
  const [words, setWords] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (choice !== null) field.current?.focus()
  }, [choice])
  const [what = '', ...then] = alert.says.split('\n')
  return (
    <article
      class={`${s.alert} ${isCurrent ? s.current : ''}`}
      data-alert={alert.id}
      tabIndex={-1}
      aria-label={`Needs you: ${what}`}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      onFocusCapture={props.onCurrent}
      onMouseDown={props.onCurrent}
    >
      <p class={s.kind}>
        <Icon name="warning" /> Needs you <span class={s.day}>{formatDay(alert.day)}</span>
      </p>
      <h2 class={s.what}>{what}</h2>
      {then.map(line => (
        <p key={line} class={s.line}>
          {line}
        </p>
      ))}
      <Evidence items={alert.evidence} />
      {props.mayAnswer && (
        <form
          class={s.answer}
          onSubmit={event => {
            event.preventDefault()
            if (choice !== null) props.onAnswer(choice, words.trim() === '' ? null : words.trim())
          }}
        >
          <fieldset class={s.choices}>
            <legend class="only-heard">Your answer</legend>
            {alertChoices.map(one => (
              <button
                key={one}
                type="button"
                class={s.choice}
                aria-pressed={one === choice}
                aria-keyshortcuts={alertWords[one].key}
                onClick={() => onChoice(one === choice ? null : one)}
              >
                <kbd class={s.key}>{alertWords[one].key}</kbd> {alertWords[one].title}
              </button>
            ))}
          </fieldset>
          {choice !== null && (
            <>
              <Does {...props} choice={choice} />
              <div class={s.send}>
                <input
                  ref={field}
                  class={s.words}
                  aria-label={isAlone ? 'A note to yourself, optional' : 'A word to the athlete, optional'}
                  placeholder={isAlone ? 'A note to yourself (optional)' : 'A word to the athlete (optional)'}
                  maxLength={2000}
                  value={words}
                  onInput={event => setWords(event.currentTarget.value)}
                />
                <Button type="submit" variant="primary">
                  <Icon name="check" /> {isAlone ? 'Keep this answer' : 'Send'}
                </Button>
                <Button onClick={() => onChoice(null)}>Back</Button>
              </div>
            </>
          )}
        </form>
      )}
    </article>
  )
}

/** What a choice would do, before it is sent. */
const Does = ({ alert, proposals, sessionOf, choice }: AlertProps & { readonly choice: AlertChoice }) => {
  const { approves, declines } = answerDoes(choice, alert, proposals)
  const before = approves && sessionOf(approves)
  const after = approves && before && afterEdit(approves.edit, before)
  return (
    <div class={s.does} role="status">
      {approves === null ? (
        <p>
          {alertWords[choice].otherwise}
          {declines.length > 0 && ` ${formatCount(declines.length, 'draft')} made for it will be declined.`}
        </p>
      ) : (
        <p>Approves the draft: {approves.title}.</p>
      )}
      {before && after && <Diff before={before} after={after} replaces={approves?.edit.adds !== null} />}
    </div>
  )
}
