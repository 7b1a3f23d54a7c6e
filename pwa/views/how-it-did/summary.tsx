/** A month in two sentences, and the next layer with the month as its evidence. */
import type { LayerMode, LayerName } from '../../../core/model/playbook.ts'
import type { HowItDid, RuleMonth } from '../../../core/reports/basis/how-it-did.ts'
import { Button } from '../../parts/button.tsx'
import { formatCount, formatDuration } from '../../parts/format.ts'
import s from './how-it-did.module.css'

const sum = (rules: readonly RuleMonth[], of: (rule: RuleMonth) => number): number =>
  rules.reduce((total, rule) => total + of(rule), 0)

/** What was shown and what became of it, and how long answers took; what nobody measures is said. */
export const sayMonthAll = ({ rules, answers, medianAnswerMinutes, ofUnknownRule }: HowItDid): string => {
  const shown = sum(rules, rule => rule.shown) + ofUnknownRule
  const parts = [
    [sum(rules, rule => rule.approved), 'approved'],
    [sum(rules, rule => rule.applied), 'applied at once'],
    [sum(rules, rule => rule.declined), 'declined'],
    [sum(rules, rule => rule.undone), 'taken back'],
  ] as const
  const counts =
    shown === 0
      ? 'No rule showed a change.'
      : `${[`${formatCount(shown, 'change')} shown`, ...parts.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`]))].join(', ')}.`
  const answered =
    medianAnswerMinutes === null
      ? 'No answer was given.'
      : `${answers === 1 ? 'The answer' : `Half of ${formatCount(answers, 'answer')}`} came within ${formatDuration(Math.max(1, medianAnswerMinutes) * 60)}.`
  return `${counts} ${answered} Minutes saved are measured for no rule yet.`
}

/** What a layer that only watched would have drafted. */
export const sayWouldHave = ({ rules }: HowItDid, layer: LayerName): string =>
  `watched, it would have drafted ${formatCount(
    sum(
      rules.filter(rule => rule.layer === layer),
      rule => rule.watched.length,
    ),
    'change',
  )}.`

type NextLayerProps = {
  readonly label: string
  readonly does: string
  readonly mode: LayerMode
  readonly waitsDays: number
  readonly onTake: (mode: 'watched' | 'on') => void
}

/** The next layer, with the evidence of the last: offered once that one has run four weeks (C9). */
export const NextLayer = ({ label, does, mode, waitsDays, onTake }: NextLayerProps) => (
  <section class={s.next} aria-label="The next layer">
    <p>
      <strong>Next: {label}.</strong> {does}{' '}
      {waitsDays > 0
        ? `It is offered when the layer before it has run four weeks: in ${formatCount(waitsDays, 'day')}.`
        : 'The layer before it has run four weeks; the figures above are its evidence, and the decision is yours.'}
    </p>
    {waitsDays === 0 && (
      <div class={s.outcomes}>
        {mode === 'off' && (
          <Button small onClick={() => onTake('watched')}>
            Watch it first
          </Button>
        )}
        <Button small onClick={() => onTake('on')}>
          Switch it on
        </Button>
        <a href="/dry-run">Try it on the past</a>
      </div>
    )}
  </section>
)
