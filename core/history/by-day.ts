/** What was done on each day, looked up once for a list of activities. */
import { remembered } from '../lib/remembered.ts'
import type { Activity } from '../model/activity.ts'
import type { Day } from '../model/day.ts'

const before = remembered<ReadonlyMap<Day, readonly Activity[]>>()

/** The activities of each day that has any, in the order of the list. */
export const activitiesByDay = (activities: readonly Activity[]): ReadonlyMap<Day, readonly Activity[]> =>
  before(activities, [], () => {
    const days = new Map<Day, Activity[]>()
    for (const activity of activities) {
      const there = days.get(activity.day)
      if (there) there.push(activity)
      else days.set(activity.day, [activity])
    }
    return days
  })
