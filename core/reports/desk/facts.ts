/** The six lines a coach looks at on a Monday, each in words, marked where it asks for a look (S57–S62). */
import { mean } from '../../lib/math.ts'
import type { Day } from '../../model/day.ts'
import { sayDistance, sayWeekday } from '../../model/say-day.ts'
import type { Session } from '../../model/session.ts'
import type { Context } from '../../signals/basis/context.ts'
import { signal as form } from '../../signals/form.ts'
import { signal as variability } from '../../signals/heart-rate-variability.ts'
import { signal as restingHr } from '../../signals/resting-heart-rate.ts'
import { type Week, weekOf } from './week.ts'

export const factIds = ['mileage', 'intensity', 'missed', 'sleep', 'soreness', 'readiness'] as const
export type FactId = (typeof factIds)[number]

/** `flag`: it asks for a look. `unknown`: nobody has said; never taken for fine. */
export type Fact = {
  readonly id: FactId
  readonly title: string
  readonly says: string
  readonly tone: 'plain' | 'flag' | 'unknown'
  readonly evidence: readonly string[]
}

const short = (day: Day): string => sayWeekday(day).slice(0, 3)
const list = (days: readonly { readonly day: Day }[]): string => days.map(({ day }) => short(day)).join(', ')
const nothingSaid = { says: 'not known: nothing was said', tone: 'unknown', evidence: [] } as const

const mileage = (week: Week): Fact => {
  const base = { id: 'mileage', title: 'Mileage', evidence: [`${week.from}: week from Monday`] } as const
  if (week.open === week.days.length)
    return { ...base, says: 'not known: nothing has arrived', tone: 'unknown', evidence: [] }
  const before = week.distanceBeforeM === null ? '' : `; ${sayDistance(week.distanceBeforeM)} the week before`
  const atLeast = week.open === 0 ? '' : 'at least '
  const gap = week.open === 0 ? '' : `; ${week.open} ${week.open === 1 ? 'day' : 'days'} without data`
  const rose = week.distanceBeforeM !== null && week.distanceBeforeM > 0 && week.distanceM > 1.3 * week.distanceBeforeM
  const runs = `${week.runs} ${week.runs === 1 ? 'run' : 'runs'}`
  return {
    ...base,
    says: `${atLeast}${sayDistance(week.distanceM)} in ${runs}${before}${gap}`,
    tone: week.open > 2 ? 'unknown' : rose ? 'flag' : 'plain',
  }
}

const intensity = ({ intensity: spread }: Week): Fact => {
  const base = { id: 'intensity', title: 'Intensity' } as const
  if (!spread.known) return { ...base, says: `not known: ${spread.why}`, tone: 'unknown', evidence: [] }
  const { easy, moderate, hard } = spread.value
  return {
    ...base,
    says: `${easy} % easy, ${moderate} % moderate, ${hard} % hard`,
    // Why 60: by time most distances are trained with three quarters easy; well under that somebody should look.
    tone: easy < 60 ? 'flag' : 'plain',
    evidence: spread.from,
  }
}

const named = ({ day, title, key }: Session): string => `${short(day)} ${title}${key ? ' (key session)' : ''}`

const missed = ({ sessions }: Week): Fact => {
  const { done, missed: gone, excused, unknown } = sessions
  const all = done.length + gone.length + excused.length + unknown.length
  const base = { id: 'missed', title: 'Missed sessions' } as const
  if (all === 0) return { ...base, says: 'nothing was planned', tone: 'plain', evidence: [] }
  const rest = [
    excused.length > 0 ? `${excused.length} left out for life` : '',
    unknown.length > 0 ? `${unknown.length} not answered` : '',
  ].filter(part => part !== '')
  const first = gone.length === 0 ? `none of ${all}` : gone.map(named).join('; ')
  return {
    ...base,
    says: [first, ...rest].join('; '),
    tone: gone.length > 0 ? 'flag' : unknown.length > all / 2 ? 'unknown' : 'plain',
    evidence: gone.map(({ day, title }) => `${day}: ${title}`),
  }
}

