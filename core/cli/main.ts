/** `tandem` on the command line: connects the command to the terminal. */
import type { Screen } from './reading.ts'
import { run } from './run.ts'

const { stderr, stdout } = process
const screen: Screen = {
  out: text => void stdout.write(`${text}\n`),
  err: text => void stderr.write(`${text}\n`),
  progress: text => {
    if (stderr.isTTY) stderr.write(`\r\u001b[K${text}`)
  },
}
// Why the exit code only: leaving at once would cut off what is still being written to a pipe.
process.exitCode = await run(process.argv.slice(2), screen)
