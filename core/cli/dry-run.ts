/** `tandem dry-run`: what the playbook would have done on each day of the past, beside what truly happened. */
import { asToday, compareRuns, type DryDay, dryRun, type Past, truthOf } from '../dry-run/index.ts'
import { explainImport } from '../import/index.ts'
import { type Day, daysBetween } from '../model/day.ts'
import type { Playbook } from '../model/playbook.ts'
import type { Command } from './arguments.ts'
import { dayFacts } from './dry-run-facts.ts'
import { differencesText, dryRunText } from './dry-run-text.ts'
import { readInput, readPlaybook } from './input.ts'
import type { Screen } from './reading.ts'

type Asked = Extract<Command, { type: 'dry-run' }>

/** Exit code 1 where a file cannot be used or no activity was found; what is wrong with single files goes to stderr. */
export const runDryRun = async (command: Asked, screen: Screen): Promise<number> => {
  const input = await readInput(command, screen)
  if (!input.ok) {
    screen.err(input.error.says)
    return 1
  }
  const { reports, activities, playbook, past } = input.value
  for (const report of reports) if (report.outcome === 'refused') screen.err(explainImport(report))
  const days = activities.map(({ day }) => day).sort()
  if (days.length === 0) {
    screen.err(
      `${command.history.join(', ')}: no activity was found. Give \`--history\` FIT files or a Strava archive.`,
    )
    return 1
  }
  const against = command.against === null ? null : await readPlaybook(command.against)
  if (against !== null && !against.ok) {
    screen.err(against.error.says)
    return 1
  }
  const [from, to] = [command.from ?? days[0]!, command.to ?? days.at(-1)!]
  const sorted = inOrder(past)
  const run = runOver(sorted, playbook, from, to, screen)
  const truth = truthOf(sorted, from, to)
  if (against === null) {
    const once = { asToday: asToday(sorted) }
    if (command.json)
      for (const [i, day] of run.entries())
        screen.out(JSON.stringify({ ...dayFacts(day, truth[i]!), ...(i === 0 ? once : {}) }))
    else screen.out(dryRunText(run, truth, sorted))
    return 0
  }
  const differences = compareRuns(run, runOver(sorted, against.value, from, to, screen))
  if (command.json) for (const difference of differences) screen.out(JSON.stringify(difference))
  else screen.out(differencesText(differences))
  return 0
}

// Why: a day's part of a list in order is found without looking at the rest.
const inOrder = (past: Past): Past => ({
  ...past,
  content: { ...past.content, activities: past.content.activities.toSorted((a, b) => (a.start < b.start ? -1 : 1)) },
})

const runOver = (past: Past, playbook: Playbook, from: Day, to: Day, screen: Screen): readonly DryDay[] => {
  const total = daysBetween(from, to) + 1
  const days: DryDay[] = []
  for (const day of dryRun({ past, playbook, from, to })) {
    days.push(day)
    if (days.length % 30 === 0) screen.progress(`${day.day}: ${days.length} of ${total} days`)
  }
  screen.progress('')
  return days
}
