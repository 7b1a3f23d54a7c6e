/** Requirements of the playbook's part, each shown by the engine as a whole: what breaks one of them breaks its test. */
import { describe, expect, test } from 'vitest'
import { adviceFor, advise } from '../../core/engine.ts'
import { tree } from '../../core/examples/index.ts'
import {
  easyTomorrow,
  levelRuns,
  missed,
  missedToday,
  said,
  season,
  shortSleep,
  situation,
  wellFor,
} from '../../core/examples/season.ts'
import { known } from '../../core/lib/reading.ts'
import { changeKinds } from '../../core/model/edit.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { type LayerMode, thresholdBounds } from '../../core/model/playbook.ts'
import { during, green } from '../../core/playbook/basis/given.ts'
import { caseOf } from '../../core/playbook/case.ts'
import {
  defaultPlaybook,
  judge,
  kinds,
  newCoachPlaybook,
  ownership,
  playbookHash,
  rules,
  sentences,
} from '../../core/playbook/index.ts'
import { stateNames } from '../../core/playbook/rule.ts'
import { proposals } from '../../core/proposals/index.ts'
import { nudgesIn, oneNudge } from '../../core/reports/basis/nudge.ts'
import { aRun, aSession, aStep, daysAgo, given, intervals, runsSince, today } from '../../core/signals/basis/given.ts'
import { paceOfTarget, splitOf, zonePaces } from '../../core/workout/cues.ts'
import { effortCue, warmUp } from '../../core/workout/words.ts'
import { asked, named } from '../kit/requirements.ts'
import { openPlaybook, stated } from '../kit/season.ts'

type Playbook = typeof openPlaybook
const adviceOn = (more: Parameters<typeof season>[0], playbook: Playbook = openPlaybook) =>
  advise(situation(playbook, season(more)))
const holds = (id: string, playbook: Playbook = openPlaybook) => {
  const { holds, answered } = tree.find(one => one.id === id)!.run(playbook)
  expect(holds, answered.join('\n')).toBe(true)
}
const levelInGreen = (kind: (typeof changeKinds)[number]) =>
  judge(rules, { ...green, kind, zoneMove: known(1), loadRise: known(-5) }).level
const rowOf = (element: string, playbook: Playbook = openPlaybook) =>
  ownership(playbook).find(one => one.element === element)
const low = { sleepQuality: 2, soreness: 3, motivation: 2 }
const worn = { sessions: [easyTomorrow], checkIns: [...wellFor(20, 2), said(daysAgo(1), low), said(today, low)] }
const kindsOf = ({ proposals }: ReturnType<typeof advise>) => proposals.map(({ edit }) => edit.kind)
const alertOf = ({ messages }: ReturnType<typeof advise>) => messages.filter(({ kind }) => kind === 'escalation')
const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' } }

