/** What people do with a race: its plan is drafted and published by a coach, its debrief is written from both sides. */
import * as races from '../../core/peer/race.ts'
import type { Doing } from './doing.ts'
import type { RaceActions } from './race-desk.ts'

export const raceActs = ({ write, signed, ends, device }: Doing): RaceActions => ({
  // Why no line: what was typed stands where it was typed, and the page says that only coaches see it.
  draftRace: (race, patch) => write(space => races.draftRacePlan(space, race, patch), null),
  dropRaceDraft: race => write(space => races.dropRaceDraft(space, race), 'Draft removed. What was published stands.'),
  publishRace: race =>
    signed(
      space => races.publishRacePlan(space, race, device.person.id, ends.now.value.at),
      'Published and signed. The athlete carries this version from now on.',
    ),
  openedRace: race => write(space => races.openedRacePlan(space, race), null),
  debriefAsCoach: (race, patch) => write(space => races.writeCoachDebrief(space, race, patch), null),
  debriefAsAthlete: (race, patch) => write(space => races.writeAthleteDebrief(space, race, patch), null),
})
