/** What views are given of races: all that is on file about one, and what coach and athlete write. */
import type { AthleteDebrief, CoachDebrief } from '../../core/model/race-debrief.ts'
import type { RacePlan } from '../../core/model/race-plan.ts'
import type { Did } from './app.ts'

export type { RaceFile } from '../../core/peer/race.ts'

export type RaceActions = {
  /** Coach: writes some fields of a race's plan where the athlete does not receive them. */
  draftRace(race: string, patch: Partial<Omit<RacePlan, 'id'>>): Did
  dropRaceDraft(race: string): Did
  /** Coach: the draft becomes a signed version, which the athlete carries from then on. */
  publishRace(race: string): Did
  /** The athlete's device says which version it carries. */
  openedRace(race: string): Did
  debriefAsCoach(race: string, patch: Partial<Omit<CoachDebrief, 'id'>>): Did
  debriefAsAthlete(race: string, patch: Partial<Omit<AthleteDebrief, 'id'>>): Did
}
