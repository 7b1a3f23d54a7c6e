/** Real people's GPX and TCX files, where they are at hand: every one accounted for, with the right reason. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mergeActivities } from '../../core/history/history.ts'
import { activitiesIn, explainImport, type FileReport, importBytes } from '../../core/import/index.ts'

const data = '../shared/data'
const options = { freeBytes: null, stopped: () => false, zone: () => 0 }
const readAll = async (folder: string): Promise<readonly FileReport[]> => {
  const names = readdirSync(`${data}/${folder}`, { recursive: true, encoding: 'utf8' })
  const files = names.filter(name => /\.(gpx|tcx)(\.gz)?$/.test(name)).sort()
  const reports = await Promise.all(
    files.map(name => importBytes({ name, bytes: readFileSync(`${data}/${folder}/${name}`) }, options)),
  )
  return reports.flat()
}
const told = (reports: readonly FileReport[]) =>
  Object.fromEntries(
    reports.map(({ file, outcome, why, entries }) => [
      file,
      [
        outcome,
        why?.type,
        ...(why?.type === 'NotTimed' ? [why.what] : []),
        ...activitiesIn({ entries }).map(({ sport }) => sport),
      ]
        .filter(Boolean)
        .join(' '),
    ]),
  )

const odd = {
  'firefly/broken1.gpx.gz': 'imported SportGuessed run',
  'firefly/broken2.gpx.gz': 'imported SportGuessed ride',
  'firefly/broken3.gpx.gz': 'imported SportGuessed ride',
  'firefly/broken4.gpx.gz': 'imported SportGuessed ride',
  'firefly/broken5.gpx.gz': 'imported OtherSport ride',
  'firefly/sup_activity_1.tcx.gz': 'imported OtherSport other',
  'firefly/walking_activity_1.tcx.gz': 'imported OtherSport other',
  'gpxpy/Mojstrovka.gpx': 'refused NotTimed track',
  'gpxpy/around-visnjan-with-car.gpx': 'imported SportGuessed ride',
  'gpxpy/cerknicko-jezero-no-creator.gpx': 'imported SportGuessed ride',
  'gpxpy/cerknicko-jezero-with-elevations-zero.gpx': 'imported SportGuessed ride',
  'gpxpy/cerknicko-jezero-without-elevations.gpx': 'imported SportGuessed ride',
  'gpxpy/cerknicko-jezero.gpx': 'imported SportGuessed ride',
  'gpxpy/cerknicko-without-times.gpx': 'imported SportGuessed other',
  'gpxpy/custom_schema_locations.gpx': 'refused NothingInside',
  'gpxpy/default_schema_locations.gpx': 'refused NothingInside',
  'gpxpy/first_and_last_elevation.gpx': 'refused NothingInside',
  'gpxpy/gpx-with-node-with-comments.gpx': 'refused NothingInside',
  'gpxpy/gpx1.0_with_all_fields.gpx': 'refused NothingInside',
  'gpxpy/gpx1.1_with_all_fields.gpx': 'refused NothingInside',
  'gpxpy/gpx1.1_with_extensions.gpx': 'refused NotTimed waypoints',
  'gpxpy/gpx1.1_with_extensions_without_namespaces.gpx': 'refused NotTimed waypoints',
  'gpxpy/gpx_with_garmin_extension.gpx': 'refused NotTimed waypoints',
  'gpxpy/korita-zbevnica.gpx': 'imported SportGuessed walk',
  'gpxpy/route.gpx': 'refused NotTimed route',
  'gpxpy/track-with-empty-segment.gpx': 'imported SportGuessed other',
  'gpxpy/track-with-extremes.gpx': 'refused NotTimed track',
  'gpxpy/track-with-less-sec-time.gpx': 'refused NothingInside',
  'gpxpy/track-with-small-floats.gpx': 'refused NotTimed track',
  'gpxpy/track_with_dilution_errors.gpx': 'refused NotTimed track',
  'gpxpy/track_with_speed.gpx': 'imported SportGuessed other',
  'gpxpy/unicode.gpx': 'refused NotTimed waypoints',
  'gpxpy/unicode2.gpx': 'refused NothingInside',
  'gpxpy/unicode_with_bom.gpx': 'refused NotTimed waypoints',
  'gpxpy/unicode_with_bom_noencoding.gpx': 'refused NotTimed waypoints',
  'runpandas/basic.tcx.gz': 'imported run',
  'runpandas/garmin_connect.gpx.gz': 'imported run',
  'runpandas/malformed.tcx.gz': 'imported run',
  'runpandas/nike_run.gpx.gz': 'imported run',
  'runpandas/run.gpx.gz': 'imported run',
  'runpandas/run.tcx.gz': 'imported run',
  'runpandas/run_garmin.tcx.gz': 'imported run',
  'runpandas/stopped_example.gpx.gz': 'imported run',
  'runpandas/stopped_example.tcx.gz': 'imported run',
  'runpandas/strava_export.gpx.gz': 'imported run',
  'tcxparser/no_hr.tcx.gz': 'imported run',
  'tcxparser/sup_activity_1.tcx.gz': 'imported OtherSport other',
  'tcxparser/test.tcx.gz': 'imported run',
}

const courses = {
  'Berkeley-10K.gpx': 'refused NotTimed track',
  'Berkeley-50K.gpx': 'refused NotTimed track',
  'allermuir-hill-race.gpx': 'refused NotTimed track',
  'bob-graham-round.gpx.gz': 'refused NotTimed track',
  'eiger_ultra_trail_250.gpx.gz': 'skipped NotAnActivity',
  'inverness-half-marathon.gpx': 'refused NotTimed track',
  'lake-sonoma-55k.gpx': 'refused NotTimed track',
  'manchester-marathon-2026.gpx': 'refused NotTimed track',
  'marathon-tours.gpx.gz': 'imported run',
  'shasta.gpx': 'imported SportGuessed walk',
  'utmb-170.gpx.gz': 'skipped NotAnActivity',
}

const fixtures = {
  'running/sloatsburg.tcx.gz': 'imported run',
  'runs/20160911_run_708752345.tcx.gz': 'imported run',
  'runs/20170319_run_906581465.gpx': 'imported run',
  'runs/20171008_run_2067489619.gpx': 'imported run',
  'runs/20181021_run_3106033902.tcx.gz': 'imported run',
}

describe.skipIf(!existsSync('../shared/data'))('GPX and TCX of many makers', { timeout: 60_000 }, () => {
  test.each([
    ['edge-gpx-tcx', odd],
    ['courses-gpx', courses],
    ['elevate-fixtures', fixtures],
  ] as const)('every file of %s becomes what it is, or is refused for the right reason', async (folder, table) => {
    const reports = await readAll(folder)
    expect(told(reports)).toEqual(table)
    expect(reports.every(report => explainImport(report).includes(report.file))).toBe(true)
  })

  test('a year of one runner: each file a run, and twins of two recorders found', async () => {
    const reports = await readAll('runner-runpandas-1y-gpx')
    expect(reports.length).toBe(76)
    expect(reports.filter(({ outcome }) => outcome !== 'imported')).toEqual([])
    const activities = reports.flatMap(activitiesIn)
    const runs = activities.filter(({ sport }) => sport === 'run')
    expect({ activities: activities.length, runs: runs.length }).toEqual({ activities: 77, runs: 75 })
    const { activities: once } = mergeActivities(runs, [])
    const both = once.filter(({ sources }) => new Set(sources.map(({ kind }) => kind)).size === 2)
    expect({ once: once.length, both: both.length }).toEqual({ once: 71, both: 4 })
  })

  test('a run recorded once and exported three ways has one length', async () => {
    const names = ['run.gpx.gz', 'run.tcx.gz'].map(name => `edge-gpx-tcx/runpandas/${name}`)
    const [ground, watch] = await Promise.all(
      names.map(async name => {
        const [report] = await importBytes({ name, bytes: readFileSync(`${data}/${name}`) }, options)
        return activitiesIn(report!)[0]!
      }),
    )
    expect(Math.abs(ground!.distanceM! - watch!.distanceM!) / watch!.distanceM!).toBeLessThan(0.01)
    expect(Math.abs(ground!.durationS - watch!.durationS)).toBeLessThanOrEqual(1)
  })

  test('TCX and FIT of one run agree', async () => {
    const folder = `${data}/elevate-fixtures/running`
    const [tcx, fit] = await Promise.all(
      ['sloatsburg.tcx.gz', 'sloatsburg.fit'].map(async name => {
        const [report] = await importBytes({ name, bytes: readFileSync(`${folder}/${name}`) }, options)
        const { utc, durationS, distanceM, meanHr, maxHr } = activitiesIn(report!)[0]!
        return { utc, durationS, distanceM, meanHr, maxHr }
      }),
    )
    expect(tcx).toEqual(fit)
  })
})

describe.skipIf(!existsSync('../shared/data/runner-asplitline-2y/races'))('GPX of three marathons', () => {
  test('each is a run of the distance', { timeout: 60_000 }, async () => {
    const reports = await readAll('runner-asplitline-2y/races')
    expect(reports.map(({ outcome }) => outcome)).toEqual(reports.map(() => 'imported'))
    for (const { sport, distanceM } of reports.flatMap(activitiesIn)) {
      expect(sport).toBe('run')
      expect(distanceM! / 42_195).toBeCloseTo(1, 1)
    }
  })
})
