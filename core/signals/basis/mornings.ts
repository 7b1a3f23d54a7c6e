/** What mornings say against the athlete's own: resting heart rate over 14 days, heart-rate variability over 60. */
import { mean, median } from '../../lib/math.ts'
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { CheckIn } from '../../model/check-in.ts'
import { addDays, type Day, daysFrom } from '../../model/day.ts'
import { between } from '../../model/window.ts'
import { fewestForBand, fewestMornings, lnRmssd, normalBand, weekMean } from '../../science/baseline.ts'
import type { Context } from './context.ts'

/** Days before a morning whose median it is held against, and how many of them have to be known (half of them, ours). */
export const restingDays = 14
const fewestResting = 7
/** Days of the longer view of heart-rate variability (HRV4Training; Plews uses a month). */
export const variabilityDays = 60
const weekDays = 7

const dayOf = ({ day }: CheckIn): Day => day

/** Mornings from a day to another, both included, with what was measured on them. */
const morningsOf = <T>({ checkIns }: Context, from: Day, to: Day, value: (checkIn: CheckIn) => T | null | undefined) =>
  between(checkIns, addDays(from, -1), to, dayOf).flatMap(checkIn => {
    const measured = value(checkIn)
    return measured === null || measured === undefined ? [] : [{ day: checkIn.day, value: measured }]
  })

/** bpm: the morning's, the median of the 14 days before it, and the difference (positive is higher than usual). */
export type RestingHeartRate = {
  readonly day: Day
  readonly bpm: number
  readonly usual: number
  readonly above: number
}

/** A morning's resting heart rate against the median of the 14 days before; what came later does not enter (H2). */
export const restingHrOn = (context: Context, day: Day): Reading<RestingHeartRate> => {
  const now = morningsOf(context, day, day, ({ restingHr }) => restingHr)[0]
  if (!now) return unknown(`no resting heart rate was measured on ${day}`)
  const before = morningsOf(context, addDays(day, -restingDays), addDays(day, -1), ({ restingHr }) => restingHr)
  const usual = median(before.map(({ value }) => value))
  if (usual === undefined || before.length < fewestResting)
    return unknown(
      `${before.length} mornings of the ${restingDays} before ${day} are known; ${fewestResting} are needed`,
    )
  return known({ day, bpm: now.value, usual, above: now.value - usual }, [day, ...before.map(morning => morning.day)])
}

/**
 * ln rMSSD (ms): mean of the week that ends with the day, mean and standard deviation of the 60 days that do, and how many
 * of these deviations the week lies above (below: negative) that mean. `known` counts the week's mornings; `morning` is
 * the day's own, in deviations (null: not measured).
 */
export type Variability = {
  readonly day: Day
  readonly week: number
  readonly usual: number
  readonly deviation: number
  readonly deviations: number
  readonly known: number
  readonly morning: number | null
}

/** The week's heart-rate variability against the athlete's own 60 days; a day without a measurement still has a week. */
export const variabilityOn = (context: Context, day: Day): Reading<Variability> => {
  const from = addDays(day, 1 - variabilityDays)
  const mornings = morningsOf(context, from, day, ({ hrvMs }) => (hrvMs === null ? null : lnRmssd(hrvMs)))
  const byDay = new Map(mornings.map(morning => [morning.day, morning.value]))
  const lately = daysFrom(addDays(day, 1 - weekDays), day).map(on => byDay.get(on) ?? null)
  const week = weekMean(lately)
  if (week === undefined) return unknown(`fewer than ${fewestMornings} mornings of the week to ${day} are known`)
  const values = mornings.map(({ value }) => value)
  const band = normalBand(values, 1)
  const usual = mean(values)
  if (!band || usual === undefined)
    return unknown(`${values.length} mornings of ${variabilityDays} are known; ${fewestForBand} are needed`)
  const deviation = band.high - usual
  if (deviation < 1e-9) return unknown('every morning on file is the same, which no heart is')
  const from60 = (value: number) => (value - usual) / deviation
  const today = byDay.get(day)
  return known(
    {
      day,
      week,
      usual,
      deviation,
      deviations: from60(week),
      known: lately.filter(value => value !== null).length,
      morning: today === undefined ? null : from60(today),
    },
    mornings.map(morning => morning.day),
  )
}
