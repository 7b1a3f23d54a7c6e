/** Random days, runs, check-ins, sessions and playbooks, in human units. */
import fc from 'fast-check'
import type { Activity } from '../../core/model/activity.ts'
import { bodySites } from '../../core/model/check-in.ts'
import { addDays, type Day } from '../../core/model/day.ts'
import type { ActivityId, SessionId } from '../../core/model/ids.ts'
import { layerModes, layerNames, type Playbook } from '../../core/model/playbook.ts'
import { purposes, type Session } from '../../core/model/session.ts'
import { type Step, type Steps, zones } from '../../core/model/workout.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import { aCheckIn, aRun, today } from '../../core/signals/basis/given.ts'
import { openPlaybook } from './season.ts'

/** Days around today: so many before, so many after. */
export const aDay = (before: number, after: number): fc.Arbitrary<Day> =>
  fc.integer({ min: -before, max: after }).map(days => addDays(today, days))

export const aRunDone: fc.Arbitrary<Activity> = fc
  .record({
    day: aDay(70, 0),
    km: fc.integer({ min: 3, max: 30 }),
    sPerKm: fc.integer({ min: 210, max: 420 }),
    rpe: fc.option(fc.integer({ min: 1, max: 10 })),
    sport: fc.constantFrom('run', 'run', 'run', 'ride', 'strength'),
    comment: fc.option(fc.constantFrom('fine', 'my knee hurt', 'I want to quit'), { freq: 9 }),
  })
  .map(({ day, km, sPerKm, ...more }) =>
    aRun(day, km, { durationS: km * sPerKm, ...more, id: `${more.sport}-${day}-${km}` as ActivityId }),
  )

export const five = fc.option(fc.integer({ min: 1, max: 5 }))
export const aCheckInSaid = fc
  .record({
    day: aDay(30, 0),
    sleepHours: fc.option(fc.integer({ min: 8, max: 18 }).map(halves => halves / 2)),
    sleepQuality: five,
    soreness: five,
    motivation: five,
    stress: five,
    pain: fc.option(fc.record({ site: fc.constantFrom(...bodySites), level: fc.integer({ min: 1, max: 5 }) }), {
      freq: 8,
    }),
  })
  .map(({ day, ...said }) => aCheckIn(day, said))

const aStepOf = fc.record({
  role: fc.constantFrom<Step['role'][]>('warmup', 'work', 'recovery', 'cooldown'),
  amount: fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(minutes => ({ unit: 's' as const, value: minutes * 60 })),
    fc.integer({ min: 1, max: 100 }).map(hundreds => ({ unit: 'm' as const, value: hundreds * 100 })),
  ),
  target: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...zones).map(zone => ({ type: 'zone' as const, zone })) },
    fc.integer({ min: 1, max: 10 }).map(rpe => ({ type: 'effort' as const, rpe })),
    fc.constant({ type: 'free' as const }),
  ),
})
const step = aStepOf.map((one): Step => ({ type: 'step', cue: null, ...one }))
export const someSteps: fc.Arbitrary<Steps> = fc.array(
  fc.oneof(
    step,
    fc.record({
      type: fc.constant('repeat' as const),
      times: fc.integer({ min: 1, max: 12 }),
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
    }),
  ),
  { minLength: 1, maxLength: 4 },
)

export const aSessionPlanned: fc.Arbitrary<Session> = fc.record({
  id: fc.constant('' as SessionId),
  day: aDay(14, 9),
  sport: fc.constantFrom('run', 'run', 'run', 'ride'),
  title: fc.constantFrom('Easy 10 km', 'Intervals', 'Tempo', 'Long run', 'Strides'),
  purpose: fc.constantFrom(...purposes, 'easy', 'easy', 'intervals', 'tempo', 'long'),
  steps: someSteps,
  key: fc.boolean(),
  locked: fc.integer({ min: 0, max: 9 }).map(one => one === 0),
  notes: fc.constant(''),
  startMinute: fc.option(fc.integer({ min: 300, max: 1300 })),
})

export const someSessions = fc
  .array(aSessionPlanned, { maxLength: 10 })
  .map(sessions => sessions.map((session, i) => ({ ...session, id: `s${i}` as SessionId })))

export const aSpan = fc
  .record({ from: aDay(20, 8), days: fc.integer({ min: 0, max: 9 }) })
  .map(({ from, days }) => ({ from, to: addDays(from, days) }))

export const aPlaybook: fc.Arbitrary<Playbook> = fc
  .record({
    base: fc.constantFrom(defaultPlaybook, openPlaybook, openPlaybook),
    layers: fc.record(
      Object.fromEntries(
        layerNames.map(name => [name, fc.constantFrom(...layerModes, 'on' as const, 'on' as const)]),
      ) as { [name in (typeof layerNames)[number]]: fc.Arbitrary<(typeof layerModes)[number]> },
    ),
    allowed: fc.boolean(),
  })
  .map(({ base, layers, allowed }) => ({ ...base, layers: allowed ? base.layers : layers }))

export const minutes = (count: number, zone: (typeof zones)[number], role: Step['role'] = 'work'): Step => ({
  type: 'step',
  role,
  amount: { unit: 's', value: count * 60 },
  target: { type: 'zone', zone },
  cue: null,
})

/** A session as coaches write them. */
export const anOrdinarySession: fc.Arbitrary<Session> = fc
  .record({
    day: aDay(2, 5),
    purpose: fc.constantFrom<Session['purpose'][]>(
      'easy',
      'easy',
      'recovery',
      'intervals',
      'intervals',
      'tempo',
      'long',
    ),
    size: fc.integer({ min: 3, max: 8 }),
    key: fc.boolean(),
    locked: fc.integer({ min: 0, max: 9 }).map(one => one === 0),
    startMinute: fc.option(fc.integer({ min: 300, max: 1300 })),
  })
  .map(({ purpose, size, ...more }) => {
    const isHard = purpose === 'intervals' || purpose === 'tempo'
    const work: Steps =
      purpose === 'intervals'
        ? [{ type: 'repeat', times: size, steps: [minutes(3, 'I'), minutes(2, 'E', 'recovery')] }]
        : [minutes(purpose === 'tempo' ? size * 5 : size * 10, purpose === 'tempo' ? 'T' : 'E')]
    const steps = isHard ? [minutes(15, 'E', 'warmup'), ...work, minutes(10, 'E', 'cooldown')] : work
    const title = `${purpose} ${size}`
    return { id: '' as SessionId, sport: 'run', title, purpose, steps, notes: '', ...more }
  })
