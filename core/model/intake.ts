/** What has to be known of an athlete before anything is drafted for them, and what is told already (S13–S20). */
import type { Profile } from './athlete.ts'

export const intakeTopics = ['goals', 'week', 'injuries', 'fitness', 'work', 'sleep', 'mind'] as const
export type IntakeTopic = (typeof intakeTopics)[number]

/** What is known from elsewhere: a race in the plan is a goal, training on file tells of fitness. */
export type KnownElsewhere = { readonly hasRace: boolean; readonly hasThreshold: boolean }

const isSaid = (words: string | null | undefined): boolean => (words ?? '').trim() !== ''

const told: Readonly<Record<IntakeTopic, (profile: Profile, elsewhere: KnownElsewhere) => boolean>> = {
  goals: ({ goals }, { hasRace }) => isSaid(goals) || hasRace,
  week: ({ weekMinutes }) => weekMinutes?.some(minutes => minutes !== null) ?? false,
  // Why: an empty list may mean that nobody asked; only the athlete's own "none" is an answer.
  injuries: ({ injuries, noInjuries }) => injuries.length > 0 || noInjuries === true,
  fitness: ({ thresholds }, { hasThreshold }) =>
    hasThreshold || (thresholds !== null && (thresholds.thresholdPaceSPerKm ?? thresholds.thresholdHr) !== null),
  work: ({ work }) => isSaid(work),
  sleep: ({ usualSleepHours, sleepRhythm }) => usualSleepHours !== null || (sleepRhythm ?? null) !== null,
  mind: ({ motivates, frightens }) => isSaid(motivates) || isSaid(frightens),
}

/** The topics nobody has told of yet, in the order they are asked. */
export const missingTopics = (profile: Profile, elsewhere: KnownElsewhere): readonly IntakeTopic[] =>
  intakeTopics.filter(topic => !told[topic](profile, elsewhere))

/** What it costs that a topic is missing, for coach and athlete alike. */
export const whileMissing: Readonly<Record<IntakeTopic, string>> = {
  goals: 'No goal and no race yet: no block can be counted back from a day.',
  week: 'Minutes in the week are not said: every free day counts as open, however long the session.',
  injuries: 'Injuries are not said, not even that there are none: an old pain coming back cannot be seen as such.',
  fitness: 'No threshold, and no training that tells of one: sessions carry zones, not paces.',
  work: 'Work and family are not said: the coach has to ask before a hard week.',
  sleep: 'Usual sleep is not said: the coach cannot tell a short night from a usual one.',
  mind: 'What helps and what frightens is not said: the coach has to find out on the way.',
}
