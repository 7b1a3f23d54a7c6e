/** Steps changed one by one are always a workout, and the text of it reads back as the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/lib/parse.ts'
import { type Step, type Steps, stepsSchema } from '../../core/model/workout.ts'
import { flatten } from '../../core/workout/estimate.ts'
import {
  addInto,
  addStep,
  moveStep,
  placesOf,
  removeStep,
  repeatStep,
  replaceStep,
} from '../../core/workout/step-edits.ts'
import { describeSteps, parseWorkout, printWorkout } from '../../core/workout/text.ts'
import { anySteps } from '../kit/arbitrary-steps.ts'

const stepsOf = (text: string): Steps => {
  const read = parseWorkout(text)
  if (!read.ok) throw new Error(read.error.type)
  return read.value.steps
}
const says = (steps: Steps) => describeSteps(steps)

const intervals = stepsOf('- 15m E\n\n4x\n- 3m I\n- 2m E\n\n- 10m E')
const top = (block: number) => ({ block, inner: null })

describe('a step', () => {
  test('is added behind another, and at the end', () => {
    expect(says(addStep(intervals, { block: 1, inner: 0 }))).toBe(
      '15 min E · 4 × (3 min I, 10 min E, 2 min E) · 10 min E',
    )
    expect(says(addInto(intervals, 1))).toBe('15 min E · 4 × (3 min I, 2 min E, 10 min E) · 10 min E')
    expect(says(addStep(intervals, null))).toBe('15 min E · 4 × (3 min I, 2 min E) · 10 min E · 10 min E')
  })
  test('moves into the block it meets, through it, and out of it', () => {
    const inside = moveStep(intervals, top(0), 1)
    expect([says(inside.steps), inside.at]).toEqual([
      '4 × (15 min E, 3 min I, 2 min E) · 10 min E',
      { block: 0, inner: 0 },
    ])
    const last = moveStep(moveStep(inside.steps, inside.at, 1).steps, { block: 0, inner: 1 }, 1)
    const out = moveStep(last.steps, last.at, 1)
    expect([says(out.steps), out.at]).toEqual(['4 × (3 min I, 2 min E) · 15 min E · 10 min E', top(1)])
  })
  test('becomes a block, and a block its steps', () => {
    const block = repeatStep(intervals, top(0), 3)
    expect(says(block)).toBe('3 × 15 min E · 4 × (3 min I, 2 min E) · 10 min E')
    expect(repeatStep(block, top(0))).toEqual(intervals)
  })
  test('removed as the last of its block takes the block with it', () =>
    expect(says(removeStep(removeStep(intervals, { block: 1, inner: 0 }), { block: 1, inner: 0 }))).toBe(
      '15 min E · 10 min E',
    ))
})

const edits = (steps: Steps, at: number, kind: number): Steps => {
  const places = placesOf(steps)
  const place = places[at % Math.max(1, places.length)]
  if (place === undefined) return addStep(steps, null)
  const all = [
    () => addStep(steps, place),
    () => removeStep(steps, place),
    () => moveStep(steps, place, 1).steps,
    () => moveStep(steps, place, -1).steps,
    () => repeatStep(steps, place),
    () => replaceStep(steps, place, { ...(stepsOf('- 5m T')[0] as Step) }),
  ]
  return all[kind]!()
}

test('[W2] whatever is pressed, it is a workout, and the text of it reads back as the same', () =>
  fc.assert(
    fc.property(anySteps, fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { maxLength: 8 }), (steps, presses) => {
      const edited = presses.reduce((now, [at, kind]) => edits(now, at, kind), steps)
      expect(parse(stepsSchema, edited).ok).toBe(true)
      expect(stepsOf(printWorkout(edited))).toEqual(edited)
    }),
  ))
test('moving there and back loses no step', () =>
  fc.assert(
    fc.property(anySteps, fc.nat(20), fc.constantFrom(1 as const, -1 as const), (steps, at, by) => {
      const places = placesOf(steps)
      fc.pre(places.length > 0)
      const moved = moveStep(steps, places[at % places.length]!, by)
      const count = (all: Steps) => all.reduce((sum, one) => sum + (one.type === 'step' ? 1 : one.steps.length), 0)
      expect(count(moved.steps)).toBe(count(steps))
      expect(flatten(moved.steps).length).toBeGreaterThan(0)
    }),
  ))
