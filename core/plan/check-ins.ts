/** How the athlete feels on a day: each answer stands by itself, so that what two devices hear of one day is one check-in. */
import type * as Y from 'yjs'
import { withImported } from '../history/check-ins.ts'
import { parse } from '../lib/parse.ts'
import type { Result } from '../lib/result.ts'
import { type CheckIn, checkInSchema, emptyCheckIn } from '../model/check-in.ts'
import { type Day, parseDay } from '../model/day.ts'
import { change, isName, isReadOnly, type Origin, rootOf, type WriteError } from './document.ts'
import { type Entries, type Fields, namesIn, sameFields } from './entries.ts'
import { readImportedCheckIns } from './imported-check-ins.ts'
import { sameValue, setValue } from './writing.ts'

// Why: a map per day would be made by both devices while apart, and one of the two would go with all its answers
// when they meet. So an answer stands under `day/question`, and nothing has to be made first.
const placeOf = (day: Day, question: string): string => `${day}/${question}`

// Why: two years of mornings are parsed once and not on each change; the same answers read the same.
const readBefore = new WeakMap<Y.Doc, Map<Day, { readonly said: Fields; readonly checkIn: CheckIn | undefined }>>()

/** All check-ins by day. A day with an answer that cannot be read is left out and named. */
export const readCheckIns = (doc: Y.Doc): Entries<CheckIn> => {
  const root = rootOf(doc, 'checkIns')
  const answers = new Map<Day, Fields>()
  const unreadable: string[] = []
  // Why: newer documents only add, so an older app shows what it knows of them while it may not write.
  const newer = isReadOnly(doc)
  let day: Day | undefined
  let said: Record<string, unknown> = {}
  for (const name of namesIn(root)) {
    const slash = name.indexOf('/')
    const [dayText, question] = [name.slice(0, slash), name.slice(slash + 1)]
    // Why: in order of their names the answers of one day follow each other, so its day is parsed once.
    if (dayText !== day) {
      day = slash < 0 ? undefined : parseDay(dayText)
      said = {}
      if (day !== undefined) answers.set(day, said)
    }
    if (day === undefined || !isName(question)) unreadable.push(`checkIns/${name}`)
    else if (!newer || Object.hasOwn(checkInSchema.entries, question)) said[question] = root.get(name)
  }
  const read: CheckIn[] = []
  const before = readBefore.get(doc) ?? new Map()
  readBefore.set(doc, before)
  for (const [day, said] of answers) {
    if (Object.keys(said).length === 0) continue
    const held = before.get(day)
    const isHeld = held !== undefined && sameFields(held.said, said)
    const checkIn = isHeld ? held.checkIn : checkInOf(day, said)
    if (!isHeld) before.set(day, { said, checkIn })
    if (checkIn !== undefined) read.push(checkIn)
    else unreadable.push(`checkIns/${day}`)
  }
  return { read, unreadable: unreadable.sort() }
}

const checkInOf = (day: Day, said: Fields): CheckIn | undefined => {
  const checkIn = parse(checkInSchema, { ...emptyCheckIn(day), ...said, day })
  return checkIn.ok ? checkIn.value : undefined
}

const write = (doc: Y.Doc, day: Day, said: Partial<CheckIn>, origin: Origin): Result<null, WriteError> => {
  const checkIn = parse(checkInSchema, { ...emptyCheckIn(day), ...said, day })
  if (!checkIn.ok) return checkIn
  return change(doc, origin, () => {
    const root = rootOf(doc, 'checkIns')
    const elsewhere = readImportedCheckIns(doc).read.filter(one => one.day === day)
    const shown: Fields = withImported([], elsewhere)[0] ?? {}
    for (const [question, answer] of Object.entries(checkIn.value)) {
      const place = placeOf(day, question)
      if (question === 'day' || !Object.hasOwn(said, question)) continue
      // Why: a form shows what was imported beside what was said; only what a person changed there is their word.
      if (!root.has(place) && sameValue(shown[question], answer)) continue
      if (answer !== null) setValue(root, place, answer)
      else if (root.has(place)) root.delete(place)
    }
    return null
  })
}

/** Writes a check-in as it now reads: what differs from what is on file. */
export const putCheckIn = (doc: Y.Doc, checkIn: CheckIn, origin: Origin): Result<null, WriteError> =>
  write(doc, checkIn.day, checkIn, origin)

/** Writes some answers of a day and leaves the others as they are, whoever gave them. */
export const patchCheckIn = (
  doc: Y.Doc,
  day: Day,
  answers: Partial<Omit<CheckIn, 'day'>>,
  origin: Origin,
): Result<null, WriteError> => write(doc, day, answers, origin)
