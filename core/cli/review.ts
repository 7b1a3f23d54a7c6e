/** `tandem review`: what changed in the training, and what the playbook would do about it. */
import { advise, type Situation } from '../engine.ts'
import { mergeActivities } from '../history/history.ts'
import { explainImport } from '../import/index.ts'
import { dayNumber } from '../model/day.ts'
import type { Command } from './arguments.ts'
import { readInput } from './input.ts'
import { type Screen, totalsOf } from './reading.ts'
import { factsOf } from './review-facts.ts'
import { reviewText } from './review-text.ts'

type Review = Extract<Command, { type: 'review' }>

/** Exit code 1 where a file cannot be used or no activity was found; what is wrong with single files goes to stderr. */
export const runReview = async (command: Review, screen: Screen): Promise<number> => {
  const input = await readInput(command, screen)
  if (!input.ok) {
    screen.err(input.error.says)
    return 1
  }
  const { reports, activities, playbook, past } = input.value
  for (const report of reports) if (report.outcome === 'refused') screen.err(explainImport(report))
  if (activities.length === 0) {
    screen.err(
      `${command.history.join(', ')}: no activity was found. Give \`--history\` FIT files or a Strava archive.`,
    )
    return 1
  }
  const { today: day, minute } = command
  const situation: Situation = { ...past, playbook, now: { day, minute, at: dayNumber(day) * 1440 + minute } }
  const facts = factsOf(situation, advise(situation), {
    ...totalsOf(reports),
    recordings: activities.length,
    merged: activities.length - mergeActivities(activities, []).activities.length,
  })
  screen.out(command.json ? JSON.stringify(facts) : reviewText(facts))
  return 0
}
