/** A workout typed as text or filled in as rows, with what it comes to: its shape, its length, the athlete's own paces. */
import { useState } from 'preact/hooks'
import type { Steps } from '../../core/model/workout.ts'
import type { ZonePaces } from '../../core/workout/cues.ts'
import { explainRemark, explainTextError } from '../../core/workout/explain-text.ts'
import { printNested } from '../../core/workout/print-nested.ts'
import type { OwnThresholds } from '../../core/workout/ranges.ts'
import { parseWorkout, type WorkoutText, type WorkoutTextError } from '../../core/workout/text.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { type DistanceUnit, formatDistance, formatDuration, formatNumber } from './format.ts'
import { Icon } from './icon.tsx'
import type { Planned } from './planned.ts'
import { Segmented } from './segmented.tsx'
import { Steps as StepList } from './steps.tsx'
import s from './steps-editor.module.css'
import { useLoaded } from './use-loaded.ts'
import { WorkoutProfile } from './workout-profile.tsx'

/** The athlete's paces and heart rates, and what they are told to do before; null where nothing is needed. */
export type Seen = {
  readonly paces: ZonePaces | null
  readonly own: OwnThresholds
  readonly warmUp: (steps: Steps) => string | null
}

type StepsEditorProps = {
  readonly text: string
  readonly onText: (text: string) => void
  readonly planned: (steps: Steps) => Planned
  /** What the athlete will read of it. */
  readonly seen?: Seen
  readonly unit?: DistanceUnit
  readonly disabled?: boolean
}

const replaceLine = (text: string, line: number, instead: string): string =>
  text
    .split(/\r?\n/)
    .map((was, i) => (i === line - 1 ? instead : was))
    .join('\n')

/** What the steps come to, in figures. */
export const sayPlanned = ({ durationS, distanceM, load }: Planned, unit: DistanceUnit): string =>
  [
    durationS === null ? null : `about ${formatDuration(durationS)}`,
    distanceM === null ? null : formatDistance(distanceM, unit),
    load === null ? null : `load ${formatNumber(load)}`,
  ]
    .filter(part => part !== null)
    .join(' · ')

export const StepsEditor = ({ text, onText, planned, seen, unit = 'km', disabled = false }: StepsEditorProps) => {
  const read = parseWorkout(text)
  // Why: the rows are loaded when somebody first asks for them.
  const [shows, setShows] = useState<'text' | 'rows'>('text')
  const rows = useLoaded(
    () => import('./step-rows.tsx'),
    shows === 'rows',
    () => setShows('text'),
  )
  return (
    <div class={s.editor}>
      <div class={s.ways}>
        <Segmented
          label="Write the steps as"
          options={[
            { value: 'text', label: 'Text' },
            { value: 'rows', label: 'Rows' },
          ]}
          value={shows}
          onChange={setShows}
          disabled={disabled}
        />
      </div>
      {shows === 'rows' && read.ok && rows !== null && (
        <rows.StepRows steps={read.value.steps} onSteps={steps => onText(printNested(steps))} />
      )}
      {(shows === 'text' || !read.ok) && (
        <Field label="Steps" hint="One step a line: - 15m E. A block: 6x, its steps below, then an empty line.">
          <textarea
            class={s.text}
            rows={Math.min(14, Math.max(6, text.split('\n').length + 1))}
            spellcheck={false}
            autocapitalize="off"
            disabled={disabled}
            aria-invalid={!read.ok}
            value={text}
            onInput={event => onText(event.currentTarget.value)}
          />
        </Field>
      )}
      <div class={s.live} aria-live="polite">
        {read.ok ? (
          <Summary read={read.value} planned={planned} seen={seen} unit={unit} text={text} onText={onText} />
        ) : (
          <Fault error={read.error} onText={onText} text={text} />
        )}
      </div>
    </div>
  )
}

type Change = Pick<StepsEditorProps, 'text' | 'onText'>

const Instead = ({ line, instead, text, onText }: Change & { readonly line: number; readonly instead: string }) => (
  <Button small variant="quiet" onClick={() => onText(replaceLine(text, line, instead))}>
    Write <code class={s.code}>{instead.replaceAll('\n', ' ⏎ ')}</code>
  </Button>
)

const Fault = ({ error, text, onText }: Change & { readonly error: WorkoutTextError }) => {
  const line = text.split(/\r?\n/)[error.at.line - 1] ?? ''
  const start = error.at.column - 1
  return (
    <div class={s.fault}>
      <p class={s.words}>
        <Icon name="warning" />
        <span>
          Line {error.at.line}, column {error.at.column}: {explainTextError(error)}
        </span>
      </p>
      <p class={s.quote}>
        <code>
          {line.slice(0, start)}
          <mark class={s.mark}>{line.slice(start, start + error.at.length) || ' '}</mark>
          {line.slice(start + error.at.length)}
        </code>
      </p>
      {error.instead !== null && <Instead line={error.at.line} instead={error.instead} text={text} onText={onText} />}
    </div>
  )
}

type SummaryProps = Change &
  Pick<StepsEditorProps, 'planned'> & {
    readonly seen: Seen | undefined
    readonly read: WorkoutText
    readonly unit: DistanceUnit
  }

const Summary = ({ read, planned, seen, unit, text, onText }: SummaryProps) => (
  <>
    {read.steps.length > 0 && (
      <div class={s.summary}>
        <WorkoutProfile steps={read.steps} tall />
        <p class={s.figures}>{sayPlanned(planned(read.steps), unit)}</p>
        {seen && <Sees seen={seen} steps={read.steps} unit={unit} text={text} onText={onText} />}
      </div>
    )}
    {read.remarks.map(remark => (
      <div key={`${remark.at.line}:${remark.type}`} class={s.remark}>
        <p class={s.words}>
          <Icon name="question" />
          <span>
            Line {remark.at.line}: {explainRemark(remark)}
          </span>
        </p>
        {remark.instead !== null && (
          <Instead line={remark.at.line} instead={remark.instead} text={text} onText={onText} />
        )}
      </div>
    ))}
  </>
)

type SeesProps = Change & { readonly seen: Seen; readonly steps: Steps; readonly unit: DistanceUnit }

/** The steps as the athlete reads them: effort in words, their own paces, and the warm-up they are told. */
const Sees = ({ seen, steps, unit, text, onText }: SeesProps) => {
  const warmUp = seen.warmUp(steps)
  const isBare = steps.every(block => block.type === 'repeat' || block.role !== 'warmup')
  const isHard = steps.some(block => block.type === 'repeat' || block.role === 'warmup')
  return (
    <details class={s.sees}>
      <summary>
        What the athlete reads{seen.paces === null ? ' (no threshold pace is on file: effort alone)' : ''}
      </summary>
      <StepList steps={steps} paces={seen.paces} own={seen.own} unit={unit} />
      {warmUp !== null && (
        <p class={s.words}>
          <strong>Warm-up</strong> {warmUp}
        </p>
      )}
      {isBare && isHard && (
        <Button small onClick={() => onText(`Warmup\n- 15m E\n\n${text}`)}>
          Write a warm-up of 15 min before it
        </Button>
      )}
    </details>
  )
}
