/** The decision tree's examples: an athlete's days go in, what the engine says comes out as text a coach can read. */
import { expect, test } from 'vitest'
import { adviceFor, advise } from '../../core/engine.ts'
import { addDays, type Day, daysFrom } from '../../core/model/day.ts'
import type { Edit } from '../../core/model/edit.ts'
import { baseHash } from '../../core/model/edit.ts'
import { compose } from '../../core/plan/index.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
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
import {
  advised,
  carriedOut,
  inWords,
  jsonOf,
  minutesAt,
  openPlaybook,
  type Season,
  situationOf,
  stated,
} from '../kit/season.ts'

const said = (day: Day, more: object = {}) =>
  aCheckIn(day, { sleepQuality: 4, soreness: 1, motivation: 4, stress: 2, ...more })
const wellFor = (days: number, but: number) => daysFrom(daysAgo(days), daysAgo(but + 1)).map(day => said(day))

/** Half a year of level running with a hard 5 km last week, well and available: nothing restrains anything. */
const green: Season = {
  profile: {
    weekMinutes: [90, 90, 90, 90, 90, 150, 150],
    thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: 'test' },
  },
  activities: runsSince(170, 8).map(run =>
    run.day === daysAgo(5) ? { ...run, durationS: 2480 } : run.day === daysAgo(15) ? { ...aRun(run.day, 14) } : run,
  ),
  checkIns: [...wellFor(20, 0), said(today)],
  playbook: openPlaybook,
}
const also = (more: Season): Season => ({ ...green, ...more })
const words = (season: Season) => inWords(advised(season)).filter(line => !line.startsWith('summary'))

const easy = aSession(daysAgo(-1), { title: 'Easy 50 min', steps: [aStep(50, 'E')] })
const missed = intervals(today)
const missedToday: Season = { sessions: [missed], outcomes: [notDone(missed.id, today)], minute: 1200 }
const shortSleep = [
  ...wellFor(20, 3),
  ...[3, 1, 0].map(ago => said(daysAgo(ago), { sleepQuality: 2 })),
  said(daysAgo(2)),
]

test('E1 two poor nights beside good work: continue, and tell the coach on Monday', () => {
  const season = also({
    sessions: [intervals(daysAgo(1)), easy],
    activities: [...(green.activities ?? []).filter(run => run.day !== daysAgo(1)), aRun(daysAgo(1), 9)],
    checkIns: [...wellFor(20, 1), said(daysAgo(1), { sleepQuality: 2 }), said(today, { sleepQuality: 2 })],
  })
  expect(words(season)).toMatchInlineSnapshot(`
    [
      "finding sleep-dipping: the last 2 nights were poor",
      "reminder to athlete: Recovery counts today: Intervals 6 × 3 min was yesterday. Nothing hard is planned.",
    ]
  `)
  const monday = advised(season).messages.find(({ kind }) => kind === 'summary')
  expect(monday?.to).toBe('coach')
})

test('E2 poor sleep, soreness up, motivation down: escalate now, and draft an easy day', () => {
  const season = also({
    sessions: [easy],
    checkIns: [
      ...wellFor(20, 2),
      said(daysAgo(1), { sleepQuality: 2, soreness: 3, motivation: 2 }),
      said(today, { sleepQuality: 2, soreness: 3, motivation: 2 }),
    ],
  })
  expect(words(season)).toMatchInlineSnapshot(`
    [
      "finding sleep-dipping: the last 2 nights were poor",
      "finding soreness-rising: soreness 3 of 5, usually 1",
      "finding motivation-falling: motivation 2 of 5, usually 4",
      "ask ease-easy-day: Wednesday easier: 35 min E",
      "  → Easy 35 min 35 min E",
      "  why: The last 2 nights were poor; soreness 3 of 5, usually 1; motivation 2 of 5, usually 4. Wednesday 13 May stays easy and gets shorter.",
      "  by escalated: an alert waits for an answer since Monday 11 May",
      "escalation to coach: Ana: the last 2 nights were poor, soreness 3 of 5, usually 1, motivation 2 of 5, usually 4. | Since Monday 11 May. | Next: Easy 50 min on Wednesday 13 May.",
    ]
  `)
})

