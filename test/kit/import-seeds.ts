/** A small whole file for every way in, and ways to spoil one: each by its number, the same on every machine. */
import { gzipSync, strToU8, zipSync } from 'fflate'
import { fitFile, steadyRun } from './fit-file.ts'
import { gpxFile, tcxFile } from './route-file.ts'

export type Seed = { readonly name: string; readonly bytes: Uint8Array }

const run = fitFile({
  samples: steadyRun(60),
  pauses: [[30, 40]],
  laps: [{ from: 0, durationS: 30, distanceM: 90 }],
})
const track = gpxFile({ samples: steadyRun(30), sport: 'running', title: 'Tuesday', breaks: [15] })
const laps = tcxFile({ samples: steadyRun(30), laps: [{ from: 0, to: 30, meanHr: 150 }] })
const table = strToU8(
  'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time,Distance\n1,"May 12, 2026, 5:00:00 AM","Long, slow",Run,60,1,activities/1.fit,3600,10000\n2,"May 13, 2026, 5:00:00 AM",Run,Run,60,1,,1800,5000\n',
)
const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))
const rest = { title: 'Rest', tags: ['Rest'], distance: 0 }
const week = {
  workouts: [rest, { title: 'Easy {6}', tags: ['Easy Run'], distance: [5, 7] }, rest, rest, rest, rest, rest],
}

export const seeds: readonly Seed[] = [
  { name: 'run.fit', bytes: run },
  { name: 'twice.fit', bytes: new Uint8Array([...run, ...run]) },
  { name: 'run.fit.gz', bytes: gzipSync(run) },
  { name: 'run.gpx', bytes: track },
  { name: 'run.tcx', bytes: laps },
  { name: 'run.gpx.gz', bytes: gzipSync(track) },
  { name: 'activities.csv', bytes: table },
  {
    name: 'export.zip',
    bytes: zipSync({ 'activities.csv': table, 'activities/1.fit': run, 'b.fit.gz': gzipSync(run) }),
  },
  { name: 'zips.zip', bytes: zipSync({ 'a/inner.zip': zipSync({ 'run.tcx': laps }), 'x.json': json([1]) }) },
  {
    name: 'activities.json',
    bytes: json([
      {
        name: 'Run',
        distance: 5000.1,
        moving_time: '0:25:00',
        type: 'Run',
        start_date: '2026-05-12 05:00:00+00:00',
        start_date_local: '2026-05-12 07:00:00',
        average_heartrate: 150,
        split_paces: [{ km: 1, pace_seconds: 300 }],
        laps: [],
        streams: {
          time: [0, 5, 10, 15],
          distance: [0, 15, 30, 45],
          heartrate: [120, 130, 140, 150],
          altitude: [1, 2, 3, 4],
        },
      },
    ]),
  },
  {
    name: 'intervals.json',
    bytes: json([
      {
        id: 'i1',
        start_date_local: '2026-05-12T07:00:00',
        type: 'Run',
        moving_time: 3000,
        distance: 10_000,
        icu_rpe: 5,
      },
      { id: 'i2', start_date_local: '2026-05-13T07:00:00', source: 'STRAVA' },
      { id: '2026-05-12', restingHR: 48, hrv: 60.5, soreness: 2, sleepQuality: 1, injury: 3, sleepSecs: 27_000 },
      {
        id: 1,
        category: 'WORKOUT',
        start_date_local: '2026-05-14T00:00:00',
        type: 'Run',
        name: '3x1k',
        workout_doc: { steps: [{ reps: 3, steps: [{ distance: 1000, pace: { units: '%pace', value: 100 } }] }] },
      },
    ]),
  },
  {
    name: 'wellness.csv',
    bytes: strToU8('date,restingHR,hrv,soreness,fatigue\n2026-05-01,50,61,5,2\n2026-05-02,,,3,4\n'),
  },
  {
    name: 'workouts.csv',
    bytes: strToU8(
      '"Title","WorkoutType","WorkoutDescription","PlannedDuration","PlannedDistanceInMeters","WorkoutDay","DistanceInMeters","TimeTotalInHours","Rpe"\r\n"Long","Run","- 90m E","1.5","","2026-05-10","15000","1.4","4"\r\n"Off","Day Off","","","","2026-05-11","","",""\r\n',
    ),
  },
  {
    name: 'plan.ics',
    bytes: strToU8(
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSEQUENCE:2\r\nSUMMARY:Run: Long\r\n  run\r\nDTSTART;TZID="Europe/Vienna":20260510T070000\r\nDESCRIPTION:Planned Time: 1:30\\nEasy\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ),
  },
  {
    name: 'me_summarizedActivities.json',
    bytes: json([
      {
        summarizedActivitiesExport: [
          {
            activityId: 7,
            name: 'Run',
            activityType: 'running',
            startTimeLocal: 1.778e12,
            startTimeGmt: 1.778e12,
            duration: 1.8e6,
            distance: 6e5,
          },
        ],
      },
    ]),
  },
  {
    name: 'list.json',
    bytes: json([
      {
        activityId: 8,
        activityName: 'Run',
        activityType: { typeKey: 'running' },
        startTimeLocal: '2026-05-12 07:00:00',
        duration: 1800,
        distance: 6000,
      },
    ]),
  },
  {
    name: '1_sleepData.json',
    bytes: json([
      {
        sleepStartTimestampGMT: '2026-05-11T21:00:00.0',
        calendarDate: '2026-05-12',
        deepSleepSeconds: 3600,
        remSleepSeconds: 5400,
      },
    ]),
  },
  { name: 'plan.json', bytes: json({ id: 'x', name: 'Plan', units: 'mi', schedule: [week, week] }) },
  {
    name: 'plan.yaml',
    bytes: strToU8(
      `id: x\nname: Plan\nunits: km\nschedule:\n  - workouts:\n${Array.from({ length: 7 }, (_, i) => `      - { title: "Run {${i}}", distance: ${i}, tags: [Easy Run] }`).join('\n')}\n`,
    ),
  },
  {
    name: 'form.csv',
    bytes: strToU8(
      'Timestamp,Sleep quality (1-5),Hours of sleep,Soreness (1-10),Pain?,Notes\n5/13/2026 7:01,4,7.5,8,2,"fine, thanks"\n5/14/2026,3,6,1,,\n',
    ),
  },
]

