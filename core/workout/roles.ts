/** What each step is for, where the coach did not say: warm-up before the work, cool-down after it, recovery between. */
import type { Repeat, Step, Steps } from '../model/workout.ts'
import { shareOf } from './ranges.ts'

export type DraftStep = Omit<Step, 'role'> & { readonly role: Step['role'] | null }
export type DraftBlock =
  | DraftStep
  | {
      readonly type: 'repeat'
      readonly times: number
      readonly steps: readonly DraftStep[]
      readonly heading?: string
    }

/** Slower than so is easy running (the top of Daniels' E). trust: convention. */
const gentleShare = 0.85

const isGentle = ({ target }: DraftStep): boolean => {
  if (target.type === 'range') return (shareOf(target) ?? 1) < gentleShare
  return (target.type === 'zone' && target.zone === 'E') || (target.type === 'effort' && target.rpe <= 3)
}

const isWork = (step: DraftStep): boolean => !isGentle(step) && step.target.type !== 'free'

const inRepeat = (steps: readonly DraftStep[]): Step[] => {
  const hasWork = steps.some(isWork)
  return steps.map((step, i) => ({
    ...step,
    role: step.role ?? (hasWork ? (isWork(step) ? 'work' : 'recovery') : i === 0 ? 'work' : 'recovery'),
  }))
}

/** Fills in every role that was left open; a role that was given stays. */
export const withRoles = (blocks: readonly DraftBlock[]): Steps => {
  const demanding = blocks.map(block => block.type === 'repeat' || !isGentle(block))
  const first = demanding.indexOf(true)
  const last = demanding.lastIndexOf(true)
  const guess = (i: number): Step['role'] => {
    if (first === -1 || demanding[i]) return 'work'
    return i < first ? 'warmup' : i > last ? 'cooldown' : 'recovery'
  }
  return blocks.map((block, i): Step | Repeat =>
    block.type === 'repeat' ? { ...block, steps: inRepeat(block.steps) } : { ...block, role: block.role ?? guess(i) },
  )
}
