/** Whether an importer kept its promise on some bytes: a result, of the right shapes, that somebody can be told. */
import { explainImport, importBytes } from '../../core/import/index.ts'
import { parse } from '../../core/lib/parse.ts'
import { activitySchema } from '../../core/model/activity.ts'
import { importedCheckInSchema } from '../../core/model/check-in.ts'
import type { Day } from '../../core/model/day.ts'
import { sessionSchema } from '../../core/model/session.ts'
import type { Seed } from './import-seeds.ts'

const options = {
  freeBytes: 200_000_000,
  stopped: () => false,
  zone: () => 60,
  raceDay: '2026-06-07' as Day,
  withStreams: true,
}

/** What is wrong, in words; empty where all is as promised. */
export const faultsOn = async ({ name, bytes }: Seed): Promise<readonly string[]> => {
  try {
    const reports = await importBytes({ name, bytes }, options)
    if (reports.length === 0) return ['no report']
    return reports.flatMap(report => {
      const wrong: string[] = []
      if (!report.file.startsWith(name)) wrong.push(`another file: ${report.file}`)
      if (!explainImport(report).includes(report.file)) wrong.push('words without the file')
      // Why: these bytes are in memory; not being readable is an exception that the last door caught.
      if (report.why?.type === 'NotReadable') wrong.push('an exception')
      if ((report.outcome === 'imported') !== report.entries.length > 0)
        wrong.push(`${report.outcome}, ${report.entries.length} entries`)
      for (const entry of report.entries) {
        const parsed =
          entry.type === 'activity'
            ? parse(activitySchema, entry.activity)
            : entry.type === 'check-in'
              ? parse(importedCheckInSchema, entry.checkIn)
              : parse(sessionSchema, entry.session)
        if (!parsed.ok) wrong.push(`${entry.type} ${parsed.error.at}: ${parsed.error.expected}`)
      }
      return wrong
    })
  } catch (fault) {
    return [`thrown: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`]
  }
}
