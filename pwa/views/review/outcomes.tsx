/** The three outcomes: each says what it does, shows it before it is sent, and takes the coach's own sentence. */
import { useEffect, useRef } from 'preact/hooks'
import type { ReviewOutcome } from '../../../core/model/review.ts'
import { reviewOutcomes } from '../../../core/model/review.ts'
import type { Assessment } from '../../../core/reports/desk/assessment.ts'
import type { Option } from '../../../core/reports/desk/options.ts'
import { Button } from '../../parts/button.tsx'
import { Diff } from '../../parts/diff.tsx'
import { formatCount } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { alertWords } from '../../state/alert-words.ts'
import { outcomeWords } from '../../state/review-words.ts'
import { afterEdit } from '../session/decide.ts'
import { adjustments, changesOf, doesOf } from './decide.ts'
import s from './outcomes.module.css'

type OutcomesProps = {
  readonly assessment: Assessment
  readonly outcome: ReviewOutcome | null
  /** The choice as last pressed, which may be ahead of what is drawn. */
  readonly latest: { readonly current: ReviewOutcome | null }
  readonly chosen: ReadonlySet<string>
  readonly isSending: boolean
  readonly onOutcome: (outcome: ReviewOutcome | null) => void
  readonly onToggle: (id: string) => void
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onSend: () => void
}

const saysShort = (outcome: ReviewOutcome, { options }: Assessment): string => {
  if (outcome === 'on-track') return 'The plan stands.'
  if (outcome === 'deload')
    return options.lighter.length === 0
      ? 'Nothing ahead can be made lighter.'
      : `${formatCount(options.lighter.length, 'session')} lighter in the next 7 days.`
  return options.drafts[0]?.title ?? adjustments({ options })[0]?.title ?? 'Nothing ahead to adjust.'
}

const Change = ({ before, edit, title }: Option) => (
  <li class={s.change} aria-label={title}>
    <Diff before={before} after={afterEdit(edit, before)} replaces={edit.adds !== null} />
  </li>
)

export const Outcomes = (props: OutcomesProps) => {
  const { assessment, outcome, latest, chosen, isSending, words, onOutcome, onToggle, onWords, onSend } = props
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (outcome !== null && latest.current === outcome) field.current?.focus({ preventScroll: true })
  }, [outcome])
  const changes = outcome === null ? [] : changesOf(outcome, assessment, chosen)
  const does = outcome === null ? null : doesOf(outcome, assessment, chosen)
  const choices = outcome === 'adjust' ? adjustments(assessment) : []
  return (
    <form
      class={s.outcomes}
      aria-label="Outcome"
      onSubmit={event => {
        event.preventDefault()
        if (outcome !== null && !isSending) onSend()
      }}
    >
      <div class={s.three}>
        {reviewOutcomes.map(one => (
          <button
            key={one}
            type="button"
            class={s.outcome}
            data-outcome={one}
            aria-pressed={one === outcome}
            aria-keyshortcuts={outcomeWords[one].key}
            onClick={() => onOutcome(one === outcome ? null : one)}
          >
            <span class={s.title}>
              <kbd class={s.key}>{outcomeWords[one].key}</kbd> {outcomeWords[one].title}
            </span>
            <span class={s.short}>{saysShort(one, assessment)}</span>
          </button>
        ))}
      </div>
      {outcome !== null && does !== null && (
        <>
          <div class={s.send}>
            <input
              ref={field}
              class={s.words}
              aria-label="Your sentence to the athlete, optional"
              placeholder="Your sentence to the athlete (optional)"
              maxLength={4000}
              value={words}
              onInput={event => onWords(event.currentTarget.value)}
            />
            <Button type="submit" variant="primary" disabled={isSending}>
              <Icon name="check" /> {isSending ? 'Sending…' : 'Send'}
            </Button>
            <Button onClick={() => onOutcome(null)}>Back</Button>
          </div>
          {choices.length > 1 && (
            <fieldset class={s.choices}>
              <legend>What changes</legend>
              {choices.map(({ id, title }) => (
                <label key={id}>
                  <input type="checkbox" checked={chosen.has(id)} onChange={() => onToggle(id)} /> {title}
                </label>
              ))}
            </fieldset>
          )}
          <div class={s.does} role="status">
            {changes.length === 0 && <p>The plan stands as it is.</p>}
            {does.answers !== null && <p>Answers the alert: {alertWords[does.answers.choice].title}.</p>}
            {does.declines.length > 0 && (
              <p>
                Declines {formatCount(does.declines.length, 'draft')}: {does.declines.map(one => one.title).join('; ')}.
              </p>
            )}
          </div>
          <ul class={s.changes}>
            {changes.map(one => (
              <Change key={one.id} {...one} />
            ))}
          </ul>
        </>
      )}
    </form>
  )
}
