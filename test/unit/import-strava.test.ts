import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { activitiesIn, explainImport, importBytes } from '../../core/import/index.ts'
import { readStravaDate } from '../../core/import/strava/dates.ts'
import { sportFromStrava } from '../../core/import/strava/sports.ts'
import { fitFile, fitStart, steadyRun } from '../kit/fit-file.ts'

const options = { freeBytes: null, stopped: () => false, zone: () => 120 }
const read = (bytes: Uint8Array, name = 'export.zip') => importBytes({ name, bytes }, options)

const header =
  'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,Average Grade,Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,Max Heart Rate,Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,Average Temperature,Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,Other Time,Perceived Exertion,Type,Media'

type Row = { [column: number]: string }
/** A row with these cells at these places; 46 columns. */
const row = (cells: Row) =>
  Array.from({ length: 46 }, (_, i) =>
    /[",\n]/.test(cells[i] ?? '') ? `"${cells[i]!.replaceAll('"', '""')}"` : (cells[i] ?? ''),
  ).join(',')

const byHand: Row = {
  0: '101',
  1: 'May 12, 2026, 5:00:00 AM',
  2: 'Lunch Run',
  3: 'Run',
  5: '1900',
  6: '5.61',
  7: '171',
  15: '1900.0',
  16: '1800.0',
  17: '5612.39990234375',
  20: '12.4',
  30: '172.0',
  31: '151.4',
}

describe('a Strava archive', () => {
  test('a row entered by hand becomes a whole summary, with the raw distance and not the shown one', async () => {
    const [report] = await read(zipSync({ 'activities.csv': strToU8(`${header}\n${row(byHand)}\n`) }))
    expect(report).toEqual({
      file: 'export.zip › activities.csv, line 2 (Lunch Run)',
      outcome: 'imported',
      why: { type: 'SummaryOnly', because: 'no-file' },
      format: 'strava-archive',
      entries: [
        {
          type: 'activity',
          activity: {
            id: expect.stringMatching(/^[0-9a-f]{32}$/),
            sport: 'run',
            name: 'Lunch Run',
            day: '2026-05-12',
            start: '2026-05-12T07:00:00',
            utc: fitStart,
            durationS: 1800,
            elapsedS: 1900,
            distanceM: 5612,
            ascentM: 12,
            flatDistanceM: null,
            meanHr: 151,
            maxHr: 172,
            temperatureC: null,
            hrSeconds: null,
            paceSeconds: null,
            bestEfforts: [],
            splits: [],
            decoupling: null,
            rpe: null,
            comment: null,
            sources: [{ kind: 'typed', name: 'export.zip › activities.csv', id: '101' }],
          },
        },
      ],
    })
  })

  test('a row with a file gives what the file measured and what the athlete said', async () => {
    const said: Row = {
      ...byHand,
      2: 'Hills, "hard"',
      4: 'Legs\nheavy',
      10: 'slept badly',
      12: 'activities/9.fit.gz',
      43: '8.0',
    }
    const bytes = zipSync({
      'export_1/activities.csv': strToU8(`${header}\n${row(said)}\n`),
      'export_1/activities/9.fit.gz': gzipSync(fitFile({ samples: steadyRun(600) })),
      'export_1/media/picture.jpg': strToU8('picture'),
      'export_1/profile.csv': strToU8('name\nAna\n'),
    })
    const reports = await read(bytes)
    expect(reports.map(explainImport)).toEqual(['export.zip › export_1/activities/9.fit.gz: read, one activity.'])
    const { name, comment, rpe, durationS, hrSeconds, sources } = activitiesIn(reports[0]!)[0]!
    expect({ name, comment, rpe, durationS, hrSeconds, sources }).toEqual({
      name: 'Hills, "hard"',
      comment: 'Legs\nheavy\nslept badly',
      rpe: 8,
      durationS: 600,
      hrSeconds: [[150, 600]],
      sources: [{ kind: 'strava-archive', name: 'export.zip › export_1/activities.csv', id: '101' }],
    })
  })

  test('files that cannot be read or are not there leave the row, and say so', async () => {
    const rows = ['activities/1.gpx', 'activities/2.fit'].map((file, i) => row({ ...byHand, 0: `${i}`, 12: file }))
    const bytes = zipSync({
      'activities.csv': strToU8([header, ...rows].join('\r\n')),
      'activities/1.gpx': strToU8('<gpx></gpx>'),
      'activities/3.fit': fitFile({ samples: steadyRun(300) }),
    })
    expect((await read(bytes)).map(explainImport)).toEqual([
      'export.zip › activities.csv, line 2 (Lunch Run): its file could not be read: kept as a summary. Export the activity as FIT to have the details.',
      'export.zip › activities.csv, line 3 (Lunch Run): its file is not beside the table: kept as a summary. Give Tandem the whole archive (.zip) to have the details.',
      'export.zip › activities/3.fit: read, one activity.',
    ])
  })

  test('in another language is read by its places', async () => {
    const german = header
      .split(',')
      .map((_, i) => `Spalte ${i}`)
      .join(',')
    const said: Row = { ...byHand, 0: '10101', 1: '12.05.2026, 05:00:00', 3: 'Lauf', 12: 'activities/9.fit' }
    const [report] = await read(strToU8(`\uFEFF${german}\n${row(said)}\n`), 'activities.csv')
    const { sport, utc, distanceM } = activitiesIn(report!)[0]!
    expect({ sport, utc, distanceM }).toEqual({ sport: 'run', utc: fitStart, distanceM: 5612 })
  })

  test('an older export with the shown distance only leaves the distance unknown', async () => {
    const old = 'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename'
    const [report] = await read(strToU8(`${old}\n1,"May 12, 2026, 5:00:00 AM",Run,Run,1800,5.6,\n`), 'activities.csv')
    expect(activitiesIn(report!).map(({ durationS, distanceM }) => ({ durationS, distanceM }))).toEqual([
      { durationS: 1800, distanceM: null },
    ])
  })

  test('a row whose date cannot be read is refused by its line, and the others stay', async () => {
    const rows = [row({ ...byHand, 1: 'some day' }), row(byHand)]
    const reports = await read(strToU8([header, ...rows].join('\n')), 'activities.csv')
    expect(reports.map(explainImport)).toEqual([
      'activities.csv, line 2 (Lunch Run): “Activity Date” could not be read in line 2. Correct the cell, or enter the activity by hand.',
      'activities.csv, line 3 (Lunch Run): entered by hand at Strava: kept as a summary. Nothing to do.',
    ])
  })

  test.each([
    ['a table of something else', 'day,weight\n2026-05-12,61\n'],
    ['no table at all', 'just some words'],
    ['an unclosed quotation', 'Activity,"Date\n1,2\n'],
  ])('%s is refused by name', async (_, text) => {
    expect((await read(strToU8(text), 'weights.csv')).map(explainImport)).toEqual([
      'weights.csv: this is none of the tables that Tandem reads: the activities.csv of a Strava archive, an export of intervals.icu or TrainingPeaks, or check-ins with a day and answers.',
    ])
  })
})

describe('its dates', () => {
  test.each([
    ['Jan 15, 2024, 7:30:00 AM', '2024-01-15T07:30:00Z'],
    ['Jan 15, 2024, 7:30:00\u202fPM', '2024-01-15T19:30:00Z'],
    ['Dec 31, 2023, 12:05:09 AM', '2023-12-31T00:05:09Z'],
    ['15.01.2024, 07:30:00', '2024-01-15T07:30:00Z'],
    ['15 janv. 2024 à 07:30:00', '2024-01-15T07:30:00Z'],
    ['15 de mar. de 2024, 07:30:00', '2024-03-15T07:30:00Z'],
    ['3 mai 2024 07:30:00', '2024-05-03T07:30:00Z'],
    ['15 juin 2024 à 07:30:00', '2024-06-15T07:30:00Z'],
    ['15 juil. 2024 à 07:30:00', '2024-07-15T07:30:00Z'],
    ['2024/01/15 7:30:00', '2024-01-15T07:30:00Z'],
  ])('%s', (text, iso) => expect(readStravaDate(text)).toBe(Date.parse(iso) / 1000))

  test.each(['', 'today', '30 feb 2024, 07:30:00', '15 jan 2024', 'Jan 15, 2024', '15.13.2024, 07:30:00'])(
    '“%s” is none, and none is made up',
    text => expect(readStravaDate(text)).toBeUndefined(),
  )
})

test.each([
  ['Run', 'run'],
  ['Virtual Run', 'run'],
  ['Trail Run', 'run'],
  ['Course à pied', 'run'],
  ['Radfahrt', 'ride'],
  ['E-Bike Ride', 'ride'],
  ['Hike', 'walk'],
  ['Weight Training', 'strength'],
  ['Yoga', 'other'],
] as const)('its type %s is %s', (type, sport) => expect(sportFromStrava(type)).toBe(sport))
