/** The steps as rows to press and fill in, for a coach who would rather not type the text; it is the same workout. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Repeat, roles, type Step, type Steps, zones } from '../../core/model/workout.ts'
import { printAmount } from '../../core/workout/amount.ts'
import { explainTextError } from '../../core/workout/explain-text.ts'
import { printTarget } from '../../core/workout/print.ts'
import {
  addInto,
  addStep,
  moveStep,
  placesOf,
  removeStep,
  repeatStep,
  replaceStep,
  type StepPlace,
} from '../../core/workout/step-edits.ts'
import { readStepLine } from '../../core/workout/step-line.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import s from './step-rows.module.css'

type StepRowsProps = { readonly steps: Steps; readonly onSteps: (steps: Steps) => void }

const keyOf = ({ block, inner }: StepPlace): string => `${block}/${inner ?? ''}`
const roleWord = { warmup: 'Warm-up', work: 'Work', recovery: 'Recovery', cooldown: 'Cool-down' } as const
const suggestions = [
  ...zones,
  ...['RPE 3', 'RPE 7', 'RPE 9', '85-90% Pace', '5:00-4:50/km Pace', 'Z2 HR', '75-80% HR', '140-150bpm'],
  'ramp 60-80% Pace',
]

/** Keys in a row: Alt with an arrow moves it, Alt+R repeats it, Alt+Enter adds one below, Alt+Delete removes it. */
export const StepRows = ({ steps, onSteps }: StepRowsProps) => {
  const list = useRef<HTMLOListElement>(null)
  const [goTo, setGoTo] = useState<StepPlace | null>(null)
  useEffect(() => {
    if (goTo === null) return
    list.current?.querySelector<HTMLElement>(`[data-step="${keyOf(goTo)}"] input`)?.focus()
    setGoTo(null)
  }, [goTo])
  const change = (next: Steps, to: StepPlace | null) => {
    onSteps(next)
    if (to !== null) setGoTo(to)
  }
  const rowOf = (at: StepPlace, one: Step | Repeat) => ({
    at,
    up: () => {
      const moved = moveStep(steps, at, -1)
      change(moved.steps, moved.at)
    },
    down: () => {
      const moved = moveStep(steps, at, 1)
      change(moved.steps, moved.at)
    },
    add: () =>
      change(addStep(steps, at), {
        block: at.block + (at.inner === null ? 1 : 0),
        inner: at.inner === null ? null : at.inner + 1,
      }),
    repeat: at.inner === null ? () => change(repeatStep(steps, at), { block: at.block, inner: null }) : null,
    remove: () => {
      const left = removeStep(steps, at)
      const places = placesOf(left)
      const was = placesOf(steps).findIndex(place => keyOf(place) === keyOf(at))
      change(left, places[Math.min(was, places.length - 1)] ?? null)
    },
    isBlock: one.type === 'repeat',
  })
  return (
    <div class={s.rows}>
      <datalist id="step-targets">
        {suggestions.map(target => (
          <option key={target} value={target} />
        ))}
      </datalist>
      <ol class={s.list} ref={list}>
        {steps.map((one, block) => (
          <li key={block} class={one.type === 'repeat' ? s.block : ''}>
            {one.type === 'step' ? (
              <StepRow
                step={one}
                row={rowOf({ block, inner: null }, one)}
                onStep={step => onSteps(replaceStep(steps, { block, inner: null }, step))}
              />
            ) : (
              <>
                <BlockRow
                  repeat={one}
                  row={rowOf({ block, inner: null }, one)}
                  onRepeat={repeat => onSteps(replaceStep(steps, { block, inner: null }, repeat))}
                />
                <ol class={s.list}>
                  {one.steps.map((step, inner) => (
                    <li key={inner}>
                      <StepRow
                        step={step}
                        row={rowOf({ block, inner }, step)}
                        onStep={next => onSteps(replaceStep(steps, { block, inner }, next))}
                      />
                    </li>
                  ))}
                </ol>
                <Button
                  small
                  variant="plain"
                  disabled={one.steps.length >= 20}
                  onClick={() => change(addInto(steps, block), { block, inner: one.steps.length })}
                >
                  <Icon name="plus" /> Step in this block
                </Button>
              </>
            )}
          </li>
        ))}
      </ol>
      <Button
        small
        disabled={steps.length >= 60}
        onClick={() => change(addStep(steps, null), { block: steps.length, inner: null })}
      >
        <Icon name="plus" /> Step
      </Button>
    </div>
  )
}

type Row = {
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

const StepRow = ({ step, row, onStep }: StepRowProps) => {
  const [length, setLength] = useState(printAmount(step.amount))
  const [target, setTarget] = useState(printTarget(step.target).trim())
  const [fault, setFault] = useState<string | null>(null)
  const own = `${printAmount(step.amount)} ${printTarget(step.target)}`
  useEffect(() => {
    setLength(printAmount(step.amount))
    setTarget(printTarget(step.target).trim())
    setFault(null)
  }, [own])
  const keep = () => {
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
        onInput={event => setLength(event.currentTarget.value)}
        onBlur={keep}
      />
      <input
        class={s.target}
        aria-label={`Target of ${nameOf(row.at)}`}
        placeholder="no target"
        list="step-targets"
        value={target}
        onInput={event => setTarget(event.currentTarget.value)}
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

const BlockRow = ({ repeat, row, onRepeat }: BlockRowProps) => (
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
