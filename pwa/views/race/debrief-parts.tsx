/** What the two make of a race: three questions for each, what was taken on the way, and what is carried over. */
import { useState } from 'preact/hooks'
import { emptyAthleteDebrief, emptyCoachDebrief } from '../../../core/model/race-debrief.ts'
import { type RaceVersion, raceVersions } from '../../../core/model/race-plan.ts'
import type { Race } from '../../../core/model/season.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { SayLine } from '../../parts/say-line.tsx'
import { Segmented } from '../../parts/segmented.tsx'
import type { App, Looking, RaceFile } from '../../state/app.ts'
import { isCoached } from '../../state/roles.ts'
import { attempt } from '../session/attempt.ts'
import { KeptText } from './kept.tsx'
import s from './race.module.css'
import { versionWords } from './words.ts'

type TabProps = { readonly app: App; readonly looking: Looking; readonly race: Race; readonly file: RaceFile }

const athletesQuestions = [
  ['story', 'How was it, in your words?'],
  ['hardest', 'What was hardest, and what did you do then?'],
  ['nextTime', 'What would you do again, and what otherwise?'],
] as const
const ranOptions = [
  { value: '', label: 'Not said' },
  ...raceVersions.map(version => ({ value: version, label: versionWords[version].title })),
] as const

export const AthletesPart = ({ app, looking, race, file, mine }: TabProps & { readonly mine: boolean }) => {
  const said = file.athleteDebrief ?? emptyAthleteDebrief(race.id)
  const keep = (patch: Parameters<App['act']['debriefAsAthlete']>[1]) =>
    attempt(app.act.debriefAsAthlete(race.id, patch))
  if (!mine)
    return (
      <section class={s.panel} aria-labelledby="race-athlete">
        <h2 id="race-athlete">In the athlete’s words</h2>
        {said.ran !== null && <p>Ran the {versionWords[said.ran].title.toLowerCase()} version, they say.</p>}
        {athletesQuestions.map(([name, asked]) =>
          said[name] === '' ? null : (
            <div key={name}>
              <p class={s.soft}>{asked}</p>
              <q>{said[name]}</q>
            </div>
          ),
        )}
      </section>
    )
  return (
    <section class={s.panel} aria-labelledby="race-athlete">
      <h2 id="race-athlete">In your words</h2>
      <p class={s.soft}>
        All of it is optional and kept as you type{looking.selfCoached ? '.' : '; your coach reads it.'}
      </p>
      <Segmented
        label="Which version you ran"
        options={ranOptions}
        value={said.ran ?? ''}
        onChange={value => void keep({ ran: value === '' ? null : (value as RaceVersion) })}
      />
      {athletesQuestions.map(([name, asked]) => (
        <KeptText key={name} label={asked} rows={3} value={said[name]} onKeep={words => keep({ [name]: words })} />
      ))}
      <Fuel fuel={said.fuel} onKeep={fuel => keep({ fuel })} />
    </section>
  )
}

type FuelTicks = ReturnType<typeof emptyAthleteDebrief>['fuel']

/** What was taken, a line each: minutes after the start, grams, millilitres. */
const Fuel = ({ fuel, onKeep }: { readonly fuel: FuelTicks; readonly onKeep: (fuel: FuelTicks) => void }) => {
  const [minute, setMinute] = useState('')
  const [grams, setGrams] = useState('')
  const [ml, setMl] = useState('')
  const read = (text: string, most: number) =>
    Math.min(most, Math.max(0, Math.round(Number(text.replace(',', '.')) || 0)))
  return (
    <fieldset class={s.version}>
      <legend>What you took</legend>
      {fuel.map(([at, g, drink], i) => (
        <p key={i} class={s.bar}>
          <span>
            After {at} min:{' '}
            {[g > 0 ? `${g} g` : null, drink > 0 ? `${drink} ml` : null].filter(part => part !== null).join(' and ')}
          </span>
          <Button small variant="plain" onClick={() => onKeep(fuel.filter((_, other) => other !== i))}>
            Remove
          </Button>
        </p>
      ))}
      <div class={s.row}>
        <Field label="After, min">
          <input inputMode="numeric" value={minute} onInput={e => setMinute(e.currentTarget.value)} />
        </Field>
        <Field label="Carbohydrate, g">
          <input inputMode="numeric" value={grams} onInput={e => setGrams(e.currentTarget.value)} />
        </Field>
        <Field label="Drink, ml">
          <input inputMode="numeric" value={ml} onInput={e => setMl(e.currentTarget.value)} />
        </Field>
      </div>
      <Button
        small
        disabled={minute.trim() === '' || read(grams, 300) + read(ml, 3000) === 0 || fuel.length >= 200}
        onClick={() => {
          const tick: FuelTicks[number] = [read(minute, 6000), read(grams, 300), read(ml, 3000)]
          onKeep([...fuel, tick].toSorted((a, b) => a[0] - b[0]))
          setMinute('')
        }}
      >
        Add
      </Button>
    </fieldset>
  )
}

const coachsQuestions = [
  ['overreacted', 'Was there an overreaction early, or a moment decided too soon?'],
  ['fuelling', 'Did the fade come from fuelling, from pace, from heat, or from the head?'],
  ['grew', 'What did they grow by handling?'],
] as const

export const CoachsPart = ({ app, looking, race, file }: TabProps) => {
  const said = file.coachDebrief ?? emptyCoachDebrief(race.id)
  const mayWrite = isCoached(looking.space)
  const keep = (patch: Parameters<App['act']['debriefAsCoach']>[1]) => attempt(app.act.debriefAsCoach(race.id, patch))
  return (
    <section class={s.panel} aria-labelledby="race-coach">
      <h2 id="race-coach">{mayWrite ? 'Your reading of it' : 'Your coach’s reading of it'}</h2>
      {mayWrite
        ? coachsQuestions.map(([name, asked]) => (
            <KeptText key={name} label={asked} rows={3} value={said[name]} onKeep={words => keep({ [name]: words })} />
          ))
        : coachsQuestions.map(([name]) => (said[name] === '' ? null : <p key={name}>{said[name]}</p>))}
      {!mayWrite && coachsQuestions.every(([name]) => said[name] === '') && (
        <p class={s.soft}>Nothing yet. Facts and both your stories stand on this one page.</p>
      )}
      <h3>Carried over to the next race</h3>
      {said.carryOvers.length === 0 && <p class={s.soft}>Nothing yet.</p>}
      <ul class={s.says}>
        {said.carryOvers.map(({ id, words, doneFor }) => (
          <li key={id}>
            {words} {doneFor !== null && <span class={s.soft}>done</span>}{' '}
            {mayWrite && (
              <Button
                small
                variant="plain"
                aria-label={`Remove “${words.slice(0, 40)}”`}
                onClick={() => void keep({ carryOvers: said.carryOvers.filter(one => one.id !== id) })}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <SayLine
          label="Something to do before the next race"
          word="Add"
          onSay={words =>
            keep({ carryOvers: [...said.carryOvers, { id: app.newId(), words: words.slice(0, 300), doneFor: null }] })
          }
        />
      )}
    </section>
  )
}
