/** A workout typed as text, with what it comes to beside it: its shape, its length, and where a line is not clear. */
import type { Steps } from '../../core/model/workout.ts'
import { explainRemark, explainTextError } from '../../core/workout/explain-text.ts'
import { parseWorkout, type WorkoutText, type WorkoutTextError } from '../../core/workout/text.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { type DistanceUnit, formatDistance, formatDuration, formatNumber } from './format.ts'
import { Icon } from './icon.tsx'
import type { Planned } from './planned.ts'
import s from './steps-editor.module.css'
import { WorkoutProfile } from './workout-profile.tsx'

type StepsEditorProps = {
  readonly text: string
  readonly onText: (text: string) => void
  readonly planned: (steps: Steps) => Planned
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

export const StepsEditor = ({ text, onText, planned, unit = 'km', disabled = false }: StepsEditorProps) => {
  const read = parseWorkout(text)
  return (
    <div class={s.editor}>
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
      <div class={s.live} aria-live="polite">
        {read.ok ? (
          <Summary read={read.value} planned={planned} unit={unit} text={text} onText={onText} />
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
  Pick<StepsEditorProps, 'planned'> & { readonly read: WorkoutText; readonly unit: DistanceUnit }

const Summary = ({ read, planned, unit, text, onText }: SummaryProps) => (
  <>
    {read.steps.length > 0 && (
      <div class={s.summary}>
        <WorkoutProfile steps={read.steps} tall />
        <p class={s.figures}>{sayPlanned(planned(read.steps), unit)}</p>
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
