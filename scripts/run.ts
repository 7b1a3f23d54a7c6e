/** Runs one of the project's own tools and says how it ended. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Starts `node_modules/.bin/<tool>`; what it prints is shown as it comes. Resolves with its exit code. */
export const runTool = (tool: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> =>
  new Promise(resolve => {
    const child = spawn(join('node_modules', '.bin', tool), words, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    child.on('error', error => {
      console.error(`\`${tool}\` cannot be started: ${error.message}`)
      resolve(1)
    })
    child.on('close', code => resolve(code ?? 1))
  })
