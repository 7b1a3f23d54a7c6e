/** The steps changed one by one, as a coach does who would rather press than type; the text follows. */
import type { Repeat, Step, Steps } from '../model/workout.ts'

/** Where a step stands: the block, and its place inside a repeated block (null for the block itself). */
export type StepPlace = { readonly block: number; readonly inner: number | null }

type Blocks = readonly (Step | Repeat)[]

export const newStep: Step = {
  type: 'step',
  role: 'work',
  amount: { unit: 's', value: 600 },
  target: { type: 'zone', zone: 'E' },
  cue: null,
}

export const blockAt = (steps: Steps, { block, inner }: StepPlace): Step | Repeat | undefined => {
  const found = steps[block]
  return inner === null || found === undefined ? found : found.type === 'repeat' ? found.steps[inner] : undefined
}

const within = (steps: Steps, block: number, change: (inner: readonly Step[]) => readonly Step[]): Steps =>
  steps.flatMap((one, i) => {
    if (i !== block || one.type !== 'repeat') return [one]
    const inner = change(one.steps)
    // Why: a block with nothing to repeat is no block.
    return inner.length === 0 ? [] : [{ ...one, steps: [...inner] }]
  })

/** Puts another in the place of a step or a block. */
export const replaceStep = (steps: Steps, at: StepPlace, by: Step | Repeat): Steps =>
  at.inner === null
    ? steps.map((one, i) => (i === at.block ? by : one))
    : within(steps, at.block, inner => inner.map((one, i) => (i === at.inner && by.type === 'step' ? by : one)))

/** Removes a step, or a whole block with its steps. */
export const removeStep = (steps: Steps, at: StepPlace): Steps =>
  at.inner === null
    ? steps.filter((_, i) => i !== at.block)
    : within(steps, at.block, inner => inner.filter((_, i) => i !== at.inner))

const inserted = <T>(list: readonly T[], at: number, item: T): T[] => [...list.slice(0, at), item, ...list.slice(at)]

/** Adds a step behind another (at the end where `at` is null), inside its block. */
export const addStep = (steps: Steps, at: StepPlace | null, step: Step = newStep): Steps => {
  if (at === null) return [...steps, step]
  if (at.inner === null) return inserted(steps, at.block + 1, step)
  return within(steps, at.block, inner => inserted(inner, at.inner! + 1, step))
}

/** Behind the last step of a block. */
export const addInto = (steps: Steps, block: number): Steps => within(steps, block, inner => [...inner, newStep])

const bare = ({ heading: _, ...step }: Step): Step => step

/**
 * One place up or down, and where it stands then. A step goes into a block it meets and out of the block whose end it
 * passes; a heading stays where it was.
 */
export const moveStep = (
  steps: Steps,
  at: StepPlace,
  by: 1 | -1,
): { readonly steps: Steps; readonly at: StepPlace } => {
  const moving = blockAt(steps, at)
  const stays = { steps, at }
  if (moving === undefined) return stays
  if (at.inner !== null) {
    const block = steps[at.block] as Repeat
    const to = at.inner + by
    if (to >= 0 && to < block.steps.length)
      return {
        steps: within(steps, at.block, inner => inserted(inner.toSpliced(at.inner!, 1), to, inner[at.inner!]!)),
        at: { block: at.block, inner: to },
      }
    const left = removeStep(steps, at)
    const isGone = left.length < steps.length
    const target = isGone ? at.block : at.block + (by === 1 ? 1 : 0)
    return { steps: inserted(left, target, moving as Step), at: { block: target, inner: null } }
  }
  const to = at.block + by
  const met = steps[to]
  if (met === undefined) return stays
  const left = steps.toSpliced(at.block, 1)
  if (met.type === 'repeat' && moving.type === 'step' && met.steps.length < 20) {
    const block = by === 1 ? at.block : to
    const inner = by === 1 ? 0 : met.steps.length
    return { steps: within(left, block, list => inserted(list, inner, bare(moving))), at: { block, inner } }
  }
  return { steps: inserted(left, to, moving), at: { block: to, inner: null } }
}

/** A step becomes a block of its own that is run so many times; a block becomes its steps, once. */
export const repeatStep = (steps: Steps, at: StepPlace, times = 4): Steps => {
  if (at.inner !== null) return steps
  return steps.flatMap((one, i): Blocks => {
    if (i !== at.block) return [one]
    if (one.type === 'step')
      return [
        {
          type: 'repeat',
          times,
          steps: [bare(one)],
          ...(one.heading === undefined ? {} : { heading: one.heading }),
        },
      ]
    return one.steps.map((step, j) => (j === 0 && one.heading !== undefined ? { ...step, heading: one.heading } : step))
  }) as Steps
}

/** Places in the order they stand on the screen. */
export const placesOf = (steps: Steps): readonly StepPlace[] =>
  steps.flatMap((one, block) => [
    { block, inner: null },
    ...(one.type === 'repeat' ? one.steps.map((_, inner) => ({ block, inner })) : []),
  ])
