/** A workout as the coach types it: lines that begin with `-`, blocks that begin with `6x`; read, printed, and said. */
import { err, ok, type Result } from '../lib/result.ts'
import type { Repeat, Step, Steps } from '../model/workout.ts'
import { printAmount, readAmount, sayAmount } from './amount.ts'
import { type DraftBlock, type DraftStep, withRoles } from './roles.ts'
import { readStepLine } from './step-line.ts'

/** Where in the text: line and column count from 1, `length` letters long. */
export type Place = { readonly line: number; readonly column: number; readonly length: number }

/** Why a text is not a workout. `instead` is what the line could be, where that can be guessed. */
export type WorkoutTextError = { readonly at: Place; readonly word: string; readonly instead: string | null } & {
  readonly type:
    | 'NoAmount'
    | 'NotAnAmount'
    | 'NotATarget'
    | 'PaceTarget'
    | 'AfterTarget'
    | 'OutOfBounds'
    | 'EmptyRepeat'
    | 'RepeatOnOneLine'
    | 'UnclosedQuote'
    | 'TooManySteps'
}

/** Something that was read, but perhaps not as it was meant. */
export type Remark = {
  readonly type: 'ReadAsText' | 'LooksLikeAStep' | 'ManyMinutes'
  readonly at: Place
  readonly word: string
  readonly instead: string | null
}

export type WorkoutText = { readonly steps: Steps; readonly remarks: readonly Remark[] }

const headings: readonly [RegExp, Step['role']][] = [
  [/^warm[\s-]?up\b/i, 'warmup'],
  [/^cool[\s-]?down\b/i, 'cooldown'],
  [/^recover(y|ies)?\b/i, 'recovery'],
  [/^(main( set)?|work)\b/i, 'work'],
]
const roleOfHeading = (text: string) => headings.find(([form]) => form.test(text))?.[1] ?? null

/**
 * Reads the field's workout syntax (the subset with times, distances, zones E M T I R and RPE). Lines that begin with
 * `-` are steps; `6x` opens a block that ends at a blank line; other lines are headings or free text and say so.
 * The first fault is returned with its place.
 */
export const parseWorkout = (text: string): Result<WorkoutText, WorkoutTextError> => {
  const blocks: DraftBlock[] = []
  const remarks: Remark[] = []
  let repeat: { times: number; steps: DraftStep[]; at: Place; word: string } | null = null
  let role: Step['role'] | null = null
  let stepsUnderHeading = 0

  const closeRepeat = (): WorkoutTextError | null => {
    if (repeat === null) return null
    const { times, steps, at, word } = repeat
    repeat = null
    if (steps.length === 0) return { type: 'EmptyRepeat', at, word, instead: `${word}\n- 3m I\n- 2m E` }
    if (steps.length > 20) return { type: 'TooManySteps', at, word, instead: null }
    blocks.push({ type: 'repeat', times, steps })
    return null
  }

  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.trim()
    const at: Place = { line: index + 1, column: whole.length - whole.trimStart().length + 1, length: line.length }
    if (line === '') {
      const open = closeRepeat()
      if (open) return err(open)
      if (stepsUnderHeading > 0) role = null
      continue
    }
    if (line.startsWith('-')) {
      const read = readStepLine(whole, index + 1)
      if (!read.ok) return read
      const step = { ...read.value.step, role: read.value.step.role ?? role }
      remarks.push(...read.value.remarks)
      stepsUnderHeading++
      if (repeat === null) blocks.push(step)
      else repeat.steps.push(step)
      continue
    }
    const oneLine = /^(\d+)\s*[x×*]\s*\(?\s*(.+)$/i.exec(line)
    if (oneLine)
      return err({
        type: 'RepeatOnOneLine',
        at,
        word: line,
        instead: `${oneLine[1]}x\n- ${oneLine[2]!.replace(/\)$/, '')}`,
      })
    const opening = /^(?:(.*?)\s+)?(\d+)\s*[x×]$/i.exec(line)
    const open = closeRepeat()
    if (open) return err(open)
    if (opening) {
      const times = Number(opening[2])
      if (times < 1 || times > 100) return err({ type: 'OutOfBounds', at, word: line, instead: null })
      role = opening[1] === undefined ? null : roleOfHeading(opening[1])
      if (role === 'work') role = null
      stepsUnderHeading = 0
      repeat = { times, steps: [], at, word: `${times}x` }
      continue
    }
    const found = roleOfHeading(line)
    role = found === 'work' ? null : found
    stepsUnderHeading = 0
    if (found === null)
      remarks.push(
        readAmount(line.split(/\s+/)[0]!)
          ? { type: 'LooksLikeAStep', at, word: line, instead: `- ${line}` }
          : { type: 'ReadAsText', at, word: line, instead: null },
      )
  }
  const open = closeRepeat()
  if (open) return err(open)
  if (blocks.length > 60)
    return err({ type: 'TooManySteps', at: { line: 1, column: 1, length: 1 }, word: '', instead: null })
  return ok({ steps: withRoles(blocks), remarks })
}