test('E3 short of sleep before an easy run: auto where allowed, ask where on, nothing where off or watched', () => {
  const season = also({ sessions: [easy], checkIns: shortSleep })
  expect(words(season)).toMatchInlineSnapshot(`
    [
      "finding sleep-short: 3 of the last 4 nights known were poor",
      "finding sleep-dipping: the last 2 nights were poor",
      "auto ease-easy-day: Wednesday easier: 35 min E",
      "  → Easy 35 min 35 min E",
      "  why: 3 of the last 4 nights known were poor. Wednesday 13 May stays easy and gets shorter.",
      "  by may-ease-easy-day: an easy day shortened by 30 %",
    ]
  `)
  const level = (playbook: typeof openPlaybook) =>
    advised({ ...season, playbook }).proposals.map(({ verdict }) => verdict.level)
  const layer = (mode: 'on' | 'watched' | 'off') => ({
    ...openPlaybook,
    layers: { ...openPlaybook.layers, 'easy-day': mode },
  })
  expect(level(defaultPlaybook)).toEqual(['ask'])
  expect(level(layer('watched'))).toEqual([])
  expect(level(layer('off'))).toEqual([])
})

test('E4 short of sleep before a key session: a smaller one is drafted, never cancelled', () => {
  expect(words(also({ sessions: [intervals(daysAgo(-1))], checkIns: shortSleep }))).toMatchInlineSnapshot(`
    [
      "finding sleep-short: 3 of the last 4 nights known were poor",
      "finding sleep-dipping: the last 2 nights were poor",
      "ask ease-key: Wednesday smaller: 15 min E · 5 × (3 min I, 2 min E) · 10 min E",
      "  → Intervals 5 × 3 min 15 min E · 5 × (3 min I, 2 min E) · 10 min E",
      "  why: 3 of the last 4 nights known were poor. Wednesday 13 May keeps its purpose with less of it.",
      "  by always-asks: a smaller key or long session always asks",
      "  by key-lowered: the work of a key session would change",
    ]
  `)
})

test('E5 missed intervals, Wednesday free: equal hills on Wednesday', () => {
  expect(words(also(missedToday))).toMatchInlineSnapshot(`
    [
      "finding session-missed: Tuesday 12 May: Intervals 6 × 3 min was missed",
      "auto swap-equal: Wednesday: 8 × 90 s hill instead of Tuesday’s Intervals 6 × 3 min",
      "  → 8 × 90 s hill 2026-05-13 15 min E · 8 × (1:30 min I, 2 min E) · 10 min E",
      "  why: Tuesday 12 May: Intervals 6 × 3 min was missed. Wednesday 13 May is free and far enough from other hard days; equal in purpose, at 90 % of the load.",
      "  by may-swap-equal: an equal session from the coach’s list",
    ]
  `)
  const asked = advised({ ...also(missedToday), playbook: defaultPlaybook })
  expect(asked.proposals.map(({ verdict }) => verdict.level)).toEqual(['ask'])
  expect(asked.proposals[0]?.id).toBe(advised(also(missedToday)).proposals[0]?.id)
  expect(inWords(adviceFor('athlete', asked))).toEqual([
    'waiting to athlete: Your coach has something to look at for Wednesday 13 May',
  ])
})

test('E5 Wednesday’s sync shows it as well, under the same name', () => {
  const evening = advised(also(missedToday)).proposals.map(({ id }) => id)
  const nextDay = addDays(today, 1)
  const synced = also({
    day: nextDay,
    sessions: [missed],
    activities: [...(green.activities ?? []), aRun(nextDay, 2)],
    checkIns: [...(green.checkIns ?? []), said(nextDay)],
  })
  expect(advised(synced).proposals.map(({ id }) => id)).toEqual(evening)
})

test('E6 with a tempo on Thursday the hard-day guard leaves the choice to the coach', () => {
  const tempo = aSession(daysAgo(-2), { title: 'Tempo 20 min', purpose: 'tempo', key: true, steps: [aStep(20, 'T')] })
  expect(words(also({ ...missedToday, sessions: [missed, tempo] }))).toMatchInlineSnapshot(`
    [
      "finding session-missed: Tuesday 12 May: Intervals 6 × 3 min was missed",
      "ask swap-other: Thursday: 8 × 90 s hill in place of Tempo 20 min, or leave Tuesday out",
      "  → 8 × 90 s hill 15 min E · 8 × (1:30 min I, 2 min E) · 10 min E",
      "  why: Tuesday 12 May: Intervals 6 × 3 min was missed. Wednesday 13 May is free, but less than two days from Thursday’s Tempo 20 min.",
      "  by always-asks: another kind of session always asks",
      "  by key-lowered: the work of a key session would change",
      "  by raises-load: the planned load would rise by 106.1 %",
    ]
  `)
})

