/** `tandem review`: what changed in the training, and what the playbook would do about it. */
import { advise, type Situation } from '../engine.ts'
import { mergeActivities } from '../history/history.ts'
import { explainImport, type FileReport } from '../import/index.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Activity } from '../model/activity.ts'
import { emptyProfile } from '../model/athlete.ts'
import { dayNumber } from '../model/day.ts'
import type { AthleteId } from '../model/ids.ts'
import { historyFileSchema, type PlanFile, planFileSchema } from '../model/plan-file.ts'
import { readPlaybookValue } from '../model/playbook-shape.ts'
import { defaultPlaybook } from '../playbook/index.ts'
import type { Command } from './arguments.ts'
import { readJsonFile, readJsonFileAs } from './json-files.ts'
import { readPaths, type Screen, totalsOf } from './reading.ts'
import { factsOf } from './review-facts.ts'
import { reviewText } from './review-text.ts'
import type { PathError } from './sources.ts'

type Review = Extract<Command, { type: 'review' }>

/** Exit code 1 where a file cannot be used or no activity was found; what is wrong with single files goes to stderr. */
export const runReview = async (command: Review, screen: Screen): Promise<number> => {
  const input = await readInput(command, screen)
  if (!input.ok) {
    screen.err(input.error.says)
    return 1
  }
  const { reports, activities, situation } = input.value
  for (const report of reports) if (report.outcome === 'refused') screen.err(explainImport(report))
  if (activities.length === 0) {
    screen.err(
      `${command.history.join(', ')}: no activity was found. Give \`--history\` FIT files or a Strava archive.`,
    )
    return 1
  }
  const facts = factsOf(situation, advise(situation), {
    ...totalsOf(reports),
    recordings: activities.length,
    merged: activities.length - mergeActivities(activities, []).activities.length,
  })
  screen.out(command.json ? JSON.stringify(facts) : reviewText(facts))
  return 0
}

type Input = {
  readonly reports: readonly FileReport[]
  readonly activities: readonly Activity[]
  readonly situation: Situation
}

const emptyPlan: PlanFile = {
  schema: 1,
  athlete: {},
  sessions: [],
  phases: [],
  races: [],
  checkIns: [],
  lifeEvents: [],
  outcomes: [],
  confirmedDays: [],
}

const readInput = async (command: Review, screen: Screen): Promise<Result<Input, PathError>> => {
  const plan = command.plan === null ? ok(emptyPlan) : await readJsonFile(command.plan, planFileSchema)
  if (!plan.ok) return plan
  const twice = firstTwice(plan.value.sessions.map(({ id }) => id))
  if (twice !== undefined)
    return err({ says: `${command.plan}: two sessions have the id \`${twice}\`. Give each its own.` })
  const playbook =
    command.playbook === null ? ok(defaultPlaybook) : await readJsonFileAs(command.playbook, readPlaybookValue)
  if (!playbook.ok) return playbook
  const activities: Activity[] = []
  for (const path of command.history.filter(isJson)) {
    const file = await readJsonFile(path, historyFileSchema)
    if (!file.ok) return file
    activities.push(...file.value.activities)
  }
  const reading = await readPaths(
    command.history.filter(path => !isJson(path)),
    screen,
  )
  if (!reading.ok) return reading
  activities.push(...reading.value.activities)
  const situation: Situation = {
    athlete: 'athlete' as AthleteId,
    content: contentOf(plan.value, activities),
    plan: { ...frameOf(plan.value), comments: [], unreadable: [] },
    log: [],
    playbook: playbook.value,
    now: { day: command.today, minute: command.minute, at: dayNumber(command.today) * 1440 + command.minute },
  }
  return ok({ reports: reading.value.reports, activities, situation })
}

const isJson = (path: string): boolean => path.toLowerCase().endsWith('.json')

const firstTwice = (ids: readonly string[]): string | undefined => ids.find((id, i) => ids.indexOf(id) !== i)

const frameOf = ({ sessions, phases, races }: PlanFile) => ({ sessions, phases, races })

const contentOf = (plan: PlanFile, activities: readonly Activity[]): Situation['content'] => {
  const { athlete, checkIns, lifeEvents, outcomes, confirmedDays } = plan
  const said = Object.fromEntries(Object.entries(athlete).filter(([, value]) => value !== undefined))
  return {
    profile: { ...emptyProfile('Athlete'), ...said },
    activities,
    checkIns,
    lifeEvents,
    outcomes,
    confirmedDays,
    comments: [],
    unreadable: [],
  }
}
