/** Playbooks to start from, for athletes whose coaches keep more to themselves: taken as a draft, in words, before signing. */
import type { Playbook } from '../../../core/model/playbook.ts'
import { changedFields, differences, presets, withPreset } from '../../../core/playbook/index.ts'
import { Button } from '../../parts/button.tsx'
import { formatCount } from '../../parts/format.ts'
import { Marked } from './marked.tsx'
import s from './presets.module.css'

type PresetsProps = {
  /** The draft where there is one, else what is in force. */
  readonly playbook: Playbook
  readonly inForce: Playbook
  readonly isDraft: boolean
  /** How many athletes this person coaches. */
  readonly athletes: number
  readonly onTake: (draft: Playbook) => void
}

export const Presets = ({ playbook, inForce, isDraft, athletes, onTake }: PresetsProps) => (
  <section aria-labelledby="presets">
    <h2 id="presets">Presets</h2>
    <p class="soft">
      A start that is yours to edit. It becomes your draft, in words; nothing holds until you sign it
      {athletes > 1 ? ', for all your athletes or for this one alone' : ''}. Your swap list stays.
      {isDraft && ' It takes the place of the draft above.'}
    </p>
    <ul class={s.presets}>
      {presets.map(preset => {
        const changes = differences(inForce, withPreset(inForce, preset))
        const isInForce = changedFields(inForce, withPreset(inForce, preset)).length === 0
        const isTaken = isDraft && changedFields(playbook, withPreset(playbook, preset)).length === 0
        return (
          <li key={preset.id} class={s.preset} data-preset={preset.id}>
            <strong>{preset.title}</strong>
            <span class="soft">{preset.why}</span>
            {!isInForce && (
              <details class={s.state}>
                <summary>{formatCount(changes.length, 'change')} from what is in force</summary>
                <ul class={s.changes}>
                  {changes.map(one => (
                    <li key={one.field}>
                      <Marked difference={one} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <span class={s.foot}>
              <span class={s.state}>{isTaken ? 'This is your draft' : isInForce && 'As in force'}</span>
              {!isTaken && !isInForce && (
                <Button
                  small
                  aria-label={`Take as a draft: ${preset.title}`}
                  onClick={() => onTake(withPreset(inForce, preset))}
                >
                  Take as a draft
                </Button>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  </section>
)
