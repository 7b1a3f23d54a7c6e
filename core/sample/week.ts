/** One week as the coach of the made-up season writes it: hard on Tuesday and Friday, long on Sunday, easy around them. */
import { addDays, type Day } from '../model/day.ts'
import type { SessionId } from '../model/ids.ts'
import type { Purpose, Session } from '../model/session.ts'
import type { Amount, Repeat, Step, Steps, Zone } from '../model/workout.ts'
import { phaseOf, raceIn } from './frame.ts'

const step = (role: Step['role'], amount: Amount, zone: Zone, cue: string | null = null): Step => ({
  type: 'step',
  role,
  amount,
  target: { type: 'zone', zone },
  cue,
})
const min = (minutes: number): Amount => ({ unit: 's', value: Math.round(minutes * 60) })
const metres = (value: number): Amount => ({ unit: 'm', value })
const repeat = (times: number, ...steps: readonly Step[]): Repeat => ({ type: 'repeat', times, steps: [...steps] })
const around = (...work: Steps): Steps => [step('warmup', min(15), 'E'), ...work, step('cooldown', min(10), 'E')]

/** What a session asks, before it has a day. */
type Asked = Pick<Session, 'title' | 'purpose' | 'steps'> & Partial<Pick<Session, 'sport' | 'key' | 'notes' | 'locked'>>

const easy = (minutes: number, purpose: 'easy' | 'recovery' = 'easy'): Asked => ({
  title: purpose === 'easy' ? `Easy run ${minutes} min` : `Recovery run ${minutes} min`,
  purpose,
  steps: [step('work', min(minutes), 'E', purpose === 'recovery' ? 'slower than feels right' : null)],
})
const strides = (minutes: number): Asked => ({
  title: `Easy run ${minutes} min with strides`,
  purpose: 'easy',
  steps: [
    step('work', min(minutes - 8), 'E'),
    repeat(6, step('work', min(1 / 3), 'R', 'quick and loose'), step('recovery', min(1), 'E')),
  ],
})
const strength: Asked = {
  title: 'Strength 30 min',
  purpose: 'strength',
  sport: 'strength',
  steps: [{ ...step('work', min(30), 'E'), target: { type: 'effort', rpe: 5 } }],
  notes: 'Calf raises first, slow on the way down.',
}
const ride: Asked = {
  title: 'Ride 60 min',
  purpose: 'cross',
  sport: 'ride',
  steps: [{ ...step('work', min(60), 'E'), target: { type: 'effort', rpe: 3 } }],
}
const hills = (times: number): Asked => ({
  title: `${times} × 60 s hill`,
  purpose: 'hills',
  steps: around(repeat(times, step('work', min(1), 'I', 'uphill'), step('recovery', min(2), 'E', 'jog back'))),
})
const intervals = (times: number, distance: number, zone: Zone = 'I'): Asked => ({
  title: `${times} × ${distance} m`,
  purpose: 'intervals',
  key: true,
  steps: around(
    repeat(times, step('work', metres(distance), zone), step('recovery', min(distance >= 1000 ? 2.5 : 2), 'E')),
  ),
})
const tempo = (times: number, minutes: number): Asked => ({
  title: `Tempo ${times} × ${minutes} min`,
  purpose: 'tempo',
  key: true,
  steps: around(repeat(times, step('work', min(minutes), 'T'), step('recovery', min(2), 'E'))),
})
const steady = (minutes: number): Asked => ({
  title: `Steady ${minutes} min`,
  purpose: 'steady',
  steps: around(step('work', min(minutes), 'M')),
})
const long = (km: number, atRacePaceKm = 0): Asked => ({
  title: atRacePaceKm > 0 ? `Long run ${km} km, ${atRacePaceKm} at marathon pace` : `Long run ${km} km`,
  purpose: 'long',
  key: km >= 20,
  steps:
    atRacePaceKm > 0
      ? [
          step('work', metres((km - atRacePaceKm - 2) * 1000), 'E'),
          step('work', metres(atRacePaceKm * 1000), 'M'),
          step('work', metres(2000), 'E'),
        ]
      : [step('work', metres(km * 1000), 'E', 'talk all the way')],
})
const race = (title: string, distance: number, zone: Zone): Asked => ({
  title,
  purpose: 'race',
  key: true,
  locked: true,
  steps: [step('work', metres(distance), zone)],
})

