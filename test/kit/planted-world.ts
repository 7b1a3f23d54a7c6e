/** The level season that findings are planted in: the same week again and again, with small scatter. */
import type { Past } from '../../core/dry-run/index.ts'
import type { Activity } from '../../core/model/activity.ts'
import type { LifeEvent, Outcome } from '../../core/model/athlete.ts'
import type { CheckIn } from '../../core/model/check-in.ts'
import { addDays, type Day, daysFrom, weekdayOf } from '../../core/model/day.ts'
import type { Session } from '../../core/model/session.ts'
import { aCheckIn, aRun, aSession, aStep, intervals } from '../../core/signals/basis/given.ts'

/** A Monday. */
export const seasonStart = '2024-01-01' as Day

export type World = {
  readonly runs: Map<Day, Activity>
  readonly checkIns: Map<Day, CheckIn>
  readonly sessions: Map<Day, Session>
  readonly life: LifeEvent[]
  readonly outcomes: Outcome[]
  readonly races: Past['plan']['races'][number][]
}

/** Small whole numbers that scatter, the same for the same seed. */
const scatterOf = (seed: number) => {
  let state = (seed * 2654435761) % 4294967296
  return (upTo: number): number => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.floor((state / 4294967296) * upTo)
  }
}

export const easyPace = 390
/** Nine in ten of an easy run's seconds are easy; `fast` of ten are run at this pace. */
export const pacesOf = (seconds: number, fast: number, pace: number): Activity['paceSeconds'] => [
  [pace, Math.round((seconds * fast) / 10)],
  [easyPace, Math.round((seconds * (10 - fast)) / 10)],
]

export const easyRun = (day: Day, km: number, hr: number, warm: number): Activity => {
  const durationS = Math.round(km * easyPace)
  return aRun(day, km, {
    durationS,
    meanHr: hr,
    temperatureC: warm,
    paceSeconds: pacesOf(durationS, 0, easyPace),
  })
}

/** Six times three minutes, with laps; `slower` seconds per kilometre from one repeat to the next. */
export const intervalRun = (day: Day, slower: number): Activity => {
  const lap = (durationS: number, pace: number) => ({
    durationS,
    distanceM: Math.round((1000 * durationS) / pace),
    meanHr: null,
  })
  const splits = [
    lap(900, easyPace),
    ...Array.from({ length: 6 }, (_, i) => [lap(180, 276 + slower * i), lap(120, 420)]).flat(),
    lap(600, easyPace),
  ]
  const distanceM = splits.reduce((sum, one) => sum + one.distanceM, 0)
  return aRun(day, distanceM / 1000, {
    durationS: 3300,
    splits,
    meanHr: 158,
    temperatureC: 12,
    paceSeconds: [
      [275, 1080],
      [easyPace, 2220],
    ],
  })
}

export const levelWorld = (weeks: number, seed: number): World => {
  const scatter = scatterOf(seed)
  const world: World = { runs: new Map(), checkIns: new Map(), sessions: new Map(), life: [], outcomes: [], races: [] }
  for (const day of daysFrom(seasonStart, addDays(seasonStart, 7 * weeks - 1))) {
    const hr = 139 + scatter(5)
    const warm = 9 + scatter(5)
    world.checkIns.set(
      day,
      aCheckIn(day, {
        sleepQuality: 4,
        sleepHours: 7 + scatter(3) / 2,
        soreness: 1 + scatter(2),
        motivation: 4,
        stress: 1 + scatter(2),
        restingHr: 48 + scatter(3),
        hrvMs: 58 + scatter(9),
      }),
    )
    switch (weekdayOf(day)) {
      case 2:
        world.sessions.set(day, intervals(day))
        world.runs.set(day, intervalRun(day, 0))
        break
      case 4:
      case 6:
        world.sessions.set(day, aSession(day, { title: 'Easy 8 km', steps: [aStep(52, 'E')] }))
        world.runs.set(day, easyRun(day, 8, hr, warm))
        break
      case 7:
        world.sessions.set(day, aSession(day, { title: 'Long 16 km', purpose: 'long', steps: [aStep(104, 'E')] }))
        world.runs.set(day, easyRun(day, 16, hr, warm))
    }
  }
  return world
}

export const patch = (world: World, day: Day, said: Partial<CheckIn>): void => {
  world.checkIns.set(day, { ...world.checkIns.get(day)!, ...said })
}
export const rerun = (world: World, day: Day, more: Partial<Activity>): void => {
  world.runs.set(day, { ...world.runs.get(day)!, ...more })
}
