/** A note that fills itself (S46): the coach's words once, with places that today's facts fill; never a guessed figure. */
import type { Reading } from '../../lib/reading.ts'

/** What may stand in braces, each with what the coach reads when choosing it. */
export const notePlaces = {
  athlete: 'the athlete’s first name',
  session: 'the session’s title',
  duration: 'how long it takes',
  distance: 'how far it goes',
  effort: 'how it should feel',
  'warm-up': 'what to do before',
  'easy pace': 'easy, in their own pace',
  'marathon pace': 'marathon, in their own pace',
  'threshold pace': 'threshold, in their own pace',
  'interval pace': 'interval, in their own pace',
  'easy heart rate': 'the upper end of easy, beats a minute',
  'last run': 'the last run on file',
  'last easy heart rate': 'the mean heart rate of the last easy run',
  race: 'the next race',
  'days to race': 'days until it',
  phase: 'the phase it is in',
  objective: 'what the phase is for',
} as const
export type NotePlace = keyof typeof notePlaces

export type NoteFacts = { readonly [place in NotePlace]: Reading<string> }

const places = /\{([^{}\n]{1,40})\}/g

const isPlace = (word: string): word is NotePlace => Object.hasOwn(notePlaces, word)
const normal = (word: string): string => word.trim().toLowerCase()

/** The words in braces that name nothing known. */
export const unknownPlaces = (words: string): readonly string[] =>
  [...words.matchAll(places)].map(match => match[1]!).filter(word => !isPlace(normal(word)))

/** A filled note, and each sentence that had to stay out, with what was not known. */
export type FilledNote = {
  readonly words: string
  readonly leftOut: readonly { readonly sentence: string; readonly why: string }[]
}

const sentencesIn = (line: string): readonly string[] => line.split(/(?<=[.!?…])\s+/)

/**
 * The words with every place filled. A sentence with a place of which nothing is known is left out whole and named: half a
 * sentence, or a figure from nowhere, would be worse than none.
 */
export const fillNote = (words: string, facts: NoteFacts): FilledNote => {
  const leftOut: FilledNote['leftOut'][number][] = []
  const lines = words.split('\n').flatMap(line => {
    if (line.trim() === '') return [line]
    const kept = sentencesIn(line).flatMap(sentence => {
      let why: string | null = null
      const filled = sentence.replaceAll(places, (whole, word: string) => {
        const place = normal(word)
        if (!isPlace(place)) {
          why ??= `nothing is called “${whole}”`
          return whole
        }
        const fact = facts[place]
        if (fact.known) return fact.value
        why ??= fact.why
        return whole
      })
      if (why === null) return [filled]
      leftOut.push({ sentence, why })
      return []
    })
    // Why: a line of which nothing is left would stand as a gap.
    return kept.length === 0 ? [] : [kept.join(' ')]
  })
  return { words: lines.join('\n').trim(), leftOut }
}
