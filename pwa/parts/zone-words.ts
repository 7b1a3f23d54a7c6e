/** Bands of heart rate and pace in words. */
import type { Band } from '../../core/science/zones.ts'
import { type DistanceUnit, formatPace } from './format.ts'

/** `142–151 bpm` (whole beats that lie in it), or `4:35–4:52 /km` from fast to slow. */
export const sayBand = ({ from, to }: Band, by: 'heart-rate' | 'pace', unit: DistanceUnit): string => {
  if (by === 'heart-rate') {
    const low = Math.ceil(from)
    if (to === null) return `${low} bpm and more`
    const high = Math.ceil(to) - 1
    return low <= 0 ? `to ${high} bpm` : `${low}–${high} bpm`
  }
  const pace = (speed: number) => formatPace(1000 / speed, unit)
  if (to === null) return `${pace(from)} and faster`
  return from <= 0 ? `slower than ${pace(to)}` : `${pace(to).split(' ')[0]}–${pace(from)}`
}
