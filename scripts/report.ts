/** Counts what a test run did, from the file it wrote. */
import { existsSync, readFileSync } from 'node:fs'

export type Outcome = {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly failures: readonly string[]
  readonly skipped: readonly string[]
}

type Assertion = { readonly status: string; readonly fullName: string }
type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly Assertion[]
  }[]
}

/** A check that is not a test: one passed or one failed. */
export const oneCheck = (name: string, sound: boolean): Outcome => ({
  name,
  passed: sound ? 1 : 0,
  failed: sound ? 0 : 1,
  failures: sound ? [] : [name],
  skipped: [],
})

/**
 * Reads vitest's JSON report. A file that could not be loaded counts as one failure, and so does a run that ended badly
 * without saying which test failed: nothing is lost on the way to the sum.
 */
export const readReport = (name: string, path: string, exitCode: number): Outcome => {
  if (!existsSync(path)) return oneCheck(`${name}: the run wrote no report`, false)
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as Report
  const tests = testResults.flatMap(file => file.assertionResults.map(test => ({ ...test, file: file.name })))
  const named = (wanted: (status: string) => boolean) =>
    tests.filter(test => wanted(test.status)).map(test => `${name}: ${test.fullName}`)
  const failures = [
    ...named(status => status === 'failed'),
    ...testResults
      .filter(file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'))
      .map(file => `${name}: ${file.name} could not be run`),
  ]
  if (exitCode !== 0 && failures.length === 0) failures.push(`${name}: the run ended with code ${exitCode}`)
  const passed = tests.filter(test => test.status === 'passed').length
  if (passed === 0 && failures.length === 0) failures.push(`${name}: no test was found`)
  return {
    name,
    passed,
    failed: failures.length,
    failures,
    skipped: named(status => status !== 'passed' && status !== 'failed'),
  }
}
