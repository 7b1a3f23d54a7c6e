/** `tandem science --backtest`: marathons of real histories predicted from the weeks before, without their runner. */
import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { parse, parseJson } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Activity } from '../model/activity.ts'
import { calibrate, type PastRace, predictRace, residualOf } from '../science/race-prediction.ts'
import { longEffortOf, pastRaceOf, shapeBefore } from '../signals/basis/marathons.ts'
import { fault } from './json-files.ts'
import { readHistory, readSessions } from './real-histories.ts'
import type { PathError } from './sources.ts'

const outcomesSchema = v.object({
  outcomes: v.array(v.object({ set: v.string(), date: v.string(), distance_m: v.number(), moving_s: v.number() })),
})

/** Seconds; each method's figure for one race. `why` says why a long effort has none. */
export type BacktestRow = {
  readonly set: string
  readonly day: string
  readonly km: number
  readonly actual: number
  readonly why: string | null
  readonly ours: number | null
  readonly fast: number | null
  readonly slow: number | null
  readonly vdot: number | null
  readonly riegel: number | null
}

type Case = { readonly set: string; readonly run: Activity; readonly activities: readonly Activity[] }

/** `rows`: every effort listed, each without its runner. `outside`: marathons of runners that no fit has ever seen. */
export type Backtest = { readonly rows: readonly BacktestRow[]; readonly outside: readonly BacktestRow[] }

/** A runner with many marathons who is not on the list, nor in what the calibration was fitted to. */
const outsider = 'runner-x3cl-fit'

/** Every effort listed, in the order of the file, and the outsider's. Races are declared before anything is predicted. */
export const backtest = async (folder: string): Promise<Result<Backtest, PathError>> => {
  const listed = await casesIn(folder)
  if (!listed.ok) return listed
  const sessions = await readSessions(folder, outsider)
  const activities = (sessions.ok ? sessions.value : []).filter(({ sport }) => sport === 'run')
  const others = activities
    .filter(run => longEffortOf(activities, run) !== 'not of marathon distance')
    .map(run => ({ set: outsider, run, activities }))
  return ok({ rows: rowsOf(listed.value, listed.value), outside: rowsOf(others, listed.value) })
}

/** Predictions of some cases from what the listed ones of other runners teach. */
const rowsOf = (cases: readonly Case[], teachers: readonly Case[]): readonly BacktestRow[] => {
  const declared = cases.map(one => ({ ...one, is: longEffortOf(one.activities, one.run) }))
  const races = racesOf(teachers)
  const own = cases === teachers ? races : racesOf(cases)
  return declared.map(one => rowOf(one, one.is, races, own))
}

/** The raced ones with what the weeks before them had said, by runner in the order in which they were run. */
const racesOf = (cases: readonly Case[]): Races =>
  cases.flatMap(({ set, run, activities }) => {
    const past = longEffortOf(activities, run) === 'race' ? pastRaceOf(activities, run, set) : undefined
    return past?.known ? [{ run, past: past.value }] : []
  })

type Races = readonly { readonly run: Activity; readonly past: PastRace }[]

const rowOf = ({ set, run, activities }: Case, is: string, races: Races, owns: Races): BacktestRow => {
  const row = { set, day: run.day, km: (run.distanceM ?? 0) / 1000, actual: run.durationS }
  const none = { ours: null, fast: null, slow: null, vdot: null, riegel: null }
  if (is !== 'race') return { ...row, ...none, why: is }
  const shape = shapeBefore(activities, run.day)
  if (!shape.known) return { ...row, ...none, why: shape.why }
  // Why both from the other runners alone: neither the fit nor the width of the interval has seen this one.
  const calibration = calibrate(races.filter(({ past }) => past.runner !== set).map(({ past }) => past))
  const own = owns.filter(other => other.past.runner === set && other.run.day < run.day)
  const { best, weeklyKm } = shape.value
  const residuals = own.map(({ past }) => residualOf(past, calibration))
  const said = predictRace(42_195, [best.distanceM, best.durationS], weeklyKm, residuals, null, calibration)
  return {
    ...row,
    why: null,
    ours: said.seconds,
    fast: said.fast,
    slow: said.slow,
    vdot: said.byVdot,
    riegel: said.byRiegel,
  }
}

/** The races of a folder as the calibration takes them: by runner, in the order in which they were run. */
export const pastRacesIn = async (folder: string): Promise<Result<readonly PastRace[], PathError>> => {
  const cases = await casesIn(folder)
  if (!cases.ok) return cases
  return ok(racesOf(cases.value).map(({ past }) => past))
}

const casesIn = async (folder: string): Promise<Result<readonly Case[], PathError>> => {
  const path = `${folder}/backtest.json`
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return err({ says: `${path}: there is no such file. Check the path.` })
  const json = parseJson(text)
  const listed = json.ok ? parse(outcomesSchema, json.value) : undefined
  if (!listed?.ok) return err({ says: `${path}: ${listed ? fault(listed.error) : 'this is not JSON.'}` })
  const cases: Case[] = []
  const histories = new Map<string, readonly Activity[]>()
  for (const { set, date, distance_m, moving_s } of listed.value.outcomes) {
    if (!histories.has(set)) {
      const read = await readHistory(folder, set)
      if (!read.ok) return read
      histories.set(set, read.value)
    }
    const activities = histories.get(set)!
    const run = activities.find(
      one =>
        one.day === date && Math.abs((one.distanceM ?? 0) - distance_m) < 1 && Math.abs(one.durationS - moving_s) < 2,
    )
    if (!run) return err({ says: `${path}: ${set} has no such run on ${date}.` })
    cases.push({ set, run, activities })
  }
  return ok(cases)
}