describe('principles', () => {
  test('[S1, S77, S78, S79, S97, S98] phases, goals, race plans and mental preparation are the coach’s whatever is allowed', () => {
    for (const kind of ['shift-phase', 'change-goal', 'race-plan', 'mental-prep'] as const)
      expect(judge(rules, { ...green, kind }).level).toBe('coach')
  })
  test('[S2, S146, S150] before the coach switches a layer on, nothing is drafted in it', () => {
    for (const more of [missedToday, { sessions: [easyTomorrow], checkIns: shortSleep() }, worn])
      expect(adviceOn(more, newCoachPlaybook).proposals).toEqual([])
  })
  test('[S3, S75] the automation sums up, sees trends and suggests recovery', () => {
    const advice = adviceOn({ sessions: [intervals(daysAgo(-1))], checkIns: shortSleep() })
    expect(advice.messages.some(({ kind, to }) => kind === 'summary' && to === 'coach')).toBe(true)
    expect(advice.findings.map(({ kind }) => kind)).toContain('sleep-short')
    expect(kindsOf(advice)).toContain('ease-key')
  })
  test('[S4] a recommendation by existing changes nothing', () => {
    const { plan, proposals } = adviceOn(missedToday)
    expect(proposals.length).toBeGreaterThan(0)
    expect(plan.sessions.map(({ session, state }) => [session, state])).toEqual([[missed, 'planned']])
    holds('E18')
  })
  test('[S5] a routine week is one review of three lines', () => {
    const { messages } = adviceOn({ sessions: [] }, newCoachPlaybook)
    expect(messages).toHaveLength(1)
    expect(messages[0]!.says.split('\n').map(line => line.split(':')[0])).toEqual(['What changed', 'Why', 'Next'])
  })
  test('[S8, S92] every suggestion says why, on evidence that begins with a day', () => {
    for (const { why, findings } of adviceOn(missedToday).proposals) {
      expect(why.length).toBeGreaterThan(20)
      for (const { evidence } of findings) for (const line of evidence) expect(line).toMatch(/^\d{4}-\d\d-\d\d: /)
    }
  })
  test('[S9, S151, S152, S153] three tiers: what may be applied, what asks, what is the coach’s alone, and all three are in use', () => {
    expect(new Set(changeKinds.map(kind => kinds[kind].base))).toEqual(new Set(['auto', 'ask', 'coach']))
    const says = sentences(openPlaybook)
      .find(({ id }) => id === 'kinds')!
      .sentences.map(one => one.says)
      .join('\n')
    for (const words of ['applied at once', 'waits for the coach', 'written by the coach alone'])
      expect(says).toContain(words)
  })
  test('[S10, S149] every draft belongs to a layer that can be watched or switched off by itself', () => {
    for (const { layer } of proposals) {
      const off = { ...openPlaybook, layers: { ...openPlaybook.layers, [layer]: 'off' as const } }
      for (const more of [missedToday, worn])
        for (const { rule } of adviceOn(more, off).proposals)
          expect(proposals.find(({ id }) => id === rule)!.layer).not.toBe(layer)
    }
  })
  test('[S11, S49, S50] fear and pain are for a person: no draft answers them, and nothing is automatic beside them', () => {
    holds('E16')
    holds('E10')
  })
  test('[S12] no reading rewards how much was automated', () => {
    for (const { id, title } of adviceOn({}).readings) expect(`${id} ${title}`).not.toMatch(/automat|applied|accepted/i)
  })
})

describe('sessions', () => {
  test('[S31, S32] paces become effort cues and splits', () => {
    expect(effortCue({ type: 'zone', zone: 'T' }, 'work')).toMatch(/\w+/)
    const range = paceOfTarget({ type: 'zone', zone: 'I' }, zonePaces({ thresholdPaceSPerKm: 300 }))!
    const split = splitOf({ unit: 'm', value: 400 }, range)!
    expect(split.fastS).toBeLessThanOrEqual(split.slowS)
    expect(split.slowS).toBeLessThan(120)
  })
  test('[S34] the warm-up follows the day’s workout', () => {
    expect(warmUp(intervals(today))).toContain('strides')
    expect(warmUp(aSession(today))).not.toEqual(warmUp(intervals(today)))
  })
  test('[S30] a draft is a workout that can be run, with steps of its own', () => {
    const [swap] = adviceOn(missedToday).proposals
    expect(swap!.edit.adds!.steps.length).toBeGreaterThan(1)
  })
  test('[S33] after a load spike the easy day gets easier', () => {
    const activities = [...levelRuns().filter(({ day }) => day < daysAgo(1)), aRun(daysAgo(1), 17)]
    expect(
      adviceOn({ sessions: [easyTomorrow], activities }).proposals.map(({ rule, variant }) => [rule, variant]),
    ).toEqual([['ease-easy-day', 'after-spike']])
  })
  test('[S35, S110] missed volume is held, not added up, and a smaller tempo is drafted', () => holds('E11'))
  test('[S36, S108] after three poor nights an easier day is suggested', () => holds('E3'))
  test('[S37] what life blocks moves to a free day of its week', () => {
    const blocked = { id: 'b', kind: 'blocked' as const, from: daysAgo(-1), to: daysAgo(-1), note: '' }
    expect(
      adviceOn({ sessions: [intervals(daysAgo(-1))], lifeEvents: [blocked] }).proposals.map(({ edit }) => edit.after),
    ).toEqual([{ day: daysAgo(-2) }])
  })
  test('[S38] what counts as missed volume is the coach’s number', () => {
    const lastWeek = [8, 6, 4].map(ago => aSession(daysAgo(ago), { steps: [aStep(44, 'E')] }))
    const tempo = aSession(daysAgo(-2), { purpose: 'tempo', steps: [aStep(15, 'E', 'warmup'), aStep(30, 'T')] })
    const activities = [
      ...levelRuns().filter(({ day }) => day < daysAgo(9)),
      aRun(daysAgo(8), 8),
      aRun(daysAgo(6), 8),
      aRun(daysAgo(1), 8),
    ]
    const draftedWith = (missedVolumePercent: number) =>
      kindsOf(
        adviceOn(
          { sessions: [...lastWeek, tempo], activities },
          { ...openPlaybook, thresholds: { ...openPlaybook.thresholds, missedVolumePercent } },
        ),
      )
    expect([draftedWith(30).includes('ease-key'), draftedWith(50).includes('ease-key')]).toEqual([true, false])
  })
  test('[S39] substitutions are those on the coach’s list, and none without it', () => {
    expect(kindsOf(adviceOn(missedToday))).toEqual(['swap-equal'])
    expect(kindsOf(adviceOn(missedToday, { ...openPlaybook, swaps: [] }))).toEqual([])
  })
  test('[S40] the rules stand until the coach changes them: same content, same name; a number more, another', () => {
    expect(playbookHash(structuredClone(openPlaybook))).toBe(playbookHash(openPlaybook))
    const thresholds = { ...openPlaybook.thresholds, sleepShortNights: 2 }
    expect(playbookHash({ ...openPlaybook, thresholds })).not.toBe(playbookHash(openPlaybook))
  })
})

