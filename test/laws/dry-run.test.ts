/** The dry run knows no future, says what the engine said, and keeps the guardrails as life would. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareRuns,
  countsByWeek,
  countsOf,
  dryRun,
  type Past,
  truthByWeek,
  truthOf,
} from '../../core/dry-run/index.ts'
import { situationOn } from '../../core/dry-run/past.ts'
import { advise } from '../../core/engine.ts'
import type { Profile } from '../../core/model/athlete.ts'
import { addDays, type Day, dayNumber, mondayOf } from '../../core/model/day.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import { toldOn } from '../../core/model/profile-then.ts'
import { sampleSeason } from '../../core/sample/index.ts'
import { aCheckIn, aRun, notDone, today } from '../../core/signals/basis/given.ts'
import { aSeason } from '../kit/arbitrary-seasons.ts'
import { openPlaybook, situationOf } from '../kit/season.ts'

/** The past as it stood at the end of a day: nothing that came later is on file. */
const cutAfter = (past: Past, last: Day): Past => {
  const { content, plan, log } = past
  const isKnown = ({ day }: { readonly day: Day }) => day <= last
  const end = (dayNumber(last) + 1) * 1440
  return {
    ...past,
    content: {
      ...content,
      activities: content.activities.filter(isKnown),
      checkIns: content.checkIns.filter(isKnown),
      comments: content.comments.filter(isKnown),
      lifeEvents: content.lifeEvents.filter(({ from }) => from <= last),
      outcomes: content.outcomes.filter(({ at }) => at < end),
      confirmedDays: content.confirmedDays.filter(day => day <= last),
    },
    plan,
    log: log.filter(({ signed }) => signed.statement.at < end),
  }
}

const runOver = (past: Past, playbook: Playbook, from: Day, to: Day) => [...dryRun({ past, playbook, from, to })]
const aPast = aSeason.map(season => {
  const { now, playbook, ...past } = situationOf(season)
  return { past, playbook }
})

const worry = {
  id: 'w',
  session: null,
  day: today,
  by: 'ana',
  role: 'athlete',
  words: 'I panic',
  at: 0,
} as unknown as Past['content']['comments'][number]
/** What would change everything if it were known a day early. */
const withTrouble = (past: Past, last: Day): Past => {
  const later = addDays(last, 1)
  const at = dayNumber(later) * 1440 + 600
  const { content, plan } = past
  return {
    ...past,
    content: {
      ...content,
      activities: [...content.activities, aRun(later, 60)],
      checkIns: [
        ...content.checkIns.filter(({ day }) => day !== later),
        aCheckIn(later, { pain: { site: 'calf', level: 5 } }),
      ],
      lifeEvents: [
        ...content.lifeEvents,
        { id: 'later', kind: 'travel', from: later, to: addDays(later, 6), note: '' },
      ],
      outcomes: [
        ...content.outcomes,
        ...plan.sessions.flatMap(({ id, day }) => (day > last ? [] : [{ ...notDone(id, day), comment: 'I quit', at }])),
      ],
      comments: [...content.comments, { ...worry, day: later }],
    },
  }
}

