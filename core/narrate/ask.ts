/** What a language model is sent and how its answer is read: frames with placeholders out, frames with placeholders in. */
import { directionWords, glue } from './glue.ts'
import type { Told } from './told.ts'

/** What leaves for the model. No figure, day, name or word of a person is in it: those stand in the slots. */
export type Question = { readonly system: string; readonly text: string }

const system = `You reword short sentences of a running report so that they read naturally. Rules:
- Answer with one line per sentence: its id, then " = ", then the sentence, which ends with a full stop. Nothing else.
- Keep every placeholder in braces exactly as written, each once, in the same order, with a space or a bracket before it.
- Never write a digit, a number word, a unit, a day, a name, advice or an opinion.
- Keep the words named after "keep". Beside them use only these words: ${[...glue].join(' ')}.`

const line = ({ id, template, slots, keeps, direction }: Told): string => {
  const kinds = slots.map(slot => `{${slot.id}} is ${slot.hint}`).join(', ')
  const turn =
    direction === null
      ? ''
      : `; right before {${direction.before}} you may write ${directionWords[direction.went].join(', ')}`
  return `${id} = ${template}\n  keep: ${keeps.join(', ')}; ${kinds}${turn}`
}

export const questionOf = (tolds: readonly Told[]): Question => ({ system, text: tolds.map(line).join('\n') })

const longestAnswer = 20_000

/** The sentences in whatever a model answered, by id; the first for each, and what is no such line is passed over. */
export const readAnswer = (answer: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const text of answer.slice(0, longestAnswer).split(/\r?\n/)) {
    const [, id, sentence] = /^\W{0,4}([a-z]+(?:-[a-z]+)*)\W{0,2} = (.+)$/.exec(text) ?? []
    if (id !== undefined && sentence !== undefined && !found.has(id)) found.set(id, sentence.trim())
  }
  return found
}