const sleep = ({ nights, poor }: Week): Fact => {
  const base = { id: 'sleep', title: 'Sleep' } as const
  if (nights.length === 0) return { ...base, ...nothingSaid }
  const hours = mean(nights.flatMap(({ sleepHours }) => sleepHours ?? []))
  const usual = hours === undefined ? '' : `; ${hours.toFixed(1)} h on average`
  const of = `${nights.length} ${nights.length === 1 ? 'night' : 'nights'}`
  return {
    ...base,
    says: poor.length === 0 ? `none poor of ${of}${usual}` : `${poor.length} poor of ${of} (${list(poor)})${usual}`,
    tone: poor.length >= 2 ? 'flag' : 'plain',
    evidence: poor.map(({ day }) => `${day}: poor night`),
  }
}

const soreness = ({ said, sore, pain }: Week): Fact => {
  const base = { id: 'soreness', title: 'Soreness' } as const
  const spoke = said.filter(one => one.soreness !== null || one.pain !== null)
  if (spoke.length === 0) return { ...base, ...nothingSaid }
  const hurts = pain.map(({ day, pain: at }) => `${at!.site} pain ${at!.level} of 5 (${short(day)})`)
  const aches = sore.length === 0 ? [] : [`sore ${list(sore)}`]
  return {
    ...base,
    says:
      hurts.length + aches.length === 0
        ? `none on ${spoke.length} ${spoke.length === 1 ? 'day' : 'days'}`
        : [...hurts, ...aches].join('; '),
    tone: hurts.length > 0 || sore.length > 1 ? 'flag' : 'plain',
    evidence: [
      ...pain.map(({ day, pain: at }) => `${day}: ${at!.site} pain ${at!.level} of 5`),
      ...sore.map(one => `${one.day}: soreness ${one.soreness} of 5`),
    ],
  }
}

/** How far from what is usual for the athlete: `3 bpm above usual`. */
const besideUsual = (value: number, unit: string): string =>
  value === 0 ? 'as usual' : `${Math.abs(value)} ${unit} ${value > 0 ? 'above' : 'below'} usual`

const readiness = (context: Context, { said }: Week): Fact => {
  const base = { id: 'readiness', title: 'Readiness' } as const
  const average = (of: 'fatigue' | 'motivation' | 'stress') => mean(said.flatMap(one => one[of] ?? []))
  const [fatigue, motivation, stress] = [average('fatigue'), average('motivation'), average('stress')]
  const [hr, hrv, now] = [restingHr.read(context), variability.read(context), form.read(context)]
  const parts = [
    fatigue === undefined ? '' : `fatigue ${fatigue.toFixed(1)}`,
    motivation === undefined ? '' : `motivation ${motivation.toFixed(1)}`,
    stress === undefined ? '' : `stress ${stress.toFixed(1)}`,
    hr.known ? `resting heart rate ${besideUsual(hr.value, 'bpm')}` : '',
    hrv.known ? `variability ${besideUsual(hrv.value, 'SD')}` : '',
    now.known ? `form ${Math.round(now.value)}` : '',
  ].filter(part => part !== '')
  if (parts.length === 0) return { ...base, ...nothingSaid }
  const isWorn = (fatigue ?? 0) >= 3.5 || (motivation ?? 5) <= 2.5 || (stress ?? 0) >= 3.5
  return {
    ...base,
    says: parts.join(', '),
    tone: isWorn || (hr.known && hr.value >= 5) ? 'flag' : said.length === 0 ? 'unknown' : 'plain',
    evidence: said.map(({ day }) => `${day}: check-in`).slice(-3),
  }
}

/** A week from its Monday in six facts. */
export const factsOf = (context: Context, monday: Day): readonly Fact[] => {
  const week = weekOf(context, monday)
  return [mileage(week), intensity(week), missed(week), sleep(week), soreness(week), readiness(context, week)]
}
