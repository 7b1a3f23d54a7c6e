/** What is remembered between two answers never shows: old work used again reads like work done anew, byte for byte. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advise, type Situation } from '../../core/engine.ts'
import { kinOf, mergeActivities, toHistory } from '../../core/history/history.ts'
import { addDays } from '../../core/model/day.ts'
import { baseHash, type Edit } from '../../core/model/edit.ts'
import { contentHash } from '../../core/model/session.ts'
import { sampleSeason } from '../../core/sample/index.ts'
import { aSeason } from '../kit/arbitrary-seasons.ts'
import { carriedOut, jsonOf, minutesAt, openPlaybook, situationOf, stated } from '../kit/season.ts'

const today = '2026-05-12' as Situation['now']['day']
const said = (situation: Situation): string => jsonOf(advise(situation))
/** The same situation with nothing in it that anybody could remember. */
const anew = (situation: Situation): string => said(structuredClone(situation))

type Step = (situation: Situation) => Situation

const moves = (situation: Situation, days: readonly number[]): Situation => ({
  ...situation,
  log: [
    ...situation.log,
    ...situation.plan.sessions.map((session, i) => {
      const day = addDays(session.day, days[i % days.length] ?? 1)
      const edit: Edit = {
        kind: 'move-session',
        session: session.id,
        before: { day: session.day },
        after: { day },
        adds: null,
      }
      const at = situation.now.at - 1440 * (i % 5) + i
      const rests = { edit, baseHash: baseHash(edit, session), contentHash: contentHash({ ...session, day }) }
      return stated({ type: 'moved', item: `move-${session.id}`, role: 'athlete', at, ...rests })
    }),
  ],
})

const content =
  (change: (content: Situation['content']) => Partial<Situation['content']>): Step =>
  situation => ({ ...situation, content: { ...situation.content, ...change(situation.content) } })

/** What happens to a season between two looks at it; everything else stays the very same object. */
const steps: Readonly<Record<string, Step>> = {
  'an activity goes': content(({ activities }) => ({ activities: activities.slice(1) })),
  'an activity comes twice': content(({ activities }) => ({
    activities: activities.flatMap((one, i) => (i === 2 ? [one, { ...one, id: 'twin' as typeof one.id }] : [one])),
  })),
  'an activity is written anew': content(({ activities }) => ({
    activities: activities.map((one, i) => (i === 0 ? { ...one, durationS: one.durationS + 600 } : one)),
  })),
  'all was done a day late': content(({ activities }) => ({
    activities: activities.map(one => {
      const day = addDays(one.day, 1)
      return { ...one, day, start: `${day}${one.start.slice(10)}` }
    }),
  })),
  'all took three times as long': content(({ activities }) => ({
    activities: activities.map(one => ({ ...one, durationS: 3 * one.durationS })),
  })),
  'an effort is told': content(({ outcomes, activities }) => ({
    outcomes: outcomes.map(one => ({ ...one, rpe: 8, activity: activities[0]?.id ?? null })),
  })),
  'a check-in goes': content(({ checkIns }) => ({ checkIns: checkIns.slice(1) })),
  'a night was poor': content(({ checkIns }) => ({ checkIns: checkIns.map(one => ({ ...one, sleepQuality: 1 })) })),
  'it hurts': content(({ checkIns }) => ({
    checkIns: checkIns.map(one => ({ ...one, pain: { site: 'calf', level: 4 } })),
  })),
  'they were ill last week': content(({ lifeEvents }) => ({
    lifeEvents: [
      ...lifeEvents,
      { id: 'ill', kind: 'sick', from: addDays(today, -9), to: addDays(today, -1), note: '' },
    ],
  })),
  'she, not he': content(({ profile }) => ({
    profile: { ...profile, sex: profile.sex === 'male' ? 'female' : 'male' },
  })),
  'life is over': content(() => ({ lifeEvents: [] })),
  'a day is confirmed': content(({ confirmedDays }) => ({ confirmedDays: [...confirmedDays, addDays(today, -1)] })),
  'thresholds are forgotten': content(({ profile }) => ({ profile: { ...profile, thresholds: null } })),
  'the coach writes a session': situation => ({
    ...situation,
    plan: {
      ...situation.plan,
      sessions: situation.plan.sessions.map((one, i) => (i === 0 ? { ...one, key: !one.key, title: 'Other' } : one)),
    },
  }),
  'no race any more': situation => ({ ...situation, plan: { ...situation.plan, races: [], phases: [] } }),
  'the playbook opens': situation => ({ ...situation, playbook: openPlaybook }),
  'the athlete may not move': situation => ({
    ...situation,
    playbook: { ...situation.playbook, athleteMayMove: false },
  }),
  'a statement goes': situation => ({ ...situation, log: situation.log.slice(1) }),
  'a day passes': ({ now, ...situation }) => ({
    ...situation,
    now: { ...now, day: addDays(now.day, 1), at: now.at + 1440 },
  }),
  'a day is looked back': ({ now, ...situation }) => ({
    ...situation,
    now: { ...now, day: addDays(now.day, -1), at: now.at - 1440 },
  }),
}

