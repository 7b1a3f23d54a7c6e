/** `tandem dry-run` as a person uses it: a history, a plan and a playbook in, one object a day out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DayFacts } from '../../core/cli/dry-run-facts.ts'
import { run } from '../../core/cli/run.ts'
import {
  aCheckIn,
  aRun,
  aSession,
  aStep,
  daysAgo,
  intervals,
  notDone,
  runsSince,
  today,
} from '../../core/signals/basis/given.ts'
import { openPlaybook } from '../kit/season.ts'

let folder = ''
const write = (name: string, value: unknown): string => {
  writeFileSync(join(folder, name), JSON.stringify(value))
  return join(folder, name)
}
const files = { history: '', plan: '', open: '', two: '', broken: '' }

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dry-run-'))
  const level = runsSince(170, 8).map(one =>
    one.day === daysAgo(15) ? { ...aRun(one.day, 14), durationS: 4200 } : one,
  )
  const activities = level
    .filter(({ day }) => day !== daysAgo(7))
    .map(one => (one.day === daysAgo(5) ? { ...one, durationS: 2480 } : one))
  const missed = intervals(daysAgo(7))
  const nights = [3, 1, 0].map(ago => aCheckIn(daysAgo(ago), { sleepQuality: 2, soreness: 1, pain: null }))
  const well = Array.from({ length: 20 }, (_, i) => aCheckIn(daysAgo(i + 4), { sleepQuality: 4, soreness: 1 }))
  files.history = write('history.json', { schema: 1, activities })
  files.plan = write('plan.json', {
    schema: 1,
    athlete: { weekMinutes: [90, 90, 90, 90, 90, 150, 150] },
    sessions: [missed, aSession(daysAgo(-1), { title: 'Easy 50 min', steps: [aStep(50, 'E')] })],
    outcomes: [notDone(missed.id, daysAgo(7))],
    checkIns: [...well, ...nights],
    races: [{ id: 'r', day: daysAgo(2), name: 'Spring mile', priority: 'C', distanceM: 1609, goal: '' }],
  })
  files.open = write('open.json', openPlaybook)
  files.two = write('two.json', { ...openPlaybook, thresholds: { ...openPlaybook.thresholds, sleepShortNights: 2 } })
  files.broken = write('broken.json', {
    ...openPlaybook,
    thresholds: { ...openPlaybook.thresholds, sleepShortNights: 9 },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tandem = async (...words: readonly string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const screen = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    progress: () => {},
  }
  return { code: await run(words, screen), out: out.join('\n'), err: err.join('\n') }
}
const asked = () => [
  'dry-run',
  '--history',
  files.history,
  '--plan',
  files.plan,
  '--playbook',
  files.open,
  '--from',
  daysAgo(10),
  '--to',
  today,
]

test('one object a day: what fired, what would have been applied and why, beside what happened', async () => {
  const { code, out, err } = await tandem(...asked(), '--json')
  expect([code, err]).toEqual([0, ''])
  const days = out.split('\n').map(line => JSON.parse(line) as DayFacts)
  expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 11 }, (_, i) => daysAgo(10 - i)))
  const fired = days.flatMap(({ day, findings }) => findings.flatMap(one => (one.new ? [`${day} ${one.kind}`] : [])))
  expect(fired).toMatchInlineSnapshot(`
    [
      "2026-05-02 run-spike",
      "2026-05-04 week-rise",
      "2026-05-05 session-missed",
      "2026-05-07 data-missing",
      "2026-05-12 sleep-short",
      "2026-05-12 sleep-dipping",
    ]
  `)
  const drafted = days.flatMap(({ day, proposals }) =>
    proposals.filter(one => one.new).map(one => [day, one.rule, one.verdict, one.reasons[0]?.rule]),
  )
  expect(drafted).toEqual([
    [daysAgo(7), 'swap-equal', 'auto', 'may-swap-equal'],
    [daysAgo(0), 'ease-easy-day', 'auto', 'may-ease-easy-day'],
  ])
  expect(days.find(({ day }) => day === daysAgo(7))!.happened).toMatchObject({ missed: 1, runs: 0, distanceM: 0 })
  expect(days.find(({ day }) => day === daysAgo(2))!.happened.race).toBe('Spring mile')
})

test('in words: weeks with something in them, and the years', async () => {
  const { code, out } = await tandem(...asked())
  expect(code).toBe(0)
  expect(out).toMatch(/2026-05-04 {2}\d noticed, 1 would have been applied, 0 asked, 0 alerts {2}\(.*session-missed 1/)
  expect(out).toContain('really:')
  expect(out).toContain('Spring mile')
  expect(out).toMatch(/By year\n {2}2026/)
})

test('two playbooks: the days on which they part, in words', async () => {
  const { code, out } = await tandem(...asked(), '--against', files.two)
  expect(code).toBe(0)
  expect(out).toMatch(/days on which the second playbook parts from the first/)
  expect(out).toContain('now noticed: 2 of the last 4 nights known were poor')
})

test('a preset stands in a file’s place: the injury-prone racer’s coach would have been asked', async () => {
  const { code, out } = await tandem(...asked().map(word => (word === files.open ? 'injury-prone' : word)), '--json')
  expect(code).toBe(0)
  const verdicts = out.split('\n').flatMap(line => (JSON.parse(line) as DayFacts).proposals.map(one => one.verdict))
  expect(new Set(verdicts)).toEqual(new Set(['ask']))
})

test('what is wrong is named: a threshold out of bounds, a day that is none, an option too many', async () => {
  const broken = await tandem(...asked(), '--against', files.broken)
  expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('sleepShortNights')])
  expect(await tandem('dry-run', '--history', files.history, '--from', '2026-02-30')).toMatchObject({ code: 2 })
  expect(await tandem('dry-run', '--history', files.history, '--today', today)).toMatchObject({ code: 2 })
  expect(await tandem('dry-run')).toMatchObject({ code: 2 })
})

test('explain: why on a day, in words and as one object, and what stands as it is today', async () => {
  const words = ['explain', '--history', files.history, '--plan', files.plan, '--playbook', files.open, '--day', today]
  const said = await tandem(...words)
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toMatch(/is applied at once\./)
  expect(said.out).toContain('Found: 3 of the last 4 nights known were poor.')
  expect(said.out).toContain('The plan is as the coach has it today')
  const why = JSON.parse((await tandem(...words, '--json')).out)
  expect(Object.keys(why)).toEqual([
    'schema',
    'day',
    'session',
    'says',
    'readings',
    'findings',
    'drafts',
    'silent',
    'alert',
    'asToday',
  ])
  expect(
    why.drafts.map(({ rule, fate, verdict }: { rule: string; fate: string; verdict: { level: string } }) => [
      rule,
      fate,
      verdict.level,
    ]),
  ).toContainEqual(['ease-easy-day', 'open', 'auto'])
  const before = JSON.parse((await tandem(...words.slice(0, -1), daysAgo(5), '--json')).out)
  expect(JSON.stringify(before.findings)).not.toContain('nights known were poor')
  expect((await tandem(...words, '--session', 'none')).err).toContain('no session `none`')
  expect(await tandem(...words.slice(0, -2))).toMatchObject({ code: 2 })
  expect(await tandem(...words, '--today', today)).toMatchObject({ code: 2 })
})
