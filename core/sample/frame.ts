/** The coach's frame of the made-up season: two years of phases towards a marathon, a fast 10 km and the next marathon. */
import { addDays, type Day, mondayOf } from '../model/day.ts'
import type { Phase, Race } from '../model/season.ts'

/** Weeks are counted from the first of the season; this is the one today stands in. */
export const thisWeek = 103
/** So many weeks ahead are written session by session. */
export const weeksAhead = 3

type Stretch = {
  readonly kind: Phase['kind']
  readonly from: number
  readonly to: number
  readonly objective: string
  readonly measure: string
}

const stretch = (kind: Phase['kind'], from: number, to: number, objective: string, measure: string): Stretch => ({
  kind,
  from,
  to,
  objective,
  measure,
})

const stretches: readonly Stretch[] = [
  stretch('transition', 0, 3, 'Back to running after the Achilles', 'Four runs a week without pain'),
  stretch('base', 4, 15, 'Easy volume and hills', '45 km a week at an easy effort'),
  stretch('build', 16, 29, 'Threshold and long runs', 'Long run of 28 km, tempo at 5:00'),
  stretch('peak', 30, 36, 'Marathon pace in long runs', '14 km at marathon pace feel in control'),
  stretch('taper', 37, 39, 'Arrive fresh', 'Legs light by Thursday'),
  stretch('transition', 40, 42, 'Rest and walk', 'Looking forward to training again'),
  stretch('base', 43, 58, 'Volume without strain', '50 km a week, easy runs easy'),
  stretch('build', 59, 70, 'Speed for the 10 km', '5 × 1000 m in 4:40'),
  stretch('peak', 71, 74, 'Race-like sessions', '3 × 2 km at 10 km effort'),
  stretch('taper', 75, 76, 'Arrive fresh', 'Legs light by Thursday'),
  stretch('transition', 77, 79, 'Rest and easy trails', 'Looking forward to training again'),
  stretch('base', 80, 94, 'Volume for the marathon', '55 km a week, easy runs easy'),
  stretch('build', 95, 106, 'Threshold and long runs', 'Long run of 30 km, tempo at 4:50'),
  stretch('peak', 107, 109, 'Marathon pace in long runs', '16 km at marathon pace in control'),
  stretch('taper', 110, 112, 'Arrive fresh', 'Legs light by Thursday'),
]

/** Which phase a week is in, how many weeks into it (from 0), and how many there are. */
export const phaseOf = (week: number): Stretch & { readonly at: number; readonly weeks: number } => {
  const found = stretches.find(({ from, to }) => from <= week && week <= to) ?? (stretches.at(-1) as Stretch)
  return { ...found, at: week - found.from, weeks: found.to - found.from + 1 }
}

export type RaceKind = 'marathon' | '10k'
const raceWeeks: ReadonlyMap<number, { readonly kind: RaceKind; readonly race: Omit<Race, 'id' | 'day'> }> = new Map([
  [
    39,
    {
      kind: 'marathon',
      race: { name: 'Harbour Marathon', priority: 'A', distanceM: 42_195, goal: 'finish strong, about 3:45' },
    },
  ],
  [76, { kind: '10k', race: { name: 'Old Town 10 km', priority: 'B', distanceM: 10_000, goal: 'under 46:30' } }],
  [112, { kind: 'marathon', race: { name: 'Three Bridges Marathon', priority: 'A', distanceM: 42_195, goal: '3:35' } }],
])

/** The race on the Sunday of a week. */
export const raceIn = (week: number) => raceWeeks.get(week)

/** The Monday of a week of the season that ends around today. */
export const mondayOfWeek = (today: Day, week: number): Day => addDays(mondayOf(today), 7 * (week - thisWeek))

export const phasesOf = (today: Day): readonly Phase[] =>
  stretches.map(({ kind, from, to, objective, measure }) => ({
    id: `sample-phase-${from}`,
    kind,
    from: mondayOfWeek(today, from),
    to: addDays(mondayOfWeek(today, to), 6),
    objective,
    measure,
  }))

export const racesOf = (today: Day): readonly Race[] =>
  [...raceWeeks].map(([week, { race }]) => ({
    id: `sample-race-${week}`,
    day: addDays(mondayOfWeek(today, week), 6),
    ...race,
  }))
