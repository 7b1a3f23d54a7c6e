/** A race on the watch: its course with the clock at every mark, and its pace band as a workout. Written for one target. */
import { FitBaseType as B, FitEncoder } from 'fit-file-parser/encoder'
import { sayClock } from '../lib/clock.ts'
import type { Day } from '../model/day.ts'
import type { SessionId } from '../model/ids.ts'
import type { Session } from '../model/session.ts'
import type { Step } from '../model/workout.ts'
import type { CourseSplit } from '../science/course/splits.ts'
import { enumerated, field, fileId, fitSeconds, letters, long, short } from './fit-fields.ts'
import { writer } from './writers/fit.ts'
import { fileNameOf, type WrittenFile } from './writers/writer.ts'

/** A place on the way: degrees, metres above the sea (null: not known), metres of the official distance. */
export type WayPlace = {
  readonly lat: number
  readonly lon: number
  readonly altitudeM: number | null
  readonly atM: number
}

export type RaceOnWatch = {
  readonly name: string
  readonly day: Day
  /** Minutes after midnight; null: not said, and midnight is written. */
  readonly startMinute: number | null
  /** The marks whose clock is wanted; the last one is the finish. */
  readonly splits: readonly CourseSplit[]
}

/** FIT counts degrees in 2^31 to half a turn, and heights in fifths of a metre from −500. */
const semicircles = (degrees: number) => Math.round((degrees * 2 ** 31) / 180)
const height = (metres: number | null) => (metres === null ? 0xffff : Math.round(5 * (metres + 500)))
/** Numbers of the messages and of what a point on a course can be. */
const message = { file: 0, lap: 19, record: 20, event: 21, course: 31, point: 32 } as const
const pointKind = { plain: 0, food: 4 } as const
/** A watch shows so many letters of a point's name. */
const pointLetters = 15
/** No two records stand closer, and there are no more than so many: watches refuse longer courses (ours). */
const closestM = 10
const mostRecords = 4000

const place = (number: number, degrees: number) => field(number, B.Sint32, 4, semicircles(degrees))
/** Seconds at a metre of the way, evenly between two marks. */
const secondsAt = (splits: readonly CourseSplit[], atM: number): number => {
  const next = splits.findIndex(one => one.atM >= atM)
  const to = splits[next] ?? splits.at(-1)!
  const from = next > 0 ? splits[next - 1]! : { atM: 0, seconds: 0 }
  const share = to.atM > from.atM ? Math.min(1, Math.max(0, (atM - from.atM) / (to.atM - from.atM))) : 1
  return from.seconds + share * (to.seconds - from.seconds)
}

const thinned = (way: readonly WayPlace[]): readonly WayPlace[] => {
  const step = Math.max(closestM, (way.at(-1)?.atM ?? 0) / mostRecords)
  let last = Number.NEGATIVE_INFINITY
  return way.filter(({ atM }, i) => {
    const isKept = i === way.length - 1 || atM - last >= step
    if (isKept) last = atM
    return isKept
  })
}

const nearest = (way: readonly WayPlace[], atM: number): WayPlace =>
  way.reduce((best, one) => (Math.abs(one.atM - atM) < Math.abs(best.atM - atM) ? one : best))

/** `21.1 1:44:30`, or a checkpoint's own name before its clock. */
const pointName = ({ name, atM, seconds }: CourseSplit): string => {
  const clock = sayClock(seconds)
  const km = String(Math.round(atM / 100) / 10)
  return name === null ? `${km} ${clock}` : `${name.slice(0, Math.max(3, pointLetters - clock.length - 1))} ${clock}`
}

/**
 * The course with a partner who runs the target: records along the way, each with the second at which they pass, and a point
 * at every mark. `way` is read from the race's own file when this is made; no place of it is kept anywhere.
 */
export const courseFit = ({ name, day, startMinute, splits }: RaceOnWatch, way: readonly WayPlace[]): WrittenFile => {
  const encoder = new FitEncoder()
  const start = fitSeconds(day) + 60 * (startMinute ?? 0)
  const end = splits.at(-1)!
  const records = thinned(way)
  const [first, last] = [records[0]!, records.at(-1)!]
  encoder.writeMessage(message.file, fileId(6, start), 0)
  encoder.writeMessage(message.course, [enumerated(4, 1), letters(5, name, 40)], 1)
  const ends = [place(3, first.lat), place(4, first.lon), place(5, last.lat), place(6, last.lon)]
  encoder.writeMessage(
    message.lap,
    [
      long(253, start + end.seconds),
      long(2, start),
      ...ends,
      long(7, 1000 * end.seconds),
      long(8, 1000 * end.seconds),
      long(9, 100 * end.atM),
    ],
    2,
  )
  const event = (at: number, type: number) =>
    encoder.writeMessage(message.event, [long(253, start + at), enumerated(0, 0), enumerated(1, type)], 3)
  event(0, 0)
  for (const { lat, lon, altitudeM, atM } of records)
    encoder.writeMessage(
      message.record,
      [
        long(253, start + Math.round(secondsAt(splits, atM))),
        place(0, lat),
        place(1, lon),
        short(2, height(altitudeM)),
        long(5, Math.round(100 * atM)),
      ],
      4,
    )
  event(end.seconds, 9)
  for (const [i, split] of splits.entries()) {
    const { lat, lon } = nearest(records, split.atM)
    const kind = split.aid ? pointKind.food : pointKind.plain
    encoder.writeMessage(
      message.point,
      [
        short(254, i),
        long(1, start + split.seconds),
        place(2, lat),
        place(3, lon),
        long(4, 100 * split.atM),
        enumerated(5, kind),
        letters(6, pointName(split), pointLetters),
      ],
      5,
    )
  }
  return { name: fileNameOf(sessionOf(name, day, [])), content: encoder.close().slice() }
}

const sessionOf = (title: string, day: Day, steps: Session['steps']): Session => ({
  id: 'race' as SessionId,
  day,
  sport: 'run',
  title,
  purpose: 'race',
  steps,
  key: true,
  locked: true,
  notes: '',
  startMinute: null,
})

/** So many steps a watch takes; so far to both sides of an even pace it stays quiet (ours). */
const mostSteps = 50
const quiet = 0.02

/** The pace band as a workout: a step to every mark, its name the clock there, its aim the pace to it. */
export const bandFit = ({ name, day, splits }: RaceOnWatch): WrittenFile => {
  const apart = Math.ceil(splits.length / mostSteps)
  const marks = splits.filter((_, i) => i === splits.length - 1 || (i + 1) % apart === 0)
  const steps = marks.map((mark, i): Step => {
    const before = marks[i - 1] ?? { atM: 0, seconds: 0 }
    const metres = mark.atM - before.atM
    const pace = (1000 * (mark.seconds - before.seconds)) / metres
    const bound = (by: number) => Math.min(5999, Math.max(1, Math.round(pace * by)))
    return {
      type: 'step',
      role: 'work',
      amount: { unit: 'm', value: metres },
      target: { type: 'range', of: 'pace-km', from: bound(1 - quiet), to: bound(1 + quiet) },
      cue: pointName(mark),
    }
  })
  const written = writer.write({ session: sessionOf(name, day, steps), paces: null })
  return written.ok ? written.value : { name: day, content: new Uint8Array() }
}
