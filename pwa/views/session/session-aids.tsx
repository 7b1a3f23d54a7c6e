/** Beside a session's editor: sessions of the library to begin from, and notes that filled themselves. */
import { useState } from 'preact/hooks'
import { searchLibrary } from '../../../core/model/library.ts'
import type { Session } from '../../../core/model/session.ts'
import { Button } from '../../parts/button.tsx'
import type { Aids } from './aids.ts'
import s from './library.module.css'

type FromLibraryProps = { readonly library: Aids['library']; readonly onPick: (session: Session) => void }

/** At most this many are offered; typing finds the others. */
const offered = 6

/** Picked by pressing or by typing. Nothing where the library holds no session. */
export const FromLibrary = ({ library, onPick }: FromLibraryProps) => {
  const [question, setQuestion] = useState('')
  const sessions = library.filter(({ holds }) => holds.type === 'session')
  if (sessions.length === 0) return null
  return (
    <fieldset class={s.chips} aria-label="From your library">
      {sessions.length > offered && (
        <input
          type="search"
          aria-label="Find in your library"
          placeholder="find in your library"
          value={question}
          onInput={event => setQuestion(event.currentTarget.value)}
        />
      )}
      {searchLibrary(sessions, question)
        .slice(0, offered)
        .map(({ id, name, holds }) => (
          <Button key={id} small onClick={() => holds.type === 'session' && onPick(holds.session)}>
            {name}
          </Button>
        ))}
    </fieldset>
  )
}

type NotesProps = {
  readonly notes: ReturnType<Aids['notesFor']>
  readonly now: string
  readonly onUse: (words: string) => void
}

/** Each note as it would stand, until it does; what had to stay out is named, so that the coach may say it themselves. */
export const SuggestedNotes = ({ notes, now, onUse }: NotesProps) => (
  <>
    {notes
      .filter(({ words }) => words !== '' && !now.includes(words))
      .map(({ id, name, words, leftOut }) => (
        <div key={id} class={s.suggestion}>
          <span class={s.soft}>Your note “{name}”, filled for this session</span>
          <span>{words}</span>
          {leftOut.map(({ sentence, why }) => (
            <span key={sentence} class={s.soft}>
              Left out, {why}: {sentence}
            </span>
          ))}
          <Button small onClick={() => onUse(now.trim() === '' ? words : `${now}\n${words}`)}>
            Use this note
          </Button>
        </div>
      ))}
  </>
)
