/** A made-up athlete for a look around. */
export { type SampleSeason, sampleAthlete, sampleCoach, sampleSeason } from './season.ts'
export { writeSample } from './write.ts'
