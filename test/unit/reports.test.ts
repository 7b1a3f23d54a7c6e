/** Every report's own examples, and that the shelf is complete. */
import { describe, expect, test } from 'vitest'
import { reports } from '../../core/reports/index.ts'
import type { Example, Report } from '../../core/reports/report.ts'
import { shelf } from '../kit/shelf.ts'

const files = await shelf<{ report: Report; examples: readonly Example[] }>('core/reports', [
  'report.ts',
  'while-writing.ts',
])

test('every report file is in the index under its own name', () =>
  expect(reports.map(({ id }) => id).sort()).toEqual([...files.keys()].sort()))

for (const [id, { report, examples }] of files)
  describe(report.title, () => {
    test('its id is its file', () => expect(report.id).toBe(id))
    test.each(examples)('$name', ({ given, says }) => expect(report.write(given()).map(one => one.says)).toEqual(says))
  })
