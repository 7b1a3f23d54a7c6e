/** What rewords a report: given frames with placeholders, it answers frames. It sees no figure and decides nothing. */

import type { Result } from '../../../core/lib/result.ts'
import type { Question } from '../../../core/narrate/ask.ts'

/** `model` is the name shown beside each sentence it worded. */
export type Answer = { readonly text: string; readonly model: string }

export type NarratorFault =
  | { readonly type: 'NotHere' | 'NotReady' | 'TimedOut' | 'Unreachable' | 'Rubbish' }
  | { readonly type: 'Refused'; readonly status: number }

/** Never rejects; ends when `signal` does. */
export type Narrator = {
  readonly reword: (question: Question, signal: AbortSignal) => Promise<Result<Answer, NarratorFault>>
}

/** Said once where the rules' own words stand after all. */
export const sayNarratorFault = (fault: NarratorFault): string => {
  switch (fault.type) {
    case 'NotHere':
      return 'This browser has no model of its own.'
    case 'NotReady':
      return 'The browser’s model is not on this device yet; the browser’s own settings can load it.'
    case 'TimedOut':
      return 'The model gave no answer in time.'
    case 'Unreachable':
      return 'The address did not answer. Is the model running, and does it allow pages of this address (CORS)?'
    case 'Rubbish':
      return 'What came back was no answer of a model.'
    case 'Refused':
      return `The address refused (${fault.status}). Look at the model’s name and the key.`
  }
}
