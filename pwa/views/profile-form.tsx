/** The athlete's own page about themselves, field by field. */
import { useMemo, useState } from 'preact/hooks'
import { contextOf } from '../../core/signals/index.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { formatDuration, formatPace } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { Segmented } from '../parts/segmented.tsx'
import type { App, Looking } from '../state/app.ts'
import s from './profile.module.css'
import { type Draft, draftOf, readDraft, weekdays, wholeOr } from './profile-draft.ts'
import { Injuries } from './profile-injuries.tsx'

type Given = { readonly app: App; readonly looking: Looking }

export const ProfileForm = ({ app, looking }: Given) => {
  const unit = app.preferences.value.distance
  const before = looking.content.profile
  const [draft, setDraft] = useState(() => draftOf(before, unit))
  const [fault, setFault] = useState<string | null>(null)
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const estimated = useMemo(
    () => contextOf(looking.content, looking.plan, looking.playbook, app.now.value.day, 1439).thresholds,
    [looking.content, looking.plan, looking.playbook, app.now.value.day],
  )
  const save = async (event: Event) => {
    event.preventDefault()
    const profile = readDraft(draft, unit, before)
    setFault('fault' in profile ? profile.fault : await app.act.putProfile(profile))
  }
  const total = draft.week.reduce((sum, text) => sum + (wholeOr(text) || 0), 0)
  const beat = (label: string, key: 'thresholdHr' | 'maxHr' | 'restHr', estimate: number | null) => (
    <Field label={label}>
      <input
        inputMode="numeric"
        placeholder={estimate === null ? '' : `about ${estimate}`}
        value={draft[key]}
        onInput={event => set({ [key]: event.currentTarget.value })}
      />
    </Field>
  )
  return (
    <form class={s.form} onSubmit={event => void save(event)}>
      <Field label="Name">
        <input
          required
          maxLength={100}
          value={draft.name}
          onInput={event => set({ name: event.currentTarget.value })}
        />
      </Field>
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
          {beat('Threshold heart rate', 'thresholdHr', estimated.thresholdHr)}
          {beat('Maximum heart rate', 'maxHr', estimated.maxHr)}
          {beat('Resting heart rate', 'restHr', estimated.restHr)}
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
      <Injuries today={app.now.value.day} list={draft.injuries} onChange={injuries => set({ injuries })} />
      <Field label="Goals" hint="In your own words. The automation never writes here.">
        <textarea maxLength={2000} value={draft.goals} onInput={event => set({ goals: event.currentTarget.value })} />
      </Field>
      <div class={s.two}>
        <Field label="Usual sleep, hours">
          <input inputMode="decimal" value={draft.sleep} onInput={event => set({ sleep: event.currentTarget.value })} />
        </Field>
        <div class={s.choice}>
          <span>How much the coach decides</span>
          <Segmented
            label="How much the coach decides"
            value={draft.preset}
            options={[
              { value: 'standard', label: 'Standard' },
              { value: 'coach-heavy', label: 'Everything asks' },
            ]}
            onChange={preset => set({ preset })}
          />
        </div>
      </div>
      {fault !== null && (
        <p class={s.fault} role="alert">
          <Icon name="warning" /> {fault}
        </p>
      )}
      <div>
        <Button variant="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  )
}
