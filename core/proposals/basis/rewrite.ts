/** Edits that write a session anew: shorter, other work, or rest; whatever stays the same is not named. */
import { canonical, type Json } from '../../lib/canonical.ts'
import type { DraftedEdit, DraftedKind, Edit, Editable } from '../../model/edit.ts'
import type { Session } from '../../model/session.ts'
import type { Step, Steps } from '../../model/workout.ts'
import { describeSteps } from '../../workout/estimate.ts'

const fields = ['title', 'purpose', 'steps', 'sport'] as const

/** Null where nothing would change. */
export const rewritten = (
  kind: DraftedKind,
  session: Session,
  after: Omit<Editable, 'day' | 'key'>,
): DraftedEdit | null => {
  const changed = fields.filter(
    field => after[field] !== undefined && canonical(after[field] as Json) !== canonical(session[field] as Json),
  )
  if (changed.length === 0) return null
  const pick = (from: Omit<Editable, 'day' | 'key'>) => Object.fromEntries(changed.map(field => [field, from[field]]))
  return { kind, session: session.id, before: pick(session), after: pick(after), adds: null }
}

/** A day off in a session's place. */
export const rest = { title: 'Rest', purpose: 'rest' as const, steps: [] }

/** One easy piece of so many minutes. */
export const easyFor = (minutes: number, cue: string | null = null): Steps => [
  { type: 'step', role: 'work', amount: { unit: 's', value: minutes * 60 }, target: { type: 'zone', zone: 'E' }, cue },
]

/** One piece of so many minutes by feeling: for what has no pace. */
export const byFeeling = (minutes: number, rpe: number, cue: string): Step => ({
  type: 'step',
  role: 'work',
  amount: { unit: 's', value: minutes * 60 },
  target: { type: 'effort', rpe },
  cue,
})

export const sayAfter = ({ after }: Edit): string =>
  after.steps === undefined || after.steps.length === 0 ? (after.title ?? '') : describeSteps(after.steps)
