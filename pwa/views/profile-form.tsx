/** The athlete's own page about themselves, field by field. */
import { useMemo, useState } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Segmented } from '../parts/segmented.tsx'
import type { App, Looking } from '../state/app.ts'
import { estimatedFor } from './intake-known.ts'
import s from './profile.module.css'
import { type Draft, draftOf, readDraft } from './profile-draft.ts'
import { Injuries } from './profile-injuries.tsx'
import { LifeWords, MindWords, Sleep, Thresholds, WeekMinutes } from './profile-parts.tsx'

type Given = { readonly app: App; readonly looking: Looking }

export const ProfileForm = ({ app, looking }: Given) => {
  const unit = app.preferences.value.distance
  const before = looking.own
  const [draft, setDraft] = useState(() => draftOf(before, unit))
  const [fault, setFault] = useState<string | null>(null)
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const estimated = useMemo(
    () => estimatedFor(looking, app.now.value.day),
    [looking.content, looking.plan, looking.playbook, app.now.value.day],
  )
  const save = async (event: Event) => {
    event.preventDefault()
    const profile = readDraft(draft, unit, before)
    setFault('fault' in profile ? profile.fault : await app.act.putProfile(profile))
  }
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
      <Thresholds draft={draft} set={set} unit={unit} estimated={estimated} />
      <WeekMinutes draft={draft} set={set} />
      <Injuries draft={draft} set={set} today={app.now.value.day} />
      <Field label="Goals" hint="In your own words. The automation never writes here.">
        <textarea maxLength={2000} value={draft.goals} onInput={event => set({ goals: event.currentTarget.value })} />
      </Field>
      <LifeWords draft={draft} set={set} />
      <MindWords draft={draft} set={set} />
      <div class={s.two}>
        <Sleep draft={draft} set={set} />
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
