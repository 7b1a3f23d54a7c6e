/** Days as intervals.icu keeps them: what was measured overnight, and scales whose length depends on who wrote them. */
import { parse } from '../../lib/parse.ts'
import { type CheckIn, emptyCheckIn, type ImportedCheckIn, importedCheckInSchema } from '../../model/check-in.ts'
import { parseDay } from '../../model/day.ts'
import type { ImportError } from '../importer.ts'
import { type Fields, numberAt, textAt } from '../text/values.ts'

const dayIn = (fields: Fields) => parseDay(textAt(fields, ['id', 'date'], 10) ?? '')

const figures = ['ctl', 'atl', 'ctlLoad', 'atlLoad', 'rampRate']
const measured = ['restingHR', 'hrv', 'hrvSDNN', 'sleepSecs', 'sleepScore', 'weight', 'steps', 'comments']

/** Its scales and what they are here. On all of them its own labels say that a lower figure is better. */
const scales = {
  soreness: { as: 'soreness', goodIsHigh: false },
  fatigue: { as: 'fatigue', goodIsHigh: false },
  stress: { as: 'stress', goodIsHigh: false },
  sleepQuality: { as: 'sleepQuality', goodIsHigh: true },
  motivation: { as: 'motivation', goodIsHigh: true },
  injury: { as: 'pain', goodIsHigh: false },
} as const
type Scale = keyof typeof scales
const scaleNames = Object.keys(scales) as readonly Scale[]

/** Whether an object is one of its days. */
export const isWellness = (fields: Fields): boolean =>
  dayIn(fields) !== undefined &&
  [...figures, ...measured, ...scaleNames].some(name => Object.hasOwn(fields, name)) &&
  !Object.hasOwn(fields, 'workout_doc')

/**
 * How many steps a scale has in this list. Why by the highest figure: the site asks 1–4, some programs that write into it
 * 1–5, and nothing says which. Two lists are never put on one scale. Null where no step of ours fits.
 */
const stepsOf = (days: readonly Fields[], scale: Scale): number | null => {
  const values = days.flatMap(day => numberAt(day, [scale], 0.5) ?? [])
  const highest = values.reduce((most, value) => Math.max(most, value), 0)
  return highest === 0 || highest > 5 || values.some(value => !Number.isInteger(value)) ? null : highest === 5 ? 5 : 4
}

/** Four steps spread over five: the middle one does not come up. */
const onFive = [1, 2, 4, 5] as const

const answerOf = (value: number, steps: number, goodIsHigh: boolean): number => {
  const five = steps === 4 ? onFive[value - 1]! : value
  return goodIsHigh ? 6 - five : five
}

export type Wellness = { readonly checkIns: readonly ImportedCheckIn[]; readonly note: ImportError | null }

/** All days of a list that say something of the athlete; and how its scales were taken. */
export const readWellness = (days: readonly Fields[], file: string): Wellness => {
  const steps = new Map(scaleNames.map(scale => [scale, stepsOf(days, scale)]))
  const checkIns = days.flatMap(day => checkInOf(day, steps, file) ?? [])
  const asked = scaleNames.filter(scale => days.some(day => numberAt(day, [scale], 0.5) !== null))
  const read = asked.flatMap(column => {
    const count = steps.get(column) ?? null
    return count === null ? [] : [{ column, steps: count }]
  })
  const leftOut: string[] = asked.filter(column => (steps.get(column) ?? null) === null)
  // Why: SDNN and RMSSD are two measures of one thing and no figure of one is a figure of the other.
  if (days.some(day => numberAt(day, ['hrvSDNN'], 0.5) !== null)) leftOut.push('hrvSDNN')
  if (checkIns.length === 0 && leftOut.length === 0)
    return { checkIns, note: days.length > 0 ? { type: 'OnlyFigures' } : null }
  return { checkIns, note: read.length + leftOut.length > 0 ? { type: 'ColumnsRead', scales: read, leftOut } : null }
}

const checkInOf = (
  fields: Fields,
  steps: ReadonlyMap<Scale, number | null>,
  file: string,
): ImportedCheckIn | undefined => {
  const day = dayIn(fields)
  if (day === undefined) return undefined
  const said: { -readonly [question in keyof CheckIn]?: CheckIn[question] } = {}
  for (const scale of scaleNames) {
    const count = steps.get(scale) ?? null
    const value = numberAt(fields, [scale], 1, 5)
    if (count === null || value === null) continue
    const { as, goodIsHigh } = scales[scale]
    const answer = answerOf(value, count, goodIsHigh)
    if (as !== 'pain') said[as] = answer
    // Why: 1 is "none"; where it hurts is not asked there.
    else if (value > 1) said.pain = { site: 'other', level: answer }
  }
  const sleepS = numberAt(fields, ['sleepSecs'], 1, 86_400)
  const restingHr = numberAt(fields, ['restingHR'], 20, 150)
  said.sleepHours = sleepS === null ? null : Math.round(sleepS / 36) / 100
  said.restingHr = restingHr === null ? null : Math.round(restingHr)
  said.hrvMs = numberAt(fields, ['hrv'], 1, 400)
  said.note = textAt(fields, ['comments'], 2000)
  if (Object.values(said).every(answer => answer === null)) return undefined
  const source = { kind: 'intervals', name: file.slice(-300), id: day }
  const checkIn = parse(importedCheckInSchema, { ...emptyCheckIn(day), ...said, source })
  return checkIn.ok ? checkIn.value : undefined
}
