/** Random workouts of everything a step can hold: every kind of target, ramps, cadence, laps, headings, hostile cues. */
import fc from 'fast-check'
import {
  isHeading,
  mostOfRange,
  type RangeTarget,
  type Repeat,
  rangeKinds,
  roles,
  type Step,
  type Steps,
  zones,
} from '../../core/model/workout.ts'

const aCue = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    'Strong, relaxed',
    'run 5m easy',
    ' spaces ',
    '"quoted',
    '6x',
    '- dash',
    'two\nlines',
    '',
    '10 km',
    '30"',
    'First 33^Second at 33s',
    'lap press',
    'press lap 9m',
    'mind <!> this',
    'ramp 10-20%',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }).filter(text => text.length <= 200),
)

const aRange: fc.Arbitrary<RangeTarget> = fc
  .record({
    of: fc.constantFrom(...rangeKinds),
    from: fc.integer({ min: 1, max: 5999 }),
    to: fc.integer({ min: 1, max: 5999 }),
    over: fc.integer({ min: 1, max: 86_400 }),
    isOne: fc.boolean(),
    ramp: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ of, from, to, over, isOne, ramp }) => {
    const within = (value: number) => (value % mostOfRange(of)) + 1
    return {
      type: 'range',
      of,
      from: within(from - 1),
      to: within(isOne ? from - 1 : to - 1),
      ...(of === 'best-power' ? { over } : {}),
      ...(ramp === 0 ? { ramp: true as const } : {}),
    }
  })

const anAmount: fc.Arbitrary<Step['amount']> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 7200 }).map(value => ({ unit: 's' as const, value })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 50_000 }).map(value => ({ unit: 'm' as const, value })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 500 }).map(value => ({ unit: 'm' as const, value: value * 100 })) },
  { weight: 1, arbitrary: fc.constant({ unit: 'lap' as const }) },
)

const aHeading = fc
  .oneof(
    fc.constantFrom('Main set', 'Hill block', 'Cooldown, barefoot', 'Warm-up with strides', 'Recovery', 'Über Land:'),
    fc.string({ unit: 'grapheme', maxLength: 40 }).map(words => `a${words}`.trim()),
  )
  .filter(isHeading)

/** Spread where a field is there or not there at all. */
const perhaps = <K extends string, V>(name: K, value: fc.Arbitrary<V>): fc.Arbitrary<{ [name in K]?: V }> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: value.map(one => ({ [name]: one }) as { [name in K]?: V }) },
  )

const aStepBare: fc.Arbitrary<Step> = fc
  .tuple(
    fc.record({
      type: fc.constant('step' as const),
      role: fc.constantFrom(...roles),
      amount: anAmount,
      target: fc.oneof(
        fc.record({ type: fc.constant('zone' as const), zone: fc.constantFrom(...zones) }),
        fc.record({ type: fc.constant('effort' as const), rpe: fc.integer({ min: 1, max: 10 }) }),
        fc.constant({ type: 'free' as const }),
        aRange,
      ),
      cue: aCue,
    }),
    perhaps('lap', fc.constant(true as const)),
    perhaps(
      'cadence',
      fc.record({
        unit: fc.constantFrom('rpm' as const, 'spm' as const),
        from: fc.integer({ min: 1, max: 300 }),
        to: fc.integer({ min: 1, max: 300 }),
      }),
    ),
  )
  .map(([step, lap, cadence]) => ({ ...step, ...(step.amount.unit === 'lap' ? {} : lap), ...cadence }))

const aHeadedStep = fc
  .tuple(aStepBare, perhaps('heading', aHeading))
  .map(([step, heading]) => ({ ...step, ...heading }))

const aRepeat: fc.Arbitrary<Repeat> = fc
  .tuple(
    fc.record({
      type: fc.constant('repeat' as const),
      times: fc.integer({ min: 1, max: 100 }),
      steps: fc.array(aStepBare, { minLength: 1, maxLength: 6 }),
    }),
    perhaps('heading', aHeading),
  )
  .map(([repeat, heading]) => ({ ...repeat, ...heading }))

/** Any workout the model can hold. */
export const anySteps: fc.Arbitrary<Steps> = fc.array(
  fc.oneof({ weight: 2, arbitrary: aHeadedStep }, { weight: 1, arbitrary: aRepeat }),
  { maxLength: 8 },
)
