/** What the athlete wrote themselves, with its day: quoted as it stands, never put into other words. */
import { by } from '../lib/order.ts'
import { type Day, daysBetween } from '../model/day.ts'
import type { AthleteContent } from '../model/plan.ts'
import type { AthleteDebrief } from '../model/race-debrief.ts'
import type { Race } from '../model/season.ts'

/** `of` says where it was written. */
export type OwnWords = {
  readonly day: Day
  readonly words: string
  readonly of: 'comment' | 'after a session' | 'check-in' | 'activity' | 'debrief'
}

/** Everything the athlete wrote, the newest first. `races` gives the debriefs their days. */
export const ownWords = (
  { comments, outcomes, checkIns, activities }: AthleteContent,
  dayOfSession: (session: string) => Day | undefined,
  debriefs: readonly AthleteDebrief[] = [],
  races: readonly Race[] = [],
): readonly OwnWords[] => {
  const said: OwnWords[] = [
    ...comments.map(({ day, words }) => ({ day, words, of: 'comment' as const })),
    ...outcomes.flatMap(({ session, comment }) => {
      const day = dayOfSession(session)
      return day === undefined ? [] : [{ day, words: comment, of: 'after a session' as const }]
    }),
    ...checkIns.map(({ day, note }) => ({ day, words: note ?? '', of: 'check-in' as const })),
    ...activities.map(({ day, comment }) => ({ day, words: comment ?? '', of: 'activity' as const })),
    ...debriefs.flatMap(({ id, story, hardest, nextTime }) => {
      const day = races.find(race => race.id === id)?.day
      return day === undefined ? [] : [story, hardest, nextTime].map(words => ({ day, words, of: 'debrief' as const }))
    }),
  ]
  const once = new Map(said.map(one => [`${one.day} ${one.words}`, one]))
  return [...once.values()]
    .filter(({ words }) => words.trim() !== '')
    .toSorted(
      by<OwnWords>(
        ({ day }) => day,
        ({ words }) => words,
      ),
    )
    .toReversed()
}

/** Whether every word asked for begins a word of the text; letters and accents as they are, but for their height. */
export const holdsWords = (text: string, asked: string): boolean => {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}’'-]+/u)
  return asked
    .toLowerCase()
    .split(/\s+/)
    .filter(part => part !== '')
    .every(part => words.some(word => word.startsWith(part)))
}

/** What was written in which every word asked for begins a word. */
export const wordsWith = (all: readonly OwnWords[], asked: string): readonly OwnWords[] =>
  all.filter(({ words }) => holdsWords(words, asked))

/** What was written in the week before a race, on it, and in the three days after. */
export const wordsAround = (all: readonly OwnWords[], race: Pick<Race, 'day'>): readonly OwnWords[] =>
  all.filter(({ day }) => {
    const after = daysBetween(race.day, day)
    return after >= -7 && after <= 3
  })
