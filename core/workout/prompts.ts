/** Words that come up while a step runs: `Settle in 60^Now lift the knees` says the second part after a minute. */

/** `atS` counts seconds from the step's begin. */
export type Prompt = { readonly atS: number; readonly words: string }

/** The parts of a cue in their order; a cue without times is one part at the beginning. */
export const promptsOf = (cue: string | null): readonly Prompt[] => {
  if (cue === null || cue === '') return []
  const parts = cue.split(/\s*\b(\d{1,5})\^\s*/)
  const prompts = [{ atS: 0, words: parts[0]! }]
  for (let i = 1; i + 1 < parts.length; i += 2) prompts.push({ atS: Number(parts[i]), words: parts[i + 1]! })
  return prompts.filter(({ words }) => words !== '')
}
