import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  activitiesIn,
  type ByteSource,
  explainImport,
  type FileReport,
  importBytes,
  importSource,
} from '../../core/import/index.ts'
import { fitFile, fitStart, steadyRun } from '../kit/fit-file.ts'

const options = { freeBytes: null, stopped: () => false, zone: () => 0 }
const read = (bytes: Uint8Array, name = 'export.zip', freeBytes: number | null = null) =>
  importBytes({ name, bytes }, { ...options, freeBytes })
const lines = (reports: readonly FileReport[]) => reports.map(report => `${report.outcome} ${explainImport(report)}`)

const run = fitFile({ samples: steadyRun(300) })
const tomorrow = fitFile({ start: fitStart + 86_400, samples: steadyRun(300) })
const zeros = (size: number) => new Uint8Array(size)

describe('a compressed file', () => {
  test('is read under its own name', async () => {
    expect(lines(await read(gzipSync(run), 'run.fit.gz'))).toEqual(['imported run.fit.gz: read, one activity.'])
  })

  test('that was cut short gives what is there', async () => {
    const packed = gzipSync(fitFile({ samples: steadyRun(3600) }))
    const [report] = await read(packed.slice(0, Math.floor(packed.length / 2)), 'run.fit.gz')
    expect({ count: activitiesIn(report!).length, why: report!.why }).toEqual({
      count: 1,
      why: { type: 'Recovered', what: 'cut-short', sports: [] },
    })
  })

  test('that unpacks to more than 200 times its size is not opened', async () => {
    expect(lines(await read(gzipSync(zeros(5_000_000)), 'run.fit.gz'))).toEqual([
      expect.stringMatching(
        /^refused run\.fit\.gz: it unpacks to more than \d+ times its size, which no recording does/,
      ),
    ])
  })

  test('inside another five times is not followed', async () => {
    const nested = [1, 2, 3, 4, 5].reduce(bytes => gzipSync(bytes), run)
    expect(lines(await read(nested, 'run.fit.gz'))).toEqual([
      'refused run.fit.gz: it is an archive inside archives inside archives. Unpack it once and import what is inside.',
    ])
  })
})

