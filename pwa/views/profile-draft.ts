/** A profile while it is being typed, and what has to be put right before it is kept. */
import type { Injury, Profile } from '../../core/model/athlete.ts'
import { formatPace, parsePace } from '../parts/format.ts'

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

export const wholeOr = (text: string): number | null => (text.trim() === '' ? null : Math.round(Number(text)))

const wordsOr = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What is typed, as text, until it is saved: a field half typed is no fault. */
export type Draft = {
  readonly name: string
  readonly sex: 'unsaid' | 'female' | 'male'
  readonly pace: string
  readonly thresholdHr: string
  readonly maxHr: string
  readonly restHr: string
  readonly sleep: string
  readonly rhythm: NonNullable<Profile['sleepRhythm']> | 'unsaid'
  readonly week: readonly string[]
  readonly goals: string
  readonly preset: Profile['preset']
  readonly injuries: readonly Injury[]
  readonly noInjuries: boolean
  readonly work: string
  readonly motivates: string
  readonly frightens: string
}

export const draftOf = (profile: Profile, unit: 'km' | 'mi'): Draft => {
  const t = profile.thresholds
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
  return {
    name: profile.name,
    sex: profile.sex ?? 'unsaid',
    pace: t?.thresholdPaceSPerKm ? formatPace(t.thresholdPaceSPerKm, unit).split(' ')[0]! : '',
    thresholdHr: text(t?.thresholdHr),
    maxHr: text(t?.maxHr),
    restHr: text(t?.restHr),
    sleep: text(profile.usualSleepHours),
    week: weekdays.map((_, i) => text(profile.weekMinutes?.[i])),
    goals: profile.goals,
    preset: profile.preset,
    injuries: profile.injuries,
    noInjuries: profile.noInjuries ?? false,
    rhythm: profile.sleepRhythm ?? 'unsaid',
    work: profile.work ?? '',
    motivates: profile.motivates ?? '',
    frightens: profile.frightens ?? '',
  }
}

/** The draft as a profile, or the field at fault with what to do. */
export const readDraft = (draft: Draft, unit: 'km' | 'mi', before: Profile): Profile | { readonly fault: string } => {
  const pace = draft.pace.trim() === '' ? null : parsePace(draft.pace, unit)
  if (pace === undefined || (pace !== null && (pace < 120 || pace > 900)))
    return { fault: `Write the threshold pace as minutes and seconds per ${unit}, like 4:35.` }
  const beats = { thresholdHr: wholeOr(draft.thresholdHr), maxHr: wholeOr(draft.maxHr), restHr: wholeOr(draft.restHr) }
  const isOff = (value: number | null, low: number, high: number) => value !== null && !(value >= low && value <= high)
  if (isOff(beats.maxHr, 80, 240)) return { fault: 'A maximum heart rate is between 80 and 240.' }
  if (isOff(beats.thresholdHr, 80, 230)) return { fault: 'A threshold heart rate is between 80 and 230.' }
  if (isOff(beats.restHr, 25, 120)) return { fault: 'A resting heart rate is between 25 and 120.' }
  const minutes = draft.week.map(wholeOr)
  if (minutes.some(value => isOff(value, 0, 1440))) return { fault: 'Minutes in a day are between 0 and 1440.' }
  const sleep = draft.sleep.trim() === '' ? null : Number(draft.sleep.replace(',', '.'))
  if (sleep !== null && !(sleep >= 0 && sleep <= 24)) return { fault: 'Write usual sleep in hours, like 7.5.' }
  const said = pace !== null || Object.values(beats).some(value => value !== null)
  return {
    ...before,
    name: draft.name.trim(),
    sex: draft.sex === 'unsaid' ? null : draft.sex,
    thresholds: said ? { ...beats, thresholdPaceSPerKm: pace, origin: 'set by hand' } : null,
    weekMinutes: minutes.some(value => value !== null) ? (minutes as unknown as Profile['weekMinutes']) : null,
    goals: draft.goals.trim(),
    preset: draft.preset,
    usualSleepHours: sleep,
    injuries: [...draft.injuries],
    noInjuries: draft.noInjuries && draft.injuries.length === 0 ? true : null,
    sleepRhythm: draft.rhythm === 'unsaid' ? null : draft.rhythm,
    work: wordsOr(draft.work),
    motivates: wordsOr(draft.motivates),
    frightens: wordsOr(draft.frightens),
  }
}