test('E7 with a calf strain on file the swap asks', () => {
  const injuries = [{ site: 'calf' as const, from: daysAgo(300), to: daysAgo(280), note: 'strain' }]
  const [proposal] = advised(also({ ...missedToday, profile: { ...green.profile, injuries } })).proposals
  expect(proposal?.verdict).toEqual({
    level: 'ask',
    because: [{ rule: 'injury-history', level: 'ask', says: 'calf injury on file' }],
  })
})

test('E8 three sessions missed on travel days count as nothing', () => {
  const sessions = [aSession(daysAgo(5)), aSession(daysAgo(3)), aSession(daysAgo(1))]
  const season = also({
    sessions,
    activities: (green.activities ?? []).filter(({ day }) => day < daysAgo(5)).concat(aRun(today, 5)),
    lifeEvents: [{ id: 't', kind: 'travel', from: daysAgo(6), to: today, note: '' }],
  })
  expect(words(season)).toEqual([])
})

test('E9 a long run of 21 km after 18: the coach sees it, and a draft within the guard', () => {
  const metres = (km: number) => ({ ...aStep(1, 'E'), amount: { unit: 'm' as const, value: km * 1000 } })
  const long = aSession(daysAgo(-5), { title: 'Long run 21 km', purpose: 'long', steps: [metres(21)] })
  const activities = [...(green.activities ?? []).filter(({ day }) => day !== daysAgo(15)), aRun(daysAgo(15), 18)]
  expect(words(also({ sessions: [long], activities }))).toMatchInlineSnapshot(`
    [
      "finding run-spike: Sunday 17 May: the run planned is 17 % longer than the longest of the 30 days before, 18 km",
      "ask ease-key: Sunday smaller: 19.5 km E",
      "  → Long run 19.5 km 19.5 km E",
      "  why: Sunday 17 May: the run planned is 17 % longer than the longest of the 30 days before, 18 km. 19.5 km stays within the guard of 19.8 km.",
      "  by always-asks: a smaller key or long session always asks",
    ]
  `)
})

test('E10 calf pain where there was a strain: escalate, and hold what would be automatic', () => {
  const injuries = [{ site: 'calf' as const, from: daysAgo(400), to: daysAgo(370), note: 'strain' }]
  const season = also({
    ...missedToday,
    profile: { ...green.profile, injuries },
    checkIns: [...wellFor(20, 0), said(today, { pain: { site: 'calf', level: 2 } })],
  })
  expect(words(season)).toMatchInlineSnapshot(`
    [
      "finding session-missed: Tuesday 12 May: Intervals 6 × 3 min was missed",
      "finding pain-recurring: calf pain 2 of 5, where there was an injury",
      "ask swap-equal: Wednesday: 8 × 90 s hill instead of Tuesday’s Intervals 6 × 3 min",
      "  → 8 × 90 s hill 2026-05-13 15 min E · 8 × (1:30 min I, 2 min E) · 10 min E",
      "  why: Tuesday 12 May: Intervals 6 × 3 min was missed. Wednesday 13 May is free and far enough from other hard days; equal in purpose, at 90 % of the load.",
      "  by escalated: an alert waits for an answer since Tuesday 12 May",
      "  by injury-history: calf injury on file",
      "  by pain: calf pain 2 of 5, where there was an injury",
      "escalation to coach: Ana: calf pain 2 of 5, where there was an injury. | Since Tuesday 12 May. | Next: nothing is planned.",
    ]
  `)
})

