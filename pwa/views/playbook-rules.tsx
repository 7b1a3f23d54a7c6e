/** The decision tree in plain words: who decides, when something counts, and what nobody can switch off. */
import { type Playbook, type ThresholdName, thresholdBounds } from '../../core/model/playbook.ts'
import { type Ownership as Owned, ownership, type SentenceGroup, sentences } from '../../core/playbook/index.ts'
import { nudgesIn } from '../../core/reports/basis/nudge.ts'
import { formatMoment } from '../parts/format.ts'
import { thresholdWords } from '../parts/playbook-words.ts'
import { Threshold } from './playbook/threshold.tsx'
import type { Since } from './playbook/versions.ts'
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

/** The groups that are read only; layers, numbers and the swap list stand on the page with their controls. */
export const Sentences = ({ playbook }: Given) =>
  ['kinds', 'rules', 'guardrails', 'drafts'].map(id => {
    const group = groupOf(playbook, id)
    return (
      group && (
        <section key={id} aria-labelledby={`words-${id}`}>
          <h2 id={`words-${id}`}>{group.title}</h2>
          <Lines group={group} />
        </section>
      )
    )
  })

/** What the athlete is reminded of and asked, when, and whether it is on. */
export const Nudges = ({ playbook }: Given) => (
  <section aria-labelledby="nudges">
    <h2 id="nudges">What the athlete is reminded of</h2>
    <ul class={s.sentences}>
      {nudgesIn(playbook).map(({ id, says }) => (
        <li key={id}>{says}</li>
      ))}
    </ul>
  </section>
)

const levelWord: Readonly<Record<Owned['level'], string>> = {
  tell: 'told',
  auto: 'by itself',
  ask: 'asks',
  coach: 'coach alone',
}

export const Ownership = ({ playbook }: Given) => (
  <section aria-labelledby="who-decides">
    <h2 id="who-decides">Who decides</h2>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
    <section class={s.scroll} tabIndex={0} aria-label="Who decides, as a table">
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
    </section>
  </section>
)

type ThresholdsProps = Given & {
  /** Null where the reader may not change it. */
  readonly onChange: ((name: ThresholdName, value: number) => void) | null
  /** Since when and by whom each field stands as it does, where it was ever changed. */
  readonly since: ReadonlyMap<string, Since>
  readonly athlete: string
}

export const Thresholds = ({ playbook, onChange, since, athlete }: ThresholdsProps) => {
  const group = groupOf(playbook, 'thresholds')
  const own = new Map(playbook.overrides.map(({ field, shared }) => [field, shared]))
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{group?.title ?? 'Numbers'}</h2>
      <p class="soft">
        {onChange === null
          ? 'The coach may set each number inside its bounds; the bounds are guardrails and stay.'
          : 'Change a number where it stands. It waits in your draft until you sign it; the bounds are guardrails.'}
      </p>
      <ul class={s.numbers}>
        {group?.sentences.flatMap(sentence => {
          const { id, threshold } = sentence
          if (threshold === null) return []
          const { name, value, low, high } = threshold
          const usual = thresholdBounds[name].default
          const shared = own.get(`thresholds.${name}`)
          return (
            <li key={id}>
              <span>
                <Threshold
                  sentence={{ ...sentence, threshold }}
                  onChange={onChange && (next => onChange(name, next))}
                />
                <Marks
                  since={since.get(`thresholds.${name}`)}
                  own={
                    typeof shared === 'number'
                      ? `for ${athlete} alone; the others: ${thresholdWords(name, shared)}`
                      : null
                  }
                  usual={value === usual ? null : thresholdWords(name, usual)}
                />
              </span>
              <span class={s.bounds}>
                {thresholdWords(name, low)} – {thresholdWords(name, high)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type MarksProps = { readonly since: Since | undefined; readonly own: string | null; readonly usual: string | null }

/** What is beside a sentence: for whom it is, since when it stands so, and what it was at first. */
const Marks = ({ since, own, usual }: MarksProps) => {
  const dated = since?.at ? `since ${formatMoment(since.at)}, signed by ${since.by}` : null
  const all = [own, dated, usual === null ? null : `default ${usual}`].filter(one => one !== null)
  return all.length === 0 ? null : <span class={s.changed}>{all.join(' · ')}</span>
}
