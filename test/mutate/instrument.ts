/** Every file of the playbook and of the drafts with all its lies in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { type Mutant, mutantsIn } from './operators.ts'

/** What is broken; a file of given examples is what the lies are held against. */
export const broken = (file: string): boolean =>
  /^core\/(playbook|proposals)\/.*\.ts$/.test(file) && !/\/(index|given|swaps)\.ts$/.test(file)

let all: ReadonlyMap<string, readonly Mutant[]> | null = null

/** The lies of each file, numbered alike wherever they are counted. */
export const mutantsByFile = (): ReadonlyMap<string, readonly Mutant[]> => {
  if (all !== null) return all
  let next = 1
  const files = ['core/playbook', 'core/proposals']
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file.replaceAll('\\', '/')}`),
    )
    .filter(broken)
    .sort()
  all = new Map(
    files.map(file => {
      const mutants = mutantsIn(file, readFileSync(file, 'utf8'), next)
      next += mutants.length
      return [file, mutants]
    }),
  )
  return all
}

export const allMutants = (): readonly Mutant[] => [...mutantsByFile().values()].flat()