/** Numbers between 0 and 1 from a seed (mulberry32). */
const dice = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const claims = [
  '1e999',
  '-1',
  '0',
  'NaN',
  'null',
  '99999999999999999999',
  '[[[[',
  '{"a":',
  '"',
  '\n',
  '\u0000',
  '*a',
  '&b ',
  '2026-02-30',
  '{}',
  '<a>',
  ']]>',
  'é',
]

/** The file of this number: one of the seeds with one to six things wrong, now and then under another's name. */
export const spoiled = (number: number, from: readonly Seed[] = seeds): Seed => {
  const random = dice(number)
  const below = (end: number) => Math.floor(random() * end)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const seed = pick(from)
  let bytes: Uint8Array = seed.bytes.slice()
  const splice = (at: number, length: number, more: Uint8Array) => {
    bytes = Uint8Array.from([...bytes.subarray(0, at), ...more, ...bytes.subarray(at + length)])
  }
  for (let left = 1 + below(6); left > 0; left--) {
    const at = below(bytes.length + 1)
    const length = below(1 + Math.min(400, bytes.length - at))
    switch (below(8)) {
      case 0:
        bytes = bytes.slice(0, at)
        break
      case 1:
        splice(at, length, new Uint8Array())
        break
      case 2:
        splice(at, 0, bytes.subarray(at, at + length))
        break
      case 3:
        splice(at, length, strToU8(pick(claims)))
        break
      case 4: {
        const other = pick(from).bytes
        const start = below(other.length + 1)
        splice(at, below(2) * length, other.subarray(start, start + below(300)))
        break
      }
      default:
        if (at < bytes.length) bytes[at] = below(256)
    }
  }
  return { name: below(12) === 0 ? pick(from).name : seed.name, bytes }
}
