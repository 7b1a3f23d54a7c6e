import { expect, test } from 'vitest'
import { figures } from '../../core/science/figures.ts'
import { signals } from '../../core/signals/index.ts'

const all: Readonly<Record<string, { readonly trust: string }>> = figures

test('a reading and its figure name the same trust', () => {
  const shown = signals.filter(({ id }) => all[id])
  expect(signals.filter(({ id }) => !all[id])).toEqual([])
  expect(shown.map(({ id }) => [id, all[id]!.trust])).toEqual(shown.map(({ id, trust }) => [id, trust]))
})

test('every figure says how, in which unit, by whom and how far it holds', () => {
  for (const [id, { title, formula, unit, source, holds }] of Object.entries(figures))
    for (const text of [title, formula, unit, source, holds]) expect(text.trim(), id).not.toBe('')
})
