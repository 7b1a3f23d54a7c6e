/** `tandem science --stored`: figures that other programs stored beside real training, against ours. */
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { parse, parseJson } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { nextDay } from '../science/fitness.ts'
import { impulseAtShare, impulseConstants, impulseLoad, paceLoad } from '../science/load.ts'
import { thresholdShareOfReserve } from '../science/zones.ts'
import type { Command } from './arguments.ts'
import { fault } from './json-files.ts'
import type { Screen } from './reading.ts'
import type { PathError } from './sources.ts'

/** One stored figure: matched within its tolerance, apart for a reason with a name, or apart without one. */
export type Stored = {
  readonly program: string
  readonly figure: string
  readonly of: string
  readonly theirs: number
  readonly ours: number
  readonly verdict: 'matched' | 'explained' | 'apart'
}

const real = v.nullable(v.number())
const wellnessSchema = v.object({
  records: v.array(
    v.object({
      date: v.string(),
      ctl: v.number(),
      atl: v.number(),
      ctlLoad: v.number(),
      atlLoad: v.number(),
      rampRate: v.number(),
    }),
  ),
})
const elevateSchema = v.array(
  v.object({
    id: v.number(),
    type: v.string(),
    stats: v.object({
      movingTime: v.number(),
      scores: v.object({ stress: v.object({ trimp: real, hrss: real, rss: real }) }),
      pace: v.object({ gapAvg: real }),
      heartRate: v.nullable(v.object({ avg: real, max: real, avgReserve: real })),
    }),
    athleteSnapshot: v.object({
      athleteSettings: v.object({ maxHr: v.number(), restHr: v.number(), runningFtp: v.number() }),
    }),
  }),
)