/** Monday to Sunday; null where the coach asks nothing. */
type Week = readonly (Asked | null)[]

const lift = (from: number, to: number, share: number, unit = 1): number =>
  Math.round((from + (to - from) * share) / unit) * unit

const raceWeek = (kind: 'marathon' | '10k', name: string): Week => [
  null,
  intervals(4, 400),
  null,
  easy(35),
  null,
  strides(28),
  kind === 'marathon' ? race(name, 42_195, 'M') : race(name, 10_000, 'T'),
]

const weekOf = (week: number): Week => {
  const { kind, at, weeks } = phaseOf(week)
  const racing = raceIn(week)
  if (racing !== undefined) return raceWeek(racing.kind, racing.race.name)
  const share = weeks > 1 ? at / (weeks - 1) : 1
  // Why: three weeks of more, one of less; the coach's own habit in base and build.
  const isDeload = at % 4 === 3 && (kind === 'base' || kind === 'build')
  const less = isDeload ? 0.75 : 1
  const firstYear = week < 43
  const forTenK = week >= 59 && week <= 76
  switch (kind) {
    case 'transition':
      return [null, easy(30), null, easy(35), ride, easy(30), long(lift(8, 11, share))]
    case 'base':
      return [
        strength,
        isDeload ? strides(45) : hills(lift(6, 10, share)),
        null,
        easy(lift(firstYear ? 40 : 50, 60, share, 5)),
        isDeload ? null : steady(lift(20, 35, share, 5)),
        easy(lift(35, 50, share, 5)),
        long(Math.round(lift(firstYear ? 11 : 12, firstYear ? 18 : 20, share) * less)),
      ]
    case 'build':
      return [
        strength,
        isDeload ? intervals(4, 800) : intervals(lift(4, 6, share), forTenK || at % 2 === 0 ? 1000 : 800),
        null,
        easy(lift(50, 60, share, 5)),
        isDeload ? tempo(2, 8) : tempo(at % 2 === 0 ? 2 : 3, at % 2 === 0 ? lift(10, 15, share) : lift(7, 11, share)),
        easy(lift(40, 50, share, 5)),
        long(
          Math.round((forTenK ? lift(17, 21, share) : lift(firstYear ? 18 : 20, firstYear ? 28 : 29, share)) * less),
        ),
      ]
    case 'peak':
      return [
        easy(35, 'recovery'),
        forTenK ? intervals(5, 1200) : intervals(6, 1000),
        null,
        easy(50),
        forTenK ? tempo(3, 10) : tempo(2, 15),
        easy(40),
        forTenK ? long(18) : at % 2 === 0 ? long(30) : long(26, 14),
      ]
    case 'taper':
      return [null, intervals(5, forTenK ? 600 : 800), null, easy(45), tempo(2, 10), easy(35), long(at === 0 ? 20 : 14)]
  }
}

/** The sessions of a week of the season, as the coach writes them for the days from this Monday. */
export const sessionsOfWeek = (week: number, monday: Day): readonly Session[] =>
  weekOf(week).flatMap((asked, weekday): readonly Session[] => {
    if (asked === null) return []
    const day = addDays(monday, weekday)
    return [{ ...blank(asked.purpose, day), ...asked }]
  })

const blank = (purpose: Purpose, day: Day) => ({
  id: `sample-${day}-${purpose}` as SessionId,
  day,
  sport: 'run' as const,
  key: false,
  locked: false,
  notes: '',
  startMinute: null,
})
