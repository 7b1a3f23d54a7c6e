/** The coach's plan for a race: three versions with their triggers, what to do if, and words to carry. No rule writes here. */
import * as v from 'valibot'
import type { Json } from '../lib/canonical.ts'
import { type Hash, hashOf } from '../lib/hash.ts'
import { text, whole } from './bounds.ts'
import { courseSchema } from './course.ts'
import { personIdSchema } from './ids.ts'

/** The versions in the order in which they are given up. */
export const raceVersions = ['primary', 'backup', 'damage'] as const
export type RaceVersion = (typeof raceVersions)[number]

/** What may happen, each with a card of its own; `own` cards stand beside them. */
export const raceScenarios = [
  'packHot',
  'warmer',
  'flatEarly',
  'badStart',
  'surges',
  'lateFatigue',
  'stomach',
  'lostBottle',
] as const
export type RaceScenario = (typeof raceScenarios)[number]

/** What stays a person's: each a section of its own (S132), with the reasons beside them (S99). */
export const raceSections = ['reasoning', 'pacing', 'contingency', 'fuelling', 'emotional'] as const
export type RaceSection = (typeof raceSections)[number]

/** What a text of a race plan may hold (letters). */
const most = { words: 2000, weather: 500, cues: 600 } as const
const words = text(most.words)
const seconds = v.nullable(whole(300, 700_000))

/** An if-then card of one's own. */
const ownCardSchema = v.strictObject({ when: text(200), what: text(600) })

/**
 * Flat, a field for every text, so that two coaches write at once and each keeps what they wrote; a draft's texts are
 * shared letter by letter beside it (`plan/race-words.ts`). Times in seconds, the start in minutes after midnight, degrees Celsius, percent, grams and millilitres an hour; null is not said.
 */
export const racePlanSchema = v.strictObject({
  /** The race it is for. */
  id: text(64),
  course: v.nullable(courseSchema),
  startMinute: v.nullable(whole(0, 1439)),
  celsius: v.nullable(whole(-40, 50)),
  humidity: v.nullable(whole(0, 100)),
  weather: text(most.weather),
  primaryTarget: seconds,
  primaryWhen: words,
  primaryHow: words,
  backupTarget: seconds,
  backupWhen: words,
  backupHow: words,
  damageTarget: seconds,
  damageWhen: words,
  damageHow: words,
  packHot: words,
  warmer: words,
  flatEarly: words,
  badStart: words,
  surges: words,
  lateFatigue: words,
  stomach: words,
  lostBottle: words,
  ownCards: v.pipe(v.array(ownCardSchema), v.maxLength(12)),
  reasoning: words,
  pacing: words,
  contingency: words,
  fuelling: words,
  emotional: words,
  carbsPerHour: v.nullable(whole(0, 200)),
  mlPerHour: v.nullable(whole(0, 2000)),
  /** One a line. */
  cues: text(most.cues),
})
export type RacePlan = v.InferOutput<typeof racePlanSchema>

/** The texts that two coaches may write at once, letter by letter. */
export const raceTexts = [
  'weather',
  'primaryWhen',
  'primaryHow',
  'backupWhen',
  'backupHow',
  'damageWhen',
  'damageHow',
  ...raceScenarios,
  ...raceSections,
  'cues',
] as const
export type RaceText = (typeof raceTexts)[number]

/** Letters that one of them may hold. */
export const mostLetters = (of: RaceText): number => (of === 'weather' || of === 'cues' ? most[of] : most.words)

export const emptyRacePlan = (race: string): RacePlan => ({
  id: race,
  course: null,
  startMinute: null,
  celsius: null,
  humidity: null,
  weather: '',
  primaryTarget: null,
  primaryWhen: '',
  primaryHow: '',
  backupTarget: null,
  backupWhen: '',
  backupHow: '',
  damageTarget: null,
  damageWhen: '',
  damageHow: '',
  packHot: '',
  warmer: '',
  flatEarly: '',
  badStart: '',
  surges: '',
  lateFatigue: '',
  stomach: '',
  lostBottle: '',
  ownCards: [],
  reasoning: '',
  pacing: '',
  contingency: '',
  fuelling: '',
  emotional: '',
  carbsPerHour: null,
  mlPerHour: null,
  cues: '',
})

/** A plan as it was published; `number` counts the versions of a race from 1, `at` is minutes since 1970-01-01 UTC. */
export const publishedRacePlanSchema = v.strictObject({
  number: whole(1, 10_000),
  plan: racePlanSchema,
  by: personIdSchema,
  at: whole(0, 200_000_000),
})
export type PublishedRacePlan = v.InferOutput<typeof publishedRacePlanSchema>

/** What a coach's signature on a published plan speaks of. */
export const racePlanHash = (published: PublishedRacePlan): Hash => hashOf('race-plan', published as Json)

/** What one version says. */
export const versionOf = (plan: RacePlan, version: RaceVersion) => ({
  target: plan[`${version}Target`],
  when: plan[`${version}When`],
  how: plan[`${version}How`],
})

/** Whether two plans say the same. */
export const saysTheSame = (a: RacePlan, b: RacePlan): boolean =>
  hashOf('race-plan-words', a as Json) === hashOf('race-plan-words', b as Json)

/** The words on the card, one a line, without empty ones. */
export const cuesOf = ({ cues }: Pick<RacePlan, 'cues'>): readonly string[] =>
  cues
    .split('\n')
    .map(cue => cue.trim())
    .filter(cue => cue !== '')
