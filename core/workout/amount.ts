/** How long or how far a step is, in the words of the field: `15m` is minutes, `400mtr` is metres. */
import type { Amount } from '../model/workout.ts'

const metresOf = { km: 1000, mtr: 1, mi: 1609.344, yrd: 0.9144 } as const

const timeForms: readonly [RegExp, (parts: readonly number[]) => number][] = [
  [/^(\d+)h(?:(\d+)m)?(?:(\d+)s)?$/i, ([h = 0, m = 0, s = 0]) => h * 3600 + m * 60 + s],
  [/^(\d+)h(\d+)$/i, ([h = 0, m = 0]) => h * 3600 + m * 60],
  [/^(\d+)m(?:in)?(?:(\d+)s?)?$/i, ([m = 0, s = 0]) => m * 60 + s],
  [/^(\d+)s(?:ec)?$/i, ([s = 0]) => s],
  [/^(\d+)['′](?:(\d+)["″]?)?$/, ([m = 0, s = 0]) => m * 60 + s],
  [/^(\d+)["″]$/, ([s = 0]) => s],
  [/^(\d+):(\d\d):(\d\d)$/, ([h = 0, m = 0, s = 0]) => h * 3600 + m * 60 + s],
  [/^(\d+):(\d\d)$/, ([m = 0, s = 0]) => m * 60 + s],
]

export type Length = Exclude<Amount, { readonly unit: 'lap' }>

/** The amount of one word, or undefined where the word is none. Values are not checked against bounds here. */
export const readAmount = (word: string): Length | undefined => {
  const distance = /^(\d+(?:[.,]\d+)?)(km|mtr|mi|yrd)$/i.exec(word)
  if (distance) {
    const unit = distance[2]!.toLowerCase() as keyof typeof metresOf
    return { unit: 'm', value: Math.round(Number(distance[1]!.replace(',', '.')) * metresOf[unit]) }
  }
  for (const [form, seconds] of timeForms) {
    const parts = form.exec(word)
    if (parts) return { unit: 's', value: seconds(parts.slice(1).map(part => Number(part ?? 0))) }
  }
  return undefined
}

/** The word for an amount that `readAmount` reads back as the same amount. */
export const printAmount = (amount: Amount): string => {
  if (amount.unit === 'lap') return 'lap press'
  const { unit, value } = amount
  if (unit === 'm') return value >= 1000 && value % 100 === 0 ? `${value / 1000}km` : `${value}mtr`
  const parts = [
    [Math.floor(value / 3600), 'h'],
    [Math.floor((value % 3600) / 60), 'm'],
    [value % 60, 's'],
  ] as const
  return parts.map(([count, letter]) => (count > 0 ? `${count}${letter}` : '')).join('')
}

const two = (value: number): string => String(value).padStart(2, '0')

/** An amount as people say it: `15 min`, `1:30 min`, `1 h 20 min`, `400 m`, `1.5 km`. */
export const sayAmount = (amount: Amount): string => {
  if (amount.unit === 'lap') return 'until lap'
  const { unit, value } = amount
  if (unit === 'm') return value >= 1000 ? `${Number((value / 1000).toFixed(2))} km` : `${value} m`
  if (value < 60) return `${value} s`
  const hours = Math.floor(value / 3600)
  const minutes = Math.floor((value % 3600) / 60)
  const seconds = value % 60
  if (hours === 0) return seconds === 0 ? `${minutes} min` : `${minutes}:${two(seconds)} min`
  if (seconds > 0) return `${hours}:${two(minutes)}:${two(seconds)} h`
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`
}
