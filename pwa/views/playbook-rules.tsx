/** The decision tree in plain words: who decides, when something counts, and what nobody can switch off. */
import { type Playbook, type ThresholdName, thresholdBounds } from '../../core/model/playbook.ts'
import { type Ownership as Owned, ownership, type SentenceGroup, sentences } from '../../core/playbook/index.ts'
import { formatCount } from '../parts/format.ts'
import { thresholdWords } from '../parts/playbook-words.ts'
import s from './playbook.module.css'

type Given = { readonly playbook: Playbook }

const groupOf = (playbook: Playbook, id: string): SentenceGroup | undefined =>
  sentences(playbook).find(group => group.id === id)

const Lines = ({ group }: { readonly group: SentenceGroup }) => (
  <ul class={s.sentences}>
    {group.sentences.map(sentence => (
      <li key={sentence.id}>
        {group.id === 'guardrails' && <span class={s.mark}>{sentence.id}</span>}
        {sentence.says}
      </li>
    ))}
  </ul>
)

/** The groups that are read only; layers and numbers stand on the page with their controls. */
export const Sentences = ({ playbook }: Given) =>
  ['kinds', 'rules', 'guardrails', 'drafts', 'swaps'].map(id => {
    const group = groupOf(playbook, id)
    return (
      group && (
        <section key={id} aria-labelledby={`words-${id}`}>
          <h2 id={`words-${id}`}>{group.title}</h2>
          {id === 'swaps' ? (
            <details>
              <summary>{formatCount(group.sentences.length, 'session')} on the list</summary>
              <Lines group={group} />
            </details>
          ) : (
            <Lines group={group} />
          )}
        </section>
      )
    )
  })

const levelWord: Readonly<Record<Owned['level'], string>> = {
  tell: 'told',
  auto: 'by itself',
  ask: 'asks',
  coach: 'coach alone',
}

export const Ownership = ({ playbook }: Given) => (
  <section aria-labelledby="who-decides">
    <h2 id="who-decides">Who decides</h2>
    <div class={s.scroll}>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Whose</th>
            <th scope="col">Now</th>
            <th scope="col">For example</th>
            <th scope="col">Watched how</th>
          </tr>
        </thead>
        <tbody>
          {ownership(playbook).map(({ element, owner, level, example, oversight, why }) => (
            <tr key={element}>
              <th scope="row">{element}</th>
              <td title={why}>{owner}</td>
              <td>
                <span class={s.level} data-level={level}>
                  {levelWord[level]}
                </span>
              </td>
              <td>{example}</td>
              <td>{oversight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

type Bounds = { readonly low: number; readonly high: number }
/** The values to choose from: every one where they are few, else round ones, and always the one in force. */
const choices = ({ low, high }: Bounds, now: number): readonly number[] => {
  const span = high - low
  const step = span <= 10 ? 1 : span <= 60 ? 5 : 30
  const values = Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => low + i * step)
  return [...new Set([...values, high, now])].sort((a, b) => a - b)
}

type ThresholdsProps = Given & {
  /** Null where the reader may not change it. */
  readonly onChange: ((name: ThresholdName, value: number) => void) | null
}

export const Thresholds = ({ playbook, onChange }: ThresholdsProps) => {
  const group = groupOf(playbook, 'thresholds')
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{group?.title ?? 'Numbers'}</h2>
      <p class="soft">Each number may be set inside its bounds; the bounds are guardrails and stay.</p>
      <ul class={s.numbers}>
        {group?.sentences.map(({ id, says, threshold }) => (
          <li key={id}>
            <span>
              {says}
              {threshold && threshold.value !== thresholdBounds[threshold.name].default && (
                <span class={s.changed}>
                  {' '}
                  default {thresholdWords(threshold.name, thresholdBounds[threshold.name].default)}
                </span>
              )}
            </span>
            {threshold &&
              (onChange ? (
                <select
                  class={s.number}
                  aria-label={says}
                  value={threshold.value}
                  onChange={event => {
                    const value = Number(event.currentTarget.value)
                    // Why: the number stands as it is until the coach has said yes in the dialog.
                    event.currentTarget.value = String(threshold.value)
                    onChange(threshold.name, value)
                  }}
                >
                  {choices(threshold, threshold.value).map(value => (
                    <option key={value} value={value}>
                      {thresholdWords(threshold.name, value)}
                    </option>
                  ))}
                </select>
              ) : (
                <span class={s.bounds}>
                  {thresholdWords(threshold.name, threshold.low)} – {thresholdWords(threshold.name, threshold.high)}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
