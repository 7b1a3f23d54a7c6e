/** What a draft would have changed: the past days of each athlete on which the two playbooks part, in words. */
import { useState } from 'preact/hooks'
import { addDays } from '../../../core/model/day.ts'
import { Button } from '../../parts/button.tsx'
import { formatCount, formatDay } from '../../parts/format.ts'
import type { App } from '../../state/app.ts'
import type { DryResult } from '../../state/dry-run-messages.ts'
import type { PlaybookChange } from '../../state/playbook-desk.ts'
import s from './what-if.module.css'

const spans = [
  { days: 42, label: 'six weeks' },
  { days: 182, label: 'half a year' },
  { days: 730, label: 'two years' },
] as const

type WhatIfProps = { readonly app: App; readonly draft: PlaybookChange; readonly scope: 'all' | 'one' }

export const WhatIf = ({ app, draft, scope }: WhatIfProps) => {
  const [days, setDays] = useState<number>(182)
  const run = app.trying.value
  // Why: what was tried belongs to the draft as it was then; another edit makes it old.
  const isOfThis = run?.asked.draft?.draft === draft.draft && run.asked.scope === scope
  const shown = isOfThis ? run : null
  const isRunning = shown?.state === 'running'
  const look = () => {
    const from = addDays(app.now.value.day, -days)
    app.tryOnPast({ draft, playbook: null, beside: null, scope, from })
  }
  return (
    <div class={s.whatIf}>
      <div class={s.bar}>
        <Button onClick={look} disabled={isRunning}>
          What would change
        </Button>
        <label class={s.span}>
          over the last{' '}
          <select value={days} disabled={isRunning} onChange={event => setDays(Number(event.currentTarget.value))}>
            {spans.map(span => (
              <option key={span.days} value={span.days}>
                {span.label}
              </option>
            ))}
          </select>
        </label>
        {isRunning && (
          <>
            <progress value={shown.done} max={shown.of} aria-label={`Trying it on the past of ${shown.name}`} />
            <Button small onClick={() => app.stopTrying()}>
              Stop
            </Button>
          </>
        )}
      </div>
      {shown?.state === 'stopped' && (
        <p role="status" class="soft">
          {shown.why === null ? 'Stopped; nothing was changed.' : `It could not be tried: ${shown.why}. Try again.`}
        </p>
      )}
      <div role="status">
        {shown?.results.map(result => (
          <Changes key={result.space} result={result} />
        ))}
      </div>
    </div>
  )
}

const most = 12

/** What parts on a day, each as a sentence. */
export const sayDay = (says: readonly string[]): string =>
  says.map(one => `${one.charAt(0).toUpperCase()}${one.slice(1)}.`).join(' ')

const Changes = ({ result: { name, from, differences } }: { readonly result: DryResult }) => {
  const [isWhole, setWhole] = useState(false)
  const since = `since ${formatDay(from, 'withYear')}`
  if (differences.length === 0) return <p class={s.none}>{`No past day of ${name} would change ${since}.`}</p>
  const latest = differences.toReversed()
  return (
    <section class={s.athlete} aria-label={`What would change for ${name}`}>
      <h3>{`${formatCount(differences.length, 'past day')} of ${name} would change ${since}`}</h3>
      <ul>
        {(isWhole ? latest : latest.slice(0, most)).map(({ day, says }) => (
          <li key={day}>
            <span class={s.day}>{formatDay(day, 'withYear')}</span>
            <span>{sayDay(says)}</span>
          </li>
        ))}
      </ul>
      {latest.length > most && !isWhole && (
        <Button variant="plain" small onClick={() => setWhole(true)}>
          Show all {latest.length}
        </Button>
      )}
    </section>
  )
}
