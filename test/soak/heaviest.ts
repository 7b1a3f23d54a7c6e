/** The worst that still passes the limits of size, one process each: none takes 10 s or 512 MB. */
import { gzipSync, strToU8, zipSync } from 'fflate'
import { importBytes } from '../../core/import/index.ts'
import { isHeapSmall, mostBytes, runWithSmallHeap } from './small-heap.ts'

const longestMs = 10_000
const mega = 2 ** 20

const repeated = (before: string, piece: string, after: string, bytes: number): Uint8Array => {
  const [head, one, tail] = [strToU8(before), strToU8(piece), strToU8(after)]
  const whole = new Uint8Array(Math.floor(bytes))
  whole.set(head)
  let at = head.length
  for (; at + one.length + tail.length <= bytes; at += one.length) whole.set(one, at)
  whole.set(tail, at)
  return whole.subarray(0, at + tail.length)
}

/** A FIT file of one message over and over: its number, its fields as (number, size, base type), its data. */
const fitOf = (message: number, fields: readonly number[], data: readonly number[], bytes: number): Uint8Array => {
  const definition = [0x40, 0, 0, message & 255, message >> 8, fields.length / 3, ...fields]
  const times = Math.floor((bytes - 16 - definition.length) / (data.length + 1))
  const file = new Uint8Array(14 + definition.length + times * (data.length + 1) + 2)
  file.set([14, 32, 100, 8, 0, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0, ...definition])
  for (let i = 0; i < times; i++) file.set(data, 14 + definition.length + i * (data.length + 1) + 1)
  new DataView(file.buffer).setUint32(4, file.length - 16, true)
  return file
}

const point = '<trkpt lat="47.1" lon="11.2"><ele>600</ele><time>2026-05-12T05:00:00Z</time></trkpt>'

const files: Readonly<Record<string, () => Uint8Array>> = {
  'records.fit': () => fitOf(20, [253, 4, 0x86], [0, 0, 0, 64], 63 * mega),
  'most-records.fit': () => fitOf(20, [253, 4, 0x86, 3, 1, 2], [0, 0, 0, 64, 150], 259_000 * 6),
  'events.fit': () => fitOf(21, [253, 4, 0x86, 0, 1, 0, 1, 1, 0], [0, 0, 0, 64, 0, 0], 1.9 * mega),
  'laps.fit': () => fitOf(19, [253, 4, 0x86], [0, 0, 0, 64], 1.9 * mega),
  'short-times.fit': () => fitOf(20, [253, 4, 0x86, 8, 3, 13], [0, 0, 0, 64, 0, 0, 0], 1.9 * mega),
  'points.gpx': () => repeated('<gpx><trk><trkseg>', point, '</trkseg></trk></gpx>', 63 * mega),
  'most-points.gpx': () => repeated('<gpx><trk><trkseg>', point, '</trkseg></trk></gpx>', 259_000 * point.length),
  'waypoints.gpx': () => repeated('<gpx>', '<wpt/>', '</gpx>', 63 * mega),
  'attributes.gpx': () => repeated('<gpx><trk ', 'a="" ', '/></gpx>', 63 * mega),
  'activities.tcx': () => repeated('<TrainingCenterDatabase><Activities>', '<Activity/>', '', 63 * mega),
  'objects.json': () => repeated('[{"id":"i1","start_date_local":"2026-05-12T07:00:00"},', '{},', '{}]', 11.9 * mega),
  'brackets.json': () => repeated('{"schedule":', '[', '', 0.5 * mega),
  'activities.json': () =>
    repeated('[', '{"id":"i1","start_date_local":"2026-05-12T07:00:00","moving_time":60},', '{}]', 44_900 * 69),
  'sleep.json': () => repeated('[', '{"sleepStartTimestampGMT":"","calendarDate":"2026-05-12"},', '{}]', 11.9 * mega),
  'numbers.json': () => repeated('[{"id":"i1","start_date_local":"2026-05-12T07:00:00"},', '1,', '1]', 11.9 * mega),
  'rows.csv': () => repeated('Title,WorkoutType,WorkoutDay\n', 'a,Run,2026-05-12,1\n', '', 250_000 * 19),
  'commas.csv': () => repeated('Title,WorkoutType,WorkoutDay\n', ',', '\n', 11.9 * mega),
  'lines.csv': () => repeated('Title,WorkoutType,WorkoutDay\n', 'a,b,c\n', '', 11.9 * mega),
  'events.ics': () => repeated('BEGIN:VCALENDAR\n', 'BEGIN:VEVENT\nEND:VEVENT\n', '', 11.9 * mega),
  'aliases.yaml': () => repeated('schedule: &a [', '*a,', ']', 0.5 * mega),
  'bomb.gz': () => gzipSync(new Uint8Array(63 * mega)),
  'large.fit.gz': () => gzipSync(fitOf(20, [253, 4, 0x86], [0, 0, 0, 64], 63 * mega), { level: 0 }),
  'zips.zip': () => zipSync({ 'a.zip': zipSync({ 'b.gpx': repeated('<gpx>', '<wpt/>', '</gpx>', 60 * mega) }) }),
}

const runOne = async (name: string): Promise<number> => {
  const bytes = files[name]!()
  // Why the processor's own time: others may use the machine as well.
  const began = process.cpuUsage()
  const reports = await importBytes(
    { name, bytes },
    { freeBytes: null, stopped: () => false, zone: () => 0, withStreams: true },
  )
  const { user, system } = process.cpuUsage(began)
  const ms = (user + system) / 1000
  const most = process.resourceUsage().maxRSS * 1024
  const said = [...new Set(reports.map(({ outcome, why }) => `${outcome}${why ? ` (${why.type})` : ''}`))].join(', ')
  console.log(
    `  ${name.padEnd(20)}${String(Math.round(bytes.length / mega)).padStart(4)} MB  ${(ms / 1000).toFixed(1).padStart(5)} s of work  ${String(Math.round(most / mega)).padStart(4)} MB of memory  ${said}`,
  )
  return Number(ms > longestMs || most > mostBytes)
}

/** How many took too long or too much memory; one by its name, or all, each in a process of its own. */
export const soakHeaviest = async (only: string | null): Promise<number> => {
  if (only !== null && isHeapSmall()) return runOne(only)
  let lost = 0
  for (const name of only === null ? Object.keys(files) : [only]) lost += runWithSmallHeap(['heaviest', '--file', name])
  return lost
}
