import fc from 'fast-check'
import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { activitiesIn, explainImport, type FileReport, importBytes } from '../../core/import/index.ts'
import { parse } from '../../core/lib/parse.ts'
import { activitySchema } from '../../core/model/activity.ts'
import { fitFile, steadyRun } from '../kit/fit-file.ts'
import { faultsOn } from '../kit/import-outcome.ts'
import { spoiled } from '../kit/import-seeds.ts'
import { gpxFile, gpxTrack, tcxFile } from '../kit/route-file.ts'

const options = { freeBytes: 50_000_000, stopped: () => false, zone: () => 60 }
const names = ['a.fit', 'a.fit.gz', 'a.zip', 'activities.csv', 'a.gpx', 'a', 'a.tcx', 'a.tcx.gz']

/** A result is at least one report; each names the file, says something, and holds only activities of the right shape. */
const isResult = (name: string, reports: readonly FileReport[]) => {
  expect(reports.length).toBeGreaterThan(0)
  for (const report of reports) {
    expect(report.file.startsWith(name)).toBe(true)
    expect(explainImport(report)).toContain(report.file)
    // Why: these bytes are in memory, so not being readable would be an exception that the last door caught.
    expect(report.why?.type).not.toBe('NotReadable')
    expect(report.outcome === 'imported').toBe(report.entries.length > 0)
    for (const activity of activitiesIn(report))
      expect(parse(activitySchema, activity)).toEqual({ ok: true, value: activity })
  }
}
const read = async (name: string, bytes: Uint8Array) => isResult(name, await importBytes({ name, bytes }, options))

const run = fitFile({
  samples: steadyRun(120),
  pauses: [[50, 60]],
  laps: [{ from: 0, durationS: 60, distanceM: 180 }],
})
const table = strToU8(
  'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time,Distance\n1,"May 12, 2026, 5:00:00 AM","Long, slow",Run,60,1,activities/1.fit,3600,10000\n2,"May 13, 2026, 5:00:00 AM",Run,Run,60,1,,1800,5000\n',
)
const archive = zipSync({ 'activities.csv': table, 'activities/1.fit': run, 'b.fit.gz': gzipSync(run) })
const track = gpxFile({ samples: steadyRun(40), sport: 'running', title: 'Tuesday', breaks: [20] })
const laps = tcxFile({
  samples: steadyRun(40),
  laps: [
    { from: 0, to: 20, meanHr: 150 },
    { from: 20, to: 40 },
  ],
})
const seeds = [run, gzipSync(run), archive, table, track, laps, gzipSync(track)]

const roots = ['', '<gpx>', '<gpx version="1.0"><trk><trkseg>', '<TrainingCenterDatabase><Activities>', gpxTrack({})]
const pieces = [
  '<trk>',
  '</trk>',
  '<trkseg>',
  '</trkseg>',
  '<trkpt lat="1" lon="2">',
  '<trkpt lat="95" lon="x">',
  '</trkpt>',
  '<time>2026-05-12T05:00:00Z</time>',
  '<time>2026-05-12T05:00:10+02:00</time>',
  '<time>2028-01-01T00:00:00Z</time>',
  '<ele>9e9</ele>',
  '<type>9</type>',
  '<hr>150</hr>',
  '<Activity Sport="Running">',
  '</Activity>',
  '<Lap StartTime="2026-05-12T05:00:00Z">',
  '</Lap>',
  '<Track>',
  '</Track>',
  '<Trackpoint><Time>2026-05-12T05:00:05Z</Time>',
  '</Trackpoint>',
  '<TotalTimeSeconds>600</TotalTimeSeconds>',
  '<DistanceMeters>-5</DistanceMeters>',
  '<DistanceMeters>1800</DistanceMeters>',
  '<!-- -->',
  '<![CDATA[ & ]]>',
  '&amp;',
  '&',
  '<!DOCTYPE x>',
  '\u0000',
]

/** A real file with some bytes changed, cut out, doubled, or cut off. */
const mutated = fc
  .record({
    seed: fc.constantFrom(...seeds),
    changes: fc.array(fc.record({ at: fc.nat(), to: fc.nat(255) }), { maxLength: 12 }),
    cut: fc.option(fc.nat()),
    twice: fc.boolean(),
  })
  .map(({ seed, changes, cut, twice }) => {
    const bytes = new Uint8Array(twice ? [...seed, ...seed] : seed)
    for (const { at, to } of changes) bytes[at % bytes.length] = to
    return cut === null ? bytes : bytes.slice(0, cut % (bytes.length + 1))
  })

