/** What leaves with somebody as one file: what they may read of the athlete, in the words of the model. */
import type { Looking, Now } from './app.ts'

/**
 * What the reader holds of the athlete; the draft a coach has not decided on is in none of it. `calendar` is the plan as it
 * stands, with every change that holds; `plan` is what the coaches wrote.
 */
export const exportOf = (looking: Looking | null, now: Now): object | null =>
  looking && {
    format: 'tandem/1',
    exported: now.day,
    plan: looking.plan,
    calendar: looking.advice.plan.sessions
      .filter(({ replacedBy }) => replacedBy === null)
      .map(({ session }) => session),
    athlete: looking.content,
    playbook: looking.playbook,
    statements: looking.space.log.map(entry => entry.signed),
    members: looking.space.members,
  }
