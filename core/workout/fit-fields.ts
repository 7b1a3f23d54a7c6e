/** The fields of a FIT message, as every file for a watch is put together. */
import { FitBaseType as B, FitEncoder, type FitEncoderField } from 'fit-file-parser/encoder'
import { type Day, dayNumber } from '../model/day.ts'

/** FIT counts seconds from 1989-12-31 UTC. */
const fitEpochDays = 7304
/** The first second of a day as FIT counts. */
export const fitSeconds = (day: Day): number => (dayNumber(day) - fitEpochDays) * 86_400

export const field = (number: number, baseType: number, size: number, value: number): FitEncoderField => ({
  number,
  baseType,
  size,
  value,
})
export const enumerated = (number: number, value: number): FitEncoderField => field(number, B.Enum, 1, value)
export const short = (number: number, value: number): FitEncoderField => field(number, B.Uint16, 2, value)
export const long = (number: number, value: number): FitEncoderField => field(number, B.Uint32, 4, value)
/** Watches show about `most` letters; a longer text is cut at a whole letter. */
export const letters = (number: number, text: string, most: number): FitEncoderField => {
  const value = FitEncoder.string([...text].slice(0, most).join(''))
  return { number, baseType: B.String, size: value.length, value }
}

/** The first message: what kind of file it is (5 a workout, 6 a course), of no real maker, and when it was made. */
export const fileId = (kind: number, made: number): FitEncoderField[] => [
  enumerated(0, kind),
  short(1, 255),
  short(2, 1),
  field(3, B.Uint32z, 4, 1),
  long(4, made),
]
