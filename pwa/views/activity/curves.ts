/** The curves of an activity as a chart draws them, and what they show in a sentence. */

import type { Along } from '../../../core/history/along.ts'
import { sayClock } from '../../../core/lib/clock.ts'
import { flatMetresPerMetre } from '../../../core/science/grade.ts'
import type { Lane } from '../../parts/chart.tsx'
import { endsOf, paceTicks, quantileOf, type Tick } from '../../parts/chart-scale.ts'
import { type DistanceUnit, formatDistance, formatNumber, formatPace, metresPer } from '../../parts/format.ts'

export type Axis = 'distance' | 'time'

/** Slower than a slow walk is standing (m/s). */
const standing = 0.4

const isAllUnknown = (column: ArrayLike<number>): boolean => endsOf([column]) === undefined
const known = (column: Float64Array) => column.filter(value => !Number.isNaN(value))

/** The lanes that were recorded; all columns begin where the distance is known. */
const lanesOf = (along: Along, unit: DistanceUnit): readonly Lane[] => {
  const { altitude, speed, hr, grade } = along
  const lanes: Lane[] = []
  const metres = endsOf([altitude])
  if (metres) {
    const room = Math.max(0, 30 - (metres[1] - metres[0])) / 2
    lanes.push({
      name: 'Elevation, m',
      height: 84,
      domain: [metres[0] - room, metres[1] + room],
      series: [
        { name: 'Elevation', shape: 'area', tone: 'easy', values: altitude, says: value => `${formatNumber(value)} m` },
      ],
    })
  }
  const running = known(speed).filter(value => value > standing)
  const slow = quantileOf(running, 0.03)
  const fast = quantileOf(running, 0.995)
  if (slow !== undefined && fast !== undefined) {
    const domain = [slow * 0.94, fast * 1.04] as const
    const says = (value: number) => (value > standing ? formatPace(1000 / value, unit) : 'standing')
    const flat = speed.map((value, i) => value * flatMetresPerMetre(grade[i]!))
    lanes.push({
      name: `Pace, min/${unit}`,
      height: 128,
      domain,
      ticks: paceTicks(domain, metresPer[unit], pace => formatPace(pace, unit).split(' ')[0]!),
      series: [
        ...(isAllUnknown(flat)
          ? []
          : [{ name: 'Grade-adjusted', shape: 'dashed', tone: 'faint', values: flat, says } as const]),
        { name: 'Pace', shape: 'line', tone: 'accent', values: speed, says },
      ],
    })
  }
  const beats = endsOf([hr])
  if (beats)
    lanes.push({
      name: 'Heart rate, bpm',
      height: 100,
      domain: [beats[0] - 3, beats[1] + 3],
      series: [
        { name: 'Heart rate', shape: 'line', tone: 'hard', values: hr, says: value => `${formatNumber(value)} bpm` },
      ],
    })
  const steep = endsOf([grade])
  if (steep)
    lanes.push({
      name: 'Grade, %',
      height: 64,
      base: 0,
      domain: [Math.min(-3, steep[0] * 100), Math.max(3, steep[1] * 100)],
      series: [
        {
          name: 'Grade',
          shape: 'area',
          tone: 'long',
          values: grade.map(value => value * 100),
          says: value => `${formatNumber(value, 1)} %`,
        },
      ],
    })
  return lanes
}

const distanceTicks = (metres: number, unit: DistanceUnit): readonly Tick[] => {
  const each = metresPer[unit]
  const step = [1, 2, 5, 10, 20, 50].find(step => metres / each / step <= 14) ?? 100
  return Array.from({ length: Math.floor(metres / each / step) + 1 }, (_, i) => ({
    at: i * step * each,
    label: i === 0 ? `0 ${unit}` : String(i * step),
  }))
}

const timeTicks = (seconds: number): readonly Tick[] => {
  const step = [300, 600, 900, 1800, 3600].find(step => seconds / step <= 12) ?? 7200
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => ({
    at: i * step,
    label: sayClock(i * step),
  }))
}

export type Curves = {
  readonly lanes: readonly Lane[]
  readonly positions: Float64Array
  readonly ticks: readonly Tick[]
  readonly sayPlace: (index: number) => string
}

/** Null where nothing can be drawn along this axis. */
export const curvesOf = (whole: Along, axis: Axis, unit: DistanceUnit): Curves | null => {
  const first = axis === 'time' ? 0 : whole.metres.findIndex(value => !Number.isNaN(value))
  if (first < 0) return null
  const from = (column: Float64Array) => column.subarray(first)
  const along: Along = {
    timer: from(whole.timer),
    metres: from(whole.metres),
    altitude: from(whole.altitude),
    speed: from(whole.speed),
    grade: from(whole.grade),
    hr: from(whole.hr),
    flat: whole.flat,
  }
  const lanes = lanesOf(along, unit)
  if (lanes.length === 0) return null
  const { metres, timer } = along
  const positions = axis === 'time' ? timer : metres
  const last = positions.at(-1) ?? 0
  return {
    lanes,
    positions,
    ticks: axis === 'time' ? timeTicks(last) : distanceTicks(last, unit),
    sayPlace: at => {
      const clock = sayClock(timer[at] ?? 0)
      return Number.isNaN(metres[at]) ? clock : `${formatDistance(metres[at] ?? 0, unit)}, ${clock}`
    },
  }
}

/** What the curves show, in a sentence or two. */
export const sayCurves = (
  { altitude, speed, hr, timer }: Along,
  ascentM: number | null,
  unit: DistanceUnit,
): string => {
  const says: string[] = []
  const height = endsOf([altitude])
  if (height)
    says.push(
      `Between ${formatNumber(Math.round(height[0]))} and ${formatNumber(Math.round(height[1]))} m above sea${ascentM === null ? '' : `, ${formatNumber(ascentM)} m climbed`}.`,
    )
  const running = known(speed).filter(value => value > standing)
  const [slow, fast] = [quantileOf(running, 0.1), quantileOf(running, 0.9)]
  if (slow !== undefined && fast !== undefined)
    says.push(`Mostly between ${formatPace(1000 / fast, unit)} and ${formatPace(1000 / slow, unit)}.`)
  const half = (timer.at(-1) ?? 0) / 2
  const meanOf = (isIn: (t: number) => boolean) => {
    const values = hr.filter((value, i) => !Number.isNaN(value) && isIn(timer[i]!))
    return values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
  }
  const [early, late] = [meanOf(t => t < half), meanOf(t => t >= half)]
  if (early !== null && late !== null) says.push(`Heart rate ${early} in the first half, ${late} in the second.`)
  return says.join(' ') || 'Nothing but the time was recorded along the way.'
}
