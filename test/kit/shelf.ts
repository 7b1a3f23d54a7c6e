/** Every module of a shelf folder, by file name, read from disk so that a file missing from the index is seen too. */
import { readdirSync } from 'node:fs'

/** `contract` names the files that are not things: the index and the contract itself. */
export const shelf = async <M>(folder: string, contract: readonly string[]): Promise<ReadonlyMap<string, M>> => {
  const files = readdirSync(folder).filter(
    file => /\.tsx?$/.test(file) && file !== 'index.ts' && !contract.includes(file),
  )
  const modules = files.map(
    async file => [file.replace(/\.tsx?$/, ''), (await import(`../../${folder}/${file}`)) as M] as const,
  )
  return new Map(await Promise.all(modules))
}