describe('[I1] any bytes give a result, never an exception', { timeout: 60_000 }, () => {
  test('of no format at all', () =>
    fc.assert(fc.asyncProperty(fc.constantFrom(...names), fc.uint8Array({ maxLength: 400 }), read), { numRuns: 300 }))

  test('that begin like a format', () => {
    const heads = [
      [0x50, 0x4b, 3, 4],
      [0x50, 0x4b, 5, 6],
      [0x1f, 0x8b, 8],
      [...run.slice(0, 14)],
      [...run.slice(0, 90)],
    ]
    const bytes = fc
      .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }))
      .map(([head, rest]) => new Uint8Array([...head, ...rest]))
    return fc.assert(fc.asyncProperty(fc.constantFrom(...names), bytes, read), { numRuns: 300 })
  })

  test('of real files with changes', () =>
    fc.assert(fc.asyncProperty(fc.constantFrom(...names), mutated, read), { numRuns: 400 }))

  test('of marked-up files whose elements stand anywhere and claim anything', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 60 })
      .map(list => strToU8(list.join('')))
    return fc.assert(
      fc.asyncProperty(fc.constantFrom('a.gpx', 'a.tcx'), fc.constantFrom(...roots), text, (name, root, inside) =>
        read(name, strToU8(root + new TextDecoder().decode(inside))),
      ),
      { numRuns: 400 },
    )
  })

  test('of marked-up recordings whose values claim anything', () => {
    const value = fc.constantFrom(
      '',
      '0',
      '-1',
      '9e99',
      'NaN',
      '1e7',
      '300',
      'x',
      '2026-05-12T05:00:30Z',
      '9999-12-31T24:00:00Z',
    )
    const file = fc
      .tuple(fc.constantFrom(track, laps), fc.array(fc.tuple(fc.nat(), value), { maxLength: 8 }))
      .map(([seed, changes]) => {
        const parts = new TextDecoder().decode(seed).split(/((?<=[>"])[^<>"]+(?=[<"]))/)
        for (const [at, to] of changes) parts[2 * (at % Math.floor(parts.length / 2)) + 1] = to
        return strToU8(parts.join(''))
      })
    return fc.assert(fc.asyncProperty(fc.constantFrom('a.gpx', 'a.tcx'), file, read), { numRuns: 400 })
  })

  test('of tables whose rows claim anything', () => {
    const header =
      'Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Max Heart Rate,Filename,Elapsed Time,Distance'
    const number = fc.constantFrom('', '0', '-1', '60', '1800.5', '1e9', '9e99', 'NaN', 'x', '1,5')
    const row = fc
      .tuple(number, number, number, number, number)
      .map(([a, b, c, d, e]) => `7,"May 12, 2026, 5:00:00 AM",Run,"${a}","${b}","${c}",,"${d}","${e}"`)
    const table = fc.array(row, { minLength: 1, maxLength: 5 }).map(rows => strToU8([header, ...rows].join('\n')))
    return fc.assert(
      fc.asyncProperty(table, bytes => read('activities.csv', bytes)),
      { numRuns: 200 },
    )
  })

  test('of tables of anything', () => {
    const cell = fc.constantFrom(
      '',
      '1',
      '"',
      '""',
      ',',
      '\n',
      '\r\n',
      'Activity ID',
      'Distance',
      '12.05.2026, 05:00',
      '-9e99',
      'é',
      '\u0000',
    )
    const text = fc.array(cell, { maxLength: 60 }).map(cells => strToU8(`Activity ID,Activity Date,${cells.join('')}`))
    return fc.assert(
      fc.asyncProperty(text, bytes => read('activities.csv', bytes)),
      { numRuns: 300 },
    )
  })
})

test('[I2] reading the same bytes again gives the same activities', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async bytes => {
      const first = await importBytes({ name: 'a', bytes }, options)
      expect(await importBytes({ name: 'a', bytes }, options)).toEqual(first)
    }),
    { numRuns: 60 },
  )
}, 60_000)

// Why numbered: the first files of `npm run soak fuzz`; one that broke a promise there is added by its number.
const pinned: readonly number[] = []
test('[I1] spoiled files of every format give a result of the right shapes', { timeout: 120_000 }, async () => {
  for (const number of [...Array.from({ length: 150 }, (_, i) => i + 1), ...pinned])
    expect({ number, wrong: await faultsOn(spoiled(number)) }).toEqual({ number, wrong: [] })
})
