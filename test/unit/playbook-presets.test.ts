/** The three presets: inside every bound, and as coach-heavy as they say. */
import { describe, expect, test } from 'vitest'
import { tree } from '../../core/examples/index.ts'
import { readPlaybookValue } from '../../core/model/playbook-shape.ts'
import { levelOf, presets } from '../../core/playbook/index.ts'

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
