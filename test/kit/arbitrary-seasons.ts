/** Random seasons, half of them ordinary enough for rules to act. */
import fc from 'fast-check'
import { lifeKinds } from '../../core/model/athlete.ts'
import { bodySites } from '../../core/model/check-in.ts'
import { addDays } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { layerModes } from '../../core/model/playbook.ts'
import { phaseKinds } from '../../core/model/season.ts'
import { aCheckIn, aRun, today } from '../../core/signals/basis/given.ts'
import { aCheckInSaid, aDay, anOrdinarySession, aPlaybook, aRunDone, aSpan, someSessions } from './arbitrary-plans.ts'
import { minutesAt, openPlaybook, type Season } from './season.ts'

const seldom = <T>(values: fc.Arbitrary<T>) =>
  fc
    .option(values, { freq: 1, nil: undefined })
    .chain(value => fc.constantFrom(undefined, undefined, undefined, undefined, value))

/** A season in which rules may act: steady, well and available, with now and then one thing in the way. */
export const aGreenSeason: fc.Arbitrary<Season> = fc
  .record({
    minute: fc.integer({ min: 0, max: 1439 }),
    sessions: fc.array(anOrdinarySession, { minLength: 1, maxLength: 7 }),
    missed: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    isTired: fc.boolean(),
    layers: seldom(fc.constantFrom(...layerModes)),
    isLighter: seldom(fc.constant(true)),
    life: seldom(fc.record({ kind: fc.constantFrom(...lifeKinds), span: aSpan })),
    phase: seldom(fc.record({ kind: fc.constantFrom(...phaseKinds), span: aSpan })),
    race: seldom(aDay(3, 12)),
    injured: seldom(fc.constant(true)),
    pain: seldom(fc.record({ site: fc.constantFrom(...bodySites), level: fc.integer({ min: 1, max: 5 }) })),
    weekMinutes: fc.array(fc.constantFrom(0, 60, 90, 90, 90, 180), { minLength: 7, maxLength: 7 }),
    isSilent: seldom(fc.constant(true)),
  })
  .map(
    ({
      minute,
      sessions,
      missed,
      isTired,
      layers,
      isLighter,
      life,
      phase,
      race,
      injured,
      pain,
      weekMinutes,
      isSilent,
    }): Season => {
      const named = sessions.map((session, i) => ({ ...session, id: `s${i}` as SessionId }))
      return {
        minute,
        sessions: named,
        playbook: {
          ...openPlaybook,
          layers: layers ? { ...openPlaybook.layers, 'easy-day': layers } : openPlaybook.layers,
          swaps: openPlaybook.swaps.filter(({ to }) => !isLighter || to === 'steady'),
        },
        activities: Array.from({ length: 80 }, (_, i) =>
          aRun(addDays(today, -2 * i - (isSilent ? 5 : 1)), i === 3 ? 16 : 8, {
            durationS: i === 3 ? 5280 : i === 1 ? 2400 : 2640,
          }),
        ),
        checkIns: Array.from({ length: 20 }, (_, i) =>
          aCheckIn(addDays(today, -i), {
            sleepQuality: isTired && i !== 2 ? 2 : 4,
            soreness: 1,
            motivation: 4,
            stress: 1,
            pain: i === 2 && pain ? pain : null,
          }),
        ),
        outcomes: named.flatMap(({ id, day }, i) =>
          day <= today
            ? [
                {
                  session: id,
                  said: missed[i] ? ('not-done' as const) : ('done' as const),
                  activity: null,
                  rpe: null,
                  comment: '',
                  at: minutesAt(day, 1200),
                },
              ]
            : [],
        ),
        lifeEvents: life ? [{ id: 'life', kind: life.kind, ...life.span, note: '' }] : [],
        phases: phase ? [{ id: 'phase', kind: phase.kind, ...phase.span, objective: '', measure: '' }] : [],
        races: race ? [{ id: 'race', name: 'Race', day: race, priority: 'A', distanceM: 10_000, goal: '' }] : [],
        profile: {
          weekMinutes: weekMinutes as never,
          thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 290, origin: 'set' },
          injuries: injured ? [{ site: 'calf', from: addDays(today, -200), to: null, note: '' }] : [],
        },
      }
    },
  )

/** A season in which much can be wrong or missing. */
const aWildSeason: fc.Arbitrary<Season> = fc
  .record({
    playbook: aPlaybook,
    minute: fc.integer({ min: 0, max: 1439 }),
    isSteady: fc.boolean(),
    runs: fc.array(aRunDone, { maxLength: 25 }),
    checkIns: fc.uniqueArray(aCheckInSaid, { maxLength: 20, selector: ({ day }) => day }),
    sessions: someSessions,
    said: fc.array(
      fc.record({
        at: fc.nat({ max: 9 }),
        said: fc.constantFrom<('done' | 'not-done')[]>('done', 'not-done', 'not-done'),
      }),
      { maxLength: 6 },
    ),
    lifeEvents: fc.array(fc.record({ kind: fc.constantFrom(...lifeKinds), span: aSpan }), { maxLength: 1 }),
    phase: fc.option(fc.record({ kind: fc.constantFrom(...phaseKinds), span: aSpan })),
    race: fc.option(fc.record({ day: aDay(3, 20), priority: fc.constantFrom<('A' | 'B' | 'C')[]>('A', 'B', 'C') }), {
      freq: 3,
    }),
    weekMinutes: fc.option(
      fc.tuple(...Array.from({ length: 7 }, () => fc.option(fc.constantFrom(0, 45, 90, 180), { freq: 8 }))),
      { freq: 1 },
    ),
    pace: fc.option(fc.integer({ min: 200, max: 400 }), { freq: 1 }),
    injured: fc.integer({ min: 0, max: 5 }).map(one => one === 0),
  })
  .map(({ runs, isSteady, sessions, said, lifeEvents, phase, race, weekMinutes, pace, injured, ...season }): Season => {
    const steady = Array.from({ length: 80 }, (_, i) =>
      aRun(addDays(today, -2 * i - 1), i === 40 ? 14 : 8, { durationS: i < 3 ? 2400 : 2640 }),
    )
    const calm = Array.from({ length: 20 }, (_, i) =>
      aCheckIn(addDays(today, -i), { sleepQuality: i % 3 === 1 ? 4 : 2, soreness: 1, motivation: 4, stress: 1 }),
    )
    return {
      ...season,
      ...(isSteady ? { checkIns: calm } : {}),
      activities: isSteady ? steady : [...new Map(runs.map(run => [run.id, run])).values()],
      sessions,
      outcomes: said.flatMap(({ at, said: word }) => {
        const session = sessions[at]
        return session && session.day <= today
          ? [{ session: session.id, said: word, activity: null, rpe: null, comment: '', at: minutesAt(today, 720) }]
          : []
      }),
      lifeEvents: lifeEvents.map(({ kind, span }) => ({ id: 'life', kind, ...span, note: '' })),
      phases: phase ? [{ id: 'phase', kind: phase.kind, ...phase.span, objective: '', measure: '' }] : [],
      races: race ? [{ id: 'race', name: 'Race', distanceM: 10_000, goal: '', ...race }] : [],
      profile: {
        weekMinutes: weekMinutes as never,
        thresholds:
          pace === null
            ? null
            : { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: pace, origin: 'set' },
        injuries: injured ? [{ site: 'calf', from: addDays(today, -200), to: null, note: '' }] : [],
      },
    }
  })

/** Any season: half of them ordinary enough for rules to act, half with anything wrong. */
export const aSeason: fc.Arbitrary<Season> = fc.oneof(aGreenSeason, aWildSeason)
