/** How a session stands, in words; nothing here scolds. */
import type { SessionState, StandingChange } from '../../core/model/plan.ts'
import type { IconName } from './icon.tsx'

/** `as-planned` means within the field's band of ±20 %; `unknown` that nobody has said yet. */
export const statuses = [
  'planned',
  'as-planned',
  'shorter',
  'longer',
  'done',
  'swapped',
  'missed',
  'excused',
  'unknown',
] as const
export type Status = (typeof statuses)[number]

type Look = { readonly word: string; readonly icon: IconName; readonly tone: 'quiet' | 'good' | 'warn' }

export const statusLook: Readonly<Record<Status, Look>> = {
  planned: { word: 'Planned', icon: 'calendar', tone: 'quiet' },
  'as-planned': { word: 'As planned', icon: 'check', tone: 'good' },
  shorter: { word: 'Shorter', icon: 'check', tone: 'good' },
  longer: { word: 'Longer', icon: 'check', tone: 'warn' },
  done: { word: 'Done', icon: 'check', tone: 'good' },
  swapped: { word: 'Swapped', icon: 'sync', tone: 'quiet' },
  missed: { word: 'Missed', icon: 'cross', tone: 'quiet' },
  excused: { word: 'Life came first', icon: 'heart', tone: 'quiet' },
  unknown: { word: 'Not known yet', icon: 'question', tone: 'quiet' },
}

/** A word on how a session came to be as it is shown, and who is speaking. */
export type Chip = { readonly words: string; readonly icon: IconName; readonly tone: 'quiet' | 'good' | 'warn' | 'bad' }

const verbOf = (change: StandingChange | undefined): string => {
  if (!change) return 'changed'
  if (change.edit.adds) return 'added'
  return change.edit.kind === 'move-session' ? 'moved' : 'changed'
}

/**
 * The chips of a session. `reader` turns the athlete's own move into `moved by you`; `forged` says that an approval on
 * file carries a signature that does not match.
 */
export const chipsOf = (
  state: SessionState,
  changes: readonly StandingChange[],
  reader: 'coach' | 'athlete',
  forged = false,
): readonly Chip[] => {
  const last = (type: StandingChange['type']) => changes.findLast(change => change.type === type)
  const chips: Chip[] = []
  if (state === 'by-rule') chips.push({ words: `${verbOf(last('applied'))} by rule`, icon: 'rule', tone: 'quiet' })
  if (state === 'by-athlete')
    chips.push({
      words: `${verbOf(last('moved'))} by ${reader === 'athlete' ? 'you' : 'athlete'}`,
      icon: 'athlete',
      tone: 'quiet',
    })
  if (state === 'approved') chips.push({ words: 'approved by coach', icon: 'coach', tone: 'good' })
  if (state === 'changed-since-approval') chips.push({ words: 'changed since approval', icon: 'warning', tone: 'warn' })
  if (forged) chips.push({ words: 'not approved: signature does not match', icon: 'warning', tone: 'bad' })
  return chips
}
