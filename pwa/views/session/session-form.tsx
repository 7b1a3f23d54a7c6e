/** The coach writes a session: day, purpose, steps as text, and what the athlete should know. */
import { useState } from 'preact/hooks'
import { sports } from '../../../core/model/activity.ts'
import { parseDay } from '../../../core/model/day.ts'
import { purposes, type Session } from '../../../core/model/session.ts'
import type { Steps } from '../../../core/model/workout.ts'
import { printNested } from '../../../core/workout/print-nested.ts'
import { parseWorkout } from '../../../core/workout/text.ts'
import { purposeWord, warmUp } from '../../../core/workout/words.ts'
import { sportWord } from '../../parts/activity-words.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { type DistanceUnit, formatClock } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import type { Planned } from '../../parts/planned.ts'
import { type Seen, StepsEditor } from '../../parts/steps-editor.tsx'
import type { Aids } from './aids.ts'
import { MeanwhileNote } from './meanwhile.tsx'
import s from './session.module.css'
import { FromLibrary, SuggestedNotes } from './session-aids.tsx'
import { templates } from './templates.ts'

type SessionFormProps = {
  readonly session: Session
  readonly isNew: boolean
  readonly unit: DistanceUnit
  readonly planned: (session: Session) => Planned
  readonly saveLabel: string
  /** The athlete's own paces and heart rates, to show beside the steps. */
  readonly athlete?: Pick<Seen, 'paces' | 'own'>
  /** What an approval covers: without start, lock and notes, which stay the plan's own. */
  readonly onlyContent?: boolean
  /** Another thing that can be done with what was written. */
  readonly also?: { readonly label: string; readonly onPress: (session: Session) => void }
  readonly aids?: Aids
  /** The session as it stands in the plan by now, where it stands there. */
  readonly now?: Session | undefined
  readonly onSave: (session: Session) => void
  readonly onCancel: () => void
}

const minuteOf = (text: string): number | null => {
  const [hours, minutes] = text.split(':').map(Number)
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : hours * 60 + minutes
}

export const SessionForm = ({
  session,
  isNew,
  unit,
  planned,
  saveLabel,
  onSave,
  onCancel,
  onlyContent = false,
  also,
  athlete,
  aids,
  now,
}: SessionFormProps) => {
  const [draft, setDraft] = useState(session)
  const [text, setText] = useState(() => printNested(session.steps))
  const [asked, setAsked] = useState(false)
  const read = parseWorkout(text)
  const put = (part: Partial<Session>) => setDraft(was => ({ ...was, ...part }))
  const give = (to: (session: Session) => void) => {
    setAsked(true)
    if (read.ok) to({ ...draft, title: draft.title.trim() || purposeWord[draft.purpose], steps: read.value.steps })
  }
  const save = (event: Event) => {
    event.preventDefault()
    give(onSave)
  }
  return (
    <form class={s.form} onSubmit={save}>
      {isNew && (
        <fieldset class={s.templates} aria-label="Start from">
          {templates.map(template => (
            <Button
              key={template.name}
              small
              onClick={() => {
                put({ title: template.title, purpose: template.purpose, key: template.key })
                setText(template.text)
              }}
            >
              {template.name}
            </Button>
          ))}
        </fieldset>
      )}
      {isNew && aids && (
        <FromLibrary
          library={aids.library}
          onPick={from => {
            setDraft({ ...from, id: draft.id, day: draft.day })
            setText(printNested(from.steps))
          }}
        />
      )}
      <Field label="Title">
        <input
          data-first
          value={draft.title}
          maxLength={200}
          placeholder={purposeWord[draft.purpose]}
          onInput={event => put({ title: event.currentTarget.value })}
        />
      </Field>
      <div class={s.row}>
        <Field label="Day">
          <input
            type="date"
            required
            value={draft.day}
            onInput={event => {
              const day = parseDay(event.currentTarget.value)
              if (day) put({ day })
            }}
          />
        </Field>
        {!onlyContent && (
          <Field label="Start">
            <input
              type="time"
              value={draft.startMinute === null ? '' : formatClock(draft.startMinute)}
              onInput={event => put({ startMinute: minuteOf(event.currentTarget.value) })}
            />
          </Field>
        )}
      </div>
      <div class={s.row}>
        <Field label="Purpose">
          <select
            value={draft.purpose}
            onChange={event => put({ purpose: event.currentTarget.value as Session['purpose'] })}
          >
            {purposes.map(purpose => (
              <option key={purpose} value={purpose}>
                {purposeWord[purpose]}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Sport">
          <select value={draft.sport} onChange={event => put({ sport: event.currentTarget.value as Session['sport'] })}>
            {sports.map(sport => (
              <option key={sport} value={sport}>
                {sportWord[sport]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <StepsEditor
        text={text}
        onText={setText}
        unit={unit}
        planned={(steps: Steps) => planned({ ...draft, steps })}
        {...(athlete === undefined
          ? {}
          : { seen: { ...athlete, warmUp: (steps: Steps) => warmUp({ ...draft, steps }) } })}
      />
      {aids && read.ok && (
        <div role="status">
          {aids.conflicts({ ...draft, steps: read.value.steps }).map(says => (
            <p key={says} class={s.conflict}>
              <Icon name="warning" /> <span>{forReader(says)}</span>
            </p>
          ))}
        </div>
      )}
      {now !== undefined && (
        <MeanwhileNote
          base={session}
          now={now}
          edited={{ ...draft, steps: read.ok ? read.value.steps : draft.steps }}
          onTake={field => {
            put({ [field]: now[field] })
            if (field === 'steps') setText(printNested(now.steps))
          }}
        />
      )}
      {asked && !read.ok && (
        <p class={s.fault} role="alert">
          The steps cannot be read yet. The line is marked above.
        </p>
      )}
      <div class={s.checks}>
        <label class={s.check}>
          <input type="checkbox" checked={draft.key} onChange={event => put({ key: event.currentTarget.checked })} />
          <span>
            Key session <span class={s.hint}>nothing cancels or lowers it without you</span>
          </span>
        </label>
        {!onlyContent && (
          <label class={s.check}>
            <input
              type="checkbox"
              checked={draft.locked}
              onChange={event => put({ locked: event.currentTarget.checked })}
            />
            <span>
              Locked <span class={s.hint}>every automatic change leaves it alone</span>
            </span>
          </label>
        )}
      </div>
      {!onlyContent && (
        <Field label="Notes for the athlete">
          <textarea
            rows={3}
            maxLength={4000}
            value={draft.notes}
            onInput={event => put({ notes: event.currentTarget.value })}
          />
        </Field>
      )}
      {!onlyContent && aids && read.ok && (
        <>
          <SuggestedNotes
            notes={aids.notesFor({ ...draft, steps: read.value.steps })}
            now={draft.notes}
            onUse={notes => put({ notes })}
          />
          <div>
            <Button small variant="plain" onClick={() => give(aids.keep)}>
              Keep in the library
            </Button>
          </div>
        </>
      )}
      <div class={`${s.foot} ${s.stuck}`}>
        <Button onClick={onCancel}>Cancel</Button>
        {also && <Button onClick={() => give(also.onPress)}>{also.label}</Button>}
        <Button type="submit" variant="primary">
          {saveLabel}
        </Button>
      </div>
    </form>
  )
}
