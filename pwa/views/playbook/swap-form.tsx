/** One session of the swap list, written like any other: what it stands in for, what it is for, and its steps as text. */
import { useState } from 'preact/hooks'
import { canonical, type Json } from '../../../core/lib/canonical.ts'
import type { Thresholds } from '../../../core/model/athlete.ts'
import type { Swap } from '../../../core/model/playbook.ts'
import { isHard, type Purpose, purposes } from '../../../core/model/session.ts'
import { parseWorkout, printWorkout } from '../../../core/workout/text.ts'
import { purposeWord } from '../../../core/workout/words.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Field } from '../../parts/field.tsx'
import type { DistanceUnit } from '../../parts/format.ts'
import { plannedOf } from '../../parts/planned.ts'
import { StepsEditor } from '../../parts/steps-editor.tsx'
import s from './swap-list.module.css'

type SwapFormProps = {
  /** Null for a new one. */
  readonly swap: Swap | null
  readonly list: readonly Swap[]
  readonly newId: () => string
  readonly thresholds: Thresholds
  readonly unit: DistanceUnit
  readonly onSave: (swap: Swap) => void
  readonly onClose: () => void
}

/** What can be missed and replaced: a race is nobody's to replace, and a day of rest is not missed. */
const replaceable = purposes.filter(purpose => purpose !== 'race' && purpose !== 'rest')

const newText = 'Warmup\n- 15m E\n\n6x\n- 90s I\n- 2m E\n\nCooldown\n- 10m E'

const isSame = (a: Swap, b: Swap): boolean =>
  a.id !== b.id &&
  canonical({ ...a, id: '', offered: true } as Json) === canonical({ ...b, id: '', offered: true } as Json)

export const SwapForm = ({ swap, list, newId, thresholds, unit, onSave, onClose }: SwapFormProps) => {
  const [title, setTitle] = useState(swap?.title ?? '')
  const [from, setFrom] = useState<Purpose>(swap?.from ?? 'intervals')
  const [to, setTo] = useState<Purpose>(swap?.to ?? 'hills')
  const [text, setText] = useState(() => (swap === null ? newText : printWorkout(swap.steps)))
  const [fault, setFault] = useState<string | null>(null)
  const read = parseWorkout(text)
  const lowers = isHard({ purpose: from, key: true }) && !isHard({ purpose: to, key: true })
  const save = (event: Event) => {
    event.preventDefault()
    if (!read.ok) return setFault('The steps cannot be read yet. The line is marked above.')
    const { steps } = read.value
    if (steps.length === 0) return setFault('Write at least one step: without steps nobody knows whether it is equal.')
    const next: Swap = {
      id: swap?.id ?? newId(),
      from,
      to,
      title: title.trim() || purposeWord[to],
      steps,
      offered: swap?.offered ?? true,
    }
    if (list.some(other => isSame(other, next))) return setFault('Exactly this session is on the list already.')
    onSave(next)
  }
  const choice = (label: string, value: Purpose, onChange: (purpose: Purpose) => void) => (
    <Field label={label}>
      <select value={value} onChange={event => onChange(event.currentTarget.value as Purpose)}>
        {replaceable.map(purpose => (
          <option key={purpose} value={purpose}>
            {purposeWord[purpose]}
          </option>
        ))}
      </select>
    </Field>
  )
  return (
    <Dialog open title={swap === null ? 'A session for the list' : `Edit ${swap.title}`} onClose={onClose}>
      <form class={s.form} onSubmit={save}>
        <Field label="Title">
          <input
            data-first
            value={title}
            maxLength={200}
            placeholder={purposeWord[to]}
            onInput={event => setTitle(event.currentTarget.value)}
          />
        </Field>
        <div class={s.row}>
          {choice('When this is missed', from, setFrom)}
          {choice('The session is for', to, setTo)}
        </div>
        {lowers && (
          <p class={s.note}>
            {purposeWord[from]} would become {purposeWord[to].toLowerCase()}: in the place of a key session that always
            asks you first, whatever is allowed.
          </p>
        )}
        <StepsEditor
          text={text}
          onText={setText}
          unit={unit}
          planned={steps => plannedOf({ steps, sport: 'run', purpose: to }, thresholds)}
        />
        {fault !== null && (
          <p class={s.fault} role="alert">
            {fault}
          </p>
        )}
        <p class={s.note}>It waits in your draft of the playbook, and is drafted for nobody until you sign it.</p>
        <div class={s.buttons}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            {swap === null ? 'Put on the list' : 'Change it'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
