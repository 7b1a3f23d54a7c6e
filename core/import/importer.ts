/** What every way in has in common: it knows its own files by their first bytes and turns any bytes into reports. */
import { remembered } from '../lib/remembered.ts'
import type { Result } from '../lib/result.ts'
import type { Activity, Sport } from '../model/activity.ts'
import type { ImportedCheckIn } from '../model/check-in.ts'
import type { Day } from '../model/day.ts'
import type { Session } from '../model/session.ts'
import type { Recorded } from '../model/streams.ts'

/** A file wherever it lies: bytes are read as asked for, so that an archive of gigabytes is never held whole. */
export type ByteSource = {
  readonly name: string
  readonly size: number
  /** The bytes from `from` up to, not including, `to`. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>
}

/**
 * `freeBytes` is the room left on the device (null: not known). `stopped` is asked between files. `zone` gives minutes
 * east of UTC at a moment (whole seconds since 1970) where the athlete lives; asked only where a file does not say.
 * `withStreams` asks for what was recorded along the way as well, which is large.
 * `share` asks for one part of several of a large archive, the others being read elsewhere; left out: all of it.
 * `raceDay` is the day a plan without dates leads to; left out or null: not known.
 */
export type ImportOptions = {
  readonly freeBytes: number | null
  readonly stopped: () => boolean
  readonly zone: (utcSeconds: number) => number
  readonly withStreams?: boolean
  readonly raceDay?: Day | null
  readonly share?: Share
}

/** One of so many parts, counted from 0. */
export type Share = { readonly nth: number; readonly of: number }

/** Whether the thing at a place in a list belongs to a part. */
export const isShared = (share: Share | undefined, at: number): boolean =>
  share === undefined || at % share.of === share.nth

/** One thing a file tells of: something done, how a day was, something planned. */
export type Entry =
  | { readonly type: 'activity'; readonly activity: Activity }
  | { readonly type: 'check-in'; readonly checkIn: ImportedCheckIn }
  | { readonly type: 'session'; readonly session: Session }

export const activityEntry = (activity: Activity): Entry => ({ type: 'activity', activity })

/** Why a file gave nothing, or less than it might have. */
export type ImportError =
  | { readonly type: 'Empty' }
  | { readonly type: 'NotReadable' }
  | { readonly type: 'UnknownFormat' }
  | { readonly type: 'Damaged' }
  | {
      readonly type: 'Recovered'
      readonly what: 'cut-short' | 'later-part' | 'checksum'
      readonly sports: readonly Sport[]
    }
  | { readonly type: 'NothingInside' }
  | { readonly type: 'NotAnActivity'; readonly kind: string }
  | { readonly type: 'OtherSport'; readonly sports: readonly Sport[] }
  | { readonly type: 'SportGuessed'; readonly sports: readonly Sport[] }
  | { readonly type: 'NotTimed'; readonly what: 'route' | 'track' | 'waypoints' }
  | { readonly type: 'NotTrusted'; readonly what: 'document-type' | 'depth' | 'length' }
  | { readonly type: 'SummaryOnly'; readonly because: 'no-file' | 'file-missing' | 'file-not-read' }
  | { readonly type: 'NotStravaCsv' }
  /** intervals.icu may not hand on what it has from Strava: only that there was something. */
  | { readonly type: 'StravaStub' }
  /** How many steps each scale was taken to have, and the columns that were left out. */
  | {
      readonly type: 'ColumnsRead'
      readonly scales: readonly { readonly column: string; readonly steps: number }[]
      readonly leftOut: readonly string[]
    }
  | { readonly type: 'OnlyFigures' }
  | { readonly type: 'NoRaceDay' }
  | { readonly type: 'RowsNotReadable' }
  | { readonly type: 'RowNotReadable'; readonly row: number; readonly column: string }
  | { readonly type: 'TooLarge'; readonly size: number; readonly limit: number }
  | { readonly type: 'Bomb'; readonly ratio: number }
  | { readonly type: 'NotEnoughRoom'; readonly needs: number; readonly free: number }
  | { readonly type: 'NestedTooDeep' }
  | { readonly type: 'Encrypted' }
  /** Whoever reads had to be ended: no answer within the time any recording needs. */
  | { readonly type: 'TookTooLong' }

/**
 * One file accounted for. imported: its entries are here (`why` then tells what to know about them). skipped: not
 * meant to hold training. refused: it could not be read. `format` is the id of the importer that read it; `streams` only
 * where they were asked for and recorded.
 */
export type FileReport = {
  readonly file: string
  readonly format: string | null
  readonly outcome: 'imported' | 'skipped' | 'refused'
  readonly entries: readonly Entry[]
  readonly why: ImportError | null
  readonly streams?: readonly Recorded[]
}

/** What was done, of all that a file tells of. */
export const activitiesIn = ({ entries }: Pick<FileReport, 'entries'>): readonly Activity[] =>
  entries.flatMap(entry => (entry.type === 'activity' ? [entry.activity] : []))

/** Reading inside reading: archives hand what they hold back to the list of importers. */
export type ImportContext = ImportOptions & {
  /** How many archives this file lies inside. */
  readonly depth: number
  /** What may still be unpacked, in bytes; it shrinks while archives are read. */
  readonly room: { left: number }
  readonly open: (source: ByteSource, context: ImportContext) => AsyncGenerator<FileReport>
  /** The sport that a table beside the file gives for it; null where nothing was said. A file's own word goes before. */
  readonly saidSport: Sport | null
  /** A file that lies beside this one, by its path from there; undefined where there is none. */
  readonly beside: (path: string) => Promise<Unpacked> | undefined
  /** Says of a file beside this one that it is spoken for, though it is not read here. */
  readonly leave: (path: string) => void
}

/** A file taken out of an archive, or why it was not. */
export type Unpacked = Result<ByteSource, ImportError>

export type Importer = {
  readonly id: string
  readonly title: string
  /** Whether the first bytes (at least 1 KB where there are so many) or the name say that the file is its own. */
  readonly recognises: (head: Uint8Array, name: string) => boolean
  readonly read: (source: ByteSource, context: ImportContext) => AsyncGenerator<FileReport>
}

/** Run for its own importer and against every other one. */
export type Example = { readonly name: string; readonly file: string; readonly head: string | readonly number[] }

/** A source over bytes that are already here. */
export const sourceOf = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.subarray(from, to)),
})

