/** Whether a reworded sentence says what the rule said: the same slots in the same order, and nothing else of weight. */
import { err, ok, type Result } from '../lib/result.ts'
import { directionWords, glue } from './glue.ts'
import type { Told } from './told.ts'

/** Why a sentence was not taken. `at` is what stood there. */
export type Problem =
  | { readonly type: 'UnknownPlaceholder' | 'Figure' | 'Claim' | 'Sign'; readonly at: string }
  | { readonly type: 'Dropped' | 'Repeated' | 'WordDropped'; readonly at: string }
  | { readonly type: 'OtherOrder' | 'NoSentence' }

const longest = 400
const placeholder = /\{([^{}]*)\}/g

/** Between the slots: n + 1 pieces of text for n slots. */
const gapsOf = (sentence: string): readonly string[] => sentence.split(/\{[^{}]*\}/)

/** Nothing may touch a slot that could read as a part of its figure: `-{a}`, `{a}.{b}`, `{a}k`. */
const touches = (gaps: readonly string[]): string | undefined =>
  gaps.find(
    (gap, i) =>
      (i > 0 && !/^(?:$|[ )]|[,;:.](?:$|[ )]))/.test(gap)) ||
      (i < gaps.length - 1 && !(gap === '' ? i === 0 : /[ (]$/.test(gap))),
  )

const wrongWord = (told: Told, gap: string, next: string | undefined): Problem | null => {
  for (const piece of gap.match(/\p{L}[\p{L}\p{M}]*|[^\p{L}\s]|\s/gu) ?? []) {
    if (/^\p{L}/u.test(piece)) {
      const word = piece.toLowerCase()
      const { direction } = told
      const mayTurn = direction !== null && next === direction.before
      const isTrue = mayTurn && (directionWords[direction.went] as readonly string[]).includes(word)
      if (!isTrue && !glue.has(word) && !told.keeps.includes(word)) return { type: 'Claim', at: piece }
    } else if (/\p{N}/u.test(piece)) return { type: 'Figure', at: piece }
    else if (!/^[ ,;:.()]$/.test(piece)) return { type: 'Sign', at: piece }
  }
  return null
}

/**
 * Every slot of the fact once and in order, the fact's own words kept, and beside them only words that join. Digits,
 * number words, units, days, names, advice and denials have no place outside a slot, so none needs to be known here.
 */
export const verify = (told: Told, sentence: string): Result<string, Problem> => {
  if (sentence.length > longest || !/^[^\s].*\.$/.test(sentence)) return err({ type: 'NoSentence' })
  const used = [...sentence.matchAll(placeholder)].map(match => match[1]!)
  const known = told.slots.map(({ id }) => id)
  const stranger = used.find(id => !known.includes(id))
  if (stranger !== undefined) return err({ type: 'UnknownPlaceholder', at: stranger })
  const dropped = known.find(id => !used.includes(id))
  if (dropped !== undefined) return err({ type: 'Dropped', at: dropped })
  const twice = used.find((id, i) => used.indexOf(id) !== i)
  if (twice !== undefined) return err({ type: 'Repeated', at: twice })
  if (used.some((id, i) => id !== known[i])) return err({ type: 'OtherOrder' })
  const gaps = gapsOf(sentence)
  for (const [i, gap] of gaps.entries()) {
    const problem = wrongWord(told, gap, used[i])
    if (problem !== null) return err(problem)
  }
  const touching = touches(gaps)
  if (touching !== undefined) return err({ type: 'Sign', at: touching })
  const spoken: readonly string[] =
    gaps
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const missing = told.keeps.find(word => !spoken.includes(word))
  return missing === undefined ? ok(sentence) : err({ type: 'WordDropped', at: missing })
}
