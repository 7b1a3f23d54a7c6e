/** `tandem race --debrief`: every race among some files written out, as the app's debrief shows it. */
import { importSource } from '../import/index.ts'
import { sayClock } from '../lib/clock.ts'
import type { Activity } from '../model/activity.ts'
import type { Course } from '../model/course.ts'
import { emptyRacePlan, type RacePlan } from '../model/race-plan.ts'
import type { Recorded } from '../model/streams.ts'
import { type Debrief, debriefOf } from '../reports/race/debrief.ts'
import { type RaceRecord, recordOf, recordOfLaps } from '../reports/race/marks.ts'
import type { RaceCommand } from './race-arguments.ts'
import type { Screen } from './reading.ts'
import { freeBytes, sourcesOf, zoneHere } from './sources.ts'

/** Runs shorter than this are no race to write out of a folder of training (metres). */
const shortestM = 4900

export type WrittenOut = {
  readonly activity: Activity
  readonly record: RaceRecord
  readonly debrief: Debrief
}

/** One activity with what was recorded along it, written out. */
export const writeOut = (
  activity: Activity,
  recorded: readonly Recorded[],
  plan: RacePlan | null,
  officialM: number | null,
): WrittenOut | undefined => {
  const streams = recorded.find(one => one.activity === activity.id)?.streams
  const record = (streams && recordOf(streams, officialM)) ?? recordOfLaps(activity, officialM)
  if (record === undefined) return undefined
  const { distanceM, profile, marks, stoodS } = record
  const name = activity.name ?? activity.day
  const course: Course = { name, distanceM, measuredM: null, profile, checkpoints: [], surfaces: [], origin: '' }
  const debrief = debriefOf({ course, marks, plan, debrief: null, temperatureC: activity.temperatureC, stoodS })
  return debrief && { activity, record, debrief }
}

const howRead: Readonly<Record<RaceRecord['how'], string>> = {
  stretched: 'official distance, the recording stretched to it',
  cut: 'the recording is longer: read up to the official distance',
  short: 'the recording is shorter than the race: its own distance',
  'as recorded': 'distance as recorded',
}

export const sayWrittenOut = ({ activity, record, debrief }: WrittenOut): readonly string[] => [
  `${activity.day} ${activity.name ?? ''}: ${(record.distanceM / 1000).toFixed(2)} km (${howRead[record.how]}: ${(record.recordedM / 1000).toFixed(2)})`,
  ...debrief.says.map(line => `  ${line}`),
  ...debrief.splits.map(({ atM, splitSeconds, splitM, seconds, hr, climb, against }) =>
    [
      `    km ${(atM / 1000).toFixed(atM % 100 === 0 ? 1 : 2).padStart(6)}`,
      `+${sayClock(splitSeconds).padStart(7)}`,
      sayClock(seconds).padStart(8),
      `${sayClock((1000 * splitSeconds) / splitM)} /km`,
      hr === null ? 'hr –' : `hr ${hr}`,
      climb === null ? '' : `↑${climb.up} ↓${climb.down}`,
      ...Object.entries(against).map(([version, by]) => `${version} ${by < 0 ? '−' : '+'}${sayClock(Math.abs(by))}`),
    ]
      .filter(part => part !== '')
      .join('  '),
  ),
]

export const runDebrief = async (
  { paths, targets, distance, json }: Extract<RaceCommand, { type: 'race-debrief' }>,
  screen: Screen,
): Promise<number> => {
  const sources = await sourcesOf(paths)
  if (!sources.ok) {
    screen.err(sources.error.says)
    return 1
  }
  const plan = targets.some(one => one !== null)
    ? { ...emptyRacePlan('race'), primaryTarget: targets[0], backupTarget: targets[1], damageTarget: targets[2] }
    : null
  const options = { freeBytes: await freeBytes(), stopped: () => false, zone: zoneHere, withStreams: true }
  const written: WrittenOut[] = []
  for (const { source, close } of sources.value) {
    screen.progress(`reading ${source.name}`)
    for await (const report of importSource(source, options))
      for (const entry of report.entries) {
        if (entry.type !== 'activity' || entry.activity.sport !== 'run') continue
        if ((entry.activity.distanceM ?? 0) < shortestM) continue
        const one = writeOut(entry.activity, report.streams ?? [], plan, distance)
        if (one) written.push(one)
      }
    await close()
  }
  screen.progress('')
  if (written.length === 0) {
    screen.err(`No run of ${shortestM / 1000} km and more is in ${paths.join(', ')}. Name the files of races.`)
    return 1
  }
  screen.out(json ? JSON.stringify({ schema: 1, races: written }) : written.flatMap(sayWrittenOut).join('\n'))
  return 0
}
