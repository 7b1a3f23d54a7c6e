/** Samples read straight from the bytes are those the library reads, and what is left to it is told as before. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { decodeMessages, recordsOf } from '../../core/import/fit/decode.ts'
import { asFile, lastWholeMessage, partsOf } from '../../core/import/fit/frame.ts'
import { partRecords } from '../../core/import/fit/records.ts'
import { fitFile, steadyRun } from '../kit/fit-file.ts'

const data = '../shared/data'
const read = (path: string): Uint8Array => {
  const bytes = new Uint8Array(readFileSync(path))
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}
const filesIn = (folder: string) =>
  existsSync(`${data}/${folder}`)
    ? readdirSync(`${data}/${folder}`, { recursive: true, encoding: 'utf8' })
        .filter(name => /\.fit(\.gz)?$/i.test(name) && statSync(`${data}/${folder}/${name}`).size < 160_000)
        .sort()
        .map(name => `${data}/${folder}/${name}`)
    : []

/** Of each part: what both ways read, or null where the fast way leaves all of it to the library. */
const bothWays = (bytes: Uint8Array) =>
  partsOf(bytes).parts.flatMap(part => {
    const end = part.whole ? part.dataEnd : lastWholeMessage(bytes, part)
    const parted = partRecords(bytes, part, end)
    const whole = decodeMessages(asFile(bytes, part, [[part.from, end]]))
    if (parted === undefined || parted === 'too-long' || whole === undefined) return []
    const rest = decodeMessages(asFile(bytes, part, parted.rest))
    const told = (message: typeof whole | undefined) => ({
      ids: message?.file_ids,
      sports: message?.sports,
      sessions: message?.sessions,
      laps: message?.laps,
      events: message?.events,
      activity: (message?.messages as { activity?: unknown } | undefined)?.activity,
    })
    return [{ fast: parted.records, library: recordsOf(whole), rest: told(rest), all: told(whole) }]
  })

const same = (bytes: Uint8Array): number => {
  let records = 0
  for (const { fast, library, rest, all } of bothWays(bytes)) {
    expect(fast.length).toBe(library.length)
    const differing = fast.flatMap((record, i) =>
      (Object.keys(record) as (keyof typeof record)[]).flatMap(field => {
        const [value, other] = [record[field], library[i]![field]]
        // Why a tolerance: the library rounds some of its quotients.
        const isSame = value === null || other === null ? value === other : Math.abs(value - other) < 0.0051
        return isSame ? [] : [{ i, field, value, other }]
      }),
    )
    expect(differing).toEqual([])
    expect(rest).toEqual(all)
    records += fast.length
  }
  return records
}

test('of a file of our own', () => {
  expect(same(fitFile({ samples: steadyRun(120), pauses: [[50, 60]] }))).toBeGreaterThan(100)
})

describe.skipIf(!existsSync(data))('of real files', { timeout: 120_000 }, () => {
  const paths = [
    ...filesIn('edge-fit'),
    ...filesIn('elevate-fixtures'),
    ...filesIn('runner-x3cl-fit/2018-marathon-build').slice(0, 6),
    ...filesIn('runner-jasonjdd-fit/2025-summer-two-sources').slice(0, 4),
  ]
  test.each(paths)('%s', path => {
    same(read(path))
  })
  test('nearly all of them are read the fast way', () => {
    const fast = paths.filter(path => bothWays(read(path)).length > 0)
    expect(fast.length).toBeGreaterThan(0.8 * paths.length)
  })
})
