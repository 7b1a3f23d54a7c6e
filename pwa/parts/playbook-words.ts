/** The playbook's layers and permissions in the words a coach uses. */
import type { LayerMode, LayerName, Playbook, ThresholdName } from '../../core/model/playbook.ts'

export const layerWords: Readonly<Record<LayerName, { readonly label: string; readonly does: string }>> = {
  summary: { label: 'Weekly summary and paces', does: 'The week in a sentence; training paces after a race.' },
  reminders: { label: 'Reminders', does: 'What is on today, and effort cues.' },
  compliance: { label: 'Compliance report', does: 'Planned and done, side by side.' },
  'easy-day': { label: 'Easy-day adjustment', does: 'Shortens an easy day after poor sleep; never to zero.' },
  'missed-session': { label: 'Missed-session replacement', does: 'Offers an equal session from the swap list.' },
  recovery: { label: 'Recovery suggestions', does: 'Eases a key session; always asks.' },
  load: { label: 'Load progression', does: 'Next week’s target; always asks.' },
  drafts: { label: 'First-draft weeks', does: 'Weeks from the coach’s templates, as drafts.' },
}

export const modeWords: Readonly<Record<LayerMode, string>> = { off: 'Off', watched: 'Watched', on: 'On' }
export const modeSays: Readonly<Record<LayerMode, string>> = {
  off: 'nothing is drafted',
  watched: 'drafted silently, seen by nobody, counted for the audit',
  on: 'drafted and shown to the coach',
}

export const mayApplyWords: Readonly<Record<keyof Playbook['mayApply'], string>> = {
  'recompute-zones': 'New training paces after a race, up to 3 %',
  'ease-easy-day': 'Shorten an easy day',
  'move-session': 'Move a session within its week',
  'swap-equal': 'Replace a missed session from the swap list',
}

/** A number of the playbook with its unit. */
export const thresholdWords = (name: ThresholdName, value: number): string => {
  if (name.endsWith('Percent')) return `${value} %`
  // Why not in hours: beside the field, where the number is typed in minutes.
  if (name.endsWith('Minutes')) return `${value} min`
  return name.endsWith('Hours') ? `${value} h` : String(value)
}
