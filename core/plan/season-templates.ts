/** Seasons to begin from, counted back from the race: phases with what they are for, and the week each of them repeats. */
import type { Weekday } from '../model/day.ts'
import type { Phase } from '../model/season.ts'
import type { Purpose } from '../model/session.ts'

/**
 * A session of every week of a phase. `{n}` in text and title goes evenly from `from` in its first week to `to` in its
 * last, three quarters of it in a deload week.
 */
export type WeekSession = {
  readonly weekday: Weekday
  readonly purpose: Purpose
  readonly title: string
  readonly text: string
  readonly key: boolean
  readonly from: number
  readonly to: number
}

export type PhaseTemplate = Pick<Phase, 'kind' | 'objective' | 'measure'> & {
  readonly risk: string
  readonly weeks: number
  /** Every so many weeks one is a deload; 0 for none. */
  readonly deload: number
  readonly week: readonly WeekSession[]
}

export type SeasonTemplate = {
  readonly id: string
  readonly name: string
  /** In the order they are run; the last ends on the day of the race. */
  readonly phases: readonly PhaseTemplate[]
  /** Days after the race that the template keeps free of work. */
  readonly recoveryDays: number
}

const easy = (weekday: Weekday, from: number, to = from): WeekSession => ({
  weekday,
  purpose: 'easy',
  title: 'Easy {n} min',
  text: '- {n}m E',
  key: false,
  from,
  to,
})
const long = (from: number, to: number): WeekSession => ({
  weekday: 7,
  purpose: 'long',
  title: 'Long run {n} min',
  text: '- {n}m E',
  key: true,
  from,
  to,
})
const work = (
  weekday: Weekday,
  purpose: Purpose,
  title: string,
  main: string,
  from: number,
  to: number,
): WeekSession => ({
  weekday,
  purpose,
  title,
  text: `Warmup\n- 15m E\n\n${main}\n\nCooldown\n- 10m E`,
  key: true,
  from,
  to,
})
const hills = work(2, 'hills', 'Hills {n} × 60 s', '{n}x\n- uphill, tall 60s RPE 8\n- jog down 2m E', 6, 10)
const cruise = work(4, 'tempo', 'Cruise {n} × 8 min', '{n}x\n- 8m T\n- 2m E', 3, 4)
const thousands = work(2, 'intervals', '{n} × 1 km', '{n}x\n- 1km I\n- 2m30s E', 4, 6)

/** trust: convention. The three are ordinary seasons as coaches write them; every number is the coach's to change. */
const season = (
  id: string,
  name: string,
  weeks: readonly [number, number, number, number],
  [first, last]: readonly [number, number],
  race: WeekSession,
  recoveryDays: number,
): SeasonTemplate => ({
  id,
  name,
  recoveryDays,
  phases: [
    {
      kind: 'base',
      weeks: weeks[0],
      deload: 4,
      objective: 'Run often and easily, and get stronger on hills.',
      measure: 'Easy heart rate at the same pace falls; no week is missed for soreness.',
      risk: 'Too much too soon: the long run grows faster than the weeks around it.',
      week: [easy(1, 40, 50), hills, easy(4, 50, 60), easy(6, 40), long(first, Math.round((first + last) / 2))],
    },
    {
      kind: 'build',
      weeks: weeks[1],
      deload: 4,
      objective: 'Raise threshold and the top end.',
      measure: 'Threshold pace improves; the last repeat is as fast as the first.',
      risk: 'Two hard days and a long run a week leave little room when work or sleep is bad.',
      week: [easy(1, 45), thousands, cruise, easy(6, 45), long(Math.round((first + last) / 2), last)],
    },
    {
      kind: 'peak',
      weeks: weeks[2],
      deload: 0,
      objective: 'Do what the race asks, rested enough to do it well.',
      measure: 'Race-pace work at the planned effort and heart rate.',
      risk: 'Fatigue hides behind good sessions; two flat ones in a row are a reason to back off.',
      week: [easy(1, 45), race, easy(4, 50), easy(6, 40), long(last, last)],
    },
    {
      kind: 'taper',
      weeks: weeks[3],
      deload: 0,
      objective: 'Arrive rested and sharp.',
      measure: 'Legs feel springy in the last strides; sleep is good.',
      risk: 'Resting so much that the legs go flat, or testing fitness in the last week.',
      week: [
        easy(1, 40, 30),
        work(3, 'tempo', 'Sharp {n} × 3 min', '{n}x\n- 3m T\n- 2m E', 5, 3),
        easy(5, 40, 30),
        { ...long(Math.round(last * 0.6), Math.round(last * 0.4)), key: false },
      ],
    },
  ],
})

export const seasonTemplates: readonly SeasonTemplate[] = [
  season(
    'marathon-16',
    'Marathon, 16 weeks',
    [5, 6, 3, 2],
    [90, 160],
    work(3, 'tempo', 'Marathon pace {n} min', '- {n}m M', 40, 60),
    14,
  ),
  season(
    'half-12',
    'Half marathon, 12 weeks',
    [4, 4, 2, 2],
    [75, 120],
    work(3, 'tempo', 'Threshold {n} min', '- {n}m T', 25, 35),
    7,
  ),
  season('10k-10', '10 km, 10 weeks', [3, 4, 2, 1], [60, 90], { ...thousands, weekday: 3, from: 5, to: 6 }, 5),
]

/** How long it is, in weeks. */
export const weeksOf = ({ phases }: SeasonTemplate): number => phases.reduce((sum, { weeks }) => sum + weeks, 0)
