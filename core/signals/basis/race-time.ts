/** What a race would take on a day, with the ends between which four of five such races fall. */
import { known, type Reading, unknown } from '../../lib/reading.ts'
import type { Day } from '../../model/day.ts'
import {
  longestPredicted,
  marathonCalibration,
  type Prediction,
  predictRace,
  residualOf,
} from '../../science/race-prediction.ts'
import type { Context } from './context.ts'
import { criticalSpeedOn } from './effort-curve.ts'
import { ownMarathons, type Shape, shapeBefore } from './marathons.ts'

/** The prediction with what it rests on; `marathons` counts the runner's own that had a word. */
export type RaceTime = Prediction & Shape & { readonly metres: number; readonly marathons: number }

const shortestM = 1500

/** A road race of 1,500 m to a marathon, from what is on file the day before. Longer races are unknown here. */
export const raceTimeOn = ({ history }: Pick<Context, 'history'>, day: Day, metres: number): Reading<RaceTime> => {
  if (metres < shortestM || metres > longestPredicted * 1.001)
    return unknown('only road races of 1,500 m to a marathon are predicted')
  const { activities } = history
  const shape = shapeBefore(activities, day)
  if (!shape.known) return shape
  const { best, weeklyKm } = shape.value
  const own = ownMarathons(activities, day).map(race => residualOf(race, marathonCalibration))
  const critical = criticalSpeedOn({ history }, day)
  const prediction = predictRace(
    metres,
    [best.distanceM, best.durationS],
    weeklyKm,
    own,
    critical.known ? critical.value : null,
  )
  return known({ ...prediction, ...shape.value, metres, marathons: own.length }, shape.from)
}
