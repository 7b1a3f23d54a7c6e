/** What a race taught, by the coach and by the athlete: three questions each, and what is carried over. No mark is given. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { activityIdSchema } from './ids.ts'
import { raceVersions } from './race-plan.ts'

/** What the coach asks themselves (S143). */
export const coachQuestions = ['overreacted', 'fuelling', 'grew'] as const
/** What the athlete is asked. */
export const athleteQuestions = ['story', 'hardest', 'nextTime'] as const

const answer = text(2000)

/** Something to do before the next race; it stands on that race's plan until it is done. */
const carryOverSchema = v.strictObject({
  id: text(64),
  words: text(300),
  /** The race on whose plan it was done; null: it still waits. */
  doneFor: v.nullable(text(64)),
})
export type CarryOver = v.InferOutput<typeof carryOverSchema>

/** The coach's part, in the plan document; `id` is the race's. */
export const coachDebriefSchema = v.strictObject({
  id: text(64),
  overreacted: answer,
  fuelling: answer,
  grew: answer,
  carryOvers: v.pipe(v.array(carryOverSchema), v.maxLength(30)),
})
export type CoachDebrief = v.InferOutput<typeof coachDebriefSchema>

/**
 * Where the clock stood along the way: metres of the official distance, seconds since the start, and mean heart rate since
 * the mark before (null: not known). Written with the athlete's answers, since the recording stays on their device.
 */
const markSchema = v.strictTuple([whole(1, 1_000_000), whole(0, 1_000_000), v.nullable(whole(20, 260))])

/** Fuel as it was taken: minutes after the start, grams and millilitres. */
const fuelTickSchema = v.strictTuple([whole(0, 6000), whole(0, 300), whole(0, 3000)])

/** The athlete's part, in the athlete's document; `id` is the race's. */
export const athleteDebriefSchema = v.strictObject({
  id: text(64),
  activity: v.nullable(activityIdSchema),
  /** Which version they ran, in their own word; null: not said. */
  ran: v.nullable(v.picklist(raceVersions)),
  story: answer,
  hardest: answer,
  nextTime: answer,
  marks: v.pipe(v.array(markSchema), v.maxLength(400)),
  fuel: v.pipe(v.array(fuelTickSchema), v.maxLength(200)),
})
export type AthleteDebrief = v.InferOutput<typeof athleteDebriefSchema>

export const emptyCoachDebrief = (race: string): CoachDebrief => ({
  id: race,
  overreacted: '',
  fuelling: '',
  grew: '',
  carryOvers: [],
})

export const emptyAthleteDebrief = (race: string): AthleteDebrief => ({
  id: race,
  activity: null,
  ran: null,
  story: '',
  hardest: '',
  nextTime: '',
  marks: [],
  fuel: [],
})
