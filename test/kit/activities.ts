/** Made-up activities, whole and small, for history and its laws. */
import fc from 'fast-check'
import { type Activity, sports } from '../../core/model/activity.ts'
import { addDays, type Day, dayNumber } from '../../core/model/day.ts'
import type { ActivityId } from '../../core/model/ids.ts'

export const firstDay = '2026-05-04' as Day
export const dayAfter = (days: number): Day => addDays(firstDay, days)

const two = (value: number) => String(value).padStart(2, '0')

/** A run of an hour and ten kilometres at seven, unless it says otherwise; its start follows day and minute. */
export const activity = (
  more: Partial<Activity> & { readonly minute?: number; readonly second?: number } = {},
): Activity => {
  const { minute = 420, second = 0, ...said } = more
  const day = said.day ?? firstDay
  const id = (said.id ?? `${said.sport ?? 'run'}-${day}-${minute}-${second}`) as ActivityId
  return {
    id,
    sport: 'run',
    name: null,
    day,
    start: `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}`,
    utc: dayNumber(day) * 86_400 + minute * 60 + second,
    durationS: 3600,
    elapsedS: 3600,
    distanceM: 10_000,
    ascentM: null,
    flatDistanceM: null,
    meanHr: null,
    maxHr: null,
    temperatureC: null,
    hrSeconds: null,
    paceSeconds: null,
    bestEfforts: [],
    splits: [],
    decoupling: null,
    rpe: null,
    comment: null,
    sources: [{ kind: 'fit', name: `${id}.fit`, id }],
    ...said,
  }
}

/** Any activity of a fortnight: they overlap, resemble and contradict each other as they like. */
export const anyActivity: fc.Arbitrary<Activity> = fc
  .record({
    sport: fc.constantFrom(...sports.slice(0, 3)),
    days: fc.integer({ min: 0, max: 13 }),
    minute: fc.integer({ min: 300, max: 500 }),
    second: fc.integer({ min: 0, max: 59 }),
    minutes: fc.integer({ min: 5, max: 120 }),
    km: fc.option(fc.integer({ min: 1, max: 30 })),
    hr: fc.boolean(),
    rpe: fc.option(fc.integer({ min: 1, max: 10 })),
    kind: fc.constantFrom('fit', 'strava-archive', 'typed'),
    name: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ sport, days, minute, second, minutes, km, hr, rpe, kind, name }) => {
    const facts = `${sport}-${days}-${minute}-${second}-${minutes}-${km}-${hr}`
    return activity({
      id: facts as ActivityId,
      sport,
      day: dayAfter(days),
      minute,
      second,
      durationS: minutes * 60,
      elapsedS: minutes * 60,
      distanceM: km === null ? null : km * 1000,
      hrSeconds: hr ? [[150, minutes * 60]] : null,
      rpe,
      sources: [{ kind: kind as 'fit', name: `${name}`, id: kind === 'fit' ? facts : `${name}` }],
    })
  })
