/** Training files in, activities out: every file accounted for, whatever is in it. */
import { importer as calendar } from './calendar.ts'
import { importer as calendarPlan } from './calendar-plan.ts'
import { importer as checkInForm } from './check-in-form.ts'
import { importer as fit } from './fit.ts'
import { importer as garminExport } from './garmin-export.ts'
import { importer as gpx } from './gpx.ts'
import { importer as gz } from './gz.ts'
import {
  type ByteSource,
  type FileReport,
  type ImportContext,
  type Importer,
  type ImportOptions,
  refused,
  sourceOf,
} from './importer.ts'
import { importer as intervals } from './intervals.ts'
import { importer as runningPage } from './running-page.ts'
import { importer as stravaArchive } from './strava-archive.ts'
import { importer as tcx } from './tcx.ts'
import { importer as trainingpeaksCsv } from './trainingpeaks-csv.ts'
import { importer as zip } from './zip.ts'

export { explainImport } from './explain.ts'
export {
  activitiesIn,
  type ByteSource,
  type Entry,
  type FileReport,
  type ImportError,
  type ImportOptions,
  type Share,
  sourceOf,
} from './importer.ts'
export { type ImportLine, lineOf, type MergedInto, reportCsv } from './report.ts'

/** In the order they are asked; what the bytes say goes before what the name says. */
export const importers: readonly Importer[] = [
  zip,
  gz,
  gpx,
  tcx,
  calendar,
  runningPage,
  intervals,
  garminExport,
  trainingpeaksCsv,
  checkInForm,
  calendarPlan,
  stravaArchive,
  fit,
]

/**
 * Reads one file or archive and reports on every file it meets, one after the other, so that progress can be shown and
 * the reading stopped. Never throws: any bytes give at least one report, unless it was stopped before the first.
 */
export async function* importSource(source: ByteSource, options: ImportOptions): AsyncGenerator<FileReport> {
  yield* open(source, {
    ...options,
    depth: 0,
    room: { left: options.freeBytes ?? Number.POSITIVE_INFINITY },
    open,
    saidSport: null,
    beside: () => undefined,
    leave: () => undefined,
  })
}

/** The same for several files, in their order. */
export async function* importSources(
  sources: readonly ByteSource[],
  options: ImportOptions,
): AsyncGenerator<FileReport> {
  for (const source of sources) {
    if (options.stopped()) return
    yield* importSource(source, options)
  }
}

/** Reads a file that is already in memory. */
export const importBytes = async (
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: ImportOptions,
): Promise<readonly FileReport[]> => {
  const reports: FileReport[] = []
  for await (const report of importSource(sourceOf(file.name, file.bytes), options)) reports.push(report)
  return reports
}

async function* open(source: ByteSource, context: ImportContext): AsyncGenerator<FileReport> {
  if (context.stopped()) return
  if (source.size === 0) return yield refused(source.name, { type: 'Empty' })
  let said = false
  // Why: a disk that fails, a file that vanished and a fault in a library end here, as a report like any other.
  try {
    const head = await source.read(0, Math.min(source.size, 2048))
    const importer = importers.find(({ recognises }) => recognises(head, source.name))
    if (!importer) return yield refused(source.name, { type: 'UnknownFormat' })
    for await (const report of importer.read(source, context)) {
      said = true
      yield report.format === null ? { ...report, format: importer.id } : report
    }
  } catch {
    if (!said || context.depth === 0) yield refused(source.name, { type: 'NotReadable' })
  }
}
