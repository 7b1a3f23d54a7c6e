/** What views are given of races: all that is on file about one, and what coach and athlete write. */
import type { AthleteDebrief, CoachDebrief } from '../../core/model/race-debrief.ts'
import type { RacePlan, RaceText } from '../../core/model/race-plan.ts'
import type { RaceFile } from '../../core/peer/race.ts'
import type { Did } from './app.ts'
import type { OpenText } from './race-texts.ts'

export type { RaceFile } from '../../core/peer/race.ts'

export type RaceLooking = {
  /** All that is on file about a race, by its id. */
  readonly raceFile: (race: string) => RaceFile
  /** Opens a text of a race's draft, in which other coaches may type at the same moment; or says why it cannot be. */
  readonly openRaceText: (race: string, field: RaceText) => Promise<OpenText | string>
}

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
