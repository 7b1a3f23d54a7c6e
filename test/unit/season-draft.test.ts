/** A season drafted from a template: counted back from the race, into the time the athlete has, and not before its time. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../core/lib/parse.ts'
import { addDays, type Day, daysBetween, mondayOf, weekdayOf } from '../../core/model/day.ts'
import { type Phase, phaseSchema, type Race, raceSchema } from '../../core/model/season.ts'
import { isHard } from '../../core/model/session.ts'
import { draftSeason, missingForDraft, phasesFor, type SeasonGiven } from '../../core/plan/season-draft.ts'
import { seasonTemplates, weeksOf } from '../../core/plan/season-templates.ts'
import { estimateSession } from '../../core/workout/estimate.ts'
import { parseWorkout } from '../../core/workout/text.ts'

const names = () => {
  let count = 0
  return () => `id-${++count}`
}
const race: Race = {
  id: 'r',
  day: '2026-10-11' as Day,
  name: 'Lakes',
  priority: 'A',
  distanceM: 42_195,
  goal: 'under 3:30',
}
const marathon = seasonTemplates[0]!
const today = '2026-06-20' as Day
const given = (more: Partial<SeasonGiven> = {}): SeasonGiven => ({
  race,
  phases: phasesFor(marathon, race, names()),
  sessions: [],
  profile: { weekMinutes: null, thresholds: null },
  lifeEvents: [],
  hasPlaybook: true,
  today,
  ...more,
})

test.each(seasonTemplates)(
  '$name: whole weeks from a Monday up to race day, and every session can be read',
  template => {
    const phases = phasesFor(template, race, names())
    expect([phases[0]!.from, phases.at(-1)!.to]).toEqual([
      addDays(mondayOf(race.day), -7 * (weeksOf(template) - 1)),
      race.day,
    ])
    for (const [i, phase] of phases.entries()) {
      expect(parse(phaseSchema, phase).ok).toBe(true)
      if (i > 0) expect(phase.from).toBe(addDays(phases[i - 1]!.to, 1))
    }
    for (const { week } of template.phases)
      for (const { text, from } of week) expect(parseWorkout(text.replaceAll('{n}', String(from))).ok).toBe(true)
  },
)

describe('[S27, S28, S29] the season', () => {
  test('holds priorities, recovery windows and the risk beside each choice; an older one without them is the same', () => {
    const [phase] = phasesFor(marathon, race, names())
    expect(phase!.risk).not.toBe('')
    const more: Phase = { ...phase!, priorities: 'school holidays', loads: [{ week: phase!.from, load: 320 }] }
    expect(parse(phaseSchema, more)).toEqual({ ok: true, value: more })
    const { risk: _, ...before } = phase!
    expect(parse(phaseSchema, before)).toEqual({ ok: true, value: before })
    const whole: Race = { ...race, recoveryDays: 14, risk: 'heat in October' }
    expect([parse(raceSchema, whole).ok, parse(raceSchema, race)]).toEqual([true, { ok: true, value: race }])
  })
})

describe('[S165] a first draft', () => {
  test('is not made before objectives, phases and decision rules exist, and says which are missing', () => {
    expect(missingForDraft(given())).toEqual([])
    expect(missingForDraft(given({ phases: [] }))).toEqual(['the phases before the race'])
    expect(missingForDraft(given({ race: { ...race, goal: ' ' }, hasPlaybook: false }))).toEqual([
      'the goal of the race',
      'a signed playbook',
    ])
    const [first, ...rest] = given().phases
    expect(missingForDraft(given({ phases: [{ ...first!, objective: '', measure: '' }, ...rest] }))).toEqual([
      'what base is for',
      'how you will know that base worked',
    ])
  })
  test('fills the weeks up to the race, in the order of the days, and leaves race day to the race', () => {
    const { sessions, leftOut } = draftSeason(marathon, given(), names())
    expect(leftOut).toEqual([])
    expect(sessions.length).toBeGreaterThan(70)
    expect(sessions.every(({ day }) => day >= today && day < race.day)).toBe(true)
    expect(
      sessions
        .filter(({ purpose }) => purpose === 'long')
        .map(({ title }) => title)
        .slice(0, 4),
    ).toEqual(['Long run 90 min', 'Long run 99 min', 'Long run 108 min', 'Long run 87 min'])
  })
  test('for an athlete without time on Tuesday puts the hard day elsewhere, and shortens what is too long', () => {
    const weekMinutes: SeasonGiven['profile']['weekMinutes'] = [60, 0, 60, 60, 60, 60, 100]
    const { sessions } = draftSeason(marathon, given({ profile: { weekMinutes, thresholds: null } }), names())
    expect(sessions.some(({ day }) => weekdayOf(day) === 2)).toBe(false)
    for (const session of sessions) {
      const { durationS } = estimateSession(session, null)
      if (durationS.known) expect(durationS.value / 60).toBeLessThanOrEqual(weekMinutes[weekdayOf(session.day) - 1]!)
    }
  })
})

test('[W5] hard days keep a day between them, one session a day, on no day life or a session has', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(null, 0, 30, 60, 90, 180), { minLength: 7, maxLength: 7 }),
      fc.constantFrom(...seasonTemplates),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 20 }),
      (minutes, template, from, length) => {
        const start = addDays(today, from)
        const life = { id: 'l', kind: 'travel' as const, from: start, to: addDays(start, length), note: '' }
        const all = given({
          phases: phasesFor(template, race, names()),
          profile: { weekMinutes: minutes as SeasonGiven['profile']['weekMinutes'], thresholds: null },
          lifeEvents: [life],
        })
        const { sessions } = draftSeason(template, all, names())
        expect(draftSeason(template, all, names()).sessions).toEqual(sessions)
        const days = sessions.map(({ day }) => day)
        expect(new Set(days).size).toBe(days.length)
        expect(days.every(day => day < life.from || day > life.to)).toBe(true)
        const hard = sessions.filter(isHard).map(({ day }) => day)
        for (let i = 1; i < hard.length; i++) expect(daysBetween(hard[i - 1]!, hard[i]!)).toBeGreaterThan(1)
        for (const { day } of sessions) expect(minutes[weekdayOf(day) - 1]).not.toBe(0)
      },
    ),
    { numRuns: 60 },
  ))
