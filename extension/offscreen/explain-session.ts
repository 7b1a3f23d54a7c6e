/** A session in the words of the overlay: its steps, how it came to be so, and why. */
import type { Day } from '../../core/model/day.ts'
import type { SessionState, StandingChange, VisibleSession } from '../../core/model/plan.ts'
import { sayDay } from '../../core/model/say-day.ts'
import type { Session } from '../../core/model/session.ts'
import type { Step, Steps } from '../../core/model/workout.ts'
import { describeStep, describeSteps } from '../../core/workout/text.ts'

const roleWords = { warmup: 'Warm-up: ', work: '', recovery: 'Recovery: ', cooldown: 'Cool-down: ' } as const
const cueOf = ({ cue }: Step): string => (cue === null ? '' : ` (${cue})`)

/** A line per step, a repeat in one line: `Warm-up: 15 min E`, `6 × (3 min I, 2 min E)`. */
export const stepLines = (steps: Steps): readonly string[] =>
  steps.map(block =>
    block.type === 'step'
      ? `${roleWords[block.role]}${describeStep(block)}${cueOf(block)}`
      : `${describeSteps([block])}${block.steps.map(cueOf).join('')}`,
  )

const newest = (changes: readonly StandingChange[], type: StandingChange['type']): StandingChange | undefined =>
  changes.findLast(change => change.type === type)

/** The change that made the session what its state says. */
export const decidingChange = ({ state, changes }: VisibleSession): StandingChange | undefined => {
  const typeOf = { 'by-rule': 'applied', 'by-athlete': 'moved', approved: 'approved' } as const
  if (state === 'planned') return undefined
  return newest(changes, state === 'changed-since-approval' ? 'approved' : typeOf[state])
}

/** What was done to it, as a verb: a move, an exchange, or something lighter. */
const verbOf = (change: StandingChange | undefined): string => {
  switch (change?.edit.kind) {
    case 'move-session':
      return 'moved'
    case 'swap-equal':
    case 'swap-other':
      return 'swapped'
    case 'ease-easy-day':
    case 'ease-key':
      return 'eased'
    default:
      return 'changed'
  }
}

export const wordsOfState = (state: SessionState, change: StandingChange | undefined): string => {
  switch (state) {
    case 'planned':
      return 'planned by coach'
    case 'by-rule':
      return `${verbOf(change)} by rule`
    case 'approved':
      return 'approved by coach'
    case 'changed-since-approval':
      return 'changed since approval'
    case 'by-athlete':
      return 'moved by you'
  }
}

const difference = ({ edit }: StandingChange, session: Session, replaced: Session | undefined): string | null => {
  if (edit.adds !== null)
    return replaced === undefined ? 'It was added.' : `It takes the place of “${replaced.title}” of ${replaced.day}.`
  const { before, after } = edit
  const parts = [
    ...(before.day !== undefined && after.day !== undefined ? [`It was on ${before.day as Day}.`] : []),
    ...(before.title !== undefined && before.title !== session.title ? [`It was “${before.title}”.`] : []),
    ...(before.steps !== undefined && after.steps !== undefined && before.steps.length > 0
      ? [`Its steps were ${describeSteps(before.steps)}.`]
      : []),
  ]
  return parts.length > 0 ? parts.join(' ') : null
}

/**
 * Who says so, what it was before, and the coach's own words. `replaced` is the session it takes the place of,
 * `replacing` the one that takes its own. Null where nothing changed.
 */
export const reasonOf = (
  visible: VisibleSession,
  replaced: Session | undefined,
  replacing: Session | undefined,
): string | null => {
  const change = decidingChange(visible)
  if (replacing !== undefined) return `“${replacing.title}” on ${sayDay(replacing.day)} takes its place.`
  if (change === undefined) return null
  const speaker =
    change.type === 'approved'
      ? 'Your coach approved this change.'
      : change.type === 'moved'
        ? 'You moved it.'
        : `Your playbook’s rule “${change.rule ?? change.edit.kind}” changed it.`
  const later =
    visible.state === 'changed-since-approval'
      ? 'Since then it was changed, so the approval no longer covers it.'
      : null
  const words = change.words === null || change.words === '' ? null : `“${change.words}”`
  return [speaker, words, difference(change, visible.session, replaced), later].filter(part => part !== null).join(' ')
}
