/** The plan for the phone's own calendar: one event a session, which a later file changes, moves or takes away. */
import { parse, parseJson } from '../lib/parse.ts'
import { type Told, toldSchema } from '../model/calendar-told.ts'
import { addDays, type Day } from '../model/day.ts'
import { type ReminderTimes, speaksAt } from '../model/reminders.ts'
import type { Session } from '../model/session.ts'
import { printWorkout } from './text.ts'
import { effortCue, purposeSentence, purposeWord, warmUp } from './words.ts'

/** One session and how long it takes, in minutes; null where nobody knows. */
export type Entry = { readonly session: Session; readonly minutes: number | null }

/**
 * What the files written so far said: without it a calendar could not be told that a session changed (its number rises)
 * or is no longer there (it is cancelled). Kept by whoever writes the file.
 */
export type { Told } from '../model/calendar-told.ts'

/** As it was kept; nothing where that cannot be read. */
export const readTold = (kept: string | null): Told => {
  const json = kept === null ? null : parseJson(kept)
  const told = json?.ok ? parse(toldSchema, json.value) : null
  return told?.ok ? told.value : {}
}

export type CalendarGiven = {
  readonly entries: readonly Entry[]
  readonly athlete: string
  /** The first and the last day the file speaks for: a session told before and gone from these days is cancelled. */
  readonly from: Day
  readonly to: Day
  readonly told: Told
  /** The moment of writing in UTC, `20261128T163000Z`. */
  readonly stamp: string
  /** When the phone speaks of a session; null for silence. */
  readonly reminders: ReminderTimes | null
}

const compact = (day: Day): string => day.replaceAll('-', '')
const two = (value: number): string => String(value).padStart(2, '0')
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}${two(minute % 60)}00`

const escaped = (words: string): string =>
  words
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // Why: a calendar file holds no other control letters.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

const bytesOf = (letter: string): number => {
  const code = letter.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** At most 75 bytes a line; the next begins with a blank. No letter is cut in two. */
const folded = (line: string): string => {
  let out = ''
  let length = 0
  for (const letter of line) {
    const size = bytesOf(letter)
    if (length + size > 75) {
      out += '\r\n '
      length = 1
    }
    out += letter
    length += size
  }
  return out
}

/** Midnight may be passed: a session of three hours at 22:30 ends on the next day. */
const endOf = (day: Day, minute: number): string => {
  const days = Math.floor(minute / 1440)
  return `${compact(addDays(day, days))}T${clock(minute % 1440)}`
}

const describe = ({ session }: Entry): string => {
  const cue = session.steps
    .map(block => (block.type === 'step' ? block : block.steps[0]!))
    .find(one => one.role === 'work')
  return [
    purposeSentence[session.purpose],
    printWorkout(session.steps),
    cue === undefined ? '' : `Effort: ${effortCue(cue.target, cue.role)}.`,
    warmUp(session) ?? '',
    session.notes,
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** Minutes from the event's start, which is midnight where it has no time. */
const triggerOf = (minutes: number): string => `${minutes < 0 ? '-' : ''}PT${Math.abs(minutes)}M`

/** The lines that say what a session is; when they differ from those told before, its number rises. */
const contentOf = (entry: Entry, reminders: ReminderTimes | null): readonly string[] => {
  const { session, minutes } = entry
  const { day, startMinute } = session
  const when =
    startMinute === null
      ? [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`]
      : [
          `DTSTART:${compact(day)}T${clock(startMinute)}`,
          `DTEND:${endOf(day, startMinute + Math.max(1, Math.round(minutes ?? 60)))}`,
        ]
  const at = reminders && speaksAt(reminders, startMinute)
  const speaks =
    at === null
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(titleOf(session))}`,
          `TRIGGER:${triggerOf(at - (startMinute ?? 0))}`,
          'END:VALARM',
        ]
  return [
    ...when,
    `SUMMARY:${escaped(titleOf(session))}`,
    `DESCRIPTION:${escaped(describe(entry))}`,
    `CATEGORIES:${escaped(purposeWord[session.purpose])}${session.key ? ',Key session' : ''}`,
    'STATUS:CONFIRMED',
    // Why: a plan is no meeting; the hour stays free for others to see.
    'TRANSP:TRANSPARENT',
    ...speaks,
  ]
}

const titleOf = ({ title, purpose }: Session): string => title.trim() || purposeWord[purpose]
const uidOf = (id: string): string => `${id.replaceAll(/[^A-Za-z0-9._-]/g, '-')}@tandem.invalid`

/** The file (RFC 5545), and what it told, to be kept for the next one. The same plan gives the same bytes. */
export const writeCalendar = (given: CalendarGiven): { readonly content: string; readonly told: Told } => {
  const { entries, from, to, told, stamp, reminders } = given
  const now: Record<string, Told[string]> = {}
  const events: string[][] = []
  const event = (id: string, sequence: number, lines: readonly string[]) =>
    events.push([
      'BEGIN:VEVENT',
      `UID:${uidOf(id)}`,
      `DTSTAMP:${stamp}`,
      `LAST-MODIFIED:${stamp}`,
      `SEQUENCE:${sequence}`,
      ...lines,
      'END:VEVENT',
    ])
  for (const entry of entries.filter(({ session }) => from <= session.day && session.day <= to)) {
    const { id, day } = entry.session
    const lines = contentOf(entry, reminders)
    const content = lines.join('\n').slice(0, 20_000)
    const before = told[id]
    const sequence = before === undefined ? 0 : before.content === content ? before.sequence : before.sequence + 1
    event(id, sequence, lines)
    now[id] = { content, sequence, day }
  }
  for (const [id, before] of Object.entries(told)) {
    if (now[id] !== undefined) continue
    if (before.day < from || before.day > to) {
      now[id] = before
      continue
    }
    // Why: a calendar that has the event takes it away; told again each time, for who missed a file.
    const sequence = before.content === 'cancelled' ? before.sequence : before.sequence + 1
    const day = compact(before.day)
    event(id, sequence, [`DTSTART;VALUE=DATE:${day}`, 'SUMMARY:Cancelled', 'STATUS:CANCELLED'])
    now[id] = { content: 'cancelled', sequence, day: before.day }
  }
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tandem//Training plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`Training: ${given.athlete}`)}`,
    ...events.flat(),
    'END:VCALENDAR',
  ]
  return { content: `${lines.map(folded).join('\r\n')}\r\n`, told: now }
}
