/** What the coach said of a week, as the athlete reads it: figures by rule, words by the coach, and two ways to answer. */
import { useState } from 'preact/hooks'
import { addDays } from '../../../core/model/day.ts'
import type { Review } from '../../../core/model/review.ts'
import { Button } from '../../parts/button.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { formatMoment, formatSpan } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import type { App, Looking } from '../../state/app.ts'
import { outcomeWords } from '../../state/review-words.ts'
import { attempt } from '../session/attempt.ts'
import s from './review-card.module.css'

type ReviewCardProps = {
  readonly app: App
  readonly looking: Looking
  readonly review: Review
  /** Whether this person speaks for the athlete. */
  readonly mayAnswer: boolean
}

const parts = [
  ['mood', 'Mood'],
  ['confidence', 'Confidence'],
  ['execution', 'Quality of execution'],
] as const

export const ReviewCard = ({ app, looking, review, mayAnswer }: ReviewCardProps) => {
  const [asking, setAsking] = useState<string | null>(null)
  const { outcome, did, reflection, words, numbers } = review
  const author = looking.space.members.find(({ person }) => person === review.by)?.name || 'Your coach'
  const answer = looking.content.reviewAnswers?.find(({ id }) => id === review.id) ?? null
  return (
    <article class={s.card} data-review={review.id} aria-label={`Review of the week ${review.week}`}>
      <header class={s.head}>
        <h2>{formatSpan(review.week, addDays(review.week, 6))}</h2>
        <span class={s.by}>
          <Icon name="coach" /> {author}, {formatMoment(review.at)}
        </span>
      </header>
      {outcome !== null && <p class={s.outcome}>{outcomeWords[outcome].told}</p>}
      {did.length > 0 && (
        <ul class={s.did}>
          {did.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {words !== '' && <p class={s.words}>“{words}”</p>}
      {reflection !== null && (
        <dl class={s.reflection}>
          {parts.map(
            ([name, title]) =>
              reflection[name] !== '' && (
                <div key={name}>
                  <dt>{title}</dt>
                  <dd>{reflection[name]}</dd>
                </div>
              ),
          )}
          {reflection.focus !== '' && (
            <div class={s.focus}>
              <dt>Next week’s focus</dt>
              <dd>{reflection.focus}</dd>
            </div>
          )}
          {reflection.habit !== '' && (
            <div>
              <dt>The habit that helped</dt>
              <dd>{reflection.habit}</dd>
            </div>
          )}
        </dl>
      )}
      {numbers.length > 0 && (
        <details class={s.numbers}>
          <summary>
            <Icon name="rule" /> The week in figures, by rule
          </summary>
          <ul>
            {numbers.map(line => (
              <li key={line}>{forReader(line)}</li>
            ))}
          </ul>
        </details>
      )}
      {answer !== null && (
        <p class={s.answer} role="status">
          <Icon name={answer.said === 'understood' ? 'check' : 'question'} />{' '}
          {answer.said === 'understood' ? 'Understood' : `Question: “${answer.words}”`}
        </p>
      )}
      {mayAnswer && answer === null && asking === null && (
        <div class={s.row}>
          <Button variant="primary" onClick={() => void attempt(app.act.answerReview(review.id, 'understood', ''))}>
            <Icon name="check" /> Understood
          </Button>
          <Button onClick={() => setAsking('')}>
            <Icon name="question" /> Question
          </Button>
        </div>
      )}
      {asking !== null && answer === null && (
        <form
          class={s.row}
          onSubmit={event => {
            event.preventDefault()
            if (asking.trim() === '') return
            void attempt(app.act.answerReview(review.id, 'question', asking.trim())).then(
              went => went && setAsking(null),
            )
          }}
        >
          <input
            aria-label="Your question"
            maxLength={2000}
            required
            value={asking}
            ref={box => box?.focus({ preventScroll: true })}
            onInput={event => setAsking(event.currentTarget.value)}
          />
          <Button type="submit" variant="primary">
            Ask
          </Button>
        </form>
      )}
    </article>
  )
}
