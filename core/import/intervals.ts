/** What intervals.icu exports, as JSON or CSV: activities, days and the planned calendar. */
import type { Activity } from '../model/activity.ts'
import type { Session } from '../model/session.ts'
import {
  asLetters,
  type ByteSource,
  type Example,
  type FileReport,
  type ImportContext,
  type Importer,
  refused,
} from './importer.ts'
import { isActivity, readActivity } from './intervals/activities.ts'
import { isEvent, readEvent } from './intervals/events.ts'
import { isWellness, readWellness } from './intervals/wellness.ts'
import { headerIn, readTable } from './text/read-table.ts'
import { readText } from './text/read-text.ts'
import { type Fields, fieldsIn, isFields, jsonOf, textAt } from './text/values.ts'
import { type RowFault, reportsOn } from './told/reports.ts'

/** The objects of a list, wherever a program put it: alone, under a name, or one pair of activity and event. */
const objectsIn = (value: unknown): readonly Fields[] => {
  if (Array.isArray(value)) return fieldsIn(value)
  if (!isFields(value)) return []
  if ([isActivity, isEvent, isWellness].some(is => is(value))) return [value]
  return Object.values(value).flatMap(inner => (isFields(inner) ? [inner] : fieldsIn(inner)))
}

async function* read(source: ByteSource, context: ImportContext): AsyncGenerator<FileReport> {
  const { name } = source
  const text = await readText(source)
  if (!text.ok) return yield refused(name, text.error)
  const isJson = /^\s*[[{]/.test(text.value)
  const value = isJson ? jsonOf(text.value) : null
  if (value === undefined) return yield refused(name, { type: 'Damaged' })
  const objects: readonly Fields[] = isJson ? objectsIn(value) : readTable(text.value).rows
  const rowOf = (fields: Fields, line: number): string => {
    const said = textAt(fields, ['name', 'id'], 60) ?? textAt(fields, ['start_date_local', 'date'], 10)
    return `${isJson ? 'entry' : 'line'} ${line}${said === null ? '' : ` (${said})`}`
  }
  const activities: Activity[] = []
  const sessions: Session[] = []
  const faults: RowFault[] = []
  const days: Fields[] = []
  for (const [i, fields] of objects.entries()) {
    const line = isJson ? i + 1 : i + 2
    const row = rowOf(fields, line)
    if (isEvent(fields)) {
      const session = readEvent(fields, row, line)
      if ('outcome' in session) faults.push(session)
      else sessions.push(session)
    } else if (isActivity(fields)) {
      const activity = readActivity(fields, { file: name, row, line }, context)
      if ('outcome' in activity) faults.push(activity)
      else activities.push(activity)
    } else if (isWellness(fields)) days.push(fields)
  }
  const { checkIns, note: said } = readWellness(days, name)
  // Why: where there is more in the list than figures, what there is counts.
  const note = said?.type === 'OnlyFigures' && activities.length + sessions.length + faults.length > 0 ? null : said
  const isOther = activities.length + sessions.length + faults.length + days.length === 0 && objects.length > 0
  if (isOther) return yield refused(name, { type: 'UnknownFormat' })
  yield* reportsOn(name, { activities, checkIns, sessions, faults, note })
}

const marks =
  /"(icu_\w+|start_date_local|restingHR|hrvSDNN|sleepSecs|ctl|ctlLoad|rampRate|workout_doc|paired_event_id)"\s*:/
const columns = /(^|[,;\t])"?(start_date_local|icu_\w+|restinghr|hrvsdnn|sleepsecs|ctlload)"?([,;\t]|$)/

export const importer: Importer = {
  id: 'intervals',
  title: 'intervals.icu export',
  recognises: head => {
    const letters = asLetters(head)
    return /^[\s\xEF\xBB\xBF]*[[{]/.test(letters) ? marks.test(letters) : columns.test(headerIn(letters))
  },
  read,
}

export const examples: readonly Example[] = [
  {
    name: 'activities as JSON',
    file: 'activities.json',
    head: '[{"id":"i1","start_date_local":"2026-05-12T07:00:00",',
  },
  { name: 'days as JSON', file: 'wellness.json', head: '[{"id":"2026-05-12","ctl":40.1,"restingHR":48,' },
  { name: 'activities as CSV', file: 'activities.csv', head: 'id,start_date_local,type,moving_time,distance,icu_rpe' },
  { name: 'days as CSV', file: 'wellness.csv', head: '\uFEFFdate,weight,restingHR,hrv,sleepSecs' },
  {
    name: 'the calendar',
    file: 'events.json',
    head: '[{"id":1,"category":"WORKOUT","start_date_local":"2026-05-12T00:00:00",',
  },
]
