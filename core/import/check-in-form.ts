/** Check-ins from a form or a spreadsheet: one line a day, its columns told by their names. */
import type { ImportedCheckIn } from '../model/check-in.ts'
import { type Column, columnOf, isDayColumn } from './check-in-form/columns.ts'
import { readCheckInRows } from './check-in-form/rows.ts'
import {
  asLetters,
  type ByteSource,
  type Example,
  type FileReport,
  type ImportContext,
  type Importer,
  isNamed,
  refused,
} from './importer.ts'
import { headerIn, readTable } from './text/read-table.ts'
import { readText } from './text/read-text.ts'
import { reportsOn } from './told/reports.ts'

async function* read(source: ByteSource, _: ImportContext): AsyncGenerator<FileReport> {
  const { name } = source
  const text = await readText(source)
  if (!text.ok) return yield refused(name, text.error)
  const table = readTable(text.value)
  const { checkIns, faults, scales } = readCheckInRows(table, name)
  const leftOut = table.header.filter(column => column !== '' && columnOf(column) === null)
  const note = scales.length + leftOut.length > 0 ? ({ type: 'ColumnsRead', scales, leftOut } as const) : null
  yield* reportsOn(name, {
    activities: [],
    checkIns: checkIns as readonly ImportedCheckIn[],
    sessions: [],
    faults,
    note,
  })
}

/** A day and at least two answers: fewer are a table of something else. */
const isForm = (header: string): boolean => {
  const names = header.split(/[,;\t]/).map(cell => cell.replace(/^"|"$/g, ''))
  const known = names.flatMap(name => columnOf(name) ?? []).filter((column: Column) => column !== 'day')
  return names.some(isDayColumn) && new Set(known).size >= 2
}

export const importer: Importer = {
  id: 'check-in-form',
  title: 'Check-ins from a form',
  recognises: (head, name) => (isNamed(name, '.csv') || isNamed(name, '.tsv')) && isForm(headerIn(asLetters(head))),
  read,
}

export const examples: readonly Example[] = [
  { name: 'a form', file: 'responses.csv', head: 'Timestamp,"How did you sleep? (1-5)",Soreness,Stress,Comments' },
  { name: 'a spreadsheet with semicolons', file: 'log.csv', head: 'date;sleep hours;resting hr;hrv;mood' },
]
