/** What of a course is typed, in the reader's own unit: its distance, its profile and its aid stations. */
import { type Course, writtenDistance } from '../../../core/model/course.ts'
import { type DistanceUnit, metresPer } from '../../parts/format.ts'

export const unitWord: Readonly<Record<DistanceUnit, string>> = { km: 'kilometres', mi: 'miles' }

/** `42.195` or `26.219`, without zeros at the end. */
export const sayDistance = (metres: number, unit: DistanceUnit): string =>
  String(Number((metres / metresPer[unit]).toFixed(3)))

export const readDistance = (text: string, unit: DistanceUnit): number | undefined => {
  const metres = writtenDistance(text, metresPer[unit])
  return metres !== undefined && metres >= 100 && metres <= 1_000_000 ? metres : undefined
}

const numberOf = (text: string): number => (text === '' ? Number.NaN : Number(text.replace(',', '.')))

/** Way and metres above the sea, a point a line or between semicolons; undefined where one is neither. */
export const profileFrom = (text: string, distanceM: number, unit: DistanceUnit): Course['profile'] | undefined => {
  const points: [number, number][] = []
  for (const part of text.split(/[;\n]|,\s+/).filter(one => one.trim() !== '')) {
    const [way = '', height = '', ...more] = part.trim().split(/\s+/)
    const [metres, above] = [Math.round(metresPer[unit] * numberOf(way)), numberOf(height)]
    if (more.length > 0 || !(metres >= 0) || !(above >= -500 && above <= 8900)) return undefined
    // Why: three decimals of a mile are a metre and a half, and the last point is the finish.
    const at = metres > distanceM && metres - distanceM <= 2 ? distanceM : metres
    if (at > distanceM || (points.length > 0 && at <= points.at(-1)![0])) return undefined
    points.push([at, Math.round(10 * above)])
  }
  return points.length === 1 || points.length > 780 ? undefined : points
}

export const checkpointsFrom = (
  text: string,
  distanceM: number,
  unit: DistanceUnit,
): Course['checkpoints'] | undefined => {
  const points: Course['checkpoints'] = []
  for (const part of text.split(/[;\n]/).filter(one => one.trim() !== '')) {
    const [, way = '', star, name] = /^\s*([\d.,]+)\s+(\*?)\s*(.+?)\s*$/.exec(part) ?? []
    const atM = Math.round(metresPer[unit] * numberOf(way))
    if (name === undefined || !(atM > 0 && atM < distanceM)) return undefined
    points.push({ name: name.slice(0, 100), atM, aid: star === '*' })
  }
  return points.length > 80 ? undefined : points.sort((a, b) => a.atM - b.atM)
}
