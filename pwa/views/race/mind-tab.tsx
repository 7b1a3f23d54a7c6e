/** The mind before a race, between one coach and the athlete alone: their words, and the athlete's own to draw on. */
import { useState } from 'preact/hooks'
import { addDays, parseDay } from '../../../core/model/day.ts'
import type { PrivateNote } from '../../../core/model/private-note.ts'
import type { Race } from '../../../core/model/season.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Field } from '../../parts/field.tsx'
import { formatDay, formatMoment } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { noteWords } from '../../parts/note-words.ts'
import { SayLine } from '../../parts/say-line.tsx'
import type { App, Looking } from '../../state/app.ts'
import { attempt } from '../session/attempt.ts'
import { OwnWordsPanel } from './beside-part.tsx'
import s from './race.module.css'

const kinds = ['doubts', 'setbacks', 'cues', 'rehearsal', 'reminder'] as const
type Kind = (typeof kinds)[number]
const hints: Readonly<Record<Kind, string>> = {
  doubts: 'When and where they doubt themselves.',
  setbacks: 'What they do when it goes wrong, and what helps then.',
  cues: 'Words and pictures that have worked before.',
  rehearsal: 'A script to go through beforehand, step by step.',
  reminder: 'Stands on the athlete’s Today on the day you choose.',
}

type MindTabProps = { readonly app: App; readonly looking: Looking; readonly race: Race }

export const MindTab = ({ app, looking, race }: MindTabProps) => {
  const pages = looking.privatePages
  const [at, setAt] = useState(0)
  const page = pages[at] ?? pages[0]
  if (page === undefined)
    return (
      <Empty title="Nobody to write to alone yet">
        <p>
          Mental preparation stands on a page that one coach and the athlete alone receive. It begins once both are
          here.
        </p>
      </Empty>
    )
  // Why: what was written without a race belongs to every race; what was written for another one does not.
  const isHere = ({ kind, day }: PrivateNote) =>
    kind === 'reminder'
      ? day !== null && day <= race.day && day >= addDays(race.day, -60)
      : day === null || day === race.day
  const notes = page.notes.filter(note => (kinds as readonly string[]).includes(note.kind) && isHere(note))
  return (
    <div class={s.columns}>
      <div class={s.stack}>
        <section class={s.panel} aria-label={`Between you and ${page.other}`}>
          <h2>
            <Icon name="lock" /> Between you and {page.other}
          </h2>
          <p class={s.soft}>
            Only your devices and those of {page.other} ever receive this. Nothing automatic writes here; it keeps order
            and reminds.
          </p>
          {pages.length > 1 && (
            <Field label="With">
              <select value={at} onChange={e => setAt(Number(e.currentTarget.value))}>
                {pages.map((one, i) => (
                  <option key={one.coach} value={i}>
                    {one.other}
                  </option>
                ))}
              </select>
            </Field>
          )}
        </section>
        {kinds.map(kind => (
          <Part
            key={kind}
            app={app}
            race={race}
            kind={kind}
            notes={notes.filter(note => note.kind === kind)}
            nameOf={by => (by === app.device.value?.person.id ? 'You' : page.other)}
            onSay={(words, day) => attempt(app.act.notePrivately(page.coach, kind, words, day))}
            onRemove={id => void attempt(app.act.removePrivately(page.coach, id))}
          />
        ))}
      </div>
      <div class={s.stack}>
        <OwnWordsPanel looking={looking} race={race} />
      </div>
    </div>
  )
}

type PartProps = {
  readonly app: App
  readonly race: Race
  readonly kind: Kind
  readonly notes: readonly PrivateNote[]
  readonly nameOf: (person: string) => string
  readonly onSay: (words: string, day: PrivateNote['day']) => Promise<boolean>
  readonly onRemove: (id: string) => void
}

const Part = ({ app, race, kind, notes, nameOf, onSay, onRemove }: PartProps) => {
  const today = app.now.value.day
  const lastDay = addDays(race.day, -1)
  const [day, setDay] = useState<string>(lastDay < today ? race.day : lastDay)
  const id = `mind-${kind}`
  return (
    <section class={s.panel} aria-labelledby={id}>
      <h2 id={id}>{noteWords[kind]}</h2>
      <p class={s.soft}>{hints[kind]}</p>
      <ul class={s.talk}>
        {notes.map(note => (
          <li key={note.id}>
            <span class={s.soft}>
              {kind === 'reminder' && note.day !== null ? `For ${formatDay(note.day)}` : nameOf(note.by)},{' '}
              {formatMoment(note.at)}
            </span>
            <p>{note.words}</p>
            <Button
              small
              variant="plain"
              aria-label={`Remove “${note.words.slice(0, 40)}”`}
              onClick={() => onRemove(note.id)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      {kind === 'reminder' && (
        <Field label="Remind on">
          <input type="date" min={today} max={race.day} value={day} onInput={e => setDay(e.currentTarget.value)} />
        </Field>
      )}
      <SayLine
        tall
        label={`${noteWords[kind]}: write`}
        word="Keep"
        onSay={words =>
          onSay(words, kind === 'reminder' ? (parseDay(day) ?? race.day) : kind === 'rehearsal' ? race.day : null)
        }
      />
    </section>
  )
}
