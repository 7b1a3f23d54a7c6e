/** The coach's frame: phases with what they are for, and races. No rule ever writes here. */
import { useState } from 'preact/hooks'
import { addDays, type Day, parseDay } from '../../../core/model/day.ts'
import type { Phase, Race } from '../../../core/model/season.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { formatDay, formatNumber, formatSpan } from '../../parts/format.ts'
import { phaseWord } from '../../parts/life-words.ts'
import type { App, Looking } from '../../state/app.ts'
import { attempt } from './attempt.ts'
import { PhaseForm } from './phase-form.tsx'
import { SeasonTemplates } from './season-template.tsx'
import s from './session.module.css'

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
                  onInput={e => setRace({ ...race, day: parseDay(e.currentTarget.value) ?? race.day })}
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
            <div class={s.row}>
              <Field label="Days of recovery after it" hint="What life truly leaves.">
                <input
                  type="number"
                  min="0"
                  max="120"
                  value={race.recoveryDays ?? ''}
                  onInput={e => {
                    const days = Math.round(Number(e.currentTarget.value))
                    setRace({
                      ...race,
                      recoveryDays: e.currentTarget.value === '' || days < 0 ? null : Math.min(120, days),
                    })
                  }}
                />
              </Field>
              <Field label="Risk">
                <input
                  maxLength={500}
                  placeholder="what could go wrong, and what then"
                  value={race.risk ?? ''}
                  onInput={e => setRace({ ...race, risk: e.currentTarget.value })}
                />
              </Field>
            </div>
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
                {one.risk ? <span class={s.soft}> Risk: {one.risk}</span> : null}
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
      <section class={s.section}>
        <h3>From a template</h3>
        <SeasonTemplates app={app} looking={looking} />
      </section>
    </div>
  )
}
