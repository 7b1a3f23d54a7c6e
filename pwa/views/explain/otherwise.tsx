/** "Should have asked me here": a real day becomes an example of the coach's own, tried again at each edit. */
import { useState } from 'preact/hooks'
import { expectationSays } from '../../../core/dry-run/index.ts'
import type { Day } from '../../../core/model/day.ts'
import type { SessionId } from '../../../core/model/ids.ts'
import { type Expectation, expectations } from '../../../core/model/playbook.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import type { App } from '../../state/app.ts'
import s from './otherwise.module.css'

type OtherwiseProps = { readonly app: App; readonly day: Day; readonly session: SessionId | null }

export const Otherwise = ({ app, day, session }: OtherwiseProps) => {
  const [expects, setExpects] = useState<Expectation>('ask')
  const [words, setWords] = useState('')
  const [told, setTold] = useState<string | null>(null)
  const keep = async () => {
    const example = { id: app.newId(), day, session, kind: null, expects, words: words.trim() }
    const wrong = await app.act.putOwnExample(example)
    setTold(wrong ?? 'Kept. It stands with the examples on the playbook page and is tried at each edit.')
    if (wrong === null) setWords('')
  }
  return (
    <form
      class={s.otherwise}
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      <h2>Should it have come out otherwise?</h2>
      <p class="soft">
        The day becomes an example of yours: the playbook is tried on it at each edit. It stays in this athlete’s
        documents.
      </p>
      <div class={s.row}>
        <Field label="The playbook …">
          <select value={expects} onChange={event => setExpects(event.currentTarget.value as Expectation)}>
            {expectations.map(one => (
              <option key={one} value={one}>
                {expectationSays[one]}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Why (optional)">
          <input maxLength={500} value={words} onInput={event => setWords(event.currentTarget.value)} />
        </Field>
        <Button type="submit">Keep as an example</Button>
      </div>
      <p role="status">
        {told} {told !== null && <a href="/playbook">To the playbook</a>}
      </p>
    </form>
  )
}
