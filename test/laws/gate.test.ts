/** The gate's laws G1–G7, for any rules and for ours. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { known, unknown } from '../../core/lib/reading.ts'
import { green } from '../../core/playbook/basis/given.ts'
import { judge } from '../../core/playbook/gate.ts'
import { type Answer, type Case, levels, type Rule, stateNames } from '../../core/playbook/rule.ts'
import { rules as ours } from '../../core/playbook/rules/index.ts'
import { aCase, aRule, someRules } from '../kit/arbitrary-cases.ts'

const strictness = (rules: readonly Rule[], given: Case) => levels.indexOf(judge(rules, given).level)
const law = <T>(name: string, property: fc.IProperty<T>) => test(name, () => fc.assert(property, { numRuns: 400 }))
const isSure = (rule: Rule, given: Case) => {
  try {
    const answer = rule.applies(given)
    return answer.known && answer.value !== false
  } catch {
    return false
  }
}
const allows: Rule = {
  id: 'allows',
  title: 'allows',
  level: 'auto',
  applies: () => ({ known: true, value: 'fine', from: [] }),
}
const breaks: Rule = {
  id: 'breaks',
  title: 'breaks',
  level: 'ask',
  applies: () => {
    throw new Error('broken')
  },
}

law(
  '[G1] nothing is applied unless a rule is sure that it may be',
  fc.property(
    someRules,
    aCase,
    (rules, given) =>
      judge(rules, given).level !== 'auto' || rules.some(rule => rule.level === 'auto' && isSure(rule, given)),
  ),
)
law(
  '[G1] ours as well',
  fc.property(
    aCase,
    given => judge(ours, given).level !== 'auto' || ours.some(rule => rule.level === 'auto' && isSure(rule, given)),
  ),
)
law(
  '[G2] a rule that asks for more is never outvoted',
  fc.property(
    someRules,
    aRule,
    aCase,
    (rules, more, given) => more.level === 'auto' || strictness([...rules, more], given) >= strictness(rules, given),
  ),
)
law(
  '[G2] a rule that applies is never outvoted by a freer one',
  fc.property(someRules, aCase, (rules, given) =>
    rules.every(rule => !isSure(rule, given) || strictness(rules, given) >= levels.indexOf(rule.level)),
  ),
)
law(
  '[G3] order and repetition do not matter',
  fc.property(someRules, aCase, (rules, given) => {
    expect(judge([...rules.toReversed(), ...rules], given)).toEqual(judge(rules, given))
  }),
)
law(
  '[G4] the reasons are exactly the rules at the level decided, and there is always one',
  fc.property(someRules, aCase, (rules, given) => {
    const { level, because } = judge(rules, given)
    expect(because.length).toBeGreaterThan(0)
    expect(because.every(reason => reason.level === level)).toBe(true)
    const sure = rules.filter(rule => rule.level === level && isSure(rule, given)).map(({ id }) => id)
    expect(because.map(({ rule }) => rule)).toEqual(expect.arrayContaining(sure))
  }),
)
test('[G5] a broken rule blocks what another would allow', () => {
  expect(judge([allows], green).level).toBe('auto')
  expect(judge([allows, breaks], green)).toEqual({
    level: 'ask',
    because: [{ rule: 'breaks', level: 'ask', says: 'breaks: this rule failed' }],
  })
})
test('[G5] a broken permission permits nothing', () =>
  expect(judge([{ ...breaks, level: 'auto' }], green).level).toBe('ask'))

/** For each thing a rule may look at, what it may turn out to be. */
const turnsOut: { readonly [field in keyof Case]?: readonly Case[field][] } = {
  loadRise: [-60, -15, -10, 0, 6, 40].map(percent => known(percent)),
  easedBy: [0, 20, 40, 60].map(percent => known(percent)),
  zoneMove: [0, 2, 5].map(percent => known(percent)),
  madeThisWeek: [0, 1, 2, 3].map(made => known(made)),
  onSwapList: [known(true), known(false)],
  ...Object.fromEntries(
    (['unavailable', 'hardDayNear', 'beyondLongestRun', 'lowersKey', 'otherWeek', 'locked'] as const).map(field => [
      field,
      [known<false>(false), known('so it is')],
    ]),
  ),
}

law(
  '[G6] not knowing is never freer than knowing',
  fc.property(aCase, given => {
    for (const [field, values] of Object.entries(turnsOut)) {
      const lost = strictness(ours, { ...given, [field]: unknown('lost') })
      for (const value of values)
        expect([field, lost >= strictness(ours, { ...given, [field]: value })]).toEqual([field, true])
    }
  }),
)
law(
  '[G6] nor is not knowing a state',
  fc.property(aCase, given => {
    const inState = (state: string, answer: Answer) =>
      strictness(ours, { ...given, states: { ...given.states, [state]: answer } })
    for (const state of stateNames) {
      const lost = inState(state, unknown('lost'))
      expect([state, lost >= inState(state, known('so it is')), lost >= inState(state, known<false>(false))]).toEqual([
        state,
        true,
        true,
      ])
    }
  }),
)
law(
  '[G7] the same case gives the same verdict, byte for byte',
  fc.property(aCase, given => {
    expect(JSON.stringify(judge([...ours].reverse(), given))).toBe(JSON.stringify(judge(ours, structuredClone(given))))
  }),
)