describe('an archive', () => {
  test('gives a report for each file, whatever it is', async () => {
    const bytes = zipSync({
      'runs/a.fit': run,
      'runs/b.fit.gz': gzipSync(tomorrow),
      'runs/route.gpx': strToU8('<gpx version="1.1"></gpx>'),
      'notes.txt': strToU8('Tuesday was hard'),
      'table.csv': strToU8('a,b\n1,2\n'),
      'empty.fit': zeros(0),
      '__MACOSX/runs/._a.fit': strToU8('leftover'),
    })
    expect(lines(await read(bytes))).toEqual([
      'imported export.zip › runs/a.fit: read, one activity.',
      'imported export.zip › runs/b.fit.gz: read, one activity.',
      'refused export.zip › runs/route.gpx: there is no activity inside. Check that this is the right file.',
      'skipped export.zip › notes.txt: this is not a training file that Tandem reads. Give it FIT, GPX or TCX files, an archive (.zip) from Strava or Garmin, or an export of intervals.icu or TrainingPeaks.',
      'refused export.zip › table.csv: this is none of the tables that Tandem reads: the activities.csv of a Strava archive, an export of intervals.icu or TrainingPeaks, or check-ins with a day and answers.',
      'refused export.zip › empty.fit: the file is empty. Download or copy it again.',
    ])
  })

  test('inside an archive is opened, as services pack them', async () => {
    const bytes = zipSync({ 'DI_CONNECT/part1.zip': zipSync({ 'a.fit': run, 'b.fit.gz': gzipSync(tomorrow) }) })
    expect(lines(await read(bytes))).toEqual([
      'imported export.zip › DI_CONNECT/part1.zip › a.fit: read, one activity.',
      'imported export.zip › DI_CONNECT/part1.zip › b.fit.gz: read, one activity.',
    ])
  })

  test('inside archives inside archives is not', async () => {
    const nested = ['3', '2', '1'].reduce(
      (bytes, level) => zipSync({ [`${level}.zip`]: bytes }),
      zipSync({ 'a.fit': run }),
    )
    expect(lines(await read(nested))).toEqual([
      'refused export.zip › 1.zip › 2.zip › 3.zip: it is an archive inside archives inside archives. Unpack it once and import what is inside.',
    ])
  })

  test('with a bomb inside keeps the good files and opens no bomb', async () => {
    const bytes = zipSync(
      { 'bomb.fit': zeros(20_000_000), 'picture.bin': zeros(20_000_000), 'good.fit': run },
      { level: 9 },
    )
    const reports = await read(bytes)
    expect(reports.map(({ file, outcome, why }) => ({ file, outcome, why: why?.type }))).toEqual([
      { file: 'export.zip › bomb.fit', outcome: 'refused', why: 'Bomb' },
      { file: 'export.zip › picture.bin', outcome: 'refused', why: 'Bomb' },
      { file: 'export.zip › good.fit', outcome: 'imported', why: undefined },
    ])
    expect(explainImport(reports[0]!)).toMatch(
      /^export\.zip › bomb\.fit: it unpacks to more than \d+ times its size, which no recording does: not opened\. Do not trust where it came from; export the archive again\.$/,
    )
  })

  test('that lies about the size of a bomb is refused, and no more of it is unpacked than it claimed', async () => {
    const bytes = zipSync({ 'bomb.fit': zeros(20_000_000) }, { level: 9 })
    const lie = 10_000
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 4 < bytes.length; at++) {
      const signature = view.getUint32(at, true)
      if (signature === 0x04034b50) view.setUint32(at + 22, lie, true)
      if (signature === 0x02014b50) view.setUint32(at + 24, lie, true)
    }
    const [report] = await read(bytes)
    expect({ outcome: report!.outcome, why: report!.why }).toEqual({ outcome: 'refused', why: { type: 'Damaged' } })
  })

  test('that needs more room than is free is refused before it is unpacked', async () => {
    const noise = new Uint8Array(60_000).map((_, i) => (i * 7919) % 251)
    const bytes = zipSync({ 'a.fit': noise, 'b.fit': noise })
    expect(lines(await read(bytes, 'export.zip', 100_000))).toEqual([
      'refused export.zip: unpacked it needs 0.1 MB, and 0.1 MB are free here. Free some space, or unpack it yourself and import the files in parts.',
    ])
  })

  test('cut short or with nothing inside is refused', async () => {
    const bytes = zipSync({ 'a.fit': run })
    expect(lines(await read(bytes.slice(0, bytes.length - 30)))).toEqual([
      'refused export.zip: the file is damaged and nothing could be recovered. Export or copy it from the watch or service again.',
    ])
    expect(lines(await read(zipSync({})))).toEqual([
      'refused export.zip: there is no activity inside. Check that this is the right file.',
    ])
  })

  test('is left where it stands as soon as it is stopped', async () => {
    let seen = 0
    const bytes = zipSync({ 'a.fit': run, 'b.fit': tomorrow, 'c.fit': run })
    const reports = await importBytes({ name: 'export.zip', bytes }, { ...options, stopped: () => seen++ > 2 })
    expect(reports.length).toBeLessThan(3)
  })
})

test('a file that vanishes while it is read is told', async () => {
  const source: ByteSource = { name: 'run.fit', size: 1000, read: () => Promise.reject(new Error('gone')) }
  const reports: FileReport[] = []
  for await (const report of importSource(source, options)) reports.push(report)
  expect(lines(reports)).toEqual([
    'refused run.fit: the file could not be read. Check that it is still there and that it opens elsewhere, then try again.',
  ])
})

describe('an archive read in parts', () => {
  const run = (second: number) => fitFile({ start: 1_778_562_000 + second * 10_000, samples: steadyRun(60) })
  const table = (rows: number) =>
    strToU8(
      [
        'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time,Distance',
        ...Array.from(
          { length: rows },
          (_, i) => `${i},"May ${i + 1}, 2026, 5:00:00 AM",Run ${i},Run,60,1,activities/${i}.fit,3600,10000`,
        ),
      ].join('\n'),
    )
  const files = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`activities/${i}.fit`, run(i)]))
  test.each([
    ['of files', zipSync({ ...files, 'inner.zip': zipSync({ 'a.fit': run(20), 'b.fit': run(21) }) })],
    ['of an account', zipSync({ ...files, 'activities.csv': table(5), 'activities/lost.fit': run(30) })],
  ])('%s: the parts together are all of it, each file once', async (_, bytes) => {
    const whole = (await importBytes({ name: 'a.zip', bytes }, options)).map(({ file }) => file)
    const parts = await Promise.all(
      [0, 1, 2].map(nth => importBytes({ name: 'a.zip', bytes }, { ...options, share: { nth, of: 3 } })),
    )
    expect(parts.every(part => part.length > 0)).toBe(true)
    expect(
      parts
        .flat()
        .map(({ file }) => file)
        .toSorted(),
    ).toEqual(whole.toSorted())
  })
})
