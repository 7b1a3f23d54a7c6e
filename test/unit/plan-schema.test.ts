import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyProfile } from '../../core/model/athlete.ts'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import { emptyAthleteDebrief } from '../../core/model/race-debrief.ts'
import { emptyRacePlan } from '../../core/model/race-plan.ts'
import type { Steps } from '../../core/model/workout.ts'
import * as athlete from '../../core/plan/athlete-document.ts'
import { patchCheckIn } from '../../core/plan/check-ins.ts'
import { currentSchema, isReadOnly, schemaOf } from '../../core/plan/document.ts'
import * as plan from '../../core/plan/plan-document.ts'
import { putPlaybook } from '../../core/plan/playbook-document.ts'
import { putProfile } from '../../core/plan/profile.ts'
import * as race from '../../core/plan/race-documents.ts'
import * as drafts from '../../core/plan/race-drafts.ts'
import { putStatement, readStatements } from '../../core/plan/statements-document.ts'
import { defaultPlaybook } from '../../core/playbook/default.ts'
import { activityOf, day, entryOf, planOf, sessionOf, statementOf } from '../kit/plan.ts'

const here = { local: true }

test('reading writes nothing, not even the version', () => {
  const doc = new Y.Doc()
  plan.readPlan(doc)
  athlete.readAthlete(doc)
  expect([schemaOf(doc), isReadOnly(doc), doc.store.clients.size]).toEqual([null, false, 0])
})

test('a document of the first app, which gave no version, is read and gets its version with the first write', () => {
  const doc = new Y.Doc()
  const session = sessionOf('a', '2026-03-05')
  doc.getMap('sessions').set('a', new Y.Map(Object.entries(session)))
  const before = { schema: schemaOf(doc), plan: plan.readPlan(doc) }
  plan.patchSession(doc, session.id, { title: 'Relaxed run' }, here)
  expect([before, schemaOf(doc), plan.readPlan(doc)]).toEqual([
    { schema: null, plan: planOf(session) },
    currentSchema,
    planOf({ ...session, title: 'Relaxed run' }),
  ])
})

test('a document of a newer app is shown as far as it is understood, and every write is refused', () => {
  const doc = new Y.Doc()
  const session = sessionOf('a', '2026-03-05')
  doc.getMap('meta').set('schema', currentSchema + 1)
  doc.getMap('sessions').set('a', new Y.Map<unknown>([...Object.entries(session), ['mood', 'calm']]))
  doc.getMap('activities').set('run', { ...activityOf('run', '2026-03-03'), shoes: 'blue' })
  doc.getMap('checkIns').set('2026-03-03/stress', 2)
  doc.getMap('checkIns').set('2026-03-03/mood', 2)
  doc.getMap('profile').set('name', 'Ada')
  doc.getMap('profile').set('shoes', 'blue')
  const before = Y.encodeStateAsUpdate(doc)
  const statement = entryOf(statementOf({ type: 'seen', item: 'x', at: 1 })).signed
  const writes = [
    plan.putSession(doc, session, here),
    plan.patchSession(doc, session.id, { title: 'x' }, here),
    plan.removeSession(doc, session.id, here),
    athlete.putActivities(doc, [activityOf('b', '2026-03-03')], here),
    athlete.confirmDay(doc, day('2026-03-03'), here),
    patchCheckIn(doc, day('2026-03-03'), { stress: 3 }, here),
    putProfile(doc, emptyProfile('Bea'), here),
    putStatement(doc, statement, here),
    putPlaybook(doc, defaultPlaybook, here),
  ].filter(result => result.ok || result.error.type !== 'ReadOnly')
  const { activities, checkIns, profile, unreadable } = athlete.readAthlete(doc)
  expect({
    writes,
    unchanged: Y.encodeStateAsUpdate(doc),
    readOnly: isReadOnly(doc),
    sessions: plan.readPlan(doc).sessions,
    activities,
    checkIns,
    name: profile.name,
    unreadable,
  }).toEqual({
    writes: [],
    unchanged: before,
    readOnly: true,
    sessions: [session],
    activities: [activityOf('run', '2026-03-03')],
    checkIns: [{ ...emptyCheckIn(day('2026-03-03')), stress: 2 }],
    name: 'Ada',
    unreadable: [],
  })
})

test('a version that makes no sense is taken for a newer one', () => {
  const doc = new Y.Doc()
  doc.getMap('meta').set('schema', 'one')
  expect([schemaOf(doc), isReadOnly(doc)]).toEqual([null, true])
})