test('[dry run] cutting the future off changes nothing', () => {
  fc.assert(
    fc.property(aPast, fc.integer({ min: -2, max: 2 }), ({ past, playbook }, ahead) => {
      const [from, last] = [addDays(today, ahead - 6), addDays(today, ahead)]
      const whole = runOver(withTrouble(past, last), playbook, from, addDays(last, 2))
      expect(runOver(cutAfter(past, last), playbook, from, last)).toEqual(whole.filter(({ day }) => day <= last))
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('[dry run] what is told of the profile later changes no day before it', () => {
  const told = fc.record({
    weekMinutes: fc.constantFrom<Profile['weekMinutes'][]>(null, [0, 0, 0, 0, 0, 0, 0], [90, 90, 90, 90, 90, 90, 90]),
    preset: fc.constantFrom<Profile['preset']>('standard', 'coach-heavy'),
    usualSleepHours: fc.constantFrom(null, 5, 9),
    thresholds: fc.constantFrom(null, {
      maxHr: 180,
      restHr: 40,
      thresholdHr: 160,
      thresholdPaceSPerKm: 240,
      origin: '',
    }),
  })
  fc.assert(
    fc.property(aPast, told, fc.integer({ min: 0, max: 3 }), ({ past, playbook }, now, ahead) => {
      const last = addDays(today, ahead)
      const { profile } = past.content
      const calf = { site: 'calf' as const, from: addDays(last, 1), to: null, note: '' }
      const later = toldOn(addDays(last, 1), profile, { ...profile, ...now, injuries: [...profile.injuries, calf] })
      const after = { ...past, content: { ...past.content, profile: later } }
      const over = (of: Past) => runOver(of, playbook, addDays(last, -3), last)
      expect(over(after)).toEqual(over(past))
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('[dry run] a day with nothing before it says what the engine says that evening', () => {
  fc.assert(
    fc.property(aPast, ({ past, playbook }) => {
      const [day] = runOver(past, playbook, today, today)
      const evening = advise(situationOn(past, playbook, today, 'evening', []))
      const kinds = new Set(day!.findings.map(({ finding }) => finding.kind))
      for (const { kind } of evening.findings) expect(kinds).toContain(kind)
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('[R4] in no week of a dry run are more than two changes applied, and nothing key is among them', () => {
  const { content, plan } = sampleSeason(3, today)
  const nights = content.activities.flatMap(({ day }, i) => (i % 3 === 0 ? [{ ...content.checkIns[0]!, day }] : []))
  const poor = nights.map(one => ({ ...one, pain: null, soreness: 1, stress: 1, motivation: 5, sleepQuality: 1 }))
  const past: Past = { athlete: 'x' as Past['athlete'], content: { ...content, checkIns: poor }, plan, log: [] }
  const days = runOver(past, openPlaybook, addDays(today, -90), today)
  const applied = days.flatMap(({ day, proposals }) =>
    proposals.filter(({ proposal, since }) => since === day && proposal.verdict.level === 'auto'),
  )
  const weeks = applied.map(({ proposal: { edit, day } }) => mondayOf(edit.adds?.day ?? day))
  for (const week of weeks) expect(weeks.filter(one => one === week).length).toBeLessThanOrEqual(2)
  expect(countsOf(days).applied).toBe(applied.length)
  expect(applied.length).toBeGreaterThan(0)
}, 60_000)

test('the same playbook twice differs nowhere; a lower threshold is told in words on its days', () => {
  const { content, plan, playbook } = sampleSeason(7, today)
  const past: Past = { athlete: 'x' as Past['athlete'], content, plan, log: [] }
  const from = addDays(today, -14)
  const days = runOver(past, playbook, from, today)
  expect(compareRuns(days, days)).toEqual([])
  const earlier = { ...playbook, thresholds: { ...playbook.thresholds, sleepShortNights: 2 } }
  const says = compareRuns(days, runOver(past, earlier, from, today)).flatMap(one => one.says)
  expect(says).toContain('now noticed: 2 of the last 4 nights known were poor')
})

test('weeks of counts and weeks of truth are the same weeks, and each day’s kilometres are in one of them', () => {
  const { content, plan, playbook } = sampleSeason(7, today)
  const past: Past = { athlete: 'x' as Past['athlete'], content, plan, log: [] }
  const from = addDays(today, -100)
  const days = runOver(past, playbook, from, today)
  const truth = truthOf(past, from, today)
  const weeks = truthByWeek(truth, past)
  expect(countsByWeek(days).map(({ monday }) => monday)).toEqual(weeks.map(({ monday }) => monday))
  const metres = (some: readonly { readonly distanceM: number }[]) => some.reduce((sum, one) => sum + one.distanceM, 0)
  expect(metres(weeks)).toBe(metres(truth))
  expect(weeks.some(({ missed }) => missed > 0)).toBe(true)
})

test('a week that still runs has the load of its known days, at least', () => {
  const { content, plan } = sampleSeason(7, today)
  const past: Past = { athlete: 'x' as Past['athlete'], content, plan, log: [] }
  const [monday, last] = [mondayOf(today), content.activities.at(-1)!.day]
  const known = truthOf(past, monday, last)
  const week = truthByWeek(truthOf(past, monday, addDays(last, 1)), past).find(one => one.monday === mondayOf(last))!
  expect(week.load.known).toBe(false)
  const sum = known.reduce((so, { day, load }) => so + (load.known && day >= week.monday ? load.value : 0), 0)
  expect(week.leastLoad).toBeCloseTo(sum, 0)
  expect(sum).toBeGreaterThan(0)
})
