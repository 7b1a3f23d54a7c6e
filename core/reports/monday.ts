/** The Monday review: what changed last week, why, and what to look at next; for the coach, who adds the words. */
import type { Reading } from '../lib/reading.ts'
import { addDays, mondayOf } from '../model/day.ts'
import { sayWeekday, unitMark } from '../model/say-day.ts'
import { aCheckIn, aRun, aSession, daysAgo, runsSince } from '../signals/basis/given.ts'
import { reporting } from './basis/given.ts'
import { type Week, weekOf } from './desk/week.ts'
import type { Example, Report, Reporting } from './report.ts'

export const report: Report = {
  id: 'monday',
  title: 'Monday review',
  layer: 'summary',
  write: given => {
    const { context } = given
    const monday = mondayOf(context.day)
    if (context.history.activities.length === 0 && context.checkIns.length === 0) return []
    const week = weekOf(context, addDays(monday, -7))
    const says = [changed(week), why(week), next(given)].join('\n')
    return [{ id: `monday-${monday}`, to: 'coach', day: monday, kind: 'summary', says, evidence: [week.from] }]
  },
}

const orWhy = <T>(reading: Reading<T>, says: (value: T) => string): string =>
  reading.known ? says(reading.value) : `not known (${reading.why})`

const changed = (week: Week): string => {
  const { loadBefore: before, sessions, open } = week
  const load = orWhy(
    week.load,
    value => `${Math.round(value)}${before.known ? ` (week before ${Math.round(before.value)})` : ''}`,
  )
  const spread = orWhy(
    week.intensity,
    ({ easy, moderate, hard }) => `${easy} % easy, ${moderate} % moderate, ${hard} % hard`,
  )
  const km = `${(week.distanceM / 1000).toFixed(1)}${unitMark}km in ${week.runs} ${week.runs === 1 ? 'run' : 'runs'}`
  // Why: what nobody has spoken for is not rest; a sum over it is only "at least".
  const distance = open === 0 ? km : `at least ${km} (${open} ${open === 1 ? 'day' : 'days'} without data)`
  const done = `${sessions.done.length} done, ${sessions.missed.length} missed, ${sessions.excused.length} excused, ${sessions.unknown.length} not answered`
  return open === week.days.length
    ? `What changed: nothing has arrived for last week. Sessions: ${done}.`
    : `What changed: ${distance}, load ${load}, intensity ${spread}. Sessions: ${done}.`
}

const why = ({ said, poor, sore, pain }: Week): string => {
  const on = (days: typeof said) => days.map(({ day }) => sayWeekday(day).slice(0, 3)).join(', ')
  const parts = [
    said.length === 0 ? 'no check-ins' : `${said.length} ${said.length === 1 ? 'check-in' : 'check-ins'}`,
    poor.length === 0 ? '' : `poor nights ${on(poor)}`,
    sore.length === 0 ? '' : `sore ${on(sore)}`,
    pain.length === 0 ? '' : `pain ${on(pain)}`,
  ]
  return `Why: ${parts.filter(part => part !== '').join('; ')}.`
}

const next = ({ context, findings, proposals, escalation }: Reporting): string => {
  const form = context.fitness.last()?.form
  const waiting = proposals.filter(({ verdict }) => verdict.level !== 'auto').length
  const outcome =
    escalation !== null
      ? 'answer the alert'
      : waiting > 0
        ? `${waiting} to decide`
        : findings.length > 0
          ? 'look at the findings'
          : 'on track'
  return `Next: ${outcome}; form ${form?.known ? Math.round(form.value) : 'not known'}.`
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
export const examples: readonly Example[] = [
  {
    name: 'a week of four runs',
    given: () =>
      reporting({
        profile: pace,
        activities: runsSince(29, 8),
        sessions: [aSession(daysAgo(5)), aSession(daysAgo(3))],
        checkIns: [
          aCheckIn(daysAgo(4), { sleepQuality: 2, soreness: 4 }),
          aCheckIn(daysAgo(2), { sleepQuality: 4, soreness: 1 }),
        ],
      }),
    says: [
      [
        'What changed: 24.0\u00a0km in 3 runs, load 220 (week before 293), intensity not known (the run of 2026-05-05 has no paces). Sessions: 2 done, 0 missed, 0 excused, 0 not answered.',
        'Why: 2 check-ins; poor nights Fri; sore Fri.',
        'Next: on track; form -20.',
      ].join('\n'),
    ],
  },
  {
    name: 'a silent week is not a week of rest',
    given: () => reporting({ activities: [aRun(daysAgo(12), 8)] }),
    says: [
      'What changed: nothing has arrived for last week. Sessions: 0 done, 0 missed, 0 excused, 0 not answered.\nWhy: no check-ins.\nNext: look at the findings; form not known.',
    ],
  },
  { name: 'nothing on file', given: () => reporting({}), says: [] },
]
