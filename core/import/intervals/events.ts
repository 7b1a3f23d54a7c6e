/** What is planned in an intervals.icu calendar: workouts with their steps, and races. */
import type { Session } from '../../model/session.ts'
import type { Step, Steps } from '../../model/workout.ts'
import { type DraftBlock, type DraftStep, withRoles } from '../../workout/roles.ts'
import { plannedSession } from '../planned/planned.ts'
import { type Fields, fieldsIn, isFields, numberAt, readClock, textAt } from '../text/values.ts'
import type { RowFault } from '../told/reports.ts'
import { sportFromService } from '../told/told.ts'

/** Whether an object is an entry of its calendar. */
export const isEvent = (fields: Fields): boolean =>
  (Object.hasOwn(fields, 'category') && Object.hasOwn(fields, 'start_date_local')) ||
  (Object.hasOwn(fields, 'workout_doc') && (Object.hasOwn(fields, 'date') || Object.hasOwn(fields, 'start_date_local')))

/** A session, or why the entry is none. */
export const readEvent = (fields: Fields, row: string, line: number): Session | RowFault => {
  const category = textAt(fields, ['category'], 40) ?? 'WORKOUT'
  if (category !== 'WORKOUT' && !category.startsWith('RACE'))
    return { row, outcome: 'skipped', why: { type: 'NotAnActivity', kind: category } }
  const clock = readClock(textAt(fields, ['start_date_local', 'date'], 40))
  const unreadable: RowFault = {
    row,
    outcome: 'refused',
    why: { type: 'RowNotReadable', row: line, column: 'start_date_local' },
  }
  if (clock === undefined) return unreadable
  const midnight = clock.start.endsWith('T00:00:00')
  const doc = isFields(fields.workout_doc) ? fields.workout_doc : {}
  const session = plannedSession({
    from: 'intervals',
    uid: textAt(fields, ['uid', 'id', 'external_id'], 200) ?? `${clock.start} ${textAt(fields, ['name'], 200) ?? ''}`,
    day: clock.day,
    // Why: an entry without a time of its own stands there at midnight.
    startMinute: midnight ? null : Math.floor((clock.seconds % 86_400) / 60),
    sport: sportFromService(textAt(fields, ['type'], 60)),
    title: textAt(fields, ['name'], 200) ?? '',
    description: textAt(fields, ['description'], 4000) ?? '',
    durationS: numberAt(fields, ['moving_time'], 1) ?? numberAt(doc, ['duration'], 1),
    distanceM: numberAt(fields, ['distance'], 1) ?? numberAt(doc, ['distance'], 1),
    purpose: category.startsWith('RACE') ? 'race' : null,
    steps: stepsIn(doc),
  })
  return session ?? unreadable
}

/** The steps of its own parse, with their targets in words; null where they do not fit. */
const stepsIn = (doc: Fields): Steps | null => {
  const steps = fieldsIn(doc.steps).slice(0, 60).map(blockOf)
  return steps.length > 0 && steps.every(step => step !== null) ? withRoles(steps) : null
}

const blockOf = (fields: Fields): DraftBlock | null => {
  const times = numberAt(fields, ['reps'], 1, 100)
  if (times === null) return stepOf(fields)
  const steps = fieldsIn(fields.steps).slice(0, 20).map(stepOf)
  if (steps.length === 0 || steps.some(step => step === null)) return null
  return { type: 'repeat', times: Math.round(times), steps: steps as DraftStep[] } satisfies DraftBlock
}

const stepOf = (fields: Fields): DraftStep | null => {
  const seconds = numberAt(fields, ['duration'], 1, 200_000)
  const metres = numberAt(fields, ['distance'], 1, 500_000)
  if (seconds === null && metres === null) return null
  const amount: Step['amount'] =
    metres !== null && seconds === null
      ? { unit: 'm', value: Math.round(metres) }
      : { unit: 's', value: Math.round(seconds ?? 1) }
  const role: DraftStep['role'] = fields.warmup === true ? 'warmup' : fields.cooldown === true ? 'cooldown' : null
  const cue = [textAt(fields, ['text'], 150), targetIn(fields)].filter(Boolean).join(', ').slice(0, 200)
  return { type: 'step', role, amount, target: { type: 'free' }, cue: cue === '' ? null : cue }
}

const units: { readonly [unit: string]: string } = {
  '%ftp': '% of threshold power',
  '%lthr': '% of threshold heart rate',
  '%hr': '% of maximum heart rate',
  '%pace': '% of threshold pace',
  pace_zone: ' (pace zone)',
  hr_zone: ' (heart rate zone)',
  power_zone: ' (power zone)',
  w: ' W',
  bpm: ' bpm',
}

// Why as words and not as one of our zones: a share of somebody's threshold is no zone of Daniels', and a wrong zone is
// worse than the coach's own figure beside the step.
const targetIn = (fields: Fields): string | null => {
  for (const name of ['pace', 'hr', 'power']) {
    const target = fields[name]
    if (!isFields(target)) continue
    const unit = textAt(target, ['units'], 30) ?? ''
    const said = Object.hasOwn(units, unit) ? units[unit]! : ` ${unit}`
    const value = numberAt(target, ['value'])
    const [start, end] = [numberAt(target, ['start']), numberAt(target, ['end'])]
    if (value !== null) return `${value}${said}`
    if (start !== null && end !== null) return `${start}–${end}${said}`
  }
  return null
}
