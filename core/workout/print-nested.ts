/** A workout as text in which what is run several times, blocks and all, is written once: a block inside a block. */
import type { Repeat, Step, Steps } from '../model/workout.ts'
import { sameSteps } from './same-steps.ts'
import { parseWorkout, printWorkout } from './text.ts'

type Block = Step | Repeat

/** Alike but for roles, which the reader finds again, and for the heading that only the first of them carries. */
const alike = (a: Block, b: Block, isFirst: boolean): boolean =>
  b.heading === undefined &&
  (isFirst || a.heading === undefined) &&
  sameSteps(a.type === 'step' ? [a] : a.steps, b.type === 'step' ? [b] : b.steps) &&
  (a.type === 'repeat' ? a.times : 1) === (b.type === 'repeat' ? b.times : 1) &&
  a.type === b.type

/** How often the `length` blocks at `from` follow one another; 1 where they do not. */
const timesOf = (steps: Steps, from: number, length: number): number => {
  let times = 1
  const isAgain = () =>
    steps.slice(from + times * length, from + (times + 1) * length).length === length &&
    steps.slice(from, from + length).every((block, i) => alike(block, steps[from + times * length + i]!, i === 0))
  while (isAgain()) times++
  return times
}

/** The stretch that saves the most lines when written once; undefined where none with a block in it comes again. */
const longest = (steps: Steps) => {
  const found = steps.flatMap((_, from) =>
    Array.from({ length: Math.floor((steps.length - from) / 2) }, (_, i) => i + 1)
      .filter(length => length > 1 || steps[from]!.type === 'repeat')
      .map(length => ({ from, length, times: timesOf(steps, from, length) }))
      .filter(
        ({ times, length }) => times > 1 && steps.slice(from, from + length).some(({ type }) => type === 'repeat'),
      ),
  )
  return found.toSorted((a, b) => b.length * (b.times - 1) - a.length * (a.times - 1) || a.length - b.length)[0]
}

const indented = (text: string): string => text.replace(/^/gm, '  ')
/** The lines of blocks without headings and blank lines, as they stand inside a block. */
const inside = (blocks: readonly Block[]): string =>
  blocks
    .map(block => {
      const { heading: _, ...bare } = block
      const lines = printWorkout([bare as Block])
        .split('\n')
        .filter(line => /^- |^\d+x$/.test(line))
      const text = lines.map(line => line.replace(/ intensity=\w+$/, '')).join('\n')
      return block.type === 'repeat' ? indented(text) : text
    })
    .join('\n')

/** What `parseWorkout` reads back as the same steps; without anything to nest it is `printWorkout`. */
export const printNested = (steps: Steps): string => {
  const flat = printWorkout(steps)
  const found = longest(steps)
  if (found === undefined) return flat
  const { from, length, times } = found
  const end = from + length * times
  const heading = steps[from]!.heading
  const block = `${heading === undefined ? '' : `${heading} `}${times}x\n${inside(steps.slice(from, from + length))}`
  const [before, after] = [steps.slice(0, from), steps.slice(end)].map(part => printWorkout(part))
  const text = [before, block, after].filter(part => part !== '').join('\n\n')
  const read = parseWorkout(text)
  // Why read back: a role that is not the one understood could not be said inside.
  return read.ok && sameSteps(read.value.steps, steps, true) ? text : flat
}
