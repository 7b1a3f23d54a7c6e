/** One rule in a month: what it came to in words, and what the coach makes of it. */

import type { Playbook } from '../../../core/model/playbook.ts'
import { type Difference, differences, type Outcome, outcomes, withOutcome } from '../../../core/playbook/index.ts'
import type { Drafted, RuleMonth } from '../../../core/reports/basis/how-it-did.ts'
import { Button } from '../../parts/button.tsx'
import { formatCount, formatDay } from '../../parts/format.ts'
import { addressOfWhy } from '../../parts/why-address.ts'
import s from './how-it-did.module.css'

const outcomeWord: Readonly<Record<Outcome, string>> = {
  keep: 'Keep',
  tighten: 'Tighten',
  loosen: 'Loosen',
  watch: 'Only watch',
  off: 'Switch off',
}
/** The outcomes as they are written into the note. */
const decided: Readonly<Record<Outcome, string>> = {
  keep: 'Kept as it is.',
  tighten: 'Tightened.',
  loosen: 'Loosened.',
  watch: 'Only watched from now on.',
  off: 'Switched off.',
}

/** What a rule came to, in words; what did not happen is left out. */
export const sayMonth = (month: RuleMonth): string => {
  const { shown, approved, declined, applied, undone, unanswered } = month
  if (shown + undone === 0) return 'nothing shown'
  const parts = [
    [approved, 'approved'],
    [applied, 'applied at once'],
    [declined, 'declined'],
    [undone, 'taken back'],
    [unanswered, 'not answered'],
  ] as const
  return [`${shown} shown`, ...parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)].join(
    ' · ',
  )
}

/** The note that is signed with an outcome, for the coach to write on. */
export const noteOf = (month: RuleMonth, outcome: Outcome, name: string): string =>
  `${name}, ${month.title.toLowerCase()}: ${sayMonth(month).replaceAll(' · ', ', ')}. ${decided[outcome]}`

const brief = (changes: readonly Difference[]): string => changes.map(one => one.brief).join(', ')

type RuleRowProps = {
  readonly month: RuleMonth
  readonly playbook: Playbook
  readonly isTried: boolean
  readonly onOutcome: (outcome: Outcome, next: Playbook) => void
}

export const RuleRow = ({ month, playbook, isTried, onOutcome }: RuleRowProps) => {
  const mode = playbook.layers[month.layer]
  return (
    <li class={s.rule} data-rule={month.rule}>
      <h3 class={s.title}>{month.title}</h3>
      <p class={s.says}>{mode === 'watched' ? sayWatched(month.watched, isTried) : sayMonth(month)}</p>
      {mode === 'watched' && <Watched drafted={month.watched} />}
      {month.whyNot.map(words => (
        <blockquote key={words} class={s.words}>
          Declined: {words}
        </blockquote>
      ))}
      <fieldset class={s.outcomes} aria-label={`What becomes of it: ${month.title}`}>
        {outcomes.map(outcome => {
          const next = withOutcome(playbook, month.rule, outcome)
          if (next === null) return null
          const changes = differences(playbook, next)
          return (
            <Button key={outcome} small title={changes[0]?.now} onClick={() => onOutcome(outcome, next)}>
              {outcomeWord[outcome]}
              {changes.length > 0 && (
                <span class={s.brief}>
                  {outcome === 'off' || outcome === 'watch' ? 'the whole layer' : brief(changes)}
                </span>
              )}
            </Button>
          )
        })}
      </fieldset>
    </li>
  )
}

const sayWatched = (drafted: readonly Drafted[], isTried: boolean): string =>
  !isTried
    ? 'only watched'
    : drafted.length === 0
      ? 'would have drafted nothing'
      : `would have drafted ${formatCount(drafted.length, 'change')}; nobody saw it`

const most = 5

const Watched = ({ drafted }: { readonly drafted: readonly Drafted[] }) =>
  drafted.length === 0 ? null : (
    <ul class={s.watched}>
      {drafted.slice(0, most).map(({ item, day, says }) => (
        <li key={item}>
          <a href={addressOfWhy(day, null)}>{formatDay(day)}</a> {says}
        </li>
      ))}
      {drafted.length > most && <li class="soft">and {drafted.length - most} more</li>}
    </ul>
  )
