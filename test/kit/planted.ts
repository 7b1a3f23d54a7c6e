/** A season with each finding of the playbook planted on a known day, among days that only look like one. */
import type { Past } from '../../core/dry-run/index.ts'
import type { FindingKind } from '../../core/model/advice.ts'
import { emptyProfile } from '../../core/model/athlete.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import { aRun, aSession, aStep, emptyContent, notDone } from '../../core/signals/basis/given.ts'
import {
  easyPace,
  easyRun,
  intervalRun,
  levelWorld,
  pacesOf,
  patch,
  rerun,
  seasonStart,
  type World,
} from './planted-world.ts'

/** The season is level for so long before anything is planted. */
const levelWeeks = 12
const weeksBetween = 3

/** `kind` has to be noticed on `day`; the others in `also` may be, since one cause shows in several ways. */
export type Plant = { readonly kind: FindingKind; readonly day: Day; readonly also: readonly FindingKind[] }
/** Days on which nothing may be noticed, and why somebody might. */
export type Decoy = { readonly what: string; readonly from: Day; readonly to: Day }

/** Each happens in a week of its own; `on` counts days from its Monday. */
type Event = (world: World, on: (day: number) => Day) => readonly Plant[] | Decoy

const plant = (kind: FindingKind, day: Day, ...also: FindingKind[]): Plant => ({ kind, day, also })

const events: readonly Event[] = [
  (world, on) => {
    patch(world, on(2), { sleepQuality: 2 })
    patch(world, on(3), { sleepQuality: 1 })
    return [plant('sleep-dipping', on(3))]
  },
  (world, on) => {
    rerun(world, on(3), { meanHr: 154, temperatureC: 31 })
    return { what: 'a hot day', from: on(3), to: on(6) }
  },
  (world, on) => {
    for (const day of [0, 1, 3]) patch(world, on(day), { sleepQuality: 2 })
    return [plant('sleep-dipping', on(1)), plant('sleep-short', on(3))]
  },
  (world, on) => {
    patch(world, on(2), { soreness: 4 })
    return [plant('soreness-rising', on(2))]
  },
  (world, on) => {
    for (let day = 0; day < 7; day++) {
      world.runs.delete(on(day))
      world.checkIns.delete(on(day))
    }
    world.life.push({ id: `holiday-${on(0)}`, kind: 'holiday', from: on(0), to: on(6), note: '' })
    return { what: 'a holiday', from: on(0), to: on(6) }
  },
  (world, on) => {
    for (const day of [1, 3, 5]) patch(world, on(day), { soreness: 4 })
    return [plant('soreness-rising', on(1)), plant('soreness-repeated', on(5), 'soreness-rising')]
  },
  (world, on) => {
    patch(world, on(1), { pain: { site: 'calf', level: 2 } })
    patch(world, on(5), { pain: { site: 'calf', level: 2 } })
    return [plant('pain-recurring', on(5))]
  },
  (world, on) => {
    patch(world, on(2), { motivation: 2 })
    return [plant('motivation-falling', on(2))]
  },
  (world, on) => {
    rerun(world, on(5), { meanHr: 71, maxHr: 75 })
    return { what: 'a broken watch', from: on(5), to: on(6) }
  },
  (world, on) => {
    world.runs.delete(on(3))
    // Known with the run of Saturday, which covers the day.
    return [plant('session-missed', on(5), 'data-missing')]
  },
  (world, on) => {
    for (const day of [1, 3]) {
      world.runs.delete(on(day))
      world.outcomes.push(notDone(world.sessions.get(on(day))!.id, on(day)))
    }
    return [
      plant('session-missed', on(1), 'data-missing', 'week-rise'),
      plant('missed-in-a-row', on(3), 'session-missed', 'data-missing', 'week-rise'),
    ]
  },
  (world, on) => {
    world.runs.set(on(6), easyRun(on(6), 21, 140, 12))
    return [plant('run-spike', on(6), 'week-rise')]
  },
  (world, on) => {
    for (const day of [0, 2, 4]) world.runs.set(on(day), easyRun(on(day), day === 4 ? 12 : 9, 140, 11))
    return [plant('week-rise', on(7), 'monotony-high')]
  },
  (world, on) => {
    const race = aRun(on(6), 10, {
      durationS: 2930,
      meanHr: 178,
      maxHr: 190,
      temperatureC: 14,
      paceSeconds: [[290, 2930]],
    })
    world.runs.set(on(6), race)
    world.sessions.set(
      on(6),
      aSession(on(6), { title: '10 km race', purpose: 'race', key: true, steps: [aStep(49, 'T')] }),
    )
    return { what: 'a race, as fast as the zones imply', from: on(6), to: on(9) }
  },
  (world, on) => {
    for (let day = 0; day < 7; day++) world.runs.set(on(day), easyRun(on(day), 10 + (day % 2), 140, 11))
    return [plant('monotony-high', on(4), 'week-rise', 'session-missed')]
  },
  (world, on) => {
    for (const day of [3, 5]) rerun(world, on(day), { paceSeconds: pacesOf(8 * easyPace, 5, 280) })
    return [plant('easy-too-hard', on(3), 'intensity-shift'), plant('intensity-shift', on(3), 'easy-too-hard')]
  },
  (world, on) => {
    rerun(world, on(5), { paceSeconds: pacesOf(8 * easyPace, 4, 330) })
    return [plant('easy-too-hard', on(5))]
  },
  (world, on) => {
    rerun(world, on(3), { meanHr: 156 })
    return [plant('heart-rate-unusual', on(3))]
  },
  (world, on) => {
    patch(world, on(2), { restingHr: 58 })
    patch(world, on(3), { restingHr: 59 })
    return [plant('resting-hr-high', on(3))]
  },
  (world, on) => {
    patch(world, on(2), { restingHr: 59 })
    return { what: 'one high morning', from: on(2), to: on(4) }
  },
  (world, on) => {
    // Why as usual before: a morning that is low by chance would be the first of three.
    for (let day = -6; day < 9; day++) patch(world, on(day), { hrvMs: day < 0 ? 62 : 34 + (day % 3) })
    // One such morning takes the week's mean below the band, and three days count.
    return [plant('hrv-low', on(2))]
  },
  (world, on) => {
    world.runs.set(on(1), intervalRun(on(1), 5))
    return [plant('execution-poor', on(1))]
  },
  (world, on) => {
    patch(world, on(3), { stress: 5 })
    return [plant('life-stress', on(3))]
  },
  (world, on) => {
    for (const day of [1, 3, 5]) {
      world.runs.delete(on(day))
      world.sessions.delete(on(day))
    }
    return [plant('data-missing', on(3), 'week-rise')]
  },
  (world, on) => {
    const race = aRun(on(6), 10, {
      durationS: 2850,
      meanHr: 178,
      maxHr: 190,
      temperatureC: 14,
      paceSeconds: [[285, 2850]],
    })
    world.runs.set(on(6), race)
    world.sessions.set(
      on(6),
      aSession(on(6), { title: '10 km race', purpose: 'race', key: true, steps: [aStep(48, 'T')] }),
    )
    return [plant('fitness-confirmed', on(6))]
  },
]

