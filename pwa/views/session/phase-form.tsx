/** A phase as the coach writes it: what it is for, how they will know, what it may cost, and what else needs room. */
import { parseDay } from '../../../core/model/day.ts'
import { type Phase, phaseKinds } from '../../../core/model/season.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { phaseWord } from '../../parts/life-words.ts'
import type { App } from '../../state/app.ts'
import { attempt } from './attempt.ts'
import s from './session.module.css'

type PhaseFormProps = { readonly app: App; readonly phase: Phase; readonly onPhase: (phase: Phase | null) => void }

export const PhaseForm = ({ app, phase, onPhase }: PhaseFormProps) => (
  <form
    class={s.form}
    onSubmit={event => {
      event.preventDefault()
      void attempt(app.act.putPhase(phase)).then(went => went && onPhase(null))
    }}
  >
    <div class={s.row}>
      <Field label="Phase">
        <select value={phase.kind} onChange={e => onPhase({ ...phase, kind: e.currentTarget.value as Phase['kind'] })}>
          {phaseKinds.map(kind => (
            <option key={kind} value={kind}>
              {phaseWord[kind]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="From">
        <input
          type="date"
          required
          value={phase.from}
          onInput={e => onPhase({ ...phase, from: parseDay(e.currentTarget.value) ?? phase.from })}
        />
      </Field>
      <Field label="To">
        <input
          type="date"
          required
          min={phase.from}
          value={phase.to}
          onInput={e => onPhase({ ...phase, to: parseDay(e.currentTarget.value) ?? phase.to })}
        />
      </Field>
    </div>
    <Field label="Objective">
      <input
        maxLength={500}
        value={phase.objective}
        onInput={e => onPhase({ ...phase, objective: e.currentTarget.value })}
      />
    </Field>
    <Field label="How you will know">
      <input
        maxLength={500}
        value={phase.measure}
        onInput={e => onPhase({ ...phase, measure: e.currentTarget.value })}
      />
    </Field>
    <Field label="Risk" hint="What this choice may cost, so that the next decision weighs it.">
      <input
        maxLength={500}
        value={phase.risk ?? ''}
        onInput={e => onPhase({ ...phase, risk: e.currentTarget.value })}
      />
    </Field>
    <Field label="What else needs room" hint="Family, work, another sport.">
      <input
        maxLength={500}
        value={phase.priorities ?? ''}
        onInput={e => onPhase({ ...phase, priorities: e.currentTarget.value })}
      />
    </Field>
    <div class={s.foot}>
      <Button onClick={() => onPhase(null)}>Cancel</Button>
      <Button type="submit" variant="primary">
        Save phase
      </Button>
    </div>
  </form>
)
