/** Last week in sentences, by rule or reworded; each says whose words it is in, and the figures are the rules' in both. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Fact } from '../../../core/reports/desk/facts.ts'
import { forReader, readersUnit } from '../../parts/for-reader.ts'
import { Icon } from '../../parts/icon.tsx'
import { Segmented } from '../../parts/segmented.tsx'
import type { Worded } from '../../state/narrators/index.ts'
import type { Wording } from '../../state/narrators/wording.ts'
import s from './sentences.module.css'

type InSentencesProps = { readonly facts: readonly Fact[]; readonly wording: Wording }

/** Loaded only where somebody chose a model. */
const word = async (facts: readonly Fact[], wording: Wording): Promise<Worded> => {
  const [{ narratorOf, wordReport }, { tellFacts }] = await Promise.all([
    import('../../state/narrators/index.ts'),
    import('../../../core/narrate/week.ts'),
  ])
  return wordReport(narratorOf(wording), tellFacts(facts))
}

export const InSentences = ({ facts: given, wording }: InSentencesProps) => {
  const unit = readersUnit.value
  const facts = useMemo(() => given.map(fact => ({ ...fact, says: forReader(fact.says, unit) })), [given, unit])
  const [by, setBy] = useState<'rule' | 'model'>('rule')
  const [worded, setWorded] = useState<Worded | null>(null)
  const asked = useRef<readonly Fact[] | null>(null)
  useEffect(() => {
    if (by === 'rule' || asked.current === facts) return
    asked.current = facts
    setWorded(null)
    const show = (result: Worded) => {
      if (asked.current === facts) setWorded(result)
    }
    void word(facts, wording).then(show, () =>
      show({ lines: [], model: '', says: 'The wording could not be loaded. Reload the page to try again.' }),
    )
  }, [by, facts])
  const reworded = by === 'rule' ? [] : (worded?.lines ?? []).filter(line => line.by === 'model')
  return (
    <section class={s.panel} aria-labelledby="sentences">
      <div class={s.head}>
        <h2 id="sentences">Last week in sentences</h2>
        <Segmented
          label="In whose words"
          value={by}
          options={[
            { value: 'rule', label: 'By rule' },
            { value: 'model', label: 'Reworded' },
          ]}
          onChange={setBy}
        />
      </div>
      <p role="status" class={s.says}>
        {by === 'model' && (worded === null ? 'Asking the model…' : (worded.says ?? ''))}
      </p>
      <ul class={s.lines}>
        {facts.map(({ id, title, says }) => {
          const line = reworded.find(one => one.id === id)
          return (
            <li key={id}>
              {line?.says ?? `${title}: ${says}.`}{' '}
              <span class={s.by}>
                {line ? (
                  <>worded by {worded!.model}, figures by rule</>
                ) : (
                  <>
                    <Icon name="rule" /> by rule
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
