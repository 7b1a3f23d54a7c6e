/** A workout as the coach types it: lines that begin with `-`, blocks that begin with `6x`, headings over them. */
import { err, ok, type Result } from '../lib/result.ts'
import { isHeading, type Step, type Steps } from '../model/workout.ts'
import { readAmount } from './amount.ts'
import { roleOfHeading } from './headings.ts'
import { type Block, blocksOf, type DraftRepeat } from './nesting.ts'
import { withRoles } from './roles.ts'
import { readStepLine } from './step-line.ts'

export { describeStep, describeSteps, printWorkout } from './print.ts'

/** Where in the text: line and column count from 1, `length` letters long. */
export type Place = { readonly line: number; readonly column: number; readonly length: number }

/** Why a text is not a workout. `instead` is what the line could be, where that can be guessed. */
export type WorkoutTextError = { readonly at: Place; readonly word: string; readonly instead: string | null } & {
  readonly type:
    | 'NoAmount'
    | 'NotAnAmount'
    | 'NotATarget'
    | 'PaceWithoutWord'
    | 'RampWithoutRange'
    | 'AfterTarget'
    | 'OutOfBounds'
    | 'EmptyRepeat'
    | 'RepeatOnOneLine'
    | 'UnclosedQuote'
    | 'TooManySteps'
}

/** Something that was read, but perhaps not as it was meant. */
export type Remark = {
  readonly type: 'NotKept' | 'LooksLikeAStep' | 'ManyMinutes' | 'BarePower' | 'WrittenOut'
  readonly at: Place
  readonly word: string
  readonly instead: string | null
}

export type WorkoutText = { readonly steps: Steps; readonly remarks: readonly Remark[] }

const indentOf = (line: string): number => line.length - line.trimStart().length

/**
 * Reads the field's workout syntax, with the zones E M T I R and RPE besides. Lines that begin with `-` are steps; `6x`
 * opens a block that ends at a blank line; a block set further in than the one around it is repeated within it and
 * written out. Other lines are headings over what follows. The first fault is returned with its place.
 */
export const parseWorkout = (text: string): Result<WorkoutText, WorkoutTextError> => {
  const blocks: Block[] = []
  const remarks: Remark[] = []
  /** The open blocks, the outermost first. */
  let open: DraftRepeat[] = []
  let role: Step['role'] | null = null
  let heading: { readonly words: string; readonly at: Place } | null = null
  let stepsUnderHeading = 0

  const forgetHeading = () => {
    if (heading !== null) remarks.push({ type: 'NotKept', at: heading.at, word: heading.words, instead: null })
    heading = null
  }
  const headed = (): { readonly heading?: string } => {
    const words = heading?.words
    heading = null
    return words === undefined ? {} : { heading: words }
  }
  const closeTo = (depth: number): WorkoutTextError | null => {
    while (open.length > depth) {
      const { steps, at, word } = open.pop()!
      if (steps.length === 0) return { type: 'EmptyRepeat', at, word, instead: `${word}\n- 3m I\n- 2m E` }
      if (steps.length > 20) return { type: 'TooManySteps', at, word, instead: null }
    }
    return null
  }

  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.trim()
    const indent = indentOf(whole)
    const at: Place = { line: index + 1, column: indent + 1, length: line.length }
    if (line === '') {
      const fault = closeTo(0)
      if (fault) return err(fault)
      if (stepsUnderHeading > 0) role = null
      continue
    }
    if (line.startsWith('-')) {
      const read = readStepLine(whole, index + 1)
      if (!read.ok) return read
      const { step, rest } = read.value
      remarks.push(...read.value.remarks)
      stepsUnderHeading++
      // Why: a step less far in than an inner block belongs to the block around it.
      while (open.length > 1 && indent < open.at(-1)!.indent) {
        const fault = closeTo(open.length - 1)
        if (fault) return err(fault)
      }
      const into = open.at(-1)?.steps ?? blocks
      into.push({ ...step, role: step.role ?? role, ...(open.length === 0 ? headed() : {}) })
      if (rest !== null) into.push(rest)
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
    const opening = /^(?:(.*?)\s+)?(\d+)\s*[x×]:?$/is.exec(line)
    const isInner = opening !== null && open.length > 0 && indent > open.at(-1)!.indent
    if (!isInner) {
      let depth = 0
      if (opening !== null) while (depth < open.length && open[depth]!.indent < indent) depth++
      const fault = closeTo(depth)
      if (fault) return err(fault)
    }
    if (opening) {
      const times = Number(opening[2])
      const words = opening[1]?.trim()
      if (times < 1 || times > 100) return err({ type: 'OutOfBounds', at, word: line, instead: null })
      if (open.length === 0) {
        if (words !== undefined) forgetHeading()
        role = words === undefined ? null : roleOfHeading(words)
        stepsUnderHeading = 0
      } else remarks.push({ type: 'WrittenOut', at, word: line, instead: null })
      const named = open.length > 0 ? {} : words !== undefined && isHeading(words) ? { heading: words } : headed()
      const repeat: DraftRepeat = { type: 'repeat', times, steps: [], at, word: `${times}x`, indent, ...named }
      const into = open.at(-1)?.steps ?? blocks
      into.push(repeat)
      open = [...open, repeat]
      continue
    }
    // Why: `Race day` over `Warmup` are the coach's words and the role of what follows; both are kept.
    if (isHeading(line)) forgetHeading()
    role = roleOfHeading(line)
    stepsUnderHeading = 0
    const isStep = readAmount(line.split(/\s+/)[0]!) !== undefined || /^[–—•*·]\s*\d/.test(line)
    if (isStep)
      remarks.push({ type: 'LooksLikeAStep', at, word: line, instead: `- ${line.replace(/^[–—•*·]\s*/, '')}` })
    else if (isHeading(line)) heading = { words: line, at }
    else if (roleOfHeading(line) === null) remarks.push({ type: 'NotKept', at, word: line, instead: null })
  }
  const fault = closeTo(0)
  if (fault) return err(fault)
  forgetHeading()
  const flat = blocksOf(blocks)
  if (flat.length > 60)
    return err({ type: 'TooManySteps', at: { line: 1, column: 1, length: 1 }, word: '', instead: null })
  return ok({ steps: withRoles(flat), remarks })
}
