/** Beside the plan: what one coach and the athlete write to each other alone, and the board everybody reads. */
import { useState } from 'preact/hooks'
import type { PrivateNote } from '../../core/model/private-note.ts'
import { Button } from '../parts/button.tsx'
import { formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { noteWords } from '../parts/note-words.ts'
import { SayLine } from '../parts/say-line.tsx'
import { Segmented } from '../parts/segmented.tsx'
import type { App, Looking } from '../state/app.ts'
import s from './pages.module.css'
import { attempt } from './session/attempt.ts'

type Given = { readonly app: App; readonly looking: Looking }
type Line = { readonly id: string; readonly by: string; readonly words: string; readonly at: number }

const kinds = [
  { value: 'mental-preparation', label: 'Mental preparation' },
  { value: 'conversation', label: 'What we talked about' },
] as const

const nameIn = ({ app, looking }: Given, person: string): string =>
  person === app.device.value?.person.id
    ? 'You'
    : (looking.space.members.find(member => member.person === person)?.name ?? 'Somebody')

const Lines = <T extends Line>({
  given,
  lines,
  over,
  mayRemove,
  onRemove,
}: {
  readonly given: Given
  readonly lines: readonly T[]
  readonly over?: (line: T) => string
  readonly mayRemove: boolean
  readonly onRemove: (line: T) => void
}) => (
  <ul class={s.lines}>
    {lines.map(line => (
      <li key={line.id}>
        <p class={s.by}>
          {nameIn(given, line.by)} <span>{formatMoment(line.at)}</span>
          {over && <span>· {over(line)}</span>}
          {mayRemove && (
            <Button
              variant="plain"
              small
              aria-label={`Remove “${line.words.slice(0, 40)}”`}
              onClick={() => onRemove(line)}
            >
              Remove
            </Button>
          )}
        </p>
        <p class={s.words}>{line.words}</p>
      </li>
    ))}
  </ul>
)

/** One page for each person with whom this one has something to themselves. */
export const Private = ({ app, looking }: Given) => {
  const [kind, setKind] = useState<PrivateNote['kind']>('mental-preparation')
  return looking.privatePages.map(({ coach, other, notes }) => (
    <section key={coach} aria-label={`Between you and ${other}`}>
      <h2>
        <Icon name="lock" /> Between you and {other}
      </h2>
      <p class={s.soft}>Only your devices and those of {other} ever receive this, under a key of its own.</p>
      <Lines
        given={{ app, looking }}
        lines={notes}
        over={note => noteWords[note.kind]}
        mayRemove
        onRemove={note => void attempt(app.act.removePrivately(coach, note.id))}
      />
      <Segmented label="What it is" options={kinds} value={kind} onChange={setKind} />
      <SayLine
        tall
        label={`Write to ${other} alone`}
        word="Keep"
        onSay={words => attempt(app.act.notePrivately(coach, kind, words))}
      />
    </section>
  ))
}

/** What coaches tell everybody here. */
export const Board = ({ app, looking }: Given) => {
  const mayWrite = looking.as === 'coach' && !looking.selfCoached
  if (!mayWrite && looking.board.length === 0) return null
  return (
    <section aria-label="Board">
      <h2>Board</h2>
      {mayWrite && <p class={s.soft}>Coaches write here, everybody on this page reads it.</p>}
      <Lines
        given={{ app, looking }}
        lines={looking.board}
        mayRemove={mayWrite}
        onRemove={notice => void attempt(app.act.takeDown(notice.id))}
      />
      {mayWrite && (
        <SayLine tall label="Tell everybody" word="Post" onSay={words => attempt(app.act.tellEverybody(words))} />
      )}
    </section>
  )
}
