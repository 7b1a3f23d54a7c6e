/** The app takes a tenth of the FIT tables along: with that tenth every file reads as it does with all of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { importBytes } from '../../core/import/index.ts'
import { type Tables, tablesRead } from '../../pwa/fit-tables.ts'
import { fitFile, steadyRun } from '../kit/fit-file.ts'

const tables = (await import(
  /* @vite-ignore */ pathToFileURL('node_modules/fit-file-parser/dist/profile.js').href
)) as Tables
const edges = '../shared/data/edge-fit'
const files = [
  { name: 'run.fit', bytes: fitFile({ samples: steadyRun(600), laps: [{ from: 0, durationS: 300, distanceM: 900 }] }) },
  ...(existsSync(edges)
    ? readdirSync(edges, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.fit'))
    : []
  ).map(name => ({
    name,
    bytes: new Uint8Array(readFileSync(`${edges}/${name}`)),
  })),
].filter(({ bytes }) => bytes.length < 200_000)

const readAll = () =>
  Promise.all(
    files.map(file => importBytes(file, { freeBytes: null, stopped: () => false, zone: () => 0, withStreams: true })),
  )

/** Leaves in a table only what stands in another; gives what puts the rest back. */
const cut = (table: object, kept: object): (() => void) => {
  const whole = { ...table }
  for (const name of Object.keys(table)) if (!Object.hasOwn(kept, name)) Reflect.deleteProperty(table, name)
  return () => void Object.assign(table, whole)
}

test('files read the same with the part of the tables that is taken along', async () => {
  const read = tablesRead(tables)
  expect(JSON.stringify(read).length * 4).toBeLessThan(JSON.stringify(tables).length)
  const whole = await readAll()
  // Why put back: the tables are the library's own, and another test of this process may read with all of them.
  const back = [cut(tables.PROFILE_MESSAGES, read.PROFILE_MESSAGES), cut(tables.PROFILE_TYPES, read.PROFILE_TYPES)]
  const part = await readAll().finally(() => {
    for (const put of back) put()
  })
  expect(part).toEqual(whole)
})
