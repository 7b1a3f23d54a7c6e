import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { alongOf } from '../../core/history/along.ts'
import { parse } from '../../core/lib/parse.ts'
import { activitySchema } from '../../core/model/activity.ts'
import { lifeEventSchema, outcomeSchema, profileSchema } from '../../core/model/athlete.ts'
import { checkInSchema } from '../../core/model/check-in.ts'
import { commentSchema } from '../../core/model/comment.ts'
import { addDays, type Day, daysBetween, mondayOf } from '../../core/model/day.ts'
import { phaseSchema, raceSchema } from '../../core/model/season.ts'
import { sessionSchema } from '../../core/model/session.ts'
import { readAthlete, readPlan, readPlaybook } from '../../core/plan/index.ts'
import { sampleSeason, writeSample } from '../../core/sample/index.ts'
import { vdotOf } from '../../core/science/vdot.ts'
import { day } from '../kit/plan.ts'

// Why: a season is made second by second, several times over, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const today = day('2026-05-14')
const season = sampleSeason(7, today)
const { content, plan } = season
const runs = content.activities.filter(({ sport }) => sport === 'run')
const kmOf = (metres: number | null): number => (metres ?? 0) / 1000

const kmByWeek = new Map<Day, number>()
for (const { day, distanceM } of runs) kmByWeek.set(mondayOf(day), (kmByWeek.get(mondayOf(day)) ?? 0) + kmOf(distanceM))
const weeks = [...kmByWeek.values()].slice(0, -1)
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const longest = (from: Day, to: Day): number =>
  Math.max(0, ...runs.filter(({ day }) => from <= day && day <= to).map(({ distanceM }) => kmOf(distanceM)))

test('the same seed and day give the same season, another seed another', () => {
  expect(sampleSeason(7, today)).toEqual(season)
  expect(sampleSeason(8, today).content.activities).not.toEqual(content.activities)
})

test('every entry is of the model', () => {
  const failures = [
    parse(profileSchema, content.profile),
    ...content.activities.map(entry => parse(activitySchema, entry)),
    ...content.checkIns.map(entry => parse(checkInSchema, entry)),
    ...content.lifeEvents.map(entry => parse(lifeEventSchema, entry)),
    ...content.outcomes.map(entry => parse(outcomeSchema, entry)),
    ...[...content.comments, ...plan.comments].map(entry => parse(commentSchema, entry)),
    ...plan.sessions.map(entry => parse(sessionSchema, entry)),
    ...plan.phases.map(entry => parse(phaseSchema, entry)),
    ...plan.races.map(entry => parse(raceSchema, entry)),
  ].filter(({ ok }) => !ok)
  expect(failures).toEqual([])
})

test('it is written into documents and read back whole, and a second time changes nothing', () => {
  const docs = { plan: new Y.Doc(), athlete: new Y.Doc(), playbook: new Y.Doc() }
  const written = writeSample(docs, season, 'test')
  let updates = 0
  for (const doc of Object.values(docs)) doc.on('update', () => updates++)
  writeSample(docs, season, 'test')
  const athlete = readAthlete(docs.athlete)
  expect([written, updates, readPlan(docs.plan), readPlaybook(docs.playbook)]).toEqual([
    { ok: true, value: null },
    0,
    plan,
    season.playbook,
  ])
  expect({ ...athlete, outcomes: new Set(athlete.outcomes) }).toEqual({
    ...content,
    outcomes: new Set(content.outcomes),
  })
  expect(Y.encodeStateAsUpdate(docs.athlete).length).toBeGreaterThan(256 * 1024)
})

test('nothing was done today or later, nor twice, and two years are there', () => {
  const ids = new Set(content.activities.map(({ id }) => id))
  expect([
    content.activities.filter(({ day }) => day >= today),
    content.checkIns.filter(({ day }) => day > today),
    content.activities.length - ids.size,
    daysBetween(content.activities[0]?.day as Day, today) > 715,
  ]).toEqual([[], [], 0, true])
})

test('the weeks are those of a marathon runner with a job', () => {
  expect({
    runsAWeek: runs.length / weeks.length > 4 && runs.length / weeks.length < 6,
    kmAWeek: mean(weeks) > 40 && mean(weeks) < 55,
    most: Math.max(...weeks) > 60 && Math.max(...weeks) < 82,
    eachWeek: weeks.filter(km => km < 3 || km > 82),
  }).toEqual({ runsAWeek: true, kmAWeek: true, most: true, eachWeek: [] })
})

