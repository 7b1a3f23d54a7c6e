/** The steps as rows to press and fill in, for a coach who would rather not type the text; it is the same workout. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Repeat, type Step, type Steps, zones } from '../../core/model/workout.ts'
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
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { BlockRow, keyOf, StepRow } from './step-row.tsx'
import s from './step-rows.module.css'

type StepRowsProps = { readonly steps: Steps; readonly onSteps: (steps: Steps) => void }

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