const roleFlag = { warmup: 'warmup', work: 'active', recovery: 'rest', cooldown: 'cooldown' } as const
const headingOf = { warmup: 'Warmup', cooldown: 'Cooldown', work: null, recovery: null } as const

const printTarget = (target: Step['target']): string =>
  target.type === 'zone' ? ` ${target.zone}` : target.type === 'effort' ? ` RPE ${target.rpe}` : ''

const printStep = (step: Step, understood: Step['role']): string => {
  const flag = step.role === understood ? '' : ` intensity=${roleFlag[step.role]}`
  const rest = `${printAmount(step.amount)}${printTarget(step.target)}${flag}`
  if (step.cue === null) return `- ${rest}`
  const plain = `- ${step.cue} ${rest}`
  const read = readStepLine(plain, 1)
  // Why: a cue that holds an amount or a line break would be read as something else; then it stands in quotes.
  const isPlain = !/[\r\n]/.test(step.cue) && read.ok && read.value.step.cue === step.cue
  return isPlain ? plain : `- ${JSON.stringify(step.cue)} ${rest}`
}

/** The text of a workout; `parseWorkout` reads it back as the same steps. */
export const printWorkout = (steps: Steps): string => {
  const bare = steps.map(
    (block): DraftBlock =>
      block.type === 'step'
        ? { ...block, role: null }
        : { ...block, steps: block.steps.map(step => ({ ...step, role: null })) },
  )
  const understood = withRoles(bare)
  const sections: string[][] = []
  let last: string | null | undefined
  for (const [i, block] of steps.entries()) {
    const guess = understood[i]!
    if (block.type === 'repeat') {
      const roles = (guess as Repeat).steps.map(step => step.role)
      sections.push([`${block.times}x`, ...block.steps.map((step, j) => printStep(step, roles[j]!))])
      last = undefined
      continue
    }
    const heading = headingOf[block.role]
    if (heading !== last || sections.length === 0) sections.push(heading === null ? [] : [heading])
    last = heading
    sections.at(-1)!.push(printStep(block, heading === null ? (guess as Step).role : block.role))
  }
  return sections.map(lines => lines.join('\n')).join('\n\n')
}

const sayTarget = (target: Step['target']): string =>
  target.type === 'zone' ? ` ${target.zone}` : target.type === 'effort' ? ` at RPE ${target.rpe}` : ''

/** One step in a few words: `3 min I`. */
export const describeStep = (step: Step): string => `${sayAmount(step.amount)}${sayTarget(step.target)}`

/** A whole workout in one line: `15 min E · 6 × (3 min I, 2 min E) · 10 min E`. Empty for no steps. */
export const describeSteps = (steps: Steps): string =>
  steps
    .map(block =>
      block.type === 'step'
        ? describeStep(block)
        : `${block.times} × ${block.steps.length === 1 ? describeStep(block.steps[0]!) : `(${block.steps.map(describeStep).join(', ')})`}`,
    )
    .join(' · ')
