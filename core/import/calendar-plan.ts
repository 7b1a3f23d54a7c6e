/** A plan without dates (calendar-hack's YAML or JSON): weeks of seven workouts that lead to a race. */
import { addDays } from '../model/day.ts'
import type { Purpose, Session } from '../model/session.ts'
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
import { plannedSession } from './planned/planned.ts'
import { readText } from './text/read-text.ts'
import { type Fields, fieldsIn, isFields, jsonOf, textAt } from './text/values.ts'
import { reportsOn } from './told/reports.ts'

const mostWeeks = 60
const mostAliases = 20
/** Sixty weeks with a page of words each; as the reader of YAML holds it, a byte takes three hundred. */
const planLimit = 512 * 1024

async function* read(source: ByteSource, { raceDay = null }: ImportContext): AsyncGenerator<FileReport> {
  const { name, size } = source
  if (size > planLimit) return yield refused(name, { type: 'TooLarge', size, limit: planLimit })
  const text = await readText(source)
  if (!text.ok) return yield refused(name, text.error)
  const plan = /^\s*\{/.test(text.value) ? jsonOf(text.value) : await yamlOf(text.value)
  if (!isFields(plan)) return yield refused(name, { type: 'Damaged' })
  const weeks = fieldsIn(plan.schedule).map(week => fieldsIn(week.workouts))
  if (weeks.length === 0 || weeks.length > mostWeeks || weeks.some(week => week.length !== 7))
    return yield refused(name, { type: 'UnknownFormat' })
  if (raceDay === null) return yield refused(name, { type: 'NoRaceDay' })
  // Why: its race stands on the last day that asks for anything; the days after that one are not planned.
  const days = weeks.flat()
  const last = days.findLastIndex(workout => purposeIn(workout) !== 'rest')
  const from = textAt(plan, ['id', 'name'], 100) ?? name
  const metres = textAt(plan, ['units'], 10) === 'km' ? 1000 : 1609.344
  const sessions = days.slice(0, last + 1).flatMap((workout, at): readonly Session[] => {
    const day = addDays(raceDay, at - last)
    const session = plannedSession({
      from: `calendar-plan ${from} ${raceDay}`,
      uid: String(at),
      day,
      startMinute: null,
      sport: isTagged(workout, /cross/i) ? 'other' : 'run',
      title: titleOf(workout, metres),
      description: textAt(workout, ['description'], 4000) ?? '',
      durationS: null,
      distanceM: distanceOf(workout, metres),
      purpose: purposeIn(workout),
      steps: null,
    })
    return session === undefined ? [] : [session]
  })
  yield* reportsOn(name, { activities: [], checkIns: [], sessions, faults: [], note: null })
}

// Why loaded here: few people ever bring such a plan, and its reader is larger than all of ours. Anchors are refused by
// count, so that a small text cannot stand for a large one.
const yamlOf = async (text: string): Promise<unknown> => {
  // Why here as well: the reader follows each of them before it counts.
  if ((text.match(/(^|[\s,:[{-])\*[^\s*]/gm)?.length ?? 0) > mostAliases) return undefined
  const { parse } = await import('yaml')
  try {
    return parse(text, { maxAliasCount: mostAliases, schema: 'core', uniqueKeys: false, logLevel: 'silent' })
  } catch {
    return undefined
  }
}

const tagsOf = (workout: Fields): readonly string[] =>
  Array.isArray(workout.tags) ? workout.tags.filter(tag => typeof tag === 'string') : []
const isTagged = (workout: Fields, tag: RegExp): boolean => tagsOf(workout).some(said => tag.test(said))

const purposes: readonly (readonly [RegExp, Purpose])[] = [
  [/^race$/i, 'race'],
  [/^long run$/i, 'long'],
  [/^speedwork$/i, 'intervals'],
  [/^hills$/i, 'hills'],
  [/^cross/i, 'cross'],
  [/^rest$/i, 'rest'],
  [/^easy run$/i, 'easy'],
]
const purposeIn = (workout: Fields): Purpose | null =>
  purposes.find(([tag]) => isTagged(workout, tag))?.[1] ?? (tagsOf(workout).length > 0 ? null : 'rest')

/** In miles or kilometres: a number, or two of which the middle is taken; the title says both. */
const distanceOf = (workout: Fields, metres: number): number | null => {
  const { distance } = workout
  const ends = Array.isArray(distance) ? distance : [distance]
  const known = ends.filter(value => typeof value === 'number' && value > 0 && value < 500)
  return known.length === 0 ? null : (known.reduce((sum, value) => sum + value, 0) / known.length) * metres
}

/** `{6}` in a title is a distance in the plan's own unit. */
const titleOf = (workout: Fields, metres: number): string =>
  (textAt(workout, ['title'], 200) ?? '').replace(
    /\{(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?\}/g,
    (_, low: string, high: string | undefined) => `${low}${high ? `–${high}` : ''} ${metres === 1000 ? 'km' : 'mi'}`,
  )

export const importer: Importer = {
  id: 'calendar-plan',
  title: 'Training plan without dates',
  recognises: (head, name) => {
    const letters = asLetters(head)
    if (isNamed(name, '.yaml') || isNamed(name, '.yml')) return true
    return /^[\s\xEF\xBB\xBF]*\{/.test(letters)
      ? /"schedule"\s*:|"units"\s*:\s*"(mi|km)"/.test(letters)
      : /^schedule:/m.test(letters)
  },
  read,
}

export const examples: readonly Example[] = [
  {
    name: 'a plan in YAML',
    file: 'pfitz_18_55.yaml',
    head: 'id: x\nname: Plan\nunits: mi\nschedule:\n  - description: a\n',
  },
  {
    name: 'a plan in JSON',
    file: 'plan.json',
    head: '{"id":"x","name":"Plan","units":"mi","type":"Marathon","schedule":[',
  },
]
