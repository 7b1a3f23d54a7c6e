/** The decision tree's examples as they stand in the playbook document: each holds, with any playbook a coach starts from. */
import { describe, expect, test } from 'vitest'
import { examplesOf, tree } from '../../core/examples/index.ts'
import { defaultPlaybook, newCoachPlaybook } from '../../core/playbook/index.ts'
import { openPlaybook } from '../kit/season.ts'

const playbooks = { 'a new coach': newCoachPlaybook, 'the default': defaultPlaybook, 'everything open': openPlaybook }

describe.each(Object.entries(playbooks))('with %s', (_, playbook) => {
  test.each(tree)('$id $given → $verdict', ({ run }) => {
    const { holds, answered } = run(playbook)
    expect(holds, answered.join('\n')).toBe(true)
  })
})

test('an example says what the engine answered where it does not hold', () => {
  const two = { ...openPlaybook, thresholds: { ...openPlaybook.thresholds, sleepShortNights: 2 } }
  const { holds, answered } = tree.find(({ id }) => id === 'E1')!.run(two)
  expect(holds).toBe(false)
  expect(answered).toContain('Noticed: 2 of the last 4 nights known were poor.')
})

test('a rule finds its examples', () => {
  expect(examplesOf('sleep-short').map(({ id }) => id)).toEqual(['E3', 'E4'])
  expect(examplesOf('R8').map(({ id }) => id)).toEqual(['E15'])
})
