/** Playbooks for three athletes whose coaches keep more to themselves: a start, every number the coach's to edit. */
import type { Playbook } from '../model/playbook.ts'
import { newCoachPlaybook } from './default.ts'

/** `why` is what a coach reads before taking it. */
export type Preset = { readonly id: string; readonly title: string; readonly why: string; readonly playbook: Playbook }

const asking: Playbook = {
  ...newCoachPlaybook,
  mayApply: { 'recompute-zones': false, 'ease-easy-day': false, 'move-session': false, 'swap-equal': false },
}

export const presets: readonly Preset[] = [
  {
    id: 'injury-prone',
    title: 'Injury-prone racer',
    why: 'Load, intensity and pain are watched closely; everything that changes a session asks.',
    playbook: {
      ...asking,
      title: 'Injury-prone racer',
      thresholds: {
        ...asking.thresholds,
        painTimes: 1,
        runSpikePercent: 5,
        weekRisePercent: 10,
        intensityShiftPoints: 5,
        sorenessRepeatedDays: 2,
      },
      layers: { ...asking.layers, 'easy-day': 'on', recovery: 'on' },
    },
  },
  {
    id: 'busy-marathoner',
    title: 'Busy marathoner',
    why: 'Logistics decide: missed sessions and blocked days are settled at once from the coach’s list; the goal stays the coach’s.',
    playbook: {
      ...newCoachPlaybook,
      title: 'Busy marathoner',
      layers: { ...newCoachPlaybook.layers, reminders: 'on', 'easy-day': 'on', 'missed-session': 'on' },
      mayApply: { 'recompute-zones': true, 'ease-easy-day': true, 'move-session': true, 'swap-equal': true },
      athleteMayMove: true,
    },
  },
  {
    id: 'first-ultra',
    title: 'First ultra',
    why: 'Terrain, fuelling and doubt are a person’s: the automation reminds, watches and asks.',
    playbook: {
      ...asking,
      title: 'First ultra',
      thresholds: { ...asking.thresholds, motivationDown: 1, stressHigh: 4 },
      layers: { ...asking.layers, reminders: 'on', recovery: 'on' },
    },
  },
]

export const presetNamed = (id: string): Preset | undefined => presets.find(one => one.id === id)

/** A coach's playbook as a preset would have it: every field the preset's, the swap list and what identifies it theirs. */
export const withPreset = ({ version, overrides, swaps }: Playbook, preset: Preset): Playbook => ({
  ...preset.playbook,
  version,
  overrides,
  swaps,
})
