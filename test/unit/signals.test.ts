/** Every signal's own examples, and that the shelf is complete. */
import { describe, expect, test } from 'vitest'
import { signals } from '../../core/signals/index.ts'
import type { Example, Signal } from '../../core/signals/signal.ts'
import { shelf } from '../kit/shelf.ts'

const files = await shelf<{ signal: Signal; examples: readonly Example[] }>('core/signals', ['signal.ts'])

test('every signal file is in the index under its own name', () =>
  expect(signals.map(({ id }) => id).sort()).toEqual([...files.keys()].sort()))

for (const [id, { signal, examples }] of files)
  describe(signal.title, () => {
    test('its id is its file', () => expect(signal.id).toBe(id))
    test('it shows when it is not known', () => expect(examples.some(({ value }) => value === null)).toBe(true))
    test.each(examples)('$name', ({ given, value }) => {
      const reading = signal.read(given())
      expect(reading.known ? reading.value : null).toBe(value)
    })
  })
