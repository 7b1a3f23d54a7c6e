/** One day as it stands in a training log: the session, how it came to be so, why, and a way back. */
import { useEffect, useState } from 'preact/hooks'
import type { Day } from '../../core/model/day.ts'
import type { OverlayDay, OverlaySession } from '../messages.ts'
import { dayWords } from './words.ts'

/** Answers null where the change was taken back, else a sentence. */
export type Undo = (change: string) => Promise<string | null>

const purposeWords = ({ purpose, key }: OverlaySession): string => (key ? `${purpose} · key session` : purpose)

const StateChip = ({ session }: { readonly session: OverlaySession }) =>
  session.state === 'planned' ? null : (
    <p class={`chip ${session.state}`}>
      <span>{session.stateWords}</span>
      {session.verified && (
        <span class="verified" title="The signature was checked on this device">
          ✓ verified
        </span>
      )}
    </p>
  )

const SessionPart = ({ session, undo }: { readonly session: OverlaySession; readonly undo: Undo }) => {
  const [says, setSays] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const takeBack = (event: Event) => {
    // Why: a script of the page can send a click, but not a trusted one.
    if (!event.isTrusted || session.changeId === null || busy) return
    setBusy(true)
    void undo(session.changeId).then(refusal => {
      setBusy(false)
      setSays(refusal)
    })
  }
  return (
    <article class="session">
      <p class="title">{session.title}</p>
      <p class="purpose">{purposeWords(session)}</p>
      {session.stepsText.length > 0 && (
        <ol class="steps">
          {session.stepsText.map((line, i) => (
            <li key={`${i} ${line}`}>{line}</li>
          ))}
        </ol>
      )}
      <StateChip session={session} />
      {session.reason !== null && (
        <details>
          <summary>Why</summary>
          <p>{session.reason}</p>
        </details>
      )}
      {session.mayUndo && session.changeId !== null && (
        <button type="button" disabled={busy} onClick={takeBack}>
          Undo
        </button>
      )}
      {says !== null && (
        <p class="says" role="status">
          {says}
        </p>
      )}
    </article>
  )
}

/** What a day holds; nothing at all where nothing is planned and nothing waits. */
export const DayParts = ({ day, undo }: { readonly day: OverlayDay; readonly undo: Undo }) => (
  <>
    {day.sessions.map(session => (
      <SessionPart key={session.id} session={session} undo={undo} />
    ))}
    {day.waiting && <p class="chip waiting">Your coach has something to look at</p>}
  </>
)

export const hasContent = (day: OverlayDay | undefined): day is OverlayDay =>
  day !== undefined && (day.sessions.length > 0 || day.waiting)

/** Milliseconds after which a page that is never idle gets the words all the same. */
const longest = 1000
let hasWords = false

/** Null until the page was idle once. Why: a browser's first date in words costs as much as drawing six cards. */
const useDayWords = (day: Day): string | null => {
  const [ready, setReady] = useState(hasWords)
  useEffect(() => {
    if (ready) return
    const say = () => {
      hasWords = true
      setReady(true)
    }
    const asked = requestIdleCallback(say, { timeout: longest })
    return () => cancelIdleCallback(asked)
  }, [ready])
  return ready ? dayWords(day) : null
}

export const DayCard = ({ day, undo }: { readonly day: OverlayDay; readonly undo: Undo }) => {
  const words = useDayWords(day.day as Day)
  return (
    <section class="day" aria-label={words === null ? 'Tandem' : `Tandem, ${words}`}>
      <DayParts day={day} undo={undo} />
      <p class="by">Tandem</p>
    </section>
  )
}