describe('who does what', () => {
  test('[S42, S65, S80, S95] reminders: drink before a hard session, recover after one', () => {
    const tempo = { sessions: [intervals(today, { startMinute: 1080 })] }
    const remindedAt = (minute: number) => adviceOn({ ...tempo, minute }).messages
    expect(remindedAt(480).filter(({ kind }) => kind === 'reminder')).toEqual([])
    expect(
      remindedAt(900)
        .filter(({ kind }) => kind === 'reminder')
        .map(({ to, says }) => [to, says]),
    ).toEqual([['athlete', 'Drink enough: Intervals 6 × 3 min at 18:00.']])
    const done = {
      sessions: [intervals(daysAgo(1)), aSession(today)],
      activities: [...levelRuns().filter(({ day }) => day < daysAgo(1)), aRun(daysAgo(1), 9, { durationS: 3300 })],
    }
    expect(adviceOn(done).messages.some(({ says }) => says.startsWith('Recovery counts today'))).toBe(true)
  })
  test('[S45, S66, S82, S83] a missed session gets a substitute the same evening', () => holds('E5'))
  test('[S7] the plan is updated the same day, and the athlete hears that the coach will discuss it', () => {
    const given = situation(openPlaybook, season(missedToday))
    const [swap] = advise(given).proposals
    expect(swap!.verdict.level).toBe('auto')
    expect(swap!.edit.adds!.day).toBe(daysAgo(-1))
    const applied = stated({
      type: 'applied',
      item: swap!.id,
      role: 'athlete',
      at: given.now.at,
      rule: swap!.rule,
      edit: swap!.edit,
      baseHash: swap!.baseHash,
    })
    const told = advise({ ...given, log: [applied] }).messages.filter(({ kind }) => kind === 'notice')
    expect(told.map(({ to, says }) => [to, says.includes('Your coach will discuss what it means')])).toEqual([
      ['both', true],
    ])
  })
  test('[S51, S76, S90] recovery is suggested from load, heart rate, sleep and feeling together, and always asks', () => {
    const lighter = proposals.find(({ id }) => id === 'lighter-week')!
    for (const kind of [
      'week-rise',
      'heart-rate-unusual',
      'resting-hr-high',
      'sleep-short',
      'soreness-repeated',
    ] as const)
      expect(lighter.answers).toContain(kind)
    for (const kind of ['ease-key', 'add-rest-day', 'drop-session', 'deload-week', 'return-plan'] as const)
      expect(levelInGreen(kind)).toBe('ask')
  })
  test('[S52] with injury, travel or life in the way even an easier easy day waits', () => {
    for (const state of ['injury-history', 'pain', 'travel', 'life-event', 'ill', 'escalated'] as const)
      expect(judge(rules, during(state)).level).toBe('ask')
    expect(judge(rules, green).level).toBe('auto')
  })
  test('[S53] load progression is drafted after weeks that went well', () => {
    const activities = [...runsSince(60, 8).filter(({ day }) => day !== daysAgo(9)), aRun(daysAgo(9), 18)]
    const done = activities
      .filter(({ day }) => day >= daysAgo(20))
      .map(({ day }) => aSession(day, { steps: [aStep(44, 'E')] }))
    const long = aSession(daysAgo(-5), {
      title: 'Long run 17 km',
      purpose: 'long',
      steps: [{ ...aStep(1, 'E'), amount: { unit: 'm', value: 17_000 } }],
    })
    const advice = adviceOn({ activities, sessions: [...done, long], profile: pace })
    expect(advice.proposals.map(({ edit, verdict }) => [edit.kind, verdict.level])).toEqual([['raise-load', 'ask']])
  })
  test('[S54] in a peak block more load asks, whatever is allowed', () => holds('E20'))
  test('[S55] on a plateau nothing is applied by itself', () =>
    expect(judge(rules, during('plateau')).level).toBe('ask'))
  test('[S56] what waits for the coach reaches the athlete only as something to look at', () => {
    const athlete = adviceFor('athlete', adviceOn(missedToday, defaultPlaybook))
    expect(athlete.proposals).toEqual([])
    expect(athlete.messages.filter(({ kind }) => kind === 'waiting')).toHaveLength(1)
    expect(JSON.stringify(athlete.messages)).not.toContain('hill')
  })
  test('[S67] after each session the athlete is asked how hard it was, once', () => {
    const run = aRun(today, 9, { durationS: 3300 })
    const asks = (rpe: number | null) =>
      adviceOn({
        sessions: [intervals(today)],
        activities: [...levelRuns(), { ...run, rpe }],
        minute: 1200,
      }).messages.filter(({ id }) => id.startsWith('effort-')).length
    expect([asks(null), asks(7)]).toEqual([1, 0])
  })
  test('[S42, S65, S67] of all that could be said at once the athlete is told one thing, and a question goes first', () => {
    const done = { ...intervals(today), id: 'done' as SessionId, startMinute: 420 }
    const { messages } = adviceOn({
      sessions: [intervals(daysAgo(1)), done, intervals(today, { startMinute: 1080 })],
      activities: [...levelRuns().filter(({ day }) => day < today), aRun(today, 9, { durationS: 3300, rpe: null })],
      minute: 900,
    })
    expect(messages.filter(({ id }) => /^(effort|remind)-/.test(id)).length).toBeGreaterThan(1)
    const { nudge, others } = oneNudge(messages)
    expect(nudge?.says).toBe('Intervals 6 × 3 min is done. How hard was it, from 0 to 10?')
    expect(others.filter(({ kind }) => kind === 'question' || kind === 'reminder')).toEqual([])
    expect(oneNudge(others)).toEqual({ nudge: null, others })
  })
  test('[S80] reminders stand in the playbook in words, and can be switched off', () => {
    const says = (mode: LayerMode) =>
      nudgesIn({ ...openPlaybook, layers: { ...openPlaybook.layers, reminders: mode } }).find(
        ({ id }) => id === 'remind',
      )?.says
    expect([says('on'), says('off')]).toEqual([
      'From six hours before a hard session until it starts: drink enough.',
      'From six hours before a hard session until it starts: drink enough (off).',
    ])
    const off = { ...openPlaybook, layers: { ...openPlaybook.layers, reminders: 'off' as const } }
    const { messages } = adviceOn({ sessions: [intervals(today, { startMinute: 1080 })], minute: 900 }, off)
    expect(messages.filter(({ kind }) => kind === 'reminder')).toEqual([])
  })
  test('[S68] in a quiet week nothing reaches the coach but the review', () => {
    const { messages } = adviceOn({ sessions: [easyTomorrow] })
    expect(messages.filter(({ to }) => to !== 'athlete').map(({ kind }) => kind)).toEqual(['summary'])
  })
  test('[S81] the table of who does what has an owner, a reason, an example and oversight in every row', () => {
    expect(ownership(openPlaybook)).toHaveLength(10)
    for (const row of ownership(openPlaybook))
      for (const text of Object.values(row)) expect(text.length).toBeGreaterThan(1)
    expect([
      rowOf('Missed-session replacement')?.level,
      rowOf('Missed-session replacement', defaultPlaybook)?.level,
    ]).toEqual(['auto', 'ask'])
  })
})

