/** The history, plan and playbook that a command names, read from their files. */
import type { Past } from '../dry-run/index.ts'
import type { FileReport } from '../import/index.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Activity } from '../model/activity.ts'
import { emptyProfile } from '../model/athlete.ts'
import type { AthleteId } from '../model/ids.ts'
import { historyFileSchema, type PlanFile, planFileSchema } from '../model/plan-file.ts'
import type { Playbook } from '../model/playbook.ts'
import { readPlaybookValue } from '../model/playbook-shape.ts'
import { defaultPlaybook } from '../playbook/index.ts'
import { readJsonFile, readJsonFileAs } from './json-files.ts'
import { readPaths, type Screen } from './reading.ts'
import type { PathError } from './sources.ts'

/** The activities as read, before twins are merged, and what the engine looks at. */
export type Input = {
  readonly reports: readonly FileReport[]
  readonly activities: readonly Activity[]
  readonly playbook: Playbook
  readonly past: Past
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

/** What a command names to look at. */
export type Named = {
  readonly history: readonly string[]
  readonly plan: string | null
  readonly playbook: string | null
}

/** Reads all of it; the first file that cannot be used ends it. */
export const readInput = async (command: Named, screen: Screen): Promise<Result<Input, PathError>> => {
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
  const past: Past = {
    athlete: 'athlete' as AthleteId,
    content: contentOf(plan.value, activities),
    plan: { ...frameOf(plan.value), comments: [], unreadable: [] },
    log: [],
  }
  return ok({ reports: reading.value.reports, activities, playbook: playbook.value, past })
}

const isJson = (path: string): boolean => path.toLowerCase().endsWith('.json')

const firstTwice = (ids: readonly string[]): string | undefined => ids.find((id, i) => ids.indexOf(id) !== i)

const frameOf = ({ sessions, phases, races }: PlanFile) => ({ sessions, phases, races })

const contentOf = (plan: PlanFile, activities: readonly Activity[]): Past['content'] => {
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
