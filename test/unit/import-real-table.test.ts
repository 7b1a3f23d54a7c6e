/** Every file of the shared data through the command a person would use: read, or put aside for the right reason. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../../core/cli/run.ts'

const data = '../shared/data'

/** What is not training, by why; all else is read. Each was looked at by hand. */
const notRead: Readonly<Record<string, readonly string[]>> = {
  'skipped UnknownFormat': [
    'SOURCES.md',
    'backtest.json',
    'garmin-connect-json/json/README.md',
    'garmin-connect-json/json/activity-search-service-1.2.json',
    'garmin-connect-json/json/activityTypes.json',
    'garmin-connect-json/json/activity_2541953812_samples.json',
    'garmin-connect-json/json/activity_2541953812_zones.json',
    'garmin-connect-json/json/device_856399.json',
    'garmin-connect-json/json/device_99280678.json',
    'garmin-connect-json/json/userstats.json',
    'intervals-icu-json/intensity-distribution/coaching-zones.json',
    'intervals-icu-json/track-lap-alignment/track-session-2026-08-08.json',
  ],
  'refused NotTimed': [
    'courses-gpx/Berkeley-10K.gpx',
    'courses-gpx/Berkeley-50K.gpx',
    'courses-gpx/allermuir-hill-race.gpx',
    'courses-gpx/bob-graham-round.gpx.gz',
    'courses-gpx/inverness-half-marathon.gpx',
    'courses-gpx/lake-sonoma-55k.gpx',
    'courses-gpx/manchester-marathon-2026.gpx',
    'edge-gpx-tcx/gpxpy/Mojstrovka.gpx',
    'edge-gpx-tcx/gpxpy/gpx1.1_with_extensions.gpx',
    'edge-gpx-tcx/gpxpy/gpx1.1_with_extensions_without_namespaces.gpx',
    'edge-gpx-tcx/gpxpy/gpx_with_garmin_extension.gpx',
    'edge-gpx-tcx/gpxpy/route.gpx',
    'edge-gpx-tcx/gpxpy/track-with-extremes.gpx',
    'edge-gpx-tcx/gpxpy/track-with-small-floats.gpx',
    'edge-gpx-tcx/gpxpy/track_with_dilution_errors.gpx',
    'edge-gpx-tcx/gpxpy/unicode.gpx',
    'edge-gpx-tcx/gpxpy/unicode_with_bom.gpx',
    'edge-gpx-tcx/gpxpy/unicode_with_bom_noencoding.gpx',
  ],
  'skipped NotAnActivity': [
    'courses-gpx/eiger_ultra_trail_250.gpx.gz',
    'courses-gpx/utmb-170.gpx.gz',
    'edge-fit/fitdecode/MonitoringFile.fit',
    'edge-fit/fitdecode/Settings.fit',
    'edge-fit/fitdecode/Settings2.fit',
    'edge-fit/fitdecode/WeightScaleMultiUser.fit',
    'edge-fit/fitdecode/WeightScaleSingleUser.fit',
    'edge-fit/fitdecode/WorkoutCustomTargetValues.fit',
    'edge-fit/fitdecode/WorkoutIndividualSteps.fit',
    'edge-fit/fitdecode/WorkoutRepeatGreaterThanStep.fit',
    'edge-fit/fitdecode/WorkoutRepeatSteps.fit',
    'edge-fit/python-fitparse/nametest.FIT',
    'garmin-connect-json/json/activities-list.json, entry 2 (Bike-Walk-Bike)',
    'garmin-connect-json/json/activity_multisport_detail.json, entry 1 (Bike-Walk-Bike)',
    'garmin-connect-json/json/activity_multisport_overview.json, entry 1 (Bike-Walk-Bike)',
    'garmin-connect-json/test_data/sample_workout.json',
  ],
  'refused NothingInside': [
    'edge-fit/fitdecode/DeveloperData.fit',
    'edge-gpx-tcx/gpxpy/custom_schema_locations.gpx',
    'edge-gpx-tcx/gpxpy/default_schema_locations.gpx',
    'edge-gpx-tcx/gpxpy/first_and_last_elevation.gpx',
    'edge-gpx-tcx/gpxpy/gpx-with-node-with-comments.gpx',
    'edge-gpx-tcx/gpxpy/gpx1.0_with_all_fields.gpx',
    'edge-gpx-tcx/gpxpy/gpx1.1_with_all_fields.gpx',
    'edge-gpx-tcx/gpxpy/track-with-less-sec-time.gpx',
    'edge-gpx-tcx/gpxpy/unicode2.gpx',
  ],
  'refused Damaged': ['elevate-fixtures/others/appledouble._empty.fit'],
  'refused Empty': ['elevate-fixtures/others/empty.fit'],
  'refused NotStravaCsv': [
    'intervals-icu-json/track-lap-alignment/splits-2026-08-08.csv',
    'race-splits/boston-2013.csv.gz',
  ],
}

test.skipIf(!existsSync(data))(
  'every file of the folder is read, or put aside for the right reason',
  async () => {
    const out: string[] = []
    const err: string[] = []
    const to = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), progress: () => {} }
    await run(['import', data, '--table'], to)
    const rows = out
      .join('\n')
      .split('\n')
      .map(line => line.split('\t'))
      .filter(cells => cells.length >= 4)
    const aside = rows.filter(([outcome]) => outcome === 'refused' || outcome === 'skipped')
    const found = new Map<string, string[]>()
    for (const [outcome, why, , file] of aside) {
      const name = file!
        .replace(/^data\//, '')
        .split(':')[0]!
        .trim()
      found.set(`${outcome} ${why}`, [...(found.get(`${outcome} ${why}`) ?? []), name])
    }
    expect(Object.fromEntries(found)).toEqual(notRead)
    const read = rows.filter(([outcome]) => outcome === 'imported' || outcome === 'merged')
    expect(rows.length - read.length).toBe(Object.values(notRead).flat().length)
    expect(read.filter(([, , counts]) => counts === '0/0/0').map(([, , , file]) => file)).toEqual([])
  },
  120_000,
)
