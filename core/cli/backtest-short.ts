/** Hard runs of 10 km and half a marathon in real histories, held against the interval that was predicted for them. */
import type { Activity } from '../model/activity.ts'
import { addDays, type Day } from '../model/day.ts'
import { between } from '../model/window.ts'
import { predictRace } from '../science/race-prediction.ts'
import { shapeBefore } from '../signals/basis/marathons.ts'
import { readHistory, readSessions } from './real-histories.ts'

/** Recorded distances in metres that stand for an official one. */
const distances = [
  { name: '10 km', metres: 10_000, from: 9950, to: 10_300 },
  { name: 'half marathon', metres: 21_097.5, from: 21_000, to: 21_800 },
] as const
const lists = ['zhengfran-7y', 'deanxizian-5y', 'imjasondai-4y', 'lipeng31-13y', 'asplitline-2y', 'fankangsong-streams']
const sessionLists = ['x3cl-fit', 'jasonjdd-fit']

/** `off` is the natural logarithm of the time run less that of the prediction: positive is slower than predicted. */
export type ShortRow = { readonly set: string; readonly name: string; readonly off: number; readonly inside: boolean }

const dayOf = ({ day }: Activity): Day => day
const compareDays = 84
const fewest = 10
const topShare = 0.9

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]!

/**
 * Declared by rule, before anything is predicted: a run of that distance whose mean heart rate and pace both lie in the
 * upper tenth of the runs of 5 km and more of the twelve weeks before it (ten at least). Not all of them are races.
 */
const isHard = (runs: readonly Activity[], run: Activity): boolean => {
  const before = between(runs, addDays(run.day, -compareDays - 1), addDays(run.day, -1), dayOf).filter(
    ({ meanHr, distanceM }) => meanHr !== null && (distanceM ?? 0) >= 5000,
  )
  if (run.meanHr === null || run.distanceM === null || before.length < fewest) return false
  const speed = ({ distanceM, durationS }: Activity) => (distanceM ?? 0) / durationS
  return (
    run.meanHr >=
      quantile(
        before.map(({ meanHr }) => meanHr!),
        topShare,
      ) && speed(run) >= quantile(before.map(speed), topShare)
  )
}

/** Every such run of the histories that are there; those that are not are left out. */
export const backtestShort = async (folder: string): Promise<readonly ShortRow[]> => {
  const rows: ShortRow[] = []
  for (const name of [...lists, ...sessionLists]) {
    const set = `runner-${name}`
    const read = sessionLists.includes(name) ? await readSessions(folder, set) : await readHistory(folder, set)
    if (read.ok)
      rows.push(
        ...rowsOf(
          set,
          read.value.filter(({ sport }) => sport === 'run'),
        ),
      )
  }
  return rows
}

const rowsOf = (set: string, runs: readonly Activity[]): readonly ShortRow[] =>
  runs.flatMap(run => {
    const distance = distances.find(({ from, to }) => (run.distanceM ?? 0) >= from && (run.distanceM ?? 0) <= to)
    const shape = distance && isHard(runs, run) ? shapeBefore(runs, run.day) : undefined
    if (!distance || !shape?.known) return []
    const { best, weeklyKm } = shape.value
    const { seconds, fast, slow } = predictRace(distance.metres, [best.distanceM, best.durationS], weeklyKm)
    const inside = run.durationS >= fast && run.durationS <= slow
    return [{ set, name: distance.name, off: Math.log(run.durationS / seconds), inside }]
  })

/** A line for each distance. */
export const sayShort = (rows: readonly ShortRow[]): readonly string[] =>
  distances.flatMap(({ name }) => {
    const of = rows.filter(row => row.name === name)
    if (of.length === 0) return []
    const inside = of.filter(row => row.inside).length
    const bias = of.reduce((sum, { off }) => sum + off, 0) / of.length
    const size = of.reduce((sum, { off }) => sum + Math.abs(off), 0) / of.length
    const runners = new Set(of.map(({ set }) => set)).size
    return [
      `${name.padEnd(14)} ${of.length} hard runs of ${runners} runners: off by ${(100 * size).toFixed(1)} % in the mean, run ${(100 * bias).toFixed(1)} % slower than predicted; ${inside} (${Math.round((100 * inside) / of.length)} %) inside the 80 % interval`,
    ]
  })