describe('three athletes', () => {
  test('[S84] an easier Friday after poor sleep', () => {
    const friday = aSession(daysAgo(-3), { title: 'Easy 50 min', steps: [aStep(50, 'E')] })
    const nights = [...wellFor(20, 0), ...[0, -1, -2].map(ago => said(daysAgo(ago), { sleepQuality: 2 }))]
    const advice = adviceOn({
      day: daysAgo(-2),
      checkIns: nights,
      sessions: [friday],
      activities: [...levelRuns(), aRun(daysAgo(-1), 8)],
    })
    expect(advice.proposals.map(({ day, edit }) => [day, edit.kind])).toEqual([[daysAgo(-3), 'ease-easy-day']])
  })
  test('[S85, S111] a better result moves paces and no goal', () => {
    holds('E12')
    expect(judge(rules, { ...green, kind: 'change-goal' }).level).toBe('coach')
  })
  test('[S86] a day without time takes no session', () => {
    const busy = { weekMinutes: [90, 90, 0, 30, 0, 0, 0] as [number, number, number, number, number, number, number] }
    expect(kindsOf(adviceOn({ ...missedToday, profile: busy }))).toEqual([])
  })
  test('[S87] a run far beyond the last month is seen, planned or done', () => holds('E9'))
  test('[S88] an abrupt change of intensity is seen', () => {
    const mixed = (ago: number, hard: number) =>
      aRun(daysAgo(ago), 8, {
        paceSeconds: [
          [280, hard * 60],
          [400, (44 - hard) * 60],
        ],
      })
    const activities = Array.from({ length: 18 }, (_, i) => mixed(35 - 2 * i, 35 - 2 * i <= 7 ? 15 : 2))
    expect(adviceOn({ activities }).findings.map(({ kind }) => kind)).toContain('intensity-shift')
  })
  test('[S89] recurring pain: back off, cross-train or mechanics, three choices that ask', () => {
    const calf = (ago: number) => said(daysAgo(ago), { pain: { site: 'calf', level: 2 } })
    const checkIns = [...wellFor(20, 4), calf(4), said(daysAgo(3)), calf(0)]
    const choices = adviceOn({ sessions: [intervals(daysAgo(-1))], checkIns }).proposals.filter(
      ({ rule }) => rule === 'after-pain',
    )
    expect(choices.map(({ variant, verdict }) => [variant, verdict.level]).sort()).toEqual([
      ['back-off', 'ask'],
      ['cross-train', 'ask'],
      ['mechanics', 'ask'],
    ])
  })
  test('[S91] any pain that comes back calls the coach', () => holds('E10'))
  test('[S93] the coach-heavy preset asks where the standard one applies', () => {
    const level = (preset: 'standard' | 'coach-heavy') =>
      adviceOn({ sessions: [easyTomorrow], checkIns: shortSleep(), profile: { preset } }).proposals.map(
        ({ verdict }) => verdict.level,
      )
    expect([level('standard'), level('coach-heavy')]).toEqual([['auto'], ['ask']])
  })
})