export type Planted = {
  readonly past: Past
  readonly plants: readonly Plant[]
  readonly decoys: readonly Decoy[]
  readonly to: Day
}

/** The whole season for a seed: the scatter differs, what is planted does not. */
export const plantedSeason = (seed: number): Planted => {
  const weeks = levelWeeks + weeksBetween * (events.length - 1) + 1
  const world = levelWorld(weeks, seed)
  const plants: Plant[] = []
  const decoys: Decoy[] = []
  for (const [i, event] of events.entries()) {
    const monday = addDays(seasonStart, 7 * (levelWeeks + weeksBetween * i))
    const made = event(world, day => addDays(monday, day))
    if ('what' in made) decoys.push(made)
    else plants.push(...made)
  }
  const thresholds = { maxHr: 190, restHr: 48, thresholdHr: 172, thresholdPaceSPerKm: 300, origin: 'planted' }
  const past: Past = {
    athlete: 'planted' as Past['athlete'],
    content: {
      ...emptyContent,
      profile: { ...emptyProfile('Planted'), thresholds, weekMinutes: [120, 120, 120, 120, 120, 180, 180] },
      activities: [...world.runs.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      checkIns: [...world.checkIns.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      lifeEvents: world.life,
      outcomes: world.outcomes,
    },
    plan: { sessions: [...world.sessions.values()], phases: [], races: world.races, comments: [], unreadable: [] },
    log: [],
  }
  return { past, plants, decoys, to: addDays(seasonStart, 7 * weeks - 1) }
}
