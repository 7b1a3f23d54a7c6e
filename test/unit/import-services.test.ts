/** TrainingPeaks, calendars, Garmin's lists, plans without dates, check-in forms and running_page lists. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { explainImport } from '../../core/import/index.ts'
import { fitFile, steadyRun } from '../kit/fit-file.ts'
import { activitiesOf, checkInsOf, readAs, saidIn, sessionsOf } from '../kit/import-bytes.ts'

describe('TrainingPeaks workouts', () => {
  const header =
    '"Title","WorkoutType","WorkoutDescription","PlannedDuration","PlannedDistanceInMeters","WorkoutDay","CoachComments","DistanceInMeters","HeartRateAverage","HeartRateMax","TimeTotalInHours","AthleteComments","Rpe"'
  const csv = [
    `\uFEFF${header}`,
    '"Long run","Run","Easy all the way.\r\nDrink.","2","24000","2026-05-10","Well done","23900.5","141","160","2.05","Hot, slow","4"',
    '"Row","Rowing","","","","2026-05-11","","","120","","0.5","",""',
    '"Day off","Day Off","","","","2026-05-12","","","","","","",""',
    '"Tempo","Run","- 15m E\r\n\r\n- 20m T\r\n","1","","2026-05-13","","","","","","",""',
    '"Lost","Run","","","","someday","","","","","1","",""',
  ].join('\r\n')
  test('what was planned and what was done come apart, each on its day', async () => {
    const reports = await readAs('workouts.csv', csv)
    expect(activitiesOf(reports)).toMatchObject([
      {
        sport: 'run',
        day: '2026-05-10',
        durationS: 7380,
        distanceM: 23_901,
        meanHr: 141,
        rpe: 4,
        comment: 'Hot, slow',
      },
      { sport: 'other', day: '2026-05-11', durationS: 1800, distanceM: null },
    ])
    expect(sessionsOf(reports)).toMatchObject([
      { day: '2026-05-10', purpose: 'long', notes: 'Easy all the way.\nDrink.\n\nWell done' },
      { day: '2026-05-12', purpose: 'rest', steps: [] },
      { day: '2026-05-13', purpose: 'tempo', steps: [{ target: { zone: 'E' } }, { target: { zone: 'T' } }] },
    ])
    expect(reports[1]).toMatchObject({ file: 'workouts.csv, line 6 (Lost)', outcome: 'refused' })
  })
  test('reading it again names the same sessions', async () => {
    const ids = async () => sessionsOf(await readAs('workouts.csv', csv)).map(({ id }) => id)
    expect(await ids()).toEqual(await ids())
    expect(new Set(await ids()).size).toBe(3)
  })
})

describe('a calendar', () => {
  const event = (lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
  const ics = (...events: readonly string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n')
  test('folded lines, escaped words, all-day and timed sessions', async () => {
    const reports = await readAs(
      'plan.ics',
      ics(
        event([
          'UID:1',
          'SUMMARY:Run: Long\\, easy',
          ' run',
          'DTSTART;VALUE=DATE:20260510',
          'DESCRIPTION:Planned Time: 1:30\\nPlanned Distance: 15 km',
        ]),
        event(['UID:2', 'SUMMARY:Swim: Drills', 'DTSTART:20260511T053000Z']),
        event(['UID:3', 'SUMMARY:Run: Gone', 'DTSTART;VALUE=DATE:20260512', 'STATUS:CANCELLED']),
      ),
    )
    expect(sessionsOf(reports)).toMatchObject([
      {
        day: '2026-05-10',
        startMinute: null,
        sport: 'run',
        title: 'Long, easyrun',
        steps: [{ amount: { value: 5400 } }],
      },
      { day: '2026-05-11', startMinute: 390, sport: 'swim', purpose: 'cross' },
    ])
    expect(explainImport(reports[1]!)).toContain('a session that was cancelled')
  })
  test('of one session the latest version counts', async () => {
    const version = (sequence: number, title: string) =>
      event(['UID:1', `SEQUENCE:${sequence}`, `SUMMARY:${title}`, 'DTSTART;VALUE=DATE:20260510'])
    const sessions = sessionsOf(await readAs('plan.ics', ics(version(2, 'New'), version(1, 'Old'))))
    expect(sessions.map(({ title }) => title)).toEqual(['New'])
  })
})

describe('a Garmin account', () => {
  const summary = {
    activityId: 7,
    name: 'Run',
    activityType: 'running',
    startTimeLocal: 1_778_569_200_000,
    startTimeGmt: 1_778_562_000_000,
    duration: 1_800_000,
    elapsedDuration: 1_860_000,
    distance: 600_000,
    elevationGain: 4_500,
    avgHr: 150,
  }
  const night = {
    sleepStartTimestampGMT: '2026-05-11T21:00:00.0',
    calendarDate: '2026-05-12',
    deepSleepSeconds: 3600,
    lightSleepSeconds: 18_000,
    remSleepSeconds: 5400,
  }
  const archive = zipSync({
    'DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json': strToU8(
      JSON.stringify([{ summarizedActivitiesExport: [summary] }]),
    ),
    'DI_CONNECT/DI-Connect-Wellness/2026_sleepData.json': strToU8(JSON.stringify([night])),
    'DI_CONNECT/DI-Connect-Aggregator/UDSFile_2026.json': strToU8(
      JSON.stringify([{ userProfilePK: 1, calendarDate: '2026-05-12', restingHeartRate: 47 }]),
    ),
    'DI_CONNECT/DI-Connect-User/user_settings.json': strToU8('{"units":"metric"}'),
    'DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0.zip': zipSync({
      '7.fit': fitFile({ samples: steadyRun(60) }),
    }),
  })
  test('its summaries, nights, days and the zips of FIT files inside', async () => {
    const reports = await readAs('garmin.zip', archive)
    expect(activitiesOf(reports).map(({ sources }) => sources[0]!.kind)).toEqual(['garmin-export', 'fit'])
    expect(activitiesOf(reports)[0]).toMatchObject({
      start: '2026-05-12T07:00:00',
      utc: 1_778_562_000,
      durationS: 1800,
      elapsedS: 1860,
      distanceM: 6000,
      ascentM: 45,
    })
    expect(checkInsOf(reports).map(saidIn)).toEqual([
      { day: '2026-05-12', sleepHours: 7.5 },
      { day: '2026-05-12', restingHr: 47 },
    ])
    expect(reports.filter(({ outcome }) => outcome === 'skipped').map(({ file }) => file)).toEqual([
      'garmin.zip › DI_CONNECT/DI-Connect-User/user_settings.json',
    ])
  })
})

describe('the list of a Garmin account', () => {
  const run = (i: number) => ({
    activityId: i,
    name: `Run "${i}" {a}] \\`,
    activityType: 'running',
    beginTimestamp: 1_778_562_000_000 + i * 86_400_000,
    startTimeLocal: 1_778_569_200_000 + i * 86_400_000,
    duration: 1_800_000 + i,
    distance: 600_000,
    splits: Array.from({ length: 20 }, (_, k) => ({
      startTimeGMT: 1_778_562_000_000 + k,
      measurements: Array.from({ length: 12 }, (_, m) => ({ fieldEnum: `SUM_${m}`, value: m, unitEnum: 'METER' })),
    })),
  })
  const text = (list: readonly unknown[]) => JSON.stringify([{ summarizedActivitiesExport: list }])
  test('is read whatever its splits make of its size, and its UTC start by either name', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => run(i))
    const bytes = strToU8(text(many))
    expect(bytes.length).toBeGreaterThan(12 * 1024 * 1024)
    const activities = activitiesOf(await readAs('me_0_summarizedActivities.json', bytes))
    expect(activities.length).toBe(1000)
    expect(activities[999]).toMatchObject({
      name: 'Run "999" {a}] \\',
      distanceM: 6000,
      utc: 1_778_562_000 + 999 * 86_400,
    })
  })
  test('cut short gives what is whole and says so; one entry that cannot be read costs itself', async () => {
    const whole = text([run(1), run(2), run(3)])
    const cut = await readAs('a_summarizedActivities.json', strToU8(whole.slice(0, -40)))
    expect(activitiesOf(cut).length).toBe(2)
    expect(cut.some(({ why }) => why?.type === 'Damaged')).toBe(true)
    const spoiled = await readAs(
      'a_summarizedActivities.json',
      strToU8(whole.replace('"duration":1800002', '"duration":,')),
    )
    expect(activitiesOf(spoiled).length).toBe(2)
    const empty = await readAs('a_summarizedActivities.json', strToU8(text([])))
    expect(empty.map(({ outcome, why }) => [outcome, why?.type])).toEqual([['refused', 'NothingInside']])
  })
  test('a day without the number of its profile is a day as well', async () => {
    const day = { calendarDate: '2026-05-12', restingHeartRate: 57, currentDayRestingHeartRate: 54 }
    const reports = await readAs('UDSFile_2026-02-02_2026-05-13.json', strToU8(JSON.stringify([day])))
    expect(checkInsOf(reports).map(saidIn)).toEqual([{ day: '2026-05-12', restingHr: 57 }])
  })
})

describe('a plan without dates', () => {
  const week = (title: string, tag: string, distance = 6) =>
    [
      ...Array.from({ length: 5 }, () => ({ title: 'Rest', tags: ['Rest'], distance: 0 })),
      { title, tags: [tag], distance },
      { title: 'Rest', tags: ['Rest'], distance: 0 },
    ] as const
  const plan = {
    id: 'x',
    name: 'Ten',
    units: 'mi',
    schedule: [{ workouts: week('Easy {6}', 'Easy Run') }, { workouts: week('Race', 'Race', 6.2) }],
  }
  test('ends on the race', async () => {
    const sessions = sessionsOf(await readAs('plan.json', JSON.stringify(plan), '2026-06-07'))
    expect(sessions.length).toBe(13)
    expect(sessions.filter(({ purpose }) => purpose !== 'rest')).toMatchObject([
      { day: '2026-05-31', title: 'Easy 6 mi', purpose: 'easy', steps: [{ amount: { unit: 'm', value: 9656 } }] },
      { day: '2026-06-07', title: 'Race', purpose: 'race' },
    ])
  })
  test('in YAML the same; without a race day it says what to do', async () => {
    const yaml = `id: x\nname: Ten\nunits: km\nschedule:\n  - workouts:\n${week('Long {20}', 'Long Run', 20)
      .map(
        ({ title, tags, distance }) =>
          `      - title: "${title}"\n        distance: ${distance}\n        tags: [${tags[0]}]`,
      )
      .join('\n')}\n`
    const [session] = sessionsOf(await readAs('plan.yaml', yaml, '2026-06-07')).filter(
      ({ purpose }) => purpose === 'long',
    )
    expect(session).toMatchObject({ day: '2026-06-07', title: 'Long 20 km', steps: [{ amount: { value: 20_000 } }] })
    expect((await readAs('plan.yaml', yaml))[0]?.why).toEqual({ type: 'NoRaceDay' })
  })
  test('a small text that stands for a large one is refused', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h']
      .map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}x]`)
      .join('\n')}\nschedule: *h\n`
    expect((await readAs('plan.yaml', bomb, '2026-06-07'))[0]?.why).toEqual({ type: 'Damaged' })
  })
})

describe('check-ins from a form', () => {
  test('each column at its own length, and those it does not know are named', async () => {
    const reports = await readAs(
      'responses.csv',
      'Timestamp,How did you sleep? (1-5),Hours of sleep,Soreness (1-10),Energy (1-5),Any pain? (0-10),Shoe,Comments\n' +
        '5/13/2026 7:01:02,4,7.5,10,5,0,blue,"fine, thanks"\n5/14/2026 7:00:00,2,6,1,2,5,red,\nlater,1,1,1,1,1,red,\n',
    )
    expect(checkInsOf(reports).map(saidIn)).toEqual([
      { day: '2026-05-13', sleepQuality: 4, sleepHours: 7.5, soreness: 5, fatigue: 1, note: 'fine, thanks' },
      { day: '2026-05-14', sleepQuality: 2, sleepHours: 6, soreness: 1, fatigue: 4, pain: { site: 'other', level: 3 } },
    ])
    expect(explainImport(reports[0]!)).toContain('Not read: “Shoe”.')
    expect(reports[1]).toMatchObject({ file: 'responses.csv, line 4', outcome: 'refused' })
  })
})

describe('a running_page list', () => {
  const run = {
    name: 'Run',
    distance: 5000,
    moving_time: '0:25:00.5',
    type: 'Run',
    start_date: '2026-05-12 05:00:00+00:00',
    start_date_local: '2026-05-12 07:00:00',
    average_heartrate: 150,
  }
  test('summaries with their splits', async () => {
    const split = { split_paces: [{ km: 1, pace_seconds: 300 }], split_heart_rates: [{ km: 1, avg_hr: 148 }] }
    expect(activitiesOf(await readAs('activities.json', JSON.stringify([{ ...run, ...split }])))).toMatchObject([
      {
        utc: 1_778_562_000,
        durationS: 1501,
        distanceM: 5000,
        splits: [{ durationS: 300, distanceM: 1000, meanHr: 148 }],
      },
    ])
  })
  test('samples each second count; a hundred for an hour do not', async () => {
    const streams = (count: number, apart: number) => ({
      time: Array.from({ length: count }, (_, i) => i * apart),
      distance: Array.from({ length: count }, (_, i) => i * apart * (10 / 3)),
      heartrate: Array.from({ length: count }, () => 150),
    })
    const [dense, sparse] = activitiesOf(
      await readAs(
        'activities.json',
        JSON.stringify([
          { ...run, streams: streams(1501, 1) },
          { ...run, start_date_local: '2026-05-13 07:00:00', streams: streams(60, 25) },
        ]),
      ),
    )
    expect([dense?.hrSeconds?.length, sparse?.hrSeconds]).toEqual([1, null])
  })
})