test('a document of version 1 is read as it stands, and takes the targets of version 2 with its next write', () => {
  const doc = new Y.Doc()
  const session = sessionOf('a', '2026-03-05')
  doc.getMap('meta').set('schema', 1)
  doc.getMap('sessions').set('a', new Y.Map(Object.entries(session)))
  expect([isReadOnly(doc), plan.readPlan(doc)]).toEqual([false, planOf(session)])
  const steps: Steps = [
    {
      type: 'step',
      role: 'work',
      amount: { unit: 'lap' },
      target: { type: 'range', of: 'bpm', from: 140, to: 150 },
      cue: null,
      heading: 'By the river',
    },
  ]
  expect(plan.patchSession(doc, session.id, { steps }, here).ok).toBe(true)
  expect([schemaOf(doc), plan.readPlan(doc)]).toEqual([currentSchema, planOf({ ...session, steps })])
})

test('a log of version 2, whose statements do not say what was seen, is read as it stands and goes on', () => {
  const doc = new Y.Doc()
  const [old, next] = [1, 2].map(at => entryOf(statementOf({ type: 'seen', item: 'x', at, seq: at })).signed)
  putStatement(doc, old!, here)
  doc.getMap('meta').set('schema', 2)
  expect([isReadOnly(doc), readStatements(doc).signed]).toEqual([false, [old]])
  const said = { ...next!, statement: { ...next!.statement, after: [['other', 3]] as never } }
  expect(putStatement(doc, said, here).ok).toBe(true)
  expect([schemaOf(doc), readStatements(doc).signed]).toEqual([currentSchema, [old, said]])
})

test('a plan, an athlete and a desk of version 2 are read as they stand, and hold what version 3 added with the next write', () => {
  const [coach, runner, desk] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const session = sessionOf('a', '2026-03-05')
  for (const doc of [coach, runner, desk]) doc.getMap('meta').set('schema', 2)
  coach.getMap('sessions').set('a', new Y.Map(Object.entries(session)))
  runner.getMap('profile').set('name', 'Ada')
  expect([coach, runner, desk].map(isReadOnly)).toEqual([false, false, false])
  expect([plan.readPlan(coach), athlete.readAthlete(runner).profile.name]).toEqual([planOf(session), 'Ada'])
  const said = { id: 'review', said: 'understood', words: '', at: 7 } as const
  const writes = [
    race.patchCoachDebrief(coach, 'r', { grew: 'Handled the wind.' }, here),
    race.patchAthleteDebrief(runner, emptyAthleteDebrief('r'), { story: 'I smiled.' }, here),
    athlete.putReviewAnswer(runner, said, here),
    drafts.patchRaceDraft(desk, 'r', { pacing: 'Hold back.' }, here),
  ]
  const { raceNotes, reviewAnswers } = athlete.readAthlete(runner)
  expect(writes.filter(({ ok }) => !ok)).toEqual([])
  expect([coach, runner, desk].map(schemaOf)).toEqual([currentSchema, currentSchema, currentSchema])
  expect([plan.readPlan(coach), raceNotes?.[0]?.story, reviewAnswers]).toEqual([planOf(session), 'I smiled.', [said]])
  expect([race.readCoachDebriefs(coach)[0]?.grew, drafts.raceDraftOf('r', [desk], []).plan.pacing]).toEqual([
    'Handled the wind.',
    'Hold back.',
  ])
})

test('a desk of version 3, whose draft holds its texts itself, is read as it stands, and shares them with the next write', () => {
  const desk = new Y.Doc()
  const former = { ...emptyRacePlan('r'), primaryTarget: 12_600, pacing: 'Hold back.', cues: 'Light feet' }
  desk.getMap('meta').set('schema', 3)
  desk.getMap('racePlans').set('r', new Y.Map(Object.entries(former)))
  const shown = () => drafts.raceDraftOf('r', [desk], [])
  expect([isReadOnly(desk), schemaOf(desk), shown()]).toEqual([false, 3, { plan: former, isDraft: true }])
  expect(drafts.beginRaceDraft(desk, shown().plan, here).ok).toBe(true)
  expect([schemaOf(desk), shown(), desk.getMap('racePlans').size]).toEqual([
    currentSchema,
    { plan: former, isDraft: true },
    0,
  ])
  const update = Y.encodeStateAsUpdate(desk)
  expect(drafts.typeRaceText(desk, 'r', 'pacing', { at: 0, remove: 4, insert: 'Keep' }, here).ok).toBe(true)
  expect(drafts.patchRaceDraft(desk, 'r', { primaryTarget: null }, here).ok).toBe(true)
  expect(shown().plan).toEqual({ ...former, primaryTarget: null, pacing: 'Keep back.' })
  expect([drafts.removeRaceDraft(desk, emptyRacePlan('r'), here).ok, shown().isDraft]).toEqual([true, false])
  const later = new Y.Doc()
  Y.applyUpdate(later, update)
  expect(drafts.raceDraftOf('r', [later], []).plan).toEqual(former)
})
