/** One row of the steps: a step with its length, target, role and words, or the head of a repeated block. */
import { useEffect, useState } from 'preact/hooks'
import { type Repeat, roles, type Step } from '../../core/model/workout.ts'
import { printAmount } from '../../core/workout/amount.ts'
import { explainTextError } from '../../core/workout/explain-text.ts'
import { printTarget } from '../../core/workout/print.ts'
import type { StepPlace } from '../../core/workout/step-edits.ts'
import { readStepLine } from '../../core/workout/step-line.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import s from './step-rows.module.css'

export const keyOf = ({ block, inner }: StepPlace): string => `${block}/${inner ?? ''}`
const roleWord = { warmup: 'Warm-up', work: 'Work', recovery: 'Recovery', cooldown: 'Cool-down' } as const

/** What can be done with a row; `repeat` is null inside a block. */
export type Row = {
  readonly at: StepPlace
  readonly up: () => void
  readonly down: () => void
  readonly add: () => void
  readonly repeat: (() => void) | null
  readonly remove: () => void
  readonly isBlock: boolean
}

const onRowKey = (row: Row) => (event: KeyboardEvent) => {
  if (!event.altKey) return
  const does = {
    ArrowUp: row.up,
    ArrowDown: row.down,
    Enter: row.add,
    Delete: row.remove,
    Backspace: row.remove,
    r: row.repeat,
  }[event.key]
  if (!does) return
  event.preventDefault()
  does()
}

const nameOf = ({ block, inner }: StepPlace): string => `step ${block + 1}${inner === null ? '' : `.${inner + 1}`}`

const Tools = ({ row }: { readonly row: Row }) => (
  <span class={s.tools}>
    <Button small variant="plain" aria-label={`Move ${nameOf(row.at)} up`} onClick={row.up}>
      ↑
    </Button>
    <Button small variant="plain" aria-label={`Move ${nameOf(row.at)} down`} onClick={row.down}>
      ↓
    </Button>
    {row.repeat && (
      <Button
        small
        variant="plain"
        aria-label={row.isBlock ? `Run ${nameOf(row.at)} once` : `Repeat ${nameOf(row.at)}`}
        onClick={row.repeat}
      >
        {row.isBlock ? '1×' : '×'}
      </Button>
    )}
    <Button small variant="plain" aria-label={`Remove ${nameOf(row.at)}`} onClick={row.remove}>
      <Icon name="cross" />
    </Button>
  </span>
)

type StepRowProps = { readonly step: Step; readonly row: Row; readonly onStep: (step: Step) => void }

export const StepRow = ({ step, row, onStep }: StepRowProps) => {
  const own = { length: printAmount(step.amount), target: printTarget(step.target).trim() }
  const of = `${own.length} ${own.target}`
  const [fault, setFault] = useState<string | null>(null)
  // Why: what is being typed belongs to the step it was typed for; after a move another step stands in this row.
  const [typed, setTyped] = useState<{ readonly of: string; readonly length: string; readonly target: string } | null>(
    null,
  )
  const isTyped = typed?.of === of
  const { length, target } = isTyped ? typed : own
  useEffect(() => setFault(null), [of])
  const type = (part: Partial<typeof own>) => setTyped({ of, length, target, ...part })
  const keep = () => {
    if (!isTyped) return
    const read = readStepLine(`- ${length} ${target}`, 1)
    if (!read.ok) return setFault(explainTextError(read.error))
    setFault(null)
    onStep({ ...step, amount: read.value.step.amount, target: read.value.step.target })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only repeat what its buttons do
    <div class={s.row} data-step={keyOf(row.at)} onKeyDown={onRowKey(row)}>
      <input
        class={s.length}
        aria-label={`Time or distance of ${nameOf(row.at)}`}
        placeholder="10m, 2km"
        value={length}
        onInput={event => type({ length: event.currentTarget.value })}
        onBlur={keep}
      />
      <input
        class={s.target}
        aria-label={`Target of ${nameOf(row.at)}`}
        placeholder="no target"
        list="step-targets"
        value={target}
        onInput={event => type({ target: event.currentTarget.value })}
        onBlur={keep}
      />
      <select
        class={s.role}
        aria-label={`What ${nameOf(row.at)} is for`}
        value={step.role}
        onChange={event => onStep({ ...step, role: event.currentTarget.value as Step['role'] })}
      >
        {roles.map(role => (
          <option key={role} value={role}>
            {roleWord[role]}
          </option>
        ))}
      </select>
      <input
        class={s.cue}
        aria-label={`Words for the athlete in ${nameOf(row.at)}`}
        placeholder="words for the athlete"
        maxLength={200}
        value={step.cue ?? ''}
        onInput={event => onStep({ ...step, cue: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
      <Tools row={row} />
      {fault !== null && (
        <p class={s.fault} role="alert">
          <Icon name="warning" /> {fault}
        </p>
      )}
    </div>
  )
}

type BlockRowProps = { readonly repeat: Repeat; readonly row: Row; readonly onRepeat: (repeat: Repeat) => void }

export const BlockRow = ({ repeat, row, onRepeat }: BlockRowProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the keys only repeat what its buttons do
  <div class={s.row} data-step={keyOf(row.at)} onKeyDown={onRowKey(row)}>
    <label class={s.times}>
      <input
        type="number"
        min="1"
        max="100"
        aria-label={`How often ${nameOf(row.at)} is run`}
        value={repeat.times}
        onInput={event => {
          const times = Math.round(Number(event.currentTarget.value))
          if (times >= 1 && times <= 100) onRepeat({ ...repeat, times })
        }}
      />
      <span>times</span>
    </label>
    {repeat.heading !== undefined && <span class={s.heading}>{repeat.heading}</span>}
    <Tools row={row} />
  </div>
)
