/** The command line as a person uses it: files in, numbers and proposals out, and a word for everything that is wrong. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../core/cli/run.ts'
import type { Activity } from '../../core/model/activity.ts'
import { addDays, type Day, dayNumber } from '../../core/model/day.ts'
import type { Session } from '../../core/model/session.ts'
import { fitFile, steadyRun } from '../kit/fit-file.ts'

const today = '2026-05-12' as Day
let folder = ''
const path = (...parts: readonly string[]) => join(folder, ...parts)
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(path(name), content)
  return path(name)
}

/** A run of half an hour at 3 m/s on a day, seven in the morning UTC. */
const runOn = (day: Day, seconds = 1800) =>
  fitFile({ start: dayNumber(day) * 86_400 + 7 * 3600, offsetMin: 0, samples: steadyRun(seconds) })

const minutes = (value: number, zone: string, role = 'work') => ({
  type: 'step',
  role,
  amount: { unit: 's', value: value * 60 },
  target: { type: 'zone', zone },
  cue: null,
})
const intervals = {
  id: 'tue',
  day: today,
  sport: 'run',
  title: 'Intervals 6 × 3 min',
  purpose: 'intervals',
  key: true,
  steps: [
    minutes(15, 'E', 'warmup'),
    { type: 'repeat', times: 6, steps: [minutes(3, 'I'), minutes(2, 'E', 'recovery')] },
    minutes(10, 'E', 'cooldown'),
  ],
}
const plan = {
  schema: 1,
  sessions: [intervals],
  outcomes: [
    { session: 'tue', said: 'not-done', activity: null, rpe: null, comment: '', at: dayNumber(today) * 1440 + 1200 },
  ],
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'))
  mkdirSync(path('season', 'old'), { recursive: true })
  for (let back = 40; back >= 1; back -= 2) {
    const day = addDays(today, -back)
    write(join('season', back > 20 ? 'old' : '.', `${day}.fit`), runOn(day))
  }
  write(join('season', 'notes.txt'), 'Tuesday was hard')
  write('plan.json', JSON.stringify(plan))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a command prints and returns, without starting a process. */
const tandem = async (...words: readonly string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(words, { out: text => out.push(text), err: text => err.push(text), progress: () => {} })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('tandem import', { timeout: 30_000 }, () => {
  test('tells of every file in a folder and what it comes to', async () => {
    expect(await tandem('import', path('season'))).toEqual({
      code: 0,
      out: [
        'season/notes.txt: this is not a training file that Tandem reads. Give it FIT, GPX or TCX files, an archive (.zip) from Strava or Garmin, or an export of intervals.icu or TrainingPeaks.',
        '21 files: 20 imported, 1 skipped, 0 refused',
        '20 activities (run 20, 108 km), 2026-04-02 to 2026-05-10; 0 recorded twice and merged',
      ].join('\n'),
      err: '',
    })
  })

  test('writes the documented object, and finds the same run in an archive', async () => {
    const day = addDays(today, -2)
    const archive = write('export.zip', zipSync({ 'a.fit.gz': gzipSync(runOn(day)) }))
    const { code, out } = await tandem('import', path('season'), archive, '--json')
    const json = JSON.parse(out)
    expect({ code, schema: json.schema, totals: json.totals, merges: json.merges, keys: Object.keys(json) }).toEqual({
      code: 0,
      schema: 1,
      totals: { files: 22, imported: 21, skipped: 1, refused: 0, recordings: 21, activities: 20, merged: 1 },
      merges: [],
      keys: ['schema', 'totals', 'files', 'errors', 'activities', 'merges', 'checkIns', 'sessions'],
    })
    expect(json.files.at(-1)).toEqual({
      file: 'export.zip › a.fit.gz',
      format: 'fit',
      outcome: 'imported',
      reason: null,
      says: 'export.zip › a.fit.gz: read, one activity.',
      activities: [json.activities.at(-1).id],
      checkIns: 0,
      sessions: 0,
    })
    expect(json.activities.at(-1).sources.map((source: { name: string }) => source.name)).toEqual(
      [`season/${day}.fit`, 'export.zip › a.fit.gz'].sort(),
    )
  })

  test('lists kept for back-tests are read as what they are', async () => {
    const table = write(
      'all_sessions_summary.csv',
      'start_utc,sport,distance_m,timer_s,elapsed_s,avg_hr,max_hr,ascent_m\n' +
        '2026-05-01T06:00:00.000Z,running,8000,2880,2900,140,160,40\n2026-05-02T06:00:00.000Z,cycling,,0,,,,\n',
    )
    const stats = { movingTime: 1800, distance: 5000, heartRate: { avg: 150, max: 170 } }
    const kept = { id: 1, name: 'Run', type: 'Run', startTime: '2026-05-03T06:00:00+0000', stats }
    const elevate = write('activities-2026.fixture.json', JSON.stringify([kept, { ...kept, startTime: 'x' }]))
    const { code, out, err } = await tandem('import', table, elevate, '--json')
    expect([code, err]).toEqual([1, expect.stringContaining('activities-2026.fixture.json, entry 2')])
    const { activities } = JSON.parse(out) as { activities: readonly Activity[] }
    expect(activities.map(one => [one.day, one.distanceM, one.meanHr])).toEqual([
      ['2026-05-01', 8000, 140],
      ['2026-05-03', 5000, 150],
    ])
  })

  test('prints a line for each file, and days and plans as what they are', async () => {
    const days = write('wellness.json', JSON.stringify([{ id: '2026-05-09', restingHR: 48 }]))
    const notes = write('unread.json', '[1]')
    const table = await tandem('import', days, notes, '--table')
    expect(table.out.split('\n').map(line => line.split('\t').slice(0, 4))).toEqual([
      ['imported', '-', '0/1/0', 'wellness.json'],
      ['refused', 'UnknownFormat', '0/0/0', 'unread.json'],
    ])
    const json = JSON.parse((await tandem('import', days, notes, '--json')).out)
    expect(json.errors.map(({ file, reason }: { file: string; reason: string }) => [file, reason])).toEqual([
      ['unread.json', 'UnknownFormat'],
    ])
    expect(json.checkIns).toMatchObject([{ day: '2026-05-09', restingHr: 48, source: { kind: 'intervals' } }])
    expect((await tandem('import', days, '--csv')).out.split('\r\n').length).toBe(2)
    expect((await tandem('import', days, '--csv', '--json')).code).toBe(2)
    const history = write('history.json', JSON.stringify(json))
    const review = await tandem('review', '--history', history, path('season'), '--today', today, '--json')
    expect(JSON.parse(review.out).totals.activities).toBe(20)
  })

  test('what a calendar holds is planned, and the plan’s own word goes before', async () => {
    const event = { id: 7, category: 'WORKOUT', type: 'Run', name: 'Easy', start_date_local: `${today}T00:00:00` }
    const calendar = write('events.json', JSON.stringify([{ ...event, moving_time: 2400 }]))
    const sessionsOf = async (...more: readonly string[]): Promise<readonly Session[]> => {
      const words = ['--history', path('season'), calendar, ...more, '--today', today, '--json']
      return JSON.parse((await tandem('review', ...words)).out).sessions
    }
    const [planned] = await sessionsOf()
    expect([planned?.day, planned?.title]).toEqual([today, 'Easy'])
    const plan = write('own-plan.json', JSON.stringify({ schema: 1, sessions: [{ ...planned, title: 'Mine' }] }))
    expect((await sessionsOf('--plan', plan)).map(({ title }) => title)).toEqual(['Mine'])
  })

  test('names each bad file and what to do, and still reads the others', async () => {
    const whole = runOn(today)
    const bad = [
      write('empty.fit', ''),
      write('cut.fit', whole.slice(0, 2000)),
      write('header.fit', whole.slice(0, 13)),
      write('ride.fit', fitFile({ samples: steadyRun(600, 8), sessions: [{ sport: 'cycling', timerS: 600 }] })),
      write('bomb.zip', zipSync({ 'a.fit': new Uint8Array(9_000_000) }, { level: 9 })),
      write('weights.csv', 'day,kg\n2026-05-12,61\n'),
    ]
    const { code, out, err } = await tandem('import', ...bad)
    expect(code).toBe(1)
    expect(err.split('\n')).toEqual([
      'empty.fit: the file is empty. Download or copy it again.',
      'header.fit: the file is damaged and nothing could be recovered. Export or copy it from the watch or service again.',
      expect.stringMatching(/^bomb\.zip › a\.fit: it unpacks to more than \d+ times its size/),
      'weights.csv: this is none of the tables that Tandem reads: the activities.csv of a Strava archive, an export of intervals.icu or TrainingPeaks, or check-ins with a day and answers.',
    ])
    expect(out.split('\n')).toEqual([
      'cut.fit: the file is cut short; what was there was read. Export it again to have the rest.',
      'ride.fit: read. Kept as a ride; not counted as running. Nothing to do.',
      '6 files: 2 imported, 0 skipped, 4 refused',
      expect.stringMatching(
        /^2 activities \(run 1, .*; ride 1, .*\), 2026-05-1\d to 2026-05-1\d; 0 recorded twice and merged$/,
      ),
    ])
  })

  test('a path that does not exist is named', async () => {
    expect(await tandem('import', path('nowhere'))).toEqual({
      code: 1,
      out: '',
      err: `${path('nowhere')}: there is no such file or folder. Check the path.`,
    })
  })
})

describe('tandem review', { timeout: 30_000 }, () => {
  const review = async (...words: readonly string[]) => {
    const { code, out, err } = await tandem('review', ...words, '--json')
    return { code, err, facts: out === '' ? null : JSON.parse(out) }
  }

  test('says how the training stands', async () => {
    const { code, err, facts } = await review('--history', path('season'), '--today', today)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(facts.totals).toEqual({
      files: 21,
      imported: 20,
      skipped: 1,
      refused: 0,
      recordings: 20,
      merged: 0,
      activities: 20,
      later: 0,
    })
    expect(facts.weeks.at(-2)).toMatchObject({
      monday: addDays(today, -8),
      runs: 4,
      distanceM: 21_600,
      durationS: 7200,
    })
    expect(facts.readings.find((one: { id: string }) => one.id === 'longest-run').value).toBe(5.4)
  })

  test('reads back what import wrote, and says the same', async () => {
    const { out } = await tandem('import', path('season'), '--json')
    const history = write('history.json', out)
    const files = await review('--history', path('season'), '--today', today)
    const read = await review('--history', history, '--today', today)
    expect({ ...read.facts, totals: null }).toEqual({ ...files.facts, totals: null })
  })

  test('drafts the swap for intervals the athlete says were missed, for the coach to decide', async () => {
    const { facts } = await review(
      '--history',
      path('season'),
      '--plan',
      path('plan.json'),
      '--today',
      today,
      '--time',
      '20:30',
    )
    expect(facts.matches).toEqual([{ session: 'tue', day: today, state: 'missed', activity: null, said: true }])
    expect(facts.findings.map(({ kind }: { kind: string }) => kind)).toContain('session-missed')
    const [proposal] = facts.proposals
    expect({ rule: proposal.rule, level: proposal.verdict.level, purpose: proposal.edit.adds.purpose }).toEqual({
      rule: 'swap-equal',
      level: 'ask',
      purpose: 'hills',
    })
  })

  test('prints the same in plain lines', async () => {
    const { code, out } = await tandem(
      'review',
      '--history',
      path('season'),
      '--plan',
      path('plan.json'),
      '--today',
      today,
    )
    expect(code).toBe(0)
    for (const part of [
      'Review for Tuesday 12 May 2026',
      '20 activities up to today',
      'Intervals 6 × 3 min (key): missed',
      '[ask]',
    ])
      expect(out).toContain(part)
  })

  test('leaves out what happened after the day it is asked for', async () => {
    const { facts } = await review('--history', path('season'), '--today', addDays(today, -20))
    expect({ activities: facts.totals.activities, later: facts.totals.later }).toEqual({ activities: 11, later: 9 })
  })

  test.each<[string, unknown, string]>([
    ['an unknown field', { ...plan, sesions: [] }, 'unknown field `sesions`. Remove it, or correct its name.'],
    [
      'an unknown field deep inside',
      { ...plan, sessions: [{ ...intervals, colour: 'red' }] },
      'unknown field `sessions.0.colour`. Remove it, or correct its name.',
    ],
    [
      'a missing field',
      { ...plan, sessions: [{ ...intervals, day: undefined }] },
      'the field `sessions.0.day` is missing. Add it.',
    ],
    [
      'a day that is none',
      { ...plan, sessions: [{ ...intervals, day: '2026-02-30' }] },
      'the field `sessions.0.day` must be a day as YYYY-MM-DD. Correct it.',
    ],
    [
      'two of one id',
      { ...plan, sessions: [intervals, intervals] },
      'two sessions have the id `tue`. Give each its own.',
    ],
    ['no object', 5, 'this is not such a file'],
  ])('a plan with %s is refused by name', async (_, content, says) => {
    const file = write('bad-plan.json', JSON.stringify(content))
    const { code, err } = await review('--history', path('season'), '--plan', file, '--today', today)
    expect(code).toBe(1)
    expect(err.startsWith(`${file}: ${says}`), err).toBe(true)
  })

  test('a plan that is no JSON, or not there, is refused by name', async () => {
    const broken = write('broken.json', '{ "schema": 1,, }')
    for (const [file, says] of [
      [broken, 'this is not JSON. Check commas, quotes and brackets.'],
      [path('none.json'), 'there is no such file. Check the path.'],
    ] as const)
      expect(await tandem('review', '--history', path('season'), '--plan', file, '--today', today)).toEqual({
        code: 1,
        out: '',
        err: `${file}: ${says}`,
      })
  })
})

describe('bad usage returns 2 and says what is wrong', () => {
  test.each([
    [[], 'say what to do'],
    [['imprt', 'a.fit'], 'there is no command `imprt`'],
    [['import'], '`import` needs at least one file'],
    [['import', 'a.fit', '--jsn'], '`import` has no option `--jsn`'],
    [['review', '--today', '2026-05-12'], '`review` needs `--history`'],
    [['review', '--history', 'a.fit'], '`review` needs `--today YYYY-MM-DD`'],
    [['review', '--history', 'a.fit', '--today', '2026-02-30'], '`--today 2026-02-30` is no day'],
    [['review', '--history', 'a.fit', '--today', '2026-05-12', '--plan'], '`--plan` takes exactly one word'],
  ])('%j', async (words, says) => {
    const { code, out, err } = await tandem(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })
})

test('as a process: results on stdout alone, and the exit code', { timeout: 60_000 }, () => {
  const command = ['--import', 'tsx', 'core/cli/main.ts']
  const out = execFileSync(process.execPath, [...command, 'import', path('season'), '--json'], { encoding: 'utf8' })
  expect(JSON.parse(out).totals.activities).toBe(20)
  const bad = spawnSync(process.execPath, [...command, 'import', path('nowhere')], { encoding: 'utf8' })
  expect({ status: bad.status, stdout: bad.stdout }).toEqual({ status: 1, stdout: '' })
})

test.skipIf(!existsSync('../shared/data'))('a real marathon build is reviewed', { timeout: 60_000 }, async () => {
  const { code, out } = await tandem(
    'review',
    '--history',
    '../shared/data/runner-x3cl-fit/2018-marathon-build',
    '--today',
    '2018-09-17',
    '--json',
  )
  const facts = JSON.parse(out)
  expect({ code, totals: facts.totals }).toEqual({
    code: 0,
    totals: {
      files: 112,
      imported: 112,
      skipped: 0,
      refused: 0,
      recordings: 114,
      merged: 0,
      activities: 114,
      later: 0,
    },
  })
  expect(facts.readings.find((one: { id: string }) => one.id === 'longest-run').value).toBe(43)
})