test('E11 a third of last week missed: nothing is added up, the next hard session starts smaller', () => {
  const lastWeek = [8, 6, 4].map(ago => aSession(daysAgo(ago), { title: 'Run', steps: [aStep(44, 'E')] }))
  const season = also({
    sessions: [
      ...lastWeek,
      aSession(daysAgo(-2), {
        title: 'Tempo 30 min',
        purpose: 'tempo',
        key: true,
        steps: [aStep(15, 'E', 'warmup'), aStep(30, 'T'), aStep(10, 'E', 'cooldown')],
      }),
    ],
    activities: [
      ...(green.activities ?? []).filter(({ day }) => day < daysAgo(9)),
      aRun(daysAgo(8), 8),
      aRun(daysAgo(6), 8),
      aRun(daysAgo(1), 8),
    ],
    phases: [{ id: 'p', kind: 'base', from: daysAgo(30), to: daysAgo(-30), objective: '', measure: '' }],
  })
  expect(words(season)).toMatchInlineSnapshot(`
    [
      "finding session-missed: Friday 8 May: Run was missed",
      "ask ease-key: Thursday smaller: 15 min E · 23 min T · 10 min E",
      "  → Tempo 23 min 15 min E · 23 min T · 10 min E",
      "  why: 33 % of last week’s planned time was missed. It is not added up; the next hard session starts smaller.",
      "  by always-asks: a smaller key or long session always asks",
      "  by key-lowered: the work of a key session would change",
    ]
  `)
})

test('E14 no data for four days: the athlete is asked, nothing is eased and nothing is called rest', () => {
  const season = also({
    sessions: [easy],
    activities: (green.activities ?? []).filter(({ day }) => day <= daysAgo(5)),
  })
  expect(words(season)).toMatchInlineSnapshot(`
    [
      "finding data-missing: no data for 4 days, since Friday 8 May",
      "question to athlete: Nothing has arrived since Thursday 7 May. Sync your watch, or say what happened on these days.",
    ]
  `)
  const load = advised(season).readings.find(({ id }) => id === 'weekly-load')?.reading
  expect(load?.known).toBe(false)
})

test('E15 nobody answered: the draft expires with its day and the plan stands', () => {
  const later = { ...also(missedToday), playbook: defaultPlaybook }
  const on = (day: Day) => advised({ ...later, day, minute: 600 })
  expect(on(daysAgo(-1)).proposals).toHaveLength(1)
  expect(on(daysAgo(-5)).proposals).toEqual([])
  expect(on(daysAgo(-5)).plan.sessions.map(({ session }) => session)).toEqual([missed])
})

test('E16 words of fear reach the coach as written, and the athlete hears only that the coach will talk', () => {
  const season = also({ checkIns: [...wellFor(20, 0), said(today, { note: 'I’m fit but I panic late' })] })
  expect(words(season)).toMatchInlineSnapshot(`
    [
      "escalation to coach: Ana: they wrote: “I’m fit but I panic late”. | Since Tuesday 12 May. | Next: nothing is planned.",
      "notice to athlete: Your coach will talk with you about what you wrote.",
    ]
  `)
  expect(inWords(advised(season, 'athlete'))).toEqual([
    'notice to athlete: Your coach will talk with you about what you wrote.',
  ])
})

test('E18 an approval of an earlier version is shown, not applied, and asked again', () => {
  const season = { ...also({ sessions: [intervals(daysAgo(-1))], checkIns: shortSleep }), playbook: defaultPlaybook }
  const situation = situationOf(season)
  const [proposal] = advise(situation).proposals
  const moved: Edit = {
    kind: 'move-session',
    session: proposal!.edit.session,
    before: { day: daysAgo(-1) },
    after: { day: daysAgo(-2) },
    adds: null,
  }
  const session = situation.plan.sessions[0]!
  const log = [
    stated({
      type: 'moved',
      item: 'move-1',
      role: 'athlete',
      at: situation.now.at,
      edit: moved,
      baseHash: baseHash(moved, session),
    }),
    carriedOut('approved', proposal!, session, situation.now.at + 1),
  ]
  const after = { ...situation, log, now: { ...situation.now, at: situation.now.at + 2 } }
  const advice = advise({ ...after, now: { ...after.now, day: daysAgo(-1), at: after.now.at + 1440 } })
  expect(advice.plan.refused.map(({ why }) => why.type)).toEqual(['EarlierVersion'])
  expect(advice.proposals.map(({ id, day }) => [id, day])).toEqual([[proposal!.id, daysAgo(-2)]])
})

