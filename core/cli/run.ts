/** One command of `tandem`: the same core as the app, without a browser. */
import { unitMark } from '../model/say-day.ts'
import { readArguments } from './arguments.ts'
import { help } from './help.ts'
import { runImport } from './import.ts'
import type { Screen } from './reading.ts'

/** Runs one command and returns its exit code: 0, 1 for bad input, 2 for bad usage. */
export const run = async (given: readonly string[], terminal: Screen): Promise<number> => {
  // Why: in a file or a pipe a figure is looked for as it is typed, with an ordinary space before its unit.
  const screen: Screen = { ...terminal, out: text => terminal.out(text.replaceAll(unitMark, ' ')) }
  const command = readArguments(given)
  if (!command.ok) {
    screen.err(`tandem: ${command.error.says}. See \`tandem --help\`.`)
    return 2
  }
  switch (command.value.type) {
    case 'help':
      screen.out(help)
      return 0
    case 'import':
      return runImport(command.value, screen)
    case 'review':
      return (await import('./review.ts')).runReview(command.value, screen)
    case 'dry-run':
      return (await import('./dry-run.ts')).runDryRun(command.value, screen)
    case 'explain':
      return (await import('./explain.ts')).runExplain(command.value, screen)
    case 'science':
      return (await import('./science.ts')).runMetric(command.value, screen)
    case 'science-vectors':
      return (await import('./science.ts')).runVectors(command.value, screen)
    case 'science-backtest':
      return (await import('./backtest-text.ts')).runBacktest(command.value, screen)
    case 'science-stored':
      return (await import('./stored.ts')).runStored(command.value, screen)
    case 'race-course':
      return (await import('./race-course.ts')).runCourse(command.value, screen)
    case 'race-debrief':
      return (await import('./race-debrief.ts')).runDebrief(command.value, screen)
    case 'race-ultra':
      return (await import('./race-ultra.ts')).runUltra(command.value, screen)
    case 'race-slowdown':
      return (await import('./slowdown.ts')).runSlowdown(command.value, screen)
    case 'science-list':
      return (await import('./science.ts')).listMetrics(command.value, screen)
  }
}
