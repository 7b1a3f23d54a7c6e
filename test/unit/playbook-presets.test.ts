/** The three presets: inside every bound, and as coach-heavy as they say. */
import { describe, expect, test } from 'vitest'
import { tree } from '../../core/examples/index.ts'
import { readPlaybookValue } from '../../core/model/playbook-shape.ts'
import {
  changedFields,
  changeFor,
  differences,
  levelOf,
  newCoachPlaybook,
  nextVersion,
  presetNamed,
  presets,
  withPreset,
} from '../../core/playbook/index.ts'

describe.each(presets)('$title', ({ id, playbook }) => {
  test('is a playbook within its bounds', () =>
    expect(readPlaybookValue(playbook)).toEqual({ ok: true, value: playbook }))
  test('applies by itself only where the preset says so', () => {
    const levels = (['recompute-zones', 'ease-easy-day', 'move-session', 'swap-equal'] as const).map(kind =>
      levelOf(kind, playbook),
    )
    expect(new Set(levels)).toEqual(new Set([id === 'busy-marathoner' ? 'auto' : 'ask']))
  })
  test('keeps what no playbook may lose: the examples of pain, fear, key sessions and heat', () => {
    for (const example of tree.filter(one => ['E2', 'E4', 'E10', 'E16', 'E17', 'E20'].includes(one.id)))
      expect(example.run(playbook).holds, example.given).toBe(true)
  })
})

describe('a preset taken by a coach', () => {
  const swaps = newCoachPlaybook.swaps.slice(1)
  const before = { ...newCoachPlaybook, version: 4, title: 'Ann’s', swaps }
  const change = { before, draft: withPreset(before, presetNamed('injury-prone')!) }
  const briefs = (scope: 'all' | 'one') => {
    const held = changeFor(change, scope)
    return differences(held.before, held.draft).map(({ now }) => now)
  }
  test('for all: the draft says every change in words, and keeps the coach’s swap list', () => {
    expect(briefs('all')[0]).toBe('It is called Injury-prone racer.')
    const next = nextVersion(before, change, 'all', true)
    expect(next).toEqual({ ...presetNamed('injury-prone')!.playbook, version: 5, swaps })
  })
  test('for one alone: the same fields are theirs, the title stays, and the words say no more than is signed', () => {
    const next = nextVersion(before, change, 'one', true)
    expect([next.title, next.overrides.length]).toEqual(['Ann’s', changedFields(before, change.draft).length])
    expect(briefs('one')).toEqual(briefs('all').slice(1))
    expect(differences(before, { ...next, overrides: [] }).map(({ now }) => now)).toEqual(briefs('one'))
  })
})
