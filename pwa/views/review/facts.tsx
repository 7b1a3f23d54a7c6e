/** A week in six facts; what asks for a look, and what nobody has said, is marked by a word and an icon. */
import type { Fact } from '../../../core/reports/desk/facts.ts'
import { About } from '../../parts/about.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { Icon } from '../../parts/icon.tsx'
import s from './facts.module.css'

const marks = {
  flag: { icon: 'warning', word: 'look' },
  unknown: { icon: 'question', word: 'not known' },
} as const

export const Facts = ({ facts, label }: { readonly facts: readonly Fact[]; readonly label: string }) => (
  <dl class={s.facts} aria-label={label}>
    {facts.map(({ id, title, says, tone }) => (
      <div key={id} class={`${s.fact} ${s[tone]}`} data-fact={id}>
        <dt>
          {title} <About of={`week-${id}`} />
        </dt>
        <dd>
          <span>{forReader(says)}</span>
          {tone !== 'plain' && (
            <span class={s.mark}>
              <Icon name={marks[tone].icon} /> {marks[tone].word}
            </span>
          )}
        </dd>
      </div>
    ))}
  </dl>
)
