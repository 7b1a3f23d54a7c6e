/** What a private note is, in a few words. */
import type { PrivateNote } from '../../core/model/private-note.ts'

export const noteWords: Readonly<Record<PrivateNote['kind'], string>> = {
  'mental-preparation': 'Mental preparation',
  conversation: 'What we talked about',
  doubts: 'Where doubts come up',
  setbacks: 'How setbacks are met',
  cues: 'Cues that work',
  rehearsal: 'Rehearsal',
  reminder: 'Reminder',
}