export const refused = (file: string, why: ImportError): FileReport => ({
  file,
  format: null,
  outcome: 'refused',
  entries: [],
  why,
})
export const skipped = (file: string, why: ImportError): FileReport => ({
  file,
  format: null,
  outcome: 'skipped',
  entries: [],
  why,
})

/**
 * The report on a file that gave activities: each once, as chained files may hold one twice, with what to know of them,
 * the gravest first. `fault` is what was wrong with the bytes; `isGuessed` says that the file did not name the sport.
 */
export const reportOf = (
  file: string,
  activities: readonly Activity[],
  {
    fault,
    isGuessed,
    streams = [],
  }: { readonly fault: Fault | null; readonly isGuessed: boolean; readonly streams?: readonly Recorded[] },
): FileReport => {
  const once = [...new Map(activities.map(activity => [activity.id, activity])).values()]
  const sports = [...new Set(once.map(({ sport }) => sport))]
  const others = sports.filter(sport => sport !== 'run')
  const why: ImportError | null =
    fault !== null
      ? { type: 'Recovered', what: fault, sports: others }
      : isGuessed
        ? { type: 'SportGuessed', sports }
        : others.length > 0
          ? { type: 'OtherSport', sports: others }
          : null
  return {
    file,
    format: null,
    outcome: 'imported',
    entries: once.map(activityEntry),
    why,
    ...(streams.length > 0 ? { streams } : {}),
  }
}

/** What may be wrong with bytes that still gave something. */
export type Fault = Extract<ImportError, { type: 'Recovered' }>['what']

/** A single activity file is never larger; what claims to be is refused before it is read. */
export const fileLimit = 64 * 1024 * 1024

/** No recording has more samples: three days with one each second. More would take more memory than a phone gives. */
export const mostSamples = 260_000

/** No file that people record unpacks to more than so many times its size. */
export const bombRatio = 200

/** Archives inside archives are opened to this depth: an export holds zips that hold compressed files, and no more. */
export const deepest = 3

const reached = (name: string, ending: string): boolean => name.toLowerCase().endsWith(ending)
/** Whether a name ends like this, also where the file was compressed on its own (`run.fit.gz`). */
export const isNamed = (name: string, ending: string): boolean => reached(name, ending) || reached(name, `${ending}.gz`)

/** Whether bytes start with these. */
export const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte)

/** The first bytes as text, one letter a byte: enough to recognise markup and headers. */
export const asLetters = (bytes: Uint8Array): string =>
  lettersOf(bytes, [], () => {
    // Why a loop: spreading bytes into arguments takes five times as long, and each importer of a list asks for this.
    let letters = ''
    for (let at = 0; at < bytes.length && at < 2048; at++) letters += String.fromCharCode(bytes[at]!)
    return letters
  })

const lettersOf = remembered<string>()