const someSteps = fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 2, maxLength: 5 })
const someDays = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 4 })

test('a season asked again after each change answers as one never seen before', () => {
  fc.assert(
    fc.property(aSeason, someSteps, someDays, (season, names, days) => {
      let situation = situationOf(season)
      const { proposals, plan } = advise(situation)
      const log = proposals.flatMap((one, i) => {
        const target = plan.sessions.find(({ session }) => session.id === one.edit.session)?.session
        return target ? [carriedOut('applied', one, target, situation.now.at + i, situation.playbook)] : []
      })
      situation = moves({ ...situation, log: [...situation.log, ...log] }, days)
      expect(said(situation)).toBe(anew(situation))
      for (const name of names) {
        situation = steps[name]!(situation)
        expect(said(situation), name).toBe(anew(situation))
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('two years with sixty moves answer as when never seen before, on other days and after each change', () => {
  const { content, plan, playbook } = sampleSeason(7, today)
  const now = { day: today, minute: 500, at: minutesAt(today, 500) }
  const athlete = 'sample' as Situation['athlete']
  const some = plan.sessions.filter((_, i) => i % 10 === 0)
  const moved = moves({ athlete, content, plan: { ...plan, sessions: some }, log: [], playbook, now }, [1, -2, 3])
  const situation = { ...moved, plan }
  for (const back of [0, 1, 40, 0]) {
    const then = addDays(today, -back)
    const asked = { ...situation, now: { day: then, minute: 500, at: minutesAt(then, 500) } }
    expect(said(asked)).toBe(anew(asked))
  }
  const unchanged = anew(situation)
  for (const [name, step] of Object.entries(steps)) {
    const changed = step(situation)
    expect(said(changed), name).toBe(anew(changed))
    expect(said(situation), `${name}, and back`).toBe(unchanged)
  }
}, 60_000)

test('a part of a list of recordings is merged as if it stood alone', () => {
  const { content } = sampleSeason(7, today)
  const typed = [{ kind: 'typed' as const, name: 'typed', id: null }]
  // Every third run comes a second time: alike under a name of its own, or under its name but not alike.
  const all = content.activities.flatMap((one, i) =>
    i % 3 !== 0
      ? [one]
      : i % 2 === 0
        ? [one, { ...one, id: `other-${one.id}` as typeof one.id, sources: typed, durationS: one.durationS + 20 }]
        : [one, { ...one, day: addDays(one.day, 4), durationS: 3 * one.durationS }],
  )
  fc.assert(
    fc.property(fc.nat(all.length), fc.nat(all.length), fc.integer({ min: 1, max: 7 }), (a, b, gap) => {
      const part = all.slice(Math.min(a, b), Math.max(a, b)).filter((_, i) => i % gap !== gap - 1 || gap === 1)
      const { activities, merges } = toHistory(part, [], kinOf(all))
      expect({ activities, merges }).toEqual(mergeActivities(part, []))
    }),
    { numRuns: 40 },
  )
})