describe('guardrails, escalation and the tree', () => {
  test('[S109] a key session is never cancelled, and what lowers it asks even where its kind may be applied', () => {
    holds('E4')
    const lowered = { ...green, lowersKey: known('the work of a key session would change') }
    expect([judge(rules, green).level, judge(rules, lowered).level]).toEqual(['auto', 'ask'])
    const key = intervals(today)
    const adds = { ...key, id: 'instead' as typeof key.id, day: daysAgo(-1), key: false }
    const swap = { kind: 'swap-equal' as const, session: key.id, before: {}, after: {}, adds }
    const seen = caseOf(swap, key, 'rule', given({ sessions: [key] }), null, [])
    expect(judge(rules, seen).because.map(({ rule }) => rule)).toContain('key-lowered')
  })
  test('[S112, S113, S114] the guardrails stand in the document that both read', () => {
    const guardrails = sentences(openPlaybook).find(({ id }) => id === 'guardrails')!.sentences
    expect(guardrails.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9'])
  })
  const causes: readonly (readonly [string, Parameters<typeof season>[0]])[] = [
    [
      '[S115] repeated soreness',
      { checkIns: [...wellFor(20, 5), ...[5, 3, 1].map(ago => said(daysAgo(ago), { soreness: 4 }))] },
    ],
    ['[S116] declining motivation', { checkIns: [...wellFor(20, 0), said(today, { motivation: 2 })] }],
    [
      '[S117] workouts missed in a row',
      {
        sessions: [5, 3, 1].map(ago => aSession(daysAgo(ago))),
        outcomes: [5, 3, 1].map(ago => ({
          session: aSession(daysAgo(ago)).id,
          said: 'not-done' as const,
          activity: null,
          rpe: null,
          comment: '',
          at: 0,
        })),
      },
    ],
    [
      '[S118] an unusual heart',
      {
        activities: levelRuns().map((run, i) => ({
          ...run,
          temperatureC: 11 + (i % 3),
          meanHr: run.day >= daysAgo(3) ? 158 : 138 + (i % 6),
        })),
      },
    ],
    ['[S119] a major life stressor', { checkIns: [...wellFor(20, 0), said(today, { stress: 5 })] }],
  ]
  test.each(causes)('%s reaches the coach at once', (_, more) => {
    const alerts = alertOf(adviceOn(more))
    expect(alerts.map(({ to, day }) => [to, day])).toEqual([['coach', today]])
  })
  test('[S120, S121] a messy week is one alert of three lines', () => {
    const alerts = alertOf(
      adviceOn({
        ...worn,
        checkIns: [...worn.checkIns.slice(0, -1), said(today, { ...low, stress: 5, note: 'I want to quit' })],
      }),
    )
    expect(alerts.map(({ says }) => says.split('\n').length)).toEqual([3])
  })
  test('[S122] the coach’s answer to the alert itself quiets it', () => {
    const given = situation(openPlaybook, season({ checkIns: [...wellFor(20, 0), said(today, { stress: 5 })] }))
    const [alert] = alertOf(advise(given))
    const answered = stated({
      type: 'answered',
      item: alert!.id,
      role: 'coach',
      at: given.now.at,
      words: 'Call me tonight.',
    })
    expect(alertOf(advise({ ...given, log: [answered], now: { ...given.now, at: given.now.at + 1 } }))).toEqual([])
  })
  test('[S154, S156] twenty examples, edge cases among them, all run', () => {
    expect(tree.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => `E${i + 1}`))
    for (const { id } of tree) holds(id)
  })
  test('[S155] every threshold stands in a sentence with its bounds', () => {
    const group = sentences(openPlaybook).find(({ id }) => id === 'thresholds')!.sentences
    expect(group.map(({ id }) => id)).toEqual(Object.keys(thresholdBounds))
    for (const { says, threshold } of group) {
      expect(threshold!.low).toBeLessThanOrEqual(threshold!.value)
      expect(says.length).toBeGreaterThan(20)
    }
  })
  test('[S157] two poor nights beside good work: continue', () => holds('E1'))
  test('[S158] poor sleep, soreness and low motivation together: escalate', () => holds('E2'))
  test('a state makes stricter, never freer', () => {
    for (const state of stateNames) expect(judge(rules, during(state)).level).not.toBe('auto')
  })
})

test('every requirement of the playbook’s part is named by a test', () => {
  const by = named()
  expect(asked.filter(id => !by.has(id))).toEqual([])
})
