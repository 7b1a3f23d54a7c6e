/** What was exported comes in again as it was; what cannot be read in it is counted, and costs nothing else. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyAthleteDebrief } from '../../core/model/race-debrief.ts'
import { carryIn, exportedName } from '../../core/plan/carry-in.ts'
import { readAthlete, readPlan, readPlaybook } from '../../core/plan/index.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import { aCheckIn, aRun, aSession, daysAgo, emptyContent, today } from '../../core/signals/basis/given.ts'

const docs = () => ({ plan: new Y.Doc(), athlete: new Y.Doc(), playbook: new Y.Doc() })
const content = {
  ...emptyContent,
  profile: { ...emptyContent.profile, name: 'Mo' },
  activities: [aRun(daysAgo(1), 10)],
  checkIns: [aCheckIn(today, { soreness: 2 })],
  confirmedDays: [daysAgo(3)],
  raceNotes: [{ ...emptyAthleteDebrief('r1'), story: 'Held back, then flew.' }],
}
const moved = aSession(today, { title: 'Moved here' })
const plan = { sessions: [{ ...moved, day: daysAgo(1) }], phases: [], races: [], comments: [], unreadable: [] }
const file = { format: 'tandem/1', athlete: content, plan, calendar: [moved], playbook: defaultPlaybook }

test('the calendar as it stood and everything the athlete said come in whole', () => {
  const into = docs()
  expect(exportedName(file)).toBe('Mo')
  expect(carryIn(into, JSON.parse(JSON.stringify(file)), 'test')).toEqual({ entries: 7, unreadable: 0 })
  expect(readAthlete(into.athlete)).toEqual(content)
  expect([readPlan(into.plan).sessions, readPlaybook(into.playbook)]).toEqual([[moved], defaultPlaybook])
})

test('an export of before there was a calendar in it brings the plan as it was written', () => {
  const into = docs()
  const { calendar: _, ...before } = file
  carryIn(into, before, 'test')
  expect(readPlan(into.plan).sessions).toEqual(plan.sessions)
})

test('what is no entry is counted, and the rest comes in', () => {
  const into = docs()
  const spoiled = {
    ...file,
    athlete: {
      ...content,
      activities: [null, { id: 7 }, ...content.activities],
      confirmedDays: ['someday', 4],
      comments: 'x',
    },
    calendar: [
      { ...moved, day: 'tomorrow' },
      { ...moved, id: '__proto__' },
    ],
    playbook: { schema: 99 },
  }
  expect(carryIn(into, spoiled, 'test')).toEqual({ entries: 4, unreadable: 7 })
  expect(readAthlete(into.athlete).activities).toEqual(content.activities)
})

test.each([null, [], 'text', {}, { format: 'tandem/2', athlete: content }, { format: 'tandem/1', athlete: 3 }])(
  '%j is no export',
  value => expect(exportedName(value)).toBeUndefined(),
)