const readJson = async <T>(path: string, schema: Parameters<typeof parse<T>>[0]): Promise<Result<T, PathError>> => {
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined) return err({ says: `${path}: there is no such file. Check the path.` })
  const json = parseJson((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
  const parsed = json.ok ? parse(schema, json.value) : undefined
  return parsed?.ok ? ok(parsed.value) : err({ says: `${path}: ${parsed ? fault(parsed.error) : 'this is not JSON.'}` })
}

const close = (theirs: number, ours: number, tolerance: number): Stored['verdict'] =>
  Math.abs(theirs - ours) <= tolerance ? 'matched' : 'apart'

/** intervals.icu's fitness, fatigue and ramp, each day of the series from its first day and the loads alone, to 1e-4. */
const intervalsSeries = (records: v.InferOutput<typeof wellnessSchema>['records']): readonly Stored[] => {
  const program = 'intervals.icu'
  let fitness = { fitness: records[0]?.ctl ?? 0, fatigue: 0 }
  let fatigue = { fitness: 0, fatigue: records[0]?.atl ?? 0 }
  const ours = records.map((record, i) => {
    if (i > 0) {
      // Why two states: the platform feeds each recursion its own load.
      fitness = nextDay(fitness, record.ctlLoad)
      fatigue = nextDay(fatigue, record.atlLoad)
    }
    return { ...record, fitness: fitness.fitness, fatigue: fatigue.fatigue }
  })
  return ours.slice(1).flatMap(({ date, ctl, atl, rampRate, ...state }, i): readonly Stored[] => {
    const of = date
    const before = ours[i + 1 - 7]
    const ramp =
      before === undefined ? [] : [{ figure: 'ramp rate', theirs: rampRate, ours: state.fitness - before.fitness }]
    return [
      { figure: 'fitness (ctl)', theirs: ctl, ours: state.fitness },
      { figure: 'fatigue (atl)', theirs: atl, ours: state.fatigue },
      ...ramp,
    ].map(one => ({ program, of, ...one, verdict: close(one.theirs, one.ours, 1e-4) }))
  })
}

const { male } = impulseConstants

/**
 * Elevate's scores. Its stored TRIMP was summed sample by sample (an older version), of which only the mean is stored: the
 * weight is convex, so the sum lies above what the mean gives, and below what resting and reaching the highest heart rate
 * in turn would. Between the two, the difference has that name.
 */
const elevateScores = (activities: v.InferOutput<typeof elevateSchema>): readonly Stored[] => {
  const program = 'Elevate'
  return activities.flatMap(({ id, type, stats, athleteSnapshot }): readonly Stored[] => {
    const { maxHr, restHr, runningFtp } = athleteSnapshot.athleteSettings
    const { trimp, hrss, rss } = stats.scores.stress
    const of = `${type} ${id}`
    const found: Stored[] = []
    const add = (figure: string, theirs: number, ours: number, verdict: Stored['verdict']) =>
      found.push({ program, figure, of, theirs, ours, verdict })
    const reserve = (hr: number) => (hr - restHr) / (maxHr - restHr)
    const { avg, max, avgReserve } = stats.heartRate ?? { avg: null, max: null, avgReserve: null }
    if (avg !== null && avgReserve !== null)
      add('mean share of reserve, %', avgReserve, 100 * reserve(avg), close(avgReserve, 100 * reserve(avg), 1e-6))
    if (trimp !== null && avg !== null && max !== null) {
      const minutes = stats.movingTime / 60
      const ofMean = impulseAtShare(minutes, reserve(avg), male)
      const atMost = (reserve(avg) / reserve(max)) * impulseAtShare(minutes, reserve(max), male)
      const matched = close(trimp, ofMean, 1e-6)
      add('TRIMP', trimp, ofMean, matched === 'matched' || trimp < ofMean || trimp > atMost ? matched : 'explained')
    }
    if (hrss !== null && trimp !== null) {
      const ours = impulseLoad(trimp, thresholdShareOfReserve, male)
      add('heart-rate score (HRSS)', hrss, ours, close(hrss, ours, 1e-6))
    }
    const pace = stats.pace.gapAvg
    if (rss !== null && pace !== null && pace > 0) {
      const ours = paceLoad(stats.movingTime, (1000 * stats.movingTime) / pace, runningFtp)
      add('pace score (RSS)', rss, ours, close(rss, ours, 1e-6))
    }
    return found
  })
}

/** Every stored figure of the two programs in a folder of real data. */
export const storedIn = async (folder: string): Promise<Result<readonly Stored[], PathError>> => {
  const wellness = await readJson(`${folder}/intervals-icu-json/training-load-forecast/wellness.json`, wellnessSchema)
  if (!wellness.ok) return wellness
  const elevate = await readJson(`${folder}/elevate-fixtures/activities-2015.fixture.json.gz`, elevateSchema)
  if (!elevate.ok) return elevate
  return ok([...intervalsSeries(wellness.value.records), ...elevateScores(elevate.value)])
}

const reason =
  'summed sample by sample, of which only the mean is stored: above what the mean gives, below what rest and peak in turn would'

/** One line for each figure: how many, how many matched, and how far the furthest is off. */
export const sayStored = (stored: readonly Stored[]): string => {
  const kinds = [...new Set(stored.map(({ program, figure }) => `${program}: ${figure}`))]
  const lines = kinds.map(kind => {
    const of = stored.filter(({ program, figure }) => `${program}: ${figure}` === kind)
    const count = (verdict: Stored['verdict']) => of.filter(one => one.verdict === verdict)
    const furthest = Math.max(...count('matched').map(({ theirs, ours }) => Math.abs(theirs - ours)), 0)
    const explained = count('explained').map(({ theirs, ours }) => theirs / ours)
    return [
      `${kind.padEnd(38)} ${String(count('matched').length).padStart(4)} of ${String(of.length).padStart(4)} matched`,
      ...(count('matched').length > 0 ? [`furthest off ${furthest.toExponential(1)}`] : []),
      ...(explained.length > 0
        ? [
            `${explained.length} explained (theirs ${Math.min(...explained).toFixed(2)} to ${Math.max(...explained).toFixed(2)} times ours): ${reason}`,
          ]
        : []),
      ...count('apart').map(({ of: what, theirs, ours }) => `\n  apart  ${what}: theirs ${theirs}, ours ${ours}`),
    ].join('  ')
  })
  const apart = stored.filter(({ verdict }) => verdict === 'apart').length
  return [...lines, `${stored.length - apart} matched or explained, ${apart} apart`].join('\n')
}

/** Exit code 1 where a figure is apart without a reason, or the folder lacks the files. */
export const runStored = async (
  { folder, json }: Extract<Command, { type: 'science-stored' }>,
  screen: Screen,
): Promise<number> => {
  const stored = await storedIn(folder)
  if (!stored.ok) {
    screen.err(stored.error.says)
    return 1
  }
  screen.out(json ? JSON.stringify({ schema: 1, figures: stored.value }) : sayStored(stored.value))
  return stored.value.some(({ verdict }) => verdict === 'apart') ? 1 : 0
}
