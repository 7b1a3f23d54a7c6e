/** The playbooks a coach can start from: the defaults of `playbook.md`, every number the coach's to edit. */
import { type Playbook, type PlaybookThresholds, playbookShape, thresholdBounds } from '../model/playbook.ts'
import { defaultSwaps } from './swaps.ts'

const defaultThresholds = Object.fromEntries(
  Object.entries(thresholdBounds).map(([name, bounds]) => [name, bounds.default]),
) as PlaybookThresholds

/** What a new coach starts with: layer 1 only; the next layers are offered one by one, with evidence (§9). */
export const newCoachPlaybook: Playbook = {
  schema: playbookShape,
  version: 1,
  title: 'Default playbook',
  thresholds: defaultThresholds,
  layers: {
    summary: 'on',
    reminders: 'off',
    compliance: 'off',
    'easy-day': 'off',
    'missed-session': 'off',
    recovery: 'off',
    load: 'off',
    drafts: 'off',
  },
  mayApply: { 'recompute-zones': true, 'ease-easy-day': false, 'move-session': false, 'swap-equal': false },
  athleteMayMove: false,
  swaps: [...defaultSwaps],
  overrides: [],
}

/**
 * The playbook in use until layers can be switched on screen, one at a time and with the evidence of the last.
 * Why it differs from a new coach's: it drafts in the layers 4–6, all of them at `ask`, and lets the athlete move a
 * session within its week, so that the whole loop can be seen; nothing but zones is applied by itself.
 */
export const defaultPlaybook: Playbook = {
  ...newCoachPlaybook,
  layers: { ...newCoachPlaybook.layers, 'easy-day': 'on', 'missed-session': 'on', recovery: 'on' },
  athleteMayMove: true,
}
