/** A calendar file (.ics) with planned workouts, as TrainingPeaks and other logs hand it out. */
import { localMoment, parseDay } from '../model/day.ts'
import type { Session } from '../model/session.ts'
import { type CalendarEvent, readCalendar } from './calendar/events.ts'
import {
  asLetters,
  type ByteSource,
  type Example,
  type FileReport,
  type ImportContext,
  type ImportError,
  type Importer,
  refused,
} from './importer.ts'
import { plannedSession } from './planned/planned.ts'
import { readText } from './text/read-text.ts'
import { readClock, readDuration } from './text/values.ts'
import { type RowFault, reportsOn } from './told/reports.ts'
import { sportFromWord } from './track/sport.ts'

async function* read(source: ByteSource, context: ImportContext): AsyncGenerator<FileReport> {
  const { name } = source
  const text = await readText(source)
  if (!text.ok) return yield refused(name, text.error)
  const { events, isWhole } = readCalendar(text.value)
  if (events.length === 0) return yield refused(name, { type: isWhole ? 'NothingInside' : 'Damaged' })
  const faults: RowFault[] = []
  const latest = new Map<string, { readonly session: Session; readonly sequence: number }>()
  for (const [i, event] of events.entries()) {
    const title = event.get('SUMMARY') ?? ''
    const row = `event ${i + 1}${title === '' ? '' : ` (${title.slice(0, 60)})`}`
    const session = sessionOf(event, context)
    if ('type' in session) {
      faults.push({
        row,
        outcome: session.type === 'NotAnActivity' ? 'skipped' : 'refused',
        why: rowIn(session, i + 1),
      })
      continue
    }
    // Why: a change keeps the name and raises the sequence; a file may hold both.
    const sequence = Number(event.get('SEQUENCE') ?? 0) || 0
    const before = latest.get(session.id)
    if (!before || sequence >= before.sequence) latest.set(session.id, { session, sequence })
  }
  const sessions = [...latest.values()].map(({ session }) => session)
  yield* reportsOn(name, { activities: [], checkIns: [], sessions, faults, note: null })
}

const rowIn = (why: ImportError, row: number): ImportError => (why.type === 'RowNotReadable' ? { ...why, row } : why)

const sessionOf = (event: CalendarEvent, { zone }: ImportContext): Session | ImportError => {
  if (/^cancelled$/i.test(event.get('STATUS') ?? '')) return { type: 'NotAnActivity', kind: 'CANCELLED' }
  const began = startOf(event.get('DTSTART') ?? '', zone)
  if (began === undefined) return { type: 'RowNotReadable', row: 0, column: 'DTSTART' }
  const summary = (event.get('SUMMARY') ?? '').trim()
  const description = (event.get('DESCRIPTION') ?? '').trim()
  // Why: TrainingPeaks writes the sport before the title, “Run: Long run”.
  const prefix = /^([\p{L} ]{2,20}):\s+(.+)$/u.exec(summary)
  const said = prefix ? sportFromWord(prefix[1]!) : null
  const isOff = /^(day off|rest)\b/i.test(summary)
  const session = plannedSession({
    from: 'calendar',
    uid: event.get('UID') ?? `${began.day} ${summary}`,
    ...began,
    sport: said ?? sportFromWord(summary) ?? 'other',
    title: prefix && said !== 'other' ? prefix[2]! : summary,
    description,
    durationS: plannedTime(description),
    distanceM: plannedDistance(description),
    purpose: isOff ? 'rest' : prefix && /^race$/i.test(prefix[1]!) ? 'race' : null,
    steps: null,
  })
  return session ?? { type: 'RowNotReadable', row: 0, column: 'SUMMARY' }
}

/** The local day, and the minute where the event has a time. */
const startOf = (text: string, zone: ImportContext['zone']): Pick<Session, 'day' | 'startMinute'> | undefined => {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text.trim())
  if (!parts) return undefined
  const date = `${parts[1]}-${parts[2]}-${parts[3]}`
  if (parts[4] === undefined) {
    const day = parseDay(date)
    return day && { day, startMinute: null }
  }
  const clock = readClock(`${date}T${parts[4]}:${parts[5]}:${parts[6]}`)
  if (clock === undefined) return undefined
  if (parts[7] === undefined) return { day: clock.day, startMinute: Math.floor((clock.seconds % 86_400) / 60) }
  const { day, minute } = localMoment(clock.seconds, Math.round(zone(clock.seconds)))
  return { day, startMinute: minute }
}

const plannedTime = (text: string): number | null => {
  const said = /planned (?:time|duration):?\s*([\d:.]+)/i.exec(text)?.[1] ?? ''
  const clock = /^\d{1,2}:\d\d$/.test(said) ? `${said}:00` : said
  return readDuration(clock)
}

const metresIn: Readonly<Record<string, number>> = { km: 1000, mi: 1609.344, miles: 1609.344, m: 1, yd: 0.9144 }

const plannedDistance = (text: string): number | null => {
  const said = /planned distance:?\s*(\d+(?:[.,]\d+)?)\s*(km|miles|mi|m|yd)\b/i.exec(text)
  return said ? Number(said[1]!.replace(',', '.')) * metresIn[said[2]!.toLowerCase()]! : null
}

export const importer: Importer = {
  id: 'calendar',
  title: 'Calendar of workouts',
  recognises: head => /^[\s\xEF\xBB\xBF]*BEGIN:VCALENDAR/i.test(asLetters(head)),
  read,
}

export const examples: readonly Example[] = [
  { name: 'a calendar', file: 'trainingpeaks.ics', head: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n' },
  { name: 'a calendar under another name', file: 'plan', head: 'BEGIN:VCALENDAR\nVERSION:2.0\n' },
]
