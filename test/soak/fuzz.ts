/** Spoiled files through every importer: each gives a result, in time, and in little memory. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { faultsOn } from '../kit/import-outcome.ts'
import { type Seed, seeds, spoiled } from '../kit/import-seeds.ts'
import { isHeapSmall, mostBytes, runWithSmallHeap } from './small-heap.ts'

const data = '../shared/data'
/** Real files up to this size are spoiled as well, where they are at hand. */
const largest = 20_000
const longestMs = 10_000

const realSeeds = (): readonly Seed[] =>
  ['edge-fit', 'edge-gpx-tcx', 'garmin-connect-json', 'intervals-icu-json'].flatMap(folder =>
    existsSync(`${data}/${folder}`)
      ? readdirSync(`${data}/${folder}`, { recursive: true, encoding: 'utf8' })
          .map(name => `${data}/${folder}/${name}`)
          .filter(path => statSync(path).isFile() && statSync(path).size <= largest)
          .sort()
          .map(path => ({ name: path.split('/').at(-1)!, bytes: new Uint8Array(readFileSync(path)) }))
      : [],
  )

/**
 * How many of the files, counted from a number on, broke a promise; each is named by its number.
 * It runs with so small a heap that more than 512 MB for the whole process is not to be had.
 */
export const soakFuzz = async (files: number, from: number): Promise<number> => {
  if (!isHeapSmall()) return runWithSmallHeap(['fuzz', '--files', String(files), '--from', String(from)])
  const all = [...seeds, ...realSeeds()]
  console.log(`fuzz: ${files} spoiled files from number ${from} on, of ${all.length} whole ones`)
  let broken = 0
  let slowest = 0
  let most = 0
  const began = performance.now()
  for (let number = from; number < from + files; number++) {
    // Why each time one and not the other: the few of ours reach every importer, the real ones what nobody thought of.
    const file = spoiled(number, number % 2 === 0 ? seeds : all)
    const started = performance.now()
    const wrong = await faultsOn(file)
    const took = performance.now() - started
    if (took > slowest) slowest = took
    if (number % 50 === 0) most = Math.max(most, process.memoryUsage.rss())
    if (took > longestMs) console.log(`  number ${number} (${file.name}): ${Math.round(took)} ms`)
    if (wrong.length > 0 || took > longestMs) broken++
    for (const what of wrong) console.log(`  number ${number} (${file.name}): ${what}`)
    if ((number - from + 1) % 10_000 === 0) console.log(`  ${number - from + 1} files, ${broken} broken`)
  }
  const seconds = (performance.now() - began) / 1000
  console.log(
    `fuzz: ${files} files in ${seconds.toFixed(0)} s, ${broken} broke a promise; slowest ${slowest.toFixed(0)} ms, memory of the whole process at most ${Math.round(most / 2 ** 20)} MB`,
  )
  if (most > mostBytes) console.log(`  that is more than ${mostBytes / 2 ** 20} MB`)
  return broken + Number(most > mostBytes)
}