test('E19 the same swap applied on two devices is one change', () => {
  const situation = situationOf(also(missedToday))
  const [proposal] = advise(situation).proposals
  const applied = [0, 3].map(later => carriedOut('applied', proposal!, missed, situation.now.at + later, openPlaybook))
  const visible = compose(situation.plan, situation.content, applied, openPlaybook)
  expect(visible.sessions.map(({ session, state }) => [session.title, session.day, state])).toEqual([
    ['Intervals 6 × 3 min', today, 'planned'],
    ['8 × 90 s hill', daysAgo(-1), 'by-rule'],
  ])
  const after = advise({ ...situation, log: applied, now: { ...situation.now, at: situation.now.at + 5 } })
  expect(after.proposals).toEqual([])
  expect(after.messages.filter(({ kind }) => kind === 'notice').map(({ says }) => says)).toEqual([
    'Wednesday 13 May: 8 × 90 s hill. Changed by a rule: an equal session in a missed one’s place. Your coach will discuss what it means.',
  ])
})

test('a declined or undone draft stays silent', () => {
  const situation = situationOf({ ...also(missedToday), playbook: defaultPlaybook })
  const [proposal] = advise(situation).proposals
  const at = situation.now.at
  const declined = stated({ type: 'declined', item: proposal!.id, role: 'coach', at })
  expect(advise({ ...situation, log: [declined] }).proposals).toEqual([])
  const byAthlete = stated({ type: 'declined', item: proposal!.id, role: 'athlete', at })
  expect(advise({ ...situation, log: [byAthlete] }).proposals).toHaveLength(1)
  const approved = carriedOut('approved', proposal!, missed, at)
  const undone = stated({ type: 'undone', item: approved.id, role: 'coach', at: at + 1 })
  expect(advise({ ...situation, log: [approved] }).plan.sessions.map(({ state }) => state)).toEqual([
    'planned',
    'approved',
  ])
  expect(advise({ ...situation, log: [approved, undone] }).proposals).toEqual([])
})

test('an answered alert is quiet for two days, and speaks again when it goes on', () => {
  const pain = (ago: number) => said(daysAgo(ago), { pain: { site: 'calf', level: 2 } })
  const season = (checkIns: Season['checkIns'], at: number, log: Season['log'] = []) =>
    advise({
      ...situationOf(also({ checkIns: checkIns ?? [], log: log ?? [] })),
      now: { day: today, minute: 480, at },
    })
  const alert = (advice: ReturnType<typeof season>) =>
    advice.messages.filter(({ kind }) => kind === 'escalation').map(({ id }) => id)
  const morning = minutesAt(today, 480)
  const now = [...wellFor(20, 4), pain(4), ...[3, 2, 1].map(ago => said(daysAgo(ago))), pain(0)]
  expect(alert(season(now, morning))).toEqual(['alert-P'])
  const answered = stated({ type: 'answered', item: 'alert-P', role: 'coach', at: morning - 60 })
  expect(alert(season(now, morning, [answered]))).toEqual([])
  const longAgo = stated({ type: 'answered', item: 'alert-P', role: 'coach', at: morning - 3 * 1440 })
  expect(alert(season(now, morning, [longAgo]))).toEqual(['alert-P'])
  const byAthlete = stated({ type: 'answered', item: 'alert-P', role: 'athlete', at: morning - 60 })
  expect(alert(season(now, morning, [byAthlete]))).toEqual(['alert-P'])
})

test('what waits for the coach leaves no trace in what the athlete is given', () => {
  const coach = advised({ ...also(missedToday), playbook: defaultPlaybook })
  const athlete = jsonOf(adviceFor('athlete', coach))
  for (const secret of ['hill', 'swap', coach.proposals[0]!.title, coach.proposals[0]!.why])
    expect(athlete).not.toContain(secret)
  expect(athlete).toContain(coach.proposals[0]!.id)
})

test('an unanswered alert is told once more after a day, and an answer to either is an answer', () => {
  const checkIns = [...wellFor(20, 2), said(daysAgo(1), { stress: 5 }), said(today)]
  const alerts = (log: Season['log'] = []) =>
    advised(also({ checkIns, log: log ?? [] })).messages.filter(({ kind }) => kind === 'escalation')
  expect(alerts().map(({ id, says }) => [id, says.split('.')[0]])).toEqual([['alert-L-again', 'Still unanswered']])
  const at = minutesAt(today, 470)
  expect(alerts([stated({ type: 'answered', item: 'alert-L-again', role: 'coach', at })])).toEqual([])
})
