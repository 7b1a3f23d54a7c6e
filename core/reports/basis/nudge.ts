/** One word at a time: which of a day's reminders and small questions the athlete is shown, and what silences them. */
import type { Message } from '../../model/advice.ts'
import type { LayerMode, Playbook } from '../../model/playbook.ts'

/**
 * The nudges by the name their message begins with, the first to be shown first: what only the athlete knows comes
 * before what is said to them. `layer` null is a question that needs no layer.
 */
const kinds = [
  { id: 'done', layer: null, says: 'In the evening, or on the day after: was the session done?' },
  { id: 'effort', layer: 'reminders', says: 'Once a session is done: how hard it was, for as long as the day lasts.' },
  { id: 'remind', layer: 'reminders', says: 'From six hours before a hard session until it starts: drink enough.' },
  { id: 'recover', layer: 'reminders', says: 'On an easy day after a hard or long one: recovery counts.' },
  { id: 'missing', layer: null, says: 'After days without data: what happened on them?' },
] as const

const rankOf = ({ id }: Message): number => kinds.findIndex(kind => id.startsWith(`${kind.id}-`))

/** The one nudge of a day, and every message that is none. A message of another day is no nudge of today. */
export const oneNudge = (
  messages: readonly Message[],
): { readonly nudge: Message | null; readonly others: readonly Message[] } => {
  const nudges = messages.filter(message => rankOf(message) >= 0)
  const first = nudges.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.day + a.id < b.day + b.id ? 1 : -1))[0]
  return { nudge: first ?? null, others: messages.filter(message => rankOf(message) < 0) }
}

/** Each in a sentence, with whether it is on: the same text for coach and athlete. */
export const nudgesIn = ({ layers }: Playbook): readonly { readonly id: string; readonly says: string }[] => [
  ...kinds.map(({ id, layer, says }) => {
    const mode: LayerMode = layer === null ? 'on' : layers[layer]
    return { id, says: mode === 'on' ? says : `${says.replace(/[.?]$/, '')} (off).` }
  }),
  { id: 'one', says: 'One at a time. The athlete silences them for the day, or turns them off for good.' },
]
