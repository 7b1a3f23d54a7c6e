/** The history, plan and playbook that a command names, read from their files. */
import { readFile } from 'node:fs/promises'
import type { Past } from '../dry-run/index.ts'
import { withImported } from '../history/history.ts'
import type { FileReport } from '../import/index.ts'
import { parseJson } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Activity } from '../model/activity.ts'
import { emptyProfile } from '../model/athlete.ts'
import type { ImportedCheckIn } from '../model/check-in.ts'
import type { AthleteId } from '../model/ids.ts'
import { historyFileSchema, type PlanFile, planFileSchema } from '../model/plan-file.ts'
import type { Playbook } from '../model/playbook.ts'
import { readPlaybookValue } from '../model/playbook-shape.ts'
import type { Session } from '../model/session.ts'
import { defaultPlaybook, presetNamed } from '../playbook/index.ts'
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

/** A playbook by the name of a preset, or from its file. */
export const readPlaybook = async (named: string): Promise<Result<Playbook, PathError>> => {
  const preset = presetNamed(named)
  return preset ? ok(preset.playbook) : readJsonFileAs(named, readPlaybookValue)
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
  const playbook = command.playbook === null ? ok(defaultPlaybook) : await readPlaybook(command.playbook)
  if (!playbook.ok) return playbook
  const activities: Activity[] = []
  const imported: ImportedCheckIn[] = []
  const planned: Session[] = []
  const others: string[] = []
  for (const path of command.history) {
    if (!isJson(path) || (await isOfAnother(path))) {
      others.push(path)
      continue
    }
    const file = await readJsonFile(path, historyFileSchema)
    if (!file.ok) return file
    activities.push(...file.value.activities)
    imported.push(...file.value.checkIns)
    planned.push(...file.value.sessions)
  }
  const reading = await readPaths(others, screen)
  if (!reading.ok) return reading
  activities.push(...reading.value.activities)
  imported.push(...reading.value.checkIns)
  // Why by id, and the plan last: a calendar exported twice names a session again, and the plan's word goes before.
  const sessions = new Map([...planned, ...reading.value.sessions, ...plan.value.sessions].map(one => [one.id, one]))
  const past: Past = {
    athlete: 'athlete' as AthleteId,
    content: contentOf(plan.value, activities, imported),
    plan: { ...frameOf(plan.value), sessions: [...sessions.values()], comments: [], unreadable: [] },
    log: [],
  }
  return ok({ reports: reading.value.reports, activities, playbook: playbook.value, past })
}

/** Whether a JSON file is a list that a service exported, and not one that `tandem import --json` wrote. */
const isOfAnother = async (path: string): Promise<boolean> => {
  const text = await readFile(path, 'utf8').catch(() => '')
  const json = parseJson(text.replace(/^\uFEFF/, ''))
  return json.ok && !(typeof json.value === 'object' && json.value !== null && 'schema' in json.value)
}

const isJson = (path: string): boolean => path.toLowerCase().endsWith('.json')

const firstTwice = (ids: readonly string[]): string | undefined => ids.find((id, i) => ids.indexOf(id) !== i)

const frameOf = ({ phases, races }: PlanFile) => ({ phases, races })

const contentOf = (
  plan: PlanFile,
  activities: readonly Activity[],
  imported: readonly ImportedCheckIn[],
): Past['content'] => {
  const { athlete, checkIns, lifeEvents, outcomes, confirmedDays } = plan
  const said = Object.fromEntries(Object.entries(athlete).filter(([, value]) => value !== undefined))
  return {
    profile: { ...emptyProfile('Athlete'), ...said },
    activities,
    checkIns: withImported(checkIns, imported),
    ...(imported.length > 0 ? { imported } : {}),
    lifeEvents,
    outcomes,
    confirmedDays,
    comments: [],
    unreadable: [],
  }
}
