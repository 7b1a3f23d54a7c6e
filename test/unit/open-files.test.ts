import { expect, test } from 'vitest'
import { csv } from '../../core/lib/csv.ts'
import { openReadme, openTables } from '../../core/reports/leaving/open-files.ts'
import { aCheckIn, aRun, aSession, aStep, daysAgo, emptyContent, today } from '../../core/signals/basis/given.ts'

test('a table quotes what has to be quoted, leaves unknown empty, and holds no formula', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['say "hi", twice', null],
        ['=1+1', -3],
        ['two\nlines', false],
      ],
    ),
  ).toBe('a,b\r\n"say ""hi"", twice",\r\n\'=1+1,-3\r\n"two\nlines",false\r\n')
})

test('everything of an athlete stands in tables, one line each, nothing unsaid as a zero', () => {
  const content = {
    ...emptyContent,
    activities: [aRun(daysAgo(1), 10)],
    checkIns: [aCheckIn(today, { soreness: 2, pain: { site: 'calf', level: 3 } })],
  }
  const session = aSession(today, { title: 'Track', steps: [aStep(20, 'T')] })
  const files = new Map(openTables(content, { sessions: [session], races: [] }).map(({ name, text }) => [name, text]))
  const rows = (name: string) => files.get(name)!.trimEnd().split('\r\n')
  expect(rows('activities.csv')).toHaveLength(2)
  expect(rows('activities.csv')[1]).toContain(daysAgo(1))
  expect(rows('check-ins.csv')[1]).toBe(`${today},,,2,,,,,calf,3,,,`)
  expect(files.get('plan.csv')).toContain('Track')
  expect(rows('life.csv')).toEqual(['from,to,what,words'])
  for (const name of files.keys()) expect(openReadme('Mo', today)).toContain(name)
})
