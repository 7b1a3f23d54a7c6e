/** Life happens: days marked sick, travel, work or family leave the count. */
import { useState } from 'preact/hooks'
import { type LifeEvent, lifeKinds } from '../../../core/model/athlete.ts'
import { type Day, parseDay } from '../../../core/model/day.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { formatDay } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { lifeWord } from '../../parts/life-words.ts'
import type { App } from '../../state/app.ts'
import { attempt } from './attempt.ts'
import s from './session.module.css'

const span = ({ from, to }: LifeEvent): string =>
  from === to ? formatDay(from, 'short') : `${formatDay(from, 'short')} – ${formatDay(to, 'short')}`

type LifeProps = {
  readonly app: App
  readonly day: Day
  readonly life: readonly LifeEvent[]
  readonly mayWrite: boolean
}

export const Life = ({ app, day, life, mayWrite }: LifeProps) => {
  const [kind, setKind] = useState<LifeEvent['kind'] | null>(null)
  const [to, setTo] = useState<Day>(day)
  const [note, setNote] = useState('')
  if (!mayWrite && life.length === 0) return null
  const save = async () => {
    if (kind === null) return
    const event: LifeEvent = { id: app.newId(), kind, from: day, to: to < day ? day : to, note: note.trim() }
    if (await attempt(app.act.putLifeEvent(event))) setKind(null)
  }
  return (
    <section class={s.section}>
      <h3>Life</h3>
      {life.map(event => (
        <p key={event.id} class={s.lifeLine}>
          <Icon name="heart" />
          <span>
            {lifeWord[event.kind]}, {span(event)}
            {event.note === '' ? '' : `: ${event.note}`}
          </span>
          {mayWrite && (
            <Button small variant="plain" onClick={() => void attempt(app.act.removeLifeEvent(event.id))}>
              Remove
            </Button>
          )}
        </p>
      ))}
      {mayWrite && life.length === 0 && (
        <fieldset class={s.templates} aria-label="Mark this day">
          {lifeKinds.map(one => (
            <Button
              key={one}
              small
              variant={kind === one ? 'primary' : 'quiet'}
              aria-pressed={kind === one}
              onClick={() => setKind(kind === one ? null : one)}
            >
              {lifeWord[one]}
            </Button>
          ))}
        </fieldset>
      )}
      {kind !== null && (
        <>
          <div class={s.row}>
            <Field label="Until">
              <input
                type="date"
                min={day}
                value={to}
                onInput={event => setTo(parseDay(event.currentTarget.value) ?? day)}
              />
            </Field>
            <Field label="Note">
              <input value={note} maxLength={500} onInput={event => setNote(event.currentTarget.value)} />
            </Field>
          </div>
          <Button variant="primary" onClick={() => void save()}>
            Mark as {lifeWord[kind].toLowerCase()}
          </Button>
        </>
      )}
    </section>
  )
}
