/** Rows of a check-in table → check-ins: each scale at its own length, a day's later line over its earlier one. */
import { parse } from '../../lib/parse.ts'
import { type CheckIn, emptyCheckIn, type ImportedCheckIn, importedCheckInSchema } from '../../model/check-in.ts'
import { type Day, dayOf, parseDay } from '../../model/day.ts'
import type { Row, Table } from '../text/read-table.ts'
import { numberAt, textAt } from '../text/values.ts'
import type { RowFault } from '../told/reports.ts'
import { type Column, columnOf, isGoodHigh, stepsSaid } from './columns.ts'

const scaleNames = ['sleepQuality', 'soreness', 'fatigue', 'stress', 'motivation', 'pain'] as const
type ScaleName = (typeof scaleNames)[number]
const isScale = (column: Column): column is ScaleName => (scaleNames as readonly string[]).includes(column)

type Scale = { readonly column: string; readonly answer: ScaleName; readonly steps: number }

export type CheckInRows = {
  readonly checkIns: readonly ImportedCheckIn[]
  readonly faults: readonly RowFault[]
  readonly scales: readonly { readonly column: string; readonly steps: number }[]
}

export const readCheckInRows = ({ header, rows }: Table, file: string): CheckInRows => {
  const scales = header.flatMap((column): readonly Scale[] => {
    const answer = columnOf(column)
    if (answer === null || !isScale(answer)) return []
    const steps = stepsSaid(column) ?? stepsIn(rows, column)
    return steps === null ? [] : [{ column, answer, steps }]
  })
  const byDay = new Map<Day, ImportedCheckIn>()
  const faults: RowFault[] = []
  const dayColumn = header.find(column => columnOf(column) === 'day') ?? ''
  const isDayFirst = rows.some(row => Number(/^(\d{1,2})[/.]/.exec(row[dayColumn] ?? '')?.[1] ?? 0) > 12)
  for (const [i, row] of rows.entries()) {
    const day = dayIn(row[dayColumn] ?? '', isDayFirst)
    const checkIn = day && checkInOf(row, day, header, scales, file)
    if (checkIn) byDay.set(checkIn.day, checkIn)
    else
      faults.push({
        row: `line ${i + 2}`,
        outcome: 'refused',
        why: { type: 'RowNotReadable', row: i + 2, column: dayColumn || 'day' },
      })
  }
  return { checkIns: [...byDay.values()], faults, scales: scales.map(({ column, steps }) => ({ column, steps })) }
}

/** By the highest figure that was ever given, where the column's name does not say: 5 or 10. */
const stepsIn = (rows: readonly Row[], column: string): number | null => {
  const highest = rows.reduce((most, row) => Math.max(most, numberAt(row, [column], 0, 1000) ?? 0), 0)
  return highest === 0 || highest > 10 ? null : highest > 5 ? 10 : 5
}

/** Days in figures are month first unless one of them cannot be; with points, day first. */
const dayIn = (text: string, isDayFirst: boolean): Day | undefined => {
  const iso = /^\d{4}-\d\d-\d\d/.exec(text)
  if (iso) return parseDay(iso[0])
  const parts = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4})/.exec(text)
  if (!parts) return undefined
  const [one, other, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])]
  return isDayFirst || parts[2] === '.' ? dayOf(year, other, one) : dayOf(year, one, other)
}

const checkInOf = (
  row: Row,
  day: Day,
  header: readonly string[],
  scales: readonly Scale[],
  file: string,
): ImportedCheckIn | undefined => {
  const said: { -readonly [question in keyof CheckIn]?: CheckIn[question] } = {}
  for (const { column, answer, steps } of scales) {
    const value = numberAt(row, [column], 0, steps)
    if (value === null) continue
    const five = onFive(value, steps)
    // Why: on ours 5 is good for sleep and motivation and bad for the rest; “energy” is fatigue turned round.
    const turned = isGoodHigh(column, answer) && answer === 'fatigue' ? 6 - five : five
    if (answer !== 'pain') said[answer] = turned
    else if (value > (steps === 10 ? 0 : 1)) said.pain = { site: 'other', level: five }
  }
  for (const column of header) {
    const answer = columnOf(column)
    if (answer === 'sleepHours') said.sleepHours = numberAt(row, [column], 0, 24)
    if (answer === 'restingHr') said.restingHr = rounded(numberAt(row, [column], 20, 150))
    if (answer === 'hrvMs') said.hrvMs = numberAt(row, [column], 1, 400)
    if (answer === 'note') said.note = textAt(row, [column], 2000) ?? said.note ?? null
  }
  const source = { kind: 'check-in-form', name: file.slice(-300), id: day }
  const checkIn = parse(importedCheckInSchema, { ...emptyCheckIn(day), ...said, source })
  return checkIn.ok ? checkIn.value : undefined
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value))

/** A figure of so many steps on five: ends on ends, the rest between, halves upwards. */
const onFive = (value: number, steps: number): number =>
  steps === 5
    ? Math.max(1, Math.round(value))
    : Math.max(1, Math.min(5, Math.round(1 + ((value - 1) / (steps - 1)) * 4)))
