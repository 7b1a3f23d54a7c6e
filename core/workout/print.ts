/** A workout back as text, and in a line for people: what the reader of the text reads back as the same steps. */
import type { Repeat, Step, Steps } from '../model/workout.ts'
import { printAmount, sayAmount } from './amount.ts'
import { roleOfHeading } from './headings.ts'
import { type DraftBlock, withRoles } from './roles.ts'
import { readStepLine } from './step-line.ts'
import { printCadence, printRange, sayTarget } from './target-text.ts'

const roleFlag = { warmup: 'warmup', work: 'active', recovery: 'rest', cooldown: 'cooldown' } as const
const usualHeading = { warmup: 'Warmup', cooldown: 'Cooldown', work: null, recovery: null } as const

/** With a space before; empty for a free step. */
export const printTarget = (target: Step['target']): string => {
  switch (target.type) {
    case 'zone':
      return ` ${target.zone}`
    case 'effort':
      return ` RPE ${target.rpe}`
    case 'range':
      return ` ${printRange(target)}`
    case 'free':
      return ''
  }
}

const printStep = (step: Step, understood: Step['role']): string => {
  const rest = [
    `${printAmount(step.amount)}${printTarget(step.target)}`,
    step.cadence === undefined ? '' : ` ${printCadence(step.cadence)}`,
    step.lap ? ' press lap' : '',
    step.role === understood ? '' : ` intensity=${roleFlag[step.role]}`,
  ].join('')
  if (step.cue === null) return `- ${rest}`
  const reads = (line: string): boolean => {
    const read = readStepLine(line, 1)
    return !/[\r\n]/.test(step.cue!) && read.ok && read.value.step.cue === step.cue && isSame(read.value.step, step)
  }
  // Why: a cue that holds an amount or a line break would be read as something else; then it is marked as a cue.
  const plain = `- ${step.cue} ${rest}`
  if (reads(plain)) return plain
  const marked = `- ${step.cue} <!> ${rest}`
  return reads(marked) ? marked : `- ${JSON.stringify(step.cue)} ${rest}`
}

const isSame = (read: Pick<Step, 'amount' | 'lap'>, { amount, lap }: Step): boolean =>
  JSON.stringify(read.amount) === JSON.stringify(amount) && read.lap === lap

type Section = { readonly lines: string[]; readonly usual: string | null; readonly role: Step['role'] | null }

/** The text of a workout; `parseWorkout` reads it back as the same steps. */
export const printWorkout = (steps: Steps): string => {
  const bare = steps.map(
    (block): DraftBlock =>
      block.type === 'step'
        ? { ...block, role: null }
        : { ...block, steps: block.steps.map(step => ({ ...step, role: null })) },
  )
  const understood = withRoles(bare)
  const sections: (Section | null)[] = []
  for (const [i, block] of steps.entries()) {
    const guess = understood[i]!
    if (block.type === 'repeat') {
      const role = block.heading === undefined ? null : roleOfHeading(block.heading)
      const roles = (guess as Repeat).steps.map(step => role ?? step.role)
      const opening = block.heading === undefined ? `${block.times}x` : `${block.heading} ${block.times}x`
      sections.push({
        lines: [opening, ...block.steps.map((step, j) => printStep(step, roles[j]!))],
        usual: null,
        role,
      })
      // Why: a step after a block never goes on in it.
      sections.push(null)
      continue
    }
    const usual = usualHeading[block.role]
    const last = sections.at(-1)
    const goesOn = block.heading === undefined && last && (last.role === null ? usual === null : usual === last.usual)
    const section: Section = goesOn
      ? last
      : block.heading !== undefined
        ? { lines: [block.heading], usual: null, role: roleOfHeading(block.heading) }
        : { lines: usual === null ? [] : [usual], usual, role: usual === null ? null : block.role }
    if (!goesOn) sections.push(section)
    section.lines.push(printStep(block, section.role ?? (guess as Step).role))
  }
  return sections.flatMap(section => (section === null ? [] : [section.lines.join('\n')])).join('\n\n')
}

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
