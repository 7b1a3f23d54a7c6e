/** What the daily series of ten years costs in one pass, beside the plain way of filtering the activities for each day. */

import * as v from 'valibot'
import { toHistory } from '../../core/history/history.ts'
import { median } from '../../core/lib/math.ts'
import { type Activity, activitySchema } from '../../core/model/activity.ts'
import type { Thresholds } from '../../core/model/athlete.ts'
import { addDays, type Day, daysFrom, parseDay } from '../../core/model/day.ts'
import { nextDay } from '../../core/science/fitness.ts'
import { fitnessSeries, loadByActivity } from '../../core/signals/index.ts'

const thresholds: Thresholds = { maxHr: 190, restHr: 48, thresholdHr: 170, thresholdPaceSPerKm: 250, origin: 'bench' }
const first = parseDay('2017-01-01')!
const days = 3_652

/** Five sessions a week, their lengths in a fixed pattern, so that every run measures the same work. */
const tenYears = (): readonly Activity[] =>
  Array.from({ length: days }, (_, i) => i)
    .filter(i => i % 7 !== 0 && i % 7 !== 4)
    .map(i => {
      const durationS = 1_800 + ((i * 613) % 5_400)
      const day = addDays(first, i)
      return v.parse(activitySchema, {
        id: `bench-${i}`,
        sport: 'run',
        name: null,
        day,
        start: `${day}T07:00:00`,
        utc: null,
        durationS,
        elapsedS: durationS,
        distanceM: Math.round(durationS * 3.1),
        ascentM: 40,
        flatDistanceM: Math.round(durationS * 3.15),
        meanHr: 145,
        maxHr: 170,
        temperatureC: null,
        hrSeconds: [
          [120, Math.round(durationS / 4)],
          [150, durationS - Math.round(durationS / 4)],
        ],
        paceSeconds: null,
        bestEfforts: [],
        splits: [],
        decoupling: null,
        rpe: null,
        comment: null,
        sources: [{ kind: 'typed', name: 'bench', id: null }],
      })
    })

/** Prints milliseconds for one athlete, both ways in turn, and fails if they do not agree. */
export const benchSeries = (rounds: number): void => {
  const history = toHistory(tenYears(), daysFrom(first, addDays(first, days - 1)))
  const last = addDays(first, days - 1)
  const onePass = () => fitnessSeries(history, thresholds, first, last).at(-1)?.fitness
  const filterPerDay = () => {
    const loads = loadByActivity(history, thresholds, null)
    let state = { fitness: 0, fatigue: 0 }
    for (const day of daysFrom(first, last)) state = nextDay(state, loadOn(day))
    function loadOn(day: Day) {
      const sum = history.activities
        .filter(activity => activity.day === day)
        .map(activity => loads.get(activity.id))
        .reduce((total, load) => total + (load?.method ? load.load : 0), 0)
      return Math.round(sum * 10) / 10
    }
    return state.fitness
  }
  const ours = onePass()
  const theirs = filterPerDay()
  if (!ours?.known || Math.abs(ours.value - theirs) > 0.06)
    throw new Error(`the two series end apart: ${JSON.stringify(ours)} and ${theirs}`)
  const times = { 'one pass': [] as number[], 'filter per day': [] as number[] }
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of [
      ['one pass', onePass],
      ['filter per day', filterPerDay],
    ] as const) {
      const start = performance.now()
      run()
      times[name].push(performance.now() - start)
    }
  console.log(`\ndaily series, one athlete, ten years, ${history.activities.length} activities, median of ${rounds}`)
  for (const [name, list] of Object.entries(times))
    console.log(`${name.padEnd(24)}${(median(list) ?? 0).toFixed(1).padStart(17)} ms`)
}
