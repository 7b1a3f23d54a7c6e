/** Figures that other programs stored: reproduced, or apart for a reason that has a name. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sayStored, storedIn } from '../../core/cli/stored.ts'

const data = '../shared/data'

test.skipIf(!existsSync(data))(
  'intervals.icu’s series to 1e-4; Elevate’s scores matched, its TRIMP explained',
  async () => {
    const stored = await storedIn(data)
    if (!stored.ok) throw new Error(stored.error.says)
    const counts = new Map<string, number>()
    for (const { figure, verdict } of stored.value)
      counts.set(`${figure} ${verdict}`, (counts.get(`${figure} ${verdict}`) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      'fitness (ctl) matched': 111,
      'fatigue (atl) matched': 111,
      'ramp rate matched': 105,
      'mean share of reserve, % matched': 91,
      'TRIMP explained': 91,
      'heart-rate score (HRSS) matched': 91,
      'pace score (RSS) matched': 4,
    })
    const series = stored.value.filter(({ program }) => program === 'intervals.icu')
    expect(Math.max(...series.map(({ theirs, ours }) => Math.abs(theirs - ours)))).toBeLessThan(1e-5)
    expect(sayStored(stored.value)).toContain('604 matched or explained, 0 apart')
  },
)

test('a figure apart is shown with both values', () => {
  const figure = { program: 'A', figure: 'load', of: '2026-05-01', theirs: 100, ours: 90, verdict: 'apart' } as const
  expect(sayStored([figure])).toContain('apart  2026-05-01: theirs 100, ours 90')
})
