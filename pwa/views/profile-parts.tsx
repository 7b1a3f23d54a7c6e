/** The parts of what an athlete tells of themselves, asked one by one at the start and together on their page. */
import type { Thresholds as Estimated } from '../../core/model/athlete.ts'
import { Field } from '../parts/field.tsx'
import { type DistanceUnit, formatDuration, formatPace } from '../parts/format.ts'
import { Segmented } from '../parts/segmented.tsx'
import s from './profile.module.css'
import { type Draft, weekdays, wholeOr } from './profile-draft.ts'

export type PartProps = { readonly draft: Draft; readonly set: (part: Partial<Draft>) => void }

type ThresholdsProps = PartProps & { readonly unit: DistanceUnit; readonly estimated: Estimated }

export const Thresholds = ({ draft, set, unit, estimated }: ThresholdsProps) => {
  const beat = (label: string, key: 'thresholdHr' | 'maxHr' | 'restHr') => (
    <Field label={label}>
      <input
        inputMode="numeric"
        placeholder={estimated[key] === null ? '' : `about ${estimated[key]}`}
        value={draft[key]}
        onInput={event => set({ [key]: event.currentTarget.value })}
      />
    </Field>
  )
  return (
    <fieldset class={s.group}>
      <legend>Thresholds</legend>
      <p class="faint">
        What is left empty is estimated from the training on file. Now: {estimated.origin}.{' '}
        <a href="/zones">Where they come from</a>
      </p>
      <div class={s.line}>
        <Field label={`Threshold pace, min/${unit}`}>
          <input
            inputMode="text"
            placeholder={
              estimated.thresholdPaceSPerKm
                ? `about ${formatPace(estimated.thresholdPaceSPerKm, unit).split(' ')[0]}`
                : '4:35'
            }
            value={draft.pace}
            onInput={event => set({ pace: event.currentTarget.value })}
          />
        </Field>
        {beat('Threshold heart rate', 'thresholdHr')}
        {beat('Maximum heart rate', 'maxHr')}
        {beat('Resting heart rate', 'restHr')}
      </div>
      <div class={s.choice}>
        <span>For heart-rate load</span>
        <Segmented
          label="Sex, for heart-rate load"
          value={draft.sex}
          options={[
            { value: 'unsaid', label: 'Not said' },
            { value: 'female', label: 'Female' },
            { value: 'male', label: 'Male' },
          ]}
          onChange={sex => set({ sex })}
        />
      </div>
    </fieldset>
  )
}

export const WeekMinutes = ({ draft, set }: PartProps) => {
  const total = draft.week.reduce((sum, text) => sum + (wholeOr(text) || 0), 0)
  return (
    <fieldset class={s.group}>
      <legend>Minutes in the week</legend>
      <p class="faint">
        No automatic change asks for more than this. Empty is not said.{' '}
        {total > 0 && `Together ${formatDuration(total * 60)}.`}
      </p>
      <div class={s.week}>
        {weekdays.map((name, i) => (
          <Field key={name} label={name}>
            <input
              inputMode="numeric"
              value={draft.week[i] ?? ''}
              onInput={event =>
                set({ week: draft.week.map((text, at) => (at === i ? event.currentTarget.value : text)) })
              }
            />
          </Field>
        ))}
      </div>
    </fieldset>
  )
}

export const LifeWords = ({ draft, set }: PartProps) => (
  <Field label="Work and family" hint="What a usual week looks like, and what moves in it: shifts, school, travel.">
    <textarea maxLength={2000} value={draft.work} onInput={event => set({ work: event.currentTarget.value })} />
  </Field>
)

export const Sleep = ({ draft, set }: PartProps) => (
  <>
    <Field label="Usual sleep, hours">
      <input inputMode="decimal" value={draft.sleep} onInput={event => set({ sleep: event.currentTarget.value })} />
    </Field>
    <div class={s.choice}>
      <span>My nights are</span>
      <Segmented
        label="My nights are"
        value={draft.rhythm}
        options={[
          { value: 'unsaid', label: 'Not said' },
          { value: 'regular', label: 'Alike' },
          { value: 'varies', label: 'Changing' },
          { value: 'shifts', label: 'By shifts' },
        ]}
        onChange={rhythm => set({ rhythm })}
      />
    </div>
  </>
)

export const MindWords = ({ draft, set }: PartProps) => (
  <div class={s.group}>
    <Field label="What keeps you going" hint="Your coaches read it as you write it. No rule reads it.">
      <textarea
        maxLength={2000}
        value={draft.motivates}
        onInput={event => set({ motivates: event.currentTarget.value })}
      />
    </Field>
    <Field
      label="What you are afraid of"
      hint="A distance, a start, an old injury, failing in front of others: anything."
    >
      <textarea
        maxLength={2000}
        value={draft.frightens}
        onInput={event => set({ frightens: event.currentTarget.value })}
      />
    </Field>
  </div>
)
