/** The last line of a test run counts everything, and nothing that broke is lost on the way. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { oneCheck, readReport } from '../../scripts/report.ts'

const reading = (report: unknown, exitCode: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-report-'))
  try {
    const path = join(folder, 'report.json')
    if (report !== undefined) writeFileSync(path, JSON.stringify(report))
    return readReport('tests', path, exitCode)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const file = (name: string, status: string, ...tests: readonly string[]) => ({
  name,
  status,
  assertionResults: tests.map((status, i) => ({ status, fullName: `${name} ${i}` })),
})

test('what passed, failed and was skipped is counted and named', () => {
  expect(
    reading({ testResults: [file('a', 'failed', 'passed', 'failed', 'skipped'), file('b', 'passed', 'passed')] }, 1),
  ).toEqual({
    name: 'tests',
    passed: 2,
    failed: 1,
    failures: ['tests: a 1'],
    skipped: ['tests: a 2'],
  })
})

test('a file that could not be run is one failure', () => {
  expect(reading({ testResults: [file('a', 'failed'), file('b', 'passed', 'passed')] }, 1)).toEqual({
    name: 'tests',
    passed: 1,
    failed: 1,
    failures: ['tests: a could not be run'],
    skipped: [],
  })
})

test.each([
  ['a run that ended badly without a failed test', { testResults: [file('a', 'passed', 'passed')] }, 1],
  ['a run that found no test', { testResults: [] }, 0],
  ['a run that wrote nothing', undefined, 0],
])('%s is one failure', (_, report, exitCode) => {
  expect(reading(report, exitCode).failed).toBe(1)
})

test('a check counts as one', () => {
  expect([oneCheck('types', true), oneCheck('lint', false)].map(({ passed, failed }) => [passed, failed])).toEqual([
    [1, 0],
    [0, 1],
  ])
})
