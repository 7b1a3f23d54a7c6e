/** Who may reword a report, and a report reworded: whatever goes wrong, the rules' own words stand. */
import { questionOf, readAnswer } from '../../../core/narrate/ask.ts'
import { type Line, narrate, plainly } from '../../../core/narrate/narrate.ts'
import type { Told } from '../../../core/narrate/told.ts'
import { builtIn, languageModelHere } from './built-in.ts'
import { byRule } from './by-rule.ts'
import { endpoint } from './endpoint.ts'
import { type Narrator, sayNarratorFault } from './narrator.ts'
import type { Wording } from './wording.ts'

/** `model`: whose words stand in the lines by a model; `says`: what went wrong, once, in words. */
export type Worded = { readonly lines: readonly Line[]; readonly model: string; readonly says: string | null }

const patienceMs = 30_000

export const narratorOf = (wording: Wording): Narrator =>
  wording.by === 'built-in' ? builtIn(languageModelHere()) : wording.by === 'endpoint' ? endpoint(wording) : byRule

/** `patience` in milliseconds. */
export const wordReport = async (
  narrator: Narrator,
  tolds: readonly Told[],
  patience = patienceMs,
): Promise<Worded> => {
  const signal = AbortSignal.timeout(patience)
  const late = new Promise<null>(resolve => signal.addEventListener('abort', () => resolve(null), { once: true }))
  // Why raced: a model that does not heed the signal must not hold the words back either.
  const answer = await Promise.race([narrator.reword(questionOf(tolds), signal), late])
  if (answer === null || !answer.ok) {
    const fault = answer === null ? ({ type: 'TimedOut' } as const) : answer.error
    return { lines: plainly(tolds), model: '', says: sayNarratorFault(fault) }
  }
  const lines = narrate(tolds, readAnswer(answer.value.text))
  const refused = lines.filter(({ problem }) => problem !== null).length
  const says =
    narrator === byRule || lines.some(({ by }) => by === 'model')
      ? null
      : refused > 0
        ? 'Nothing the model wrote passed the check.'
        : 'The model reworded nothing.'
  return { lines, model: answer.value.model, says }
}