test('no run but the races is far longer than the longest of the 30 days before it', () => {
  const spikes = runs
    .filter(({ id, day }) => !id.includes('race') && daysBetween(runs[0]?.day as Day, day) > 30)
    .filter(({ day, distanceM }) => kmOf(distanceM) > 1.35 * longest(addDays(day, -30), addDays(day, -1)))
  expect(spikes.map(({ day, distanceM }) => [day, distanceM])).toEqual([])
})

test('long runs grow towards the first marathon', () => {
  const marathon = runs.find(({ distanceM }) => kmOf(distanceM) > 42)?.day as Day
  const months = [196, 168, 140, 112, 84].map(ago => longest(addDays(marathon, -ago), addDays(marathon, -ago + 27)))
  const peak = longest(addDays(marathon, -56), addDays(marathon, -21))
  expect([months, peak >= 28 && peak <= 33]).toEqual([months.toSorted((a, b) => a - b), true])
})

test('races are run at the fitness the training shows', () => {
  const races = runs.filter(({ id }) => id.includes('race'))
  expect(races.map(({ distanceM, durationS }) => Math.round(vdotOf(distanceM ?? 0, durationS) ?? 0))).toEqual([42, 43])
})

test('heart rates follow the paces and the summer', () => {
  const easy = runs.filter(({ id }) => id.includes('-easy-'))
  const hr = (of: typeof runs) => mean(of.map(({ meanHr }) => meanHr ?? 0))
  const pace = (of: typeof runs) => mean(of.map(({ durationS, distanceM }) => durationS / kmOf(distanceM)))
  const tempo = runs.filter(({ id }) => id.includes('-tempo-'))
  const hot = easy.filter(({ temperatureC }) => (temperatureC ?? 0) >= 22)
  const cool = easy.filter(({ temperatureC }) => (temperatureC ?? 0) <= 14)
  const whole = runs.filter(
    ({ hrSeconds, durationS }) => Math.abs((hrSeconds ?? []).reduce((sum, [, s]) => sum + s, 0) - durationS) > 20,
  )
  expect({
    tempoFaster: pace(tempo) < pace(easy) - 20,
    tempoHarder: hr(tempo) > hr(easy) + 7,
    hotHigher: hr(hot) - hr(cool) > 2,
    easyBetween: hr(easy) > 130 && hr(easy) < 148,
    neverAbove: Math.max(...runs.map(({ maxHr }) => maxHr ?? 0)) <= 188,
    histogramsWhole: whole,
  }).toEqual({
    tempoFaster: true,
    tempoHarder: true,
    hotHigher: true,
    easyBetween: true,
    neverAbove: true,
    histogramsWhole: [],
  })
})

test('nobody runs with a fever', () => {
  const sick = content.lifeEvents.filter(({ kind }) => kind === 'sick')
  const during = sick.flatMap(({ from, to }) => runs.filter(({ day }) => from <= day && day <= to))
  expect([sick.length, during]).toEqual([1, []])
})

test('check-ins have gaps, and the last nights were short', () => {
  const share = content.checkIns.length / 727
  const last = content.checkIns.filter(({ day }) => daysBetween(day, today) < 4)
  expect([share > 0.65 && share < 0.9, last.map(({ sleepHours }) => sleepHours)]).toEqual([true, [5.7, 5.2, 6.6, 5.5]])
})

test('early, midway and late in a week something was missed lately, and something is planned for today or tomorrow', () => {
  const weekdays = [4, 6, 9, 10].map(later => {
    const on = addDays(today, later)
    const { content, plan } = sampleSeason(7, on)
    const ahead = plan.sessions.filter(({ day, sport }) => sport === 'run' && day >= on && day <= addDays(on, 1))
    const missed = content.outcomes.filter(({ said, session }) => {
      const planned = plan.sessions.find(({ id }) => id === session)
      return said === 'not-done' && planned?.key && daysBetween(planned.day, on) <= 5
    })
    return [ahead.length > 0, missed.length > 0]
  })
  expect(weekdays).toEqual(Array(4).fill([true, true]))
})

test('the last runs have curves that agree with what is said of them', () => {
  const { content, recorded } = season
  expect(recorded.length).toBeGreaterThan(40)
  for (const { activity, streams } of recorded) {
    const run = content.activities.find(({ id }) => id === activity)!
    const { metres, timer } = alongOf(streams)
    expect(Math.abs(metres.at(-1)! - run.distanceM!), activity).toBeLessThan(3)
    expect(Math.abs(timer.at(-1)! - run.durationS), activity).toBeLessThan(3)
  }
})
