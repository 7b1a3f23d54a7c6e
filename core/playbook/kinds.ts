/** The kinds of change and who decides them before any state is looked at (`playbook.md` §4). */
import type { Level } from '../model/advice.ts'
import type { ChangeKind } from '../model/edit.ts'
import type { LayerName } from '../model/playbook.ts'

/** `base`: `auto` where the coach allows it, `ask` for all others that rules may draft, `coach` for what they may not. */
export const kinds: {
  readonly [kind in ChangeKind]: { readonly title: string; readonly base: Level; readonly layer: LayerName | null }
} = {
  'recompute-zones': { title: 'New training paces', base: 'auto', layer: 'summary' },
  'ease-easy-day': { title: 'A shorter easy day', base: 'auto', layer: 'easy-day' },
  'move-session': { title: 'A session on another day of its week', base: 'auto', layer: 'missed-session' },
  'swap-equal': { title: 'An equal session in a missed one’s place', base: 'auto', layer: 'missed-session' },
  'swap-other': { title: 'Another kind of session', base: 'ask', layer: 'missed-session' },
  'adapt-week-target': { title: 'Another target for the week', base: 'ask', layer: 'load' },
  'return-plan': { title: 'A return after time off', base: 'ask', layer: 'recovery' },
  'ease-key': { title: 'A smaller key or long session', base: 'ask', layer: 'recovery' },
  'drop-session': { title: 'A session left out', base: 'ask', layer: 'recovery' },
  'add-rest-day': { title: 'A rest day more', base: 'ask', layer: 'recovery' },
  'deload-week': { title: 'A lighter week', base: 'ask', layer: 'recovery' },
  'raise-load': { title: 'More load', base: 'ask', layer: 'load' },
  'shift-phase': { title: 'A phase moved', base: 'coach', layer: null },
  'change-goal': { title: 'Another goal', base: 'coach', layer: null },
  'race-plan': { title: 'The race plan', base: 'coach', layer: null },
  'mental-prep': { title: 'Mental preparation', base: 'coach', layer: null },
}
