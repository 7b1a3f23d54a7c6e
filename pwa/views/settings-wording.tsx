/** Whose words reports are in: the rules', or a model's that the person chose; what leaves the device, and to where. */
import { useState } from 'preact/hooks'
import { tellFacts } from '../../core/narrate/week.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Segmented } from '../parts/segmented.tsx'
import type { App } from '../state/app.ts'
import { readAddress } from '../state/narrators/endpoint.ts'
import { narratorOf, wordReport } from '../state/narrators/index.ts'
import type { Wording } from '../state/narrators/wording.ts'
import s from './settings.module.css'

const probe = tellFacts([
  {
    id: 'mileage',
    title: 'Mileage',
    says: '28.5 km in 3 runs; 24 km the week before',
    tone: 'plain',
    evidence: [],
  },
])

const sayLeaves = ({ by, address }: Wording): string => {
  if (by === 'rule') return 'Reports are in the rules’ own words. Nothing is asked and nothing leaves this device.'
  const what = `the frames of sentences, such as “${probe[0]!.template}”: no figure, no day, no name, nothing anybody wrote`
  if (by === 'built-in') return `The browser’s own model gets ${what}. Nothing leaves this device.`
  const whole = readAddress(address)
  const where = whole === null ? 'the address below' : new URL(whole).host
  return `When you press Reworded in a review, this leaves the page for ${where}: ${what}.`
}

export const WordingChoice = ({ app }: { readonly app: App }) => {
  const wording = app.wording.value
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)
  const change = (more: Partial<Wording>) => {
    setTold('')
    app.setWording({ ...wording, ...more })
  }
  const isAddress = readAddress(wording.address) !== null
  const test = async () => {
    setBusy(true)
    const { lines, model, says } = await wordReport(narratorOf(wording), probe)
    setBusy(false)
    setTold(says === null ? `It works. ${model} wrote: “${lines[0]!.says}”` : `${says} The rules’ own words stand.`)
  }
  return (
    <section aria-labelledby="wording">
      <h2 id="wording">Wording</h2>
      <div class={s.choice}>
        <span>Reports are worded by</span>
        <Segmented
          label="Reports are worded by"
          value={wording.by}
          options={[
            { value: 'rule', label: 'The rules' },
            { value: 'built-in', label: 'This browser' },
            { value: 'endpoint', label: 'An address' },
          ]}
          onChange={by => change({ by })}
        />
      </div>
      <p class="soft">
        {sayLeaves(wording)} A model only rewords: every figure is put in by rule, and a sentence that says more than
        the rule’s is not shown.
      </p>
      {wording.by === 'endpoint' && (
        <div class={s.form}>
          <Field
            label="Address"
            hint="OpenAI-compatible, such as http://localhost:11434/v1; https, or on this machine."
            error={wording.address === '' || isAddress ? null : 'Not an https address, nor one on this machine.'}
          >
            <input
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              maxLength={500}
              value={wording.address}
              onInput={event => change({ address: event.currentTarget.value })}
            />
          </Field>
          <Field label="Model">
            <input
              autocomplete="off"
              spellcheck={false}
              maxLength={100}
              value={wording.model}
              onInput={event => change({ model: event.currentTarget.value })}
            />
          </Field>
          <Field label="Key, if it needs one" hint="Kept on this device only, and sent to this address alone.">
            <input
              type="password"
              autocomplete="off"
              maxLength={500}
              value={wording.key}
              onInput={event => change({ key: event.currentTarget.value })}
            />
          </Field>
        </div>
      )}
      {wording.by !== 'rule' && (
        <div class={s.row}>
          <Button
            disabled={busy || (wording.by === 'endpoint' && (!isAddress || wording.model.trim() === ''))}
            onClick={() => void test()}
          >
            {busy ? 'Asking…' : 'Test it'}
          </Button>
          <span role="status">{told}</span>
        </div>
      )}
    </section>
  )
}
