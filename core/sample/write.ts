/** Puts the made-up season into a person's documents, as if they had typed and imported it all. */
import type { Result } from '../lib/result.ts'
import * as plan from '../plan/index.ts'
import type { SampleSeason } from './season.ts'

type Doc = Parameters<typeof plan.readPlan>[0]
type Docs = { readonly plan: Doc; readonly athlete: Doc; readonly playbook: Doc }

/** One transaction a document. Writing the same season again changes nothing. */
export const writeSample = (docs: Docs, season: SampleSeason, origin: plan.Origin): Result<null, plan.WriteError> => {
  const { content, plan: written, playbook } = season
  const inPlan = plan.together(docs.plan, origin, [
    ...written.sessions.map(session => () => plan.putSession(docs.plan, session, origin)),
    ...written.phases.map(phase => () => plan.putPhase(docs.plan, phase, origin)),
    ...written.races.map(race => () => plan.putRace(docs.plan, race, origin)),
    ...written.comments.map(comment => () => plan.putComment(docs.plan, comment, origin)),
  ])
  const inAthlete = plan.together(docs.athlete, origin, [
    () => plan.putProfile(docs.athlete, content.profile, origin),
    () => plan.putActivities(docs.athlete, content.activities, origin),
    ...content.checkIns.map(checkIn => () => plan.putCheckIn(docs.athlete, checkIn, origin)),
    ...content.lifeEvents.map(event => () => plan.putLifeEvent(docs.athlete, event, origin)),
    ...content.outcomes.map(outcome => () => plan.putOutcome(docs.athlete, outcome, origin)),
    ...content.confirmedDays.map(day => () => plan.confirmDay(docs.athlete, day, origin)),
    ...content.comments.map(comment => () => plan.putComment(docs.athlete, comment, origin)),
  ])
  const inPlaybook = plan.putPlaybook(docs.playbook, playbook, origin)
  return [inPlan, inAthlete].find(result => !result.ok) ?? inPlaybook
}
