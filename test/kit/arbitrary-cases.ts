/** Random cases and rules for the gate, in human units, so that ordinary values are common. */
import fc from 'fast-check'
import { known, type Reading, unknown } from '../../core/lib/reading.ts'
import { changeKinds } from '../../core/model/edit.ts'
import { green } from '../../core/playbook/basis/given.ts'
import { type Case, levels, type Rule, stateNames } from '../../core/playbook/rule.ts'

const orUnknown = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<Reading<T>> =>
  fc.oneof({ weight: 4, arbitrary: values.map(value => known(value)) }, fc.constant(unknown('not measured')))
const percent = orUnknown(fc.integer({ min: -60, max: 60 }))
const trouble = orUnknown(fc.constantFrom<(string | false)[]>(false, false, 'something is wrong'))

const aWildCase: fc.Arbitrary<Case> = fc.record({
  kind: fc.constantFrom(...changeKinds),
  by: fc.constantFrom('rule', 'athlete'),
  allowed: fc.record({
    'recompute-zones': fc.boolean(),
    'ease-easy-day': fc.boolean(),
    'move-session': fc.boolean(),
    'swap-equal': fc.boolean(),
    'athlete-moves': fc.boolean(),
  }),
  states: fc.record(
    Object.fromEntries(stateNames.map(name => [name, trouble])) as {
      [name in (typeof stateNames)[number]]: typeof trouble
    },
  ),
  loadRise: percent,
  easedBy: percent,
  zoneMove: orUnknown(fc.integer({ min: 0, max: 8 })),
  madeThisWeek: orUnknown(fc.integer({ min: 0, max: 4 })),
  onSwapList: orUnknown(fc.boolean()),
  unavailable: trouble,
  hardDayNear: trouble,
  beyondLongestRun: trouble,
  lowersKey: trouble,
  otherWeek: trouble,
  locked: trouble,
})

/** Nothing in the way but a thing or two, so that one rule by itself can make the difference. */
const aGreenCase: fc.Arbitrary<Case> = fc
  .record({
    wild: aWildCase,
    kind: fc.constantFrom<Case['kind'][]>(
      'recompute-zones',
      'ease-easy-day',
      'move-session',
      'swap-equal',
      'raise-load',
    ),
    by: fc.constantFrom<Case['by'][]>('rule', 'rule', 'athlete'),
    taken: fc.subarray(Object.keys(green) as (keyof Case)[], { maxLength: 2 }),
    state: fc.option(fc.constantFrom(...stateNames)),
  })
  .map(({ wild, kind, by, taken, state }) => ({
    ...green,
    loadRise: known(-10),
    kind,
    by,
    ...Object.fromEntries(taken.filter(name => name !== 'states').map(name => [name, wild[name]])),
    states: state ? { ...green.states, [state]: wild.states[state] } : green.states,
  }))

export const aCase: fc.Arbitrary<Case> = fc.oneof({ weight: 3, arbitrary: aGreenCase }, aWildCase)

const answers = [
  () => known('so it is'),
  () => known<false>(false),
  () => unknown('not measured'),
  (): never => {
    throw new Error('broken')
  },
]
export const aRule: fc.Arbitrary<Rule> = fc
  .record({ id: fc.uuid(), level: fc.constantFrom(...levels), applies: fc.constantFrom(...answers) })
  .map(rule => ({ ...rule, title: rule.id }))
export const someRules = fc.array(aRule, { maxLength: 8 })
