/** What got in the way of the made-up season: an Achilles that healed, a cold, work, and a holiday. */

import type { Injury, LifeEvent } from '../model/athlete.ts'
import { addDays, type Day } from '../model/day.ts'
import { mondayOfWeek } from './frame.ts'

const event = (id: string, kind: LifeEvent['kind'], from: Day, days: number, note: string): LifeEvent => ({
  id: `sample-life-${id}`,
  kind,
  from,
  to: addDays(from, days - 1),
  note,
})

export const lifeEventsOf = (today: Day): readonly LifeEvent[] => {
  const monday = (week: number): Day => mondayOfWeek(today, week)
  return [
    event('cold', 'sick', addDays(monday(24), 1), 6, 'a cold with a fever'),
    event('fair', 'travel', monday(48), 4, 'trade fair'),
    event('holiday', 'holiday', addDays(monday(77), 2), 9, 'at the sea'),
    event('move', 'family', addDays(monday(88), 3), 3, 'moving house'),
    event('course', 'travel', addDays(monday(105), 1), 3, 'course in another city'),
  ]
}

/** The Achilles that ended the season before: healed for more than two years, and still asked about. */
export const injuriesOf = (today: Day): Injury[] => [
  {
    site: 'achilles',
    from: addDays(mondayOfWeek(today, 0), -80),
    to: addDays(mondayOfWeek(today, 0), -20),
    note: 'left side, after too many hills; calf raises since',
  },
]

/** The life event a day is in. */
export const eventOn = (events: readonly LifeEvent[], day: Day): LifeEvent | undefined =>
  events.find(({ from, to }) => from <= day && day <= to)

/** The weeks in which the Achilles still spoke up after runs. */
export const achillesWeeks: ReadonlySet<number> = new Set([1, 2, 4, 17])
