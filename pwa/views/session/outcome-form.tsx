/** After the run, in three taps: done or not, how hard, one line. */
import { useState } from 'preact/hooks'
import type { Outcome } from '../../../core/model/athlete.ts'
import { Button } from '../../parts/button.tsx'
import type { DaySession } from '../../parts/day-model.ts'
import { Icon } from '../../parts/icon.tsx'
import type { App } from '../../state/app.ts'
import { english, t } from '../../state/language.ts'
import { attempt } from './attempt.ts'
import s from './outcome.module.css'

const rpeWords = [
  english('nothing'),
  english('very light'),
  english('light'),
  english('moderate'),
  english('somewhat hard'),
  english('hard'),
  english('hard'),
  english('very hard'),
  english('very hard'),
  english('close to all'),
  english('all I had'),
] as const

type OutcomeFormProps = {
  readonly app: App
  readonly item: DaySession
  readonly said: Outcome | null
  readonly question?: string
}

export const OutcomeForm = ({ app, item, said, question = t('How did it go?') }: OutcomeFormProps) => {
  const { session } = item.visible
  const [words, setWords] = useState(said?.comment ?? '')
  const say = (part: Partial<Outcome>) =>
    attempt(
      app.act.sayOutcome({
        session: session.id,
        said: said?.said ?? 'done',
        activity: said?.activity ?? item.activity?.id ?? null,
        rpe: said?.rpe ?? null,
        comment: said?.comment ?? '',
        at: app.now.value.at,
        ...part,
      }),
    )
  const isDone = said === null ? item.activity !== null : said.said === 'done'
  const isNotDone = said?.said === 'not-done'
  return (
    <fieldset class={s.outcome}>
      <legend class={s.question}>{question}</legend>
      <div class={s.two}>
        <Button
          variant={isDone ? 'primary' : 'quiet'}
          aria-pressed={isDone}
          onClick={() => void say({ said: 'done', activity: said?.activity ?? item.activity?.id ?? null })}
        >
          <Icon name="check" /> {t('Done')}
        </Button>
        <Button
          variant={isNotDone ? 'primary' : 'quiet'}
          aria-pressed={isNotDone}
          onClick={() => void say({ said: 'not-done', activity: null, rpe: null })}
        >
          {t('Not done')}
        </Button>
        {said !== null && (
          <Button variant="plain" onClick={() => void attempt(app.act.takeBackOutcome(session.id))}>
            <Icon name="undo" /> {t('Take back')}
          </Button>
        )}
      </div>
      {isDone && !isNotDone && (
        <fieldset class={s.rpe} aria-label={t('Effort, 0 to 10')}>
          <p class={s.label}>
            {t('Effort')}{' '}
            <span class={s.word}>{said?.rpe == null ? '' : `${said.rpe} · ${t(rpeWords[Math.round(said.rpe)]!)}`}</span>
          </p>
          <div class={s.scale}>
            {rpeWords.map((word, rpe) => (
              <button
                key={word + String(rpe)}
                type="button"
                class={s.point}
                aria-pressed={said?.rpe === rpe}
                aria-label={`${rpe}, ${t(word)}`}
                onClick={() => void say({ said: 'done', rpe: said?.rpe === rpe ? null : rpe })}
              >
                {rpe}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {(said !== null || isDone) && (
        <form
          class={s.line}
          onSubmit={event => {
            event.preventDefault()
            void say({ comment: words.trim() })
          }}
        >
          <input
            aria-label={t('One line about it')}
            placeholder={isNotDone ? t('What came up? (optional)') : t('One line about it (optional)')}
            value={words}
            maxLength={2000}
            onInput={event => setWords(event.currentTarget.value)}
            onBlur={() => words.trim() !== (said?.comment ?? '') && void say({ comment: words.trim() })}
          />
        </form>
      )}
    </fieldset>
  )
}
