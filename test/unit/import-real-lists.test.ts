/** Real lists and tables of services, where they are at hand: each read, or refused for the right reason. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { activitiesOf, checkInsOf, readAs, sessionsOf } from '../kit/import-bytes.ts'

const data = '../shared/data'
const inFolder = async (folder: string) => {
  const names = readdirSync(`${data}/${folder}`, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.(json|csv|fit)(\.gz)?$/.test(name),
  )
  const reports = await Promise.all(
    names.sort().map(name => readAs(name.split('/').at(-1)!, readFileSync(`${data}/${folder}/${name}`))),
  )
  return reports.flat()
}
const told = async (folder: string) =>
  Object.fromEntries(
    (await inFolder(folder)).map(({ file, outcome, why }) => [file, why ? `${outcome} ${why.type}` : outcome]),
  )

describe.skipIf(!existsSync(data))('lists of services', () => {
  test('Garmin Connect', async () => {
    const parts = 'skipped NotAnActivity'
    expect(await told('garmin-connect-json/json')).toEqual({
      'activities-list.json': 'imported OtherSport',
      'activities-list.json, entry 2 (Bike-Walk-Bike)': parts,
      // Why: the answers of a service that was switched off, each figure inside three objects.
      'activity-search-service-1.2.json': 'refused UnknownFormat',
      'activityTypes.json': 'refused UnknownFormat',
      'activity_154105348_gpx_device_null.json': 'imported OtherSport',
      'activity_2541953812.json': 'imported OtherSport',
      'activity_2541953812_overview.json': 'imported OtherSport',
      'activity_2541953812_samples.json': 'refused UnknownFormat',
      'activity_2541953812_zones.json': 'refused UnknownFormat',
      'activity_995784118_gpx_device_0.json': 'imported OtherSport',
      'activity_emoji.json': 'imported',
      'activity_multisport_child.json': 'imported OtherSport',
      'activity_multisport_detail.json, entry 1 (Bike-Walk-Bike)': parts,
      'activity_multisport_overview.json, entry 1 (Bike-Walk-Bike)': parts,
      'activitylist-service.json': 'imported OtherSport',
      'device_856399.json': 'refused UnknownFormat',
      'device_99280678.json': 'refused UnknownFormat',
      'userstats.json': 'refused UnknownFormat',
    })
    expect(await told('garmin-connect-json/test_data')).toEqual({ 'sample_workout.json': parts })
  })

  test('intervals.icu', async () => {
    expect(await told('intervals-icu-json')).toEqual({
      'coaching-zones.json': 'refused UnknownFormat',
      'track-session.json': 'imported OtherSport',
      'easy-z2.json': 'imported OtherSport',
      'pursuit-race-pace.fit': 'imported OtherSport',
      'splits-2026-08-08.csv': 'refused NotStravaCsv',
      'track-session-2026-08-08.json': 'refused UnknownFormat',
      'wellness.json': 'imported',
      'events.json.gz': 'imported',
    })
    const reports = await inFolder('intervals-icu-json')
    expect(checkInsOf(reports)).toEqual([])
    expect(sessionsOf(reports).length).toBeGreaterThan(118)
  })

  test.each([
    ['runner-asplitline-2y', 233, 233],
    ['runner-deanxizian-5y', 777, 777],
    ['runner-imjasondai-4y', 721, 721],
    ['runner-lipeng31-13y', 3597, 3584],
    ['runner-zhengfran-7y', 1082, 992],
    ['runner-fankangsong-streams', 368, 368],
  ])('running_page: %s', async (folder, count, runs) => {
    const activities = activitiesOf(await inFolder(folder))
    expect(activities.length).toBe(count)
    expect(activities.filter(({ sport }) => sport === 'run').length).toBe(runs)
    expect(activities.every(({ utc }) => utc !== null)).toBe(true)
  })

  test('tables that are no training are none', async () => {
    expect(Object.values(await told('race-splits'))).toEqual(['refused NotStravaCsv'])
  })
})
