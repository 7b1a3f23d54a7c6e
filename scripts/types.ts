/** Checks the types of every room that tsconfig.json lists, each by its own rules. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { runTool } from './run.ts'

/** Why: not `tsc -b`, which writes a file beside every room even when it is told to write nothing. */
export const checkTypes = async (): Promise<boolean> => {
  const { references } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
    readonly references: readonly { readonly path: string }[]
  }
  let sound = true
  for (const { path } of references) if ((await runTool('tsc', ['-p', path])) !== 0) sound = false
  return sound
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit((await checkTypes()) ? 0 : 1)
