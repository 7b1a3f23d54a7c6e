/** The coach's frame: phases with what they are for, and races. No rule ever writes here. */
import { useState } from 'preact/hooks'
import { addDays, type Day, parseDay } from '../../../core/model/day.ts'
import { type Phase, phaseKinds, type Race } from '../../../core/model/season.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { formatDay, formatNumber, formatSpan } from '../../parts/format.ts'
import { phaseWord } from '../../parts/life-words.ts'
import type { App, Looking } from '../../state/app.ts'
import { attempt } from './attempt.ts'
import s from './session.module.css'

const dayFrom = (text: string, otherwise: Day): Day => parseDay(text) ?? otherwise

type SeasonFormProps = { readonly app: App; readonly looking: Looking; readonly day: Day }

export const SeasonForm = ({ app, looking, day }: SeasonFormProps) => {
  const { phases, races } = looking.plan
  const [phase, setPhase] = useState<Phase | null>(null)
  const [race, setRace] = useState<Race | null>(null)
  return (
    <div class={s.detail}>
      <section class={s.section}>
        <h3>Races</h3>
        {races
          .toSorted((a, b) => (a.day < b.day ? 1 : -1))
          .map(one => (
            <p key={one.id} class={s.lifeLine}>
              <span>
                <a href={`/race/${one.id}`}>{one.name}</a> {formatDay(one.day, 'withYear')} · {one.priority}
                {one.distanceM === null ? '' : ` · ${formatNumber(one.distanceM / 1000, 1)} km`}
                {one.goal === '' ? '' : ` · ${one.goal}`}
              </span>
              <Button small variant="plain" onClick={() => setRace(one)}>
                Edit
              </Button>
              <Button small variant="plain" onClick={() => void attempt(app.act.removeRace(one.id))}>
                Remove
              </Button>
            </p>
          ))}
        {race === null ? (
          <Button
            small
            onClick={() => setRace({ id: app.newId(), day, name: '', priority: 'A', distanceM: null, goal: '' })}
          >
            Add a race
          </Button>
        ) : (
          <form
            class={s.form}
            onSubmit={event => {
              event.preventDefault()
              void attempt(app.act.putRace(race)).then(went => went && setRace(null))
            }}
          >
            <Field label="Race">
              <input
                required
                maxLength={200}
                value={race.name}
                onInput={e => setRace({ ...race, name: e.currentTarget.value })}
              />
            </Field>
            <div class={s.row}>
              <Field label="Race day">
                <input
                  type="date"
                  required
                  value={race.day}
                  onInput={e => setRace({ ...race, day: dayFrom(e.currentTarget.value, race.day) })}
                />
              </Field>
              <Field label="Priority">
                <select
                  value={race.priority}
                  onChange={e => setRace({ ...race, priority: e.currentTarget.value as Race['priority'] })}
                >
                  <option>A</option>
                  <option>B</option>
                  <option>C</option>
                </select>
              </Field>
              <Field label="Distance, km">
                <input
                  type="number"
                  min="0.1"
                  step="any"
                  value={race.distanceM === null ? '' : race.distanceM / 1000}
                  onInput={e => {
                    const metres = Math.round(Number(e.currentTarget.value) * 1000)
                    setRace({ ...race, distanceM: metres > 0 ? metres : null })
                  }}
                />
              </Field>
            </div>
            <Field label="Goal" hint="Yours and the athlete's. Nothing automatic ever changes it.">
              <input
                maxLength={300}
                value={race.goal}
                onInput={e => setRace({ ...race, goal: e.currentTarget.value })}
              />
            </Field>
            <div class={s.foot}>
              <Button onClick={() => setRace(null)}>Cancel</Button>
              <Button type="submit" variant="primary">
                Save race
              </Button>
            </div>
          </form>
        )}
      </section>
      <section class={s.section}>
        <h3>Phases</h3>
        {phases
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
          .map(one => (
            <p key={one.id} class={s.lifeLine}>
              <span>
                <strong>{phaseWord[one.kind]}</strong> {formatSpan(one.from, one.to)}
                {one.objective === '' ? '' : ` · ${one.objective}`}
              </span>
              <Button small variant="plain" onClick={() => setPhase(one)}>
                Edit
              </Button>
              <Button small variant="plain" onClick={() => void attempt(app.act.removePhase(one.id))}>
                Remove
              </Button>
            </p>
          ))}
        {phase === null ? (
          <Button
            small
            onClick={() =>
              setPhase({ id: app.newId(), kind: 'base', from: day, to: addDays(day, 27), objective: '', measure: '' })
            }
          >
            Add a phase
          </Button>
        ) : (
          <PhaseForm app={app} phase={phase} onPhase={setPhase} />
        )}
      </section>
    </div>
  )
}

type PhaseFormProps = { readonly app: App; readonly phase: Phase; readonly onPhase: (phase: Phase | null) => void }

const PhaseForm = ({ app, phase, onPhase }: PhaseFormProps) => (
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
          onInput={e => onPhase({ ...phase, from: dayFrom(e.currentTarget.value, phase.from) })}
        />
      </Field>
      <Field label="To">
        <input
          type="date"
          required
          min={phase.from}
          value={phase.to}
          onInput={e => onPhase({ ...phase, to: dayFrom(e.currentTarget.value, phase.to) })}
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
    <div class={s.foot}>
      <Button onClick={() => onPhase(null)}>Cancel</Button>
      <Button type="submit" variant="primary">
        Save phase
      </Button>
    </div>
  </form>
)
