/** The written decision tree: what may be suggested, applied, and what waits, with examples, thresholds and edge cases. */
import { expect, test } from 'vitest'
import { tree } from '../../core/examples/index.ts'
import { changeKinds } from '../../core/model/edit.ts'
import { type ThresholdName, thresholdBounds } from '../../core/model/playbook.ts'
import { defaultPlaybook, kinds, rules, sentences } from '../../core/playbook/index.ts'
import { proposals } from '../../core/proposals/index.ts'
import { openPlaybook } from '../kit/season.ts'

const group = (id: string, playbook = defaultPlaybook) =>
  sentences(playbook).find(one => one.id === id)?.sentences ?? []
const saysOf = (id: string, playbook = defaultPlaybook) =>
  new Map(group('kinds', playbook).map(sentence => [sentence.id, sentence.says])).get(id)

test('[S151] the tree states every draft that may be suggested', () =>
  expect(group('drafts').map(({ id }) => id)).toEqual(proposals.map(({ id }) => id)))

test('[S152] it states what is applied at once, as this playbook allows it', () => {
  expect(saysOf('ease-easy-day')).toContain('waits for the coach')
  expect(saysOf('ease-easy-day', openPlaybook)).toContain('applied at once')
})

test('[S153] it states what always needs a person, whatever is allowed', () => {
  for (const kind of changeKinds.filter(one => kinds[one].base === 'ask'))
    expect(saysOf(kind, openPlaybook)).toContain('waits for the coach')
  for (const kind of changeKinds.filter(one => kinds[one].base === 'coach'))
    expect(saysOf(kind, openPlaybook)).toContain('written by the coach alone')
})

test('[S154][S156] examples and edge cases stand in it and hold with the numbers of the product', () =>
  expect(tree.filter(({ run }) => !run(defaultPlaybook).holds).map(({ id }) => id)).toEqual([]))

test('[S155] every threshold has a sentence of its own, with its value and its bounds', () => {
  const said = group('thresholds').flatMap(({ threshold }) => threshold ?? [])
  expect(said.map(({ name }) => name).sort()).toEqual(Object.keys(thresholdBounds).sort())
  for (const { name, value, low, high } of said) {
    expect([value, low, high]).toEqual([
      defaultPlaybook.thresholds[name],
      thresholdBounds[name as ThresholdName].low,
      thresholdBounds[name as ThresholdName].high,
    ])
    const other = {
      ...defaultPlaybook,
      thresholds: { ...defaultPlaybook.thresholds, [name]: value === low ? high : low },
    }
    expect(
      group('thresholds', other).find(({ threshold }) => threshold?.name === name)?.says,
      `${name} does not stand in its sentence`,
    ).not.toBe(group('thresholds').find(({ threshold }) => threshold?.name === name)?.says)
  }
})

test('[S157][S158] slept badly twice: go on; with soreness up and motivation down: call the coach', () => {
  const holds = (id: string) => tree.find(one => one.id === id)?.run(defaultPlaybook).holds
  expect([holds('E1'), holds('E2')]).toEqual([true, true])
})

test('what makes it stricter names every rule that restrains', () =>
  expect(group('rules').map(({ id }) => id)).toEqual(rules.filter(({ level }) => level !== 'auto').map(({ id }) => id)))
