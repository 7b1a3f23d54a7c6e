/** Real people's files, where they are at hand: every one accounted for, and the numbers their watches gave. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { mergeActivities, toHistory } from '../../core/history/history.ts'
import { activitiesIn, explainImport, type FileReport, importBytes } from '../../core/import/index.ts'
import type { Activity } from '../../core/model/activity.ts'

const data = '../shared/data'
const options = { freeBytes: null, stopped: () => false, zone: () => 0 }
const filesIn = (folder: string): readonly string[] =>
  existsSync(`${data}/${folder}`)
    ? readdirSync(`${data}/${folder}`, { recursive: true, encoding: 'utf8' })
        .filter(name => /\.(fit|gz)$/i.test(name))
        .sort()
        .map(name => `${data}/${folder}/${name}`)
    : []
const readAll = async (paths: readonly string[]): Promise<readonly FileReport[]> => {
  const reports = await Promise.all(
    paths.map(path => importBytes({ name: path.split('/').at(-1)!, bytes: readFileSync(path) }, options)),
  )
  return reports.flat()
}
const activitiesOf = (reports: readonly FileReport[]): readonly Activity[] => reports.flatMap(activitiesIn)

describe.skipIf(!existsSync('../shared/data'))('a marathon build of 112 files', () => {
  const paths = filesIn('runner-x3cl-fit/2018-marathon-build')
  const reading = readAll(paths)

  test('every file is read', { timeout: 60_000 }, async () => {
    const reports = await reading
    expect(reports.map(({ outcome }) => outcome)).toEqual(paths.map(() => 'imported'))
    expect(paths.length).toBe(112)
    const count = (sport: Activity['sport']) =>
      activitiesOf(reports).filter(activity => activity.sport === sport).length
    expect({ run: count('run'), walk: count('walk'), swim: count('swim'), ride: count('ride') }).toEqual({
      run: 75,
      walk: 17,
      swim: 14,
      ride: 8,
    })
  })

  test('length, distance and heart rate are those of the watch', { timeout: 60_000 }, async () => {
    const lines = readFileSync(`${data}/runner-x3cl-fit/all_sessions_summary.csv`, 'utf8').trim().split('\n').slice(1)
    const byStart = new Map(lines.map(line => [Date.parse(line.split(',')[0]!) / 1000, line.split(',')]))
    const runs = activitiesOf(await reading).filter(({ sport }) => sport === 'run')
    const differing = runs.flatMap(({ utc, distanceM, durationS, meanHr, ascentM }) => {
      const [, , , metres, timer, , hr, , ascent] = byStart.get(utc!) ?? []
      const near = (a: number | null, b: string | undefined) => Math.abs((a ?? 0) - Number(b || 0)) <= 1
      const same = near(distanceM, metres) && near(durationS, timer) && near(meanHr, hr) && near(ascentM, ascent)
      return same ? [] : [{ utc, distanceM, durationS, meanHr, ascentM, metres, timer, hr, ascent }]
    })
    // Why one: the last part of the triathlon has no line of its own in the table.
    expect(differing.map(({ utc, metres }) => ({ utc, metres }))).toEqual([
      { utc: expect.any(Number), metres: undefined },
    ])
  })

  test('no part of a run counts twice, and none of it is lost', { timeout: 60_000 }, async () => {
    for (const { durationS, hrSeconds, bestEfforts, distanceM } of activitiesOf(await reading)) {
      const seconds = (hrSeconds ?? []).reduce((sum, [, time]) => sum + time, 0)
      expect(seconds).toBeLessThanOrEqual(durationS * 1.02 + 10)
      for (const effort of bestEfforts) expect(effort.distanceM).toBeLessThanOrEqual(distanceM!)
    }
  })

  test('the same files as an archive give the same activities, and together nothing new', {
    timeout: 60_000,
  }, async () => {
    const bytes = zipSync(
      Object.fromEntries(paths.map(path => [path.split('/').at(-1)!, new Uint8Array(readFileSync(path))])),
    )
    const again = activitiesOf(await importBytes({ name: 'export.zip', bytes }, options))
    const first = activitiesOf(await reading)
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
    expect(
      mergeActivities(first, again)
        .activities.map(({ id }) => id)
        .sort(),
    ).toEqual(first.map(({ id }) => id).sort())
  })
})

/** What each of the odd files must become (science.md 3.1). */
const odd = {
  'compressed-speed-distance.fit': 'imported',
  'antfs-dump.63.fit': 'imported',
  'triathlon_summary_first.fit': 'imported OtherSport',
  'triathlon_summary_last.fit': 'imported OtherSport',
  'activity-filecrc.fit': 'imported Recovered',
  'activity-unexpected-eof.fit': 'imported Recovered',
  'strava-android-app-201.10-b1218918.fit': 'imported Recovered',
  'activity-settings-corruptheader.fit': 'imported Recovered',
  'activity-settings-nodata.fit': 'imported Recovered',
  'activity-activity-filecrc.fit': 'imported Recovered',
  'WorkoutIndividualSteps.fit': 'skipped NotAnActivity',
  'MonitoringFile.fit': 'skipped NotAnActivity',
  'Settings.fit': 'skipped NotAnActivity',
  'empty.fit': 'refused Empty',
  'appledouble._empty.fit': 'refused Damaged',
}

describe.skipIf(!existsSync('../shared/data'))('files of many makers', () => {
  test('a run exported twice under two names is found twice', { timeout: 60_000 }, async () => {
    const activities = activitiesOf(await readAll(filesIn('runner-jasonjdd-fit/2025-summer-two-sources')))
    const { merges, activities: once } = toHistory(activities, [])
    expect({ read: activities.length, once: once.length }).toEqual({ read: 86, once: 61 })
    expect(merges.every(({ kept, dropped }) => kept !== dropped)).toBe(true)
  })

  test('damaged, chained and cut files give what is in them, or a reason', { timeout: 60_000 }, async () => {
    const reports = await readAll([...filesIn('edge-fit'), ...filesIn('elevate-fixtures')])
    const became = new Map(reports.map(({ file, outcome, why }) => [file, why ? `${outcome} ${why.type}` : outcome]))
    expect(Object.fromEntries(Object.keys(odd).map(file => [file, became.get(file)]))).toEqual(odd)
    expect(reports.length).toBeGreaterThan(65)
    expect(reports.every(report => explainImport(report).includes(report.file))).toBe(true)
  })

  test('cut at any place a real run still gives a result', { timeout: 60_000 }, async () => {
    const path = filesIn('elevate-fixtures/runs')[0]!
    const bytes = readFileSync(path)
    for (let share = 0; share <= 100; share += 10) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * share) / 100))
      expect((await importBytes({ name: 'cut.fit', bytes: cut }, options)).length).toBe(1)
      expect((await importBytes({ name: 'cut.fit.gz', bytes: gzipSync(cut) }, options)).length).toBe(1)
    }
  })

  test('the table of a Strava export is read row by row', async () => {
    const bytes = readFileSync(`${data}/strava-bulk-export/activities.csv`)
    const reports = await importBytes({ name: 'activities.csv', bytes }, options)
    expect(reports.length).toBe(112)
    expect(activitiesOf(reports).length).toBe(112)
    expect(activitiesOf(reports)[2]).toMatchObject({
      sport: 'run',
      start: '2021-02-22T16:56:56',
      durationS: 2977,
      elapsedS: 3070,
      distanceM: 8192,
      ascentM: 7,
    })
  })
})
