/** Laps beside the steps they were run for, and the time of a week by intensity. */
import { describe, expect, test } from 'vitest'
import type { Activity } from '../../core/model/activity.ts'
import { alignLaps, type Lap } from '../../core/signals/basis/align-laps.ts'
import { aRun, aSession, daysAgo, given, intervals } from '../../core/signals/basis/given.ts'
import { executionOf, intensityOver, intensityShift } from '../../core/signals/index.ts'
import { flatten } from '../../core/workout/estimate.ts'

const lap = (durationS: number, distanceM: number | null, meanHr: number | null = null): Lap => ({
  durationS,
  distanceM,
  meanHr,
})
const session = intervals(daysAgo(1))
const steps = flatten(session.steps)
const work = (i: number) => lap(180 + (i % 2), 725)
const rest = lap(121, 310)
const asPlanned = [lap(900, 2700), ...[1, 2, 3, 4, 5, 6].flatMap(i => [work(i), rest]), lap(600, 1700)]
const lengths = (laps: readonly (Lap | null)[] | undefined) => laps?.map(one => one?.durationS ?? null)

describe('laps and steps', () => {
  test('as planned, one beside the other', () => expect(alignLaps(steps, asPlanned)).toEqual(asPlanned))

  test('a warm-up cut into kilometres is one step, with its mean heart rate', () => {
    const cut = [lap(300, 1000, 120), lap(300, 1000, 130), lap(300, 900, 140), ...asPlanned.slice(1)]
    const found = alignLaps(steps, cut)!
    expect(found[0]).toEqual(lap(900, 2900, 130))
    expect(found.slice(1)).toEqual(asPlanned.slice(1))
  })

  test('a repeat left out is not run, and the others keep theirs', () => {
    const five = asPlanned.filter((_, i) => i !== 11 && i !== 12)
    const found = lengths(alignLaps(steps, five))!
    expect(found.filter(seconds => seconds === null).length).toBe(2)
    expect(found.filter(seconds => seconds !== null && seconds >= 180 && seconds <= 181).length).toBe(5)
  })

  test('laps before and after belong to nothing', () => {
    const walked = [lap(2000, 1500), ...asPlanned, lap(3000, 2500)]
    expect(alignLaps(steps, walked)?.slice(1, -1)).toEqual(asPlanned.slice(1, -1))
  })

  test('a run by the kilometre follows no repeats', () =>
    expect(
      alignLaps(
        steps,
        Array.from({ length: 10 }, () => lap(330, 1000)),
      ),
    ).toBeUndefined())

  test('no laps follow nothing', () => expect(alignLaps(steps, [])).toBeUndefined())
})

test('each step comes with its pace, its range and how it missed it', () => {
  const profile = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 270, origin: '' } }
  const activities = [
    aRun(daysAgo(1), 10, {
      durationS: 3300,
      splits: [
        ...asPlanned.slice(0, -1).map((one, i) => (i === 1 ? lap(180, 770) : i === 3 ? lap(180, 660) : one)),
        lap(600, 1700),
      ],
    }),
  ]
  const execution = executionOf(given({ profile, sessions: [session], activities }), session)
  expect(execution.known && execution.value.steps.map(({ state }) => state).slice(0, 8)).toEqual([
    'in range',
    'faster',
    'in range',
    'slower',
    'in range',
    'in range',
    'in range',
    'in range',
  ])
  expect(execution.known && execution.value.inRange).toMatchObject({ known: true, value: 4 / 6 })
})

test('without a threshold pace the fade is known and the range is not', () => {
  const execution = executionOf(
    given({
      profile: {},
      sessions: [session],
      activities: [aRun(daysAgo(1), 1, { durationS: 3300, splits: asPlanned, distanceM: null })],
    }),
    session,
  )
  expect(execution.known && [execution.value.fade.known, execution.value.inRange.known]).toEqual([true, false])
})

test('a session of easy running has no execution', () => {
  const easy = aSession(daysAgo(1), { steps: [{ ...steps[0]!, role: 'warmup' }] })
  expect(executionOf(given({ sessions: [easy], activities: [aRun(daysAgo(1), 5)] }), easy).known).toBe(false)
})

describe('intensity', () => {
  const profile = { thresholds: { maxHr: 190, restHr: 50, thresholdHr: 165, thresholdPaceSPerKm: 270, origin: '' } }
  const hour = (ago: number, more: Partial<Activity>) => aRun(daysAgo(ago), 11, { durationS: 3600, ...more })
  const minutes = (easy: number, middle: number, hard: number): [number, number][] => [
    [140, easy * 60],
    [154, middle * 60],
    [166, hard * 60],
  ]
  test('is shared by heart rate where there is one', () =>
    expect(
      intensityOver(
        given({ profile, activities: [hour(2, { hrSeconds: minutes(40, 14, 6) })] }),
        daysAgo(6),
        daysAgo(0),
      ),
    ).toEqual({
      known: true,
      value: { method: 'heart-rate', seconds: [2400, 840, 360], shares: [2400 / 3600, 840 / 3600, 0.1] },
      from: [`run-${daysAgo(2)}`],
    }))

  test('a strap worn on one run of two says nothing of the week', () =>
    expect(
      intensityOver(
        given({ profile, activities: [hour(4, {}), hour(2, { hrSeconds: minutes(40, 14, 6) })] }),
        daysAgo(6),
        daysAgo(0),
      ),
    ).toEqual({ known: false, why: 'too little of the running has a heart rate on file' }))

  test('a pace faster than threshold is hard, one slower than E is easy', () =>
    expect(
      intensityOver(
        given({
          profile,
          activities: [
            hour(2, {
              paceSeconds: [
                [260, 600],
                [290, 600],
                [340, 2400],
              ],
            }),
          ],
        }),
        daysAgo(6),
        daysAgo(0),
      ),
    ).toMatchObject({ value: { method: 'pace', seconds: [2400, 600, 600] } }))

  test('a shift holds the week against the four before, by one measure', () => {
    const weeks = [0, 1, 2, 3, 4].map(week =>
      hour(1 + 7 * week, { hrSeconds: minutes(48, 9, week === 0 ? 12 : 3), durationS: week === 0 ? 4140 : 3600 }),
    )
    const shift = intensityShift(given({ profile, activities: weeks }), daysAgo(0))
    expect(shift).toMatchObject({ known: true, value: { method: 'heart-rate', usual: 0.05 } })
    expect(shift.known && shift.value.points).toBeCloseTo(100 * (12 / 69 - 0.05), 9)
    expect(intensityShift(given({ profile, activities: weeks.slice(0, 3) }), daysAgo(0)).known).toBe(false)
  })
})
