/** A change is judged by the playbook that was in force when it was made: a later version takes back nothing done. */
import { expect, test } from 'vitest'
import { advise, type Situation } from '../../core/engine.ts'
import { easyTomorrow, season, shortSleep, situation } from '../../core/examples/season.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import { playbookHash } from '../../core/playbook/index.ts'
import { today } from '../../core/signals/basis/given.ts'
import { carriedOut, minutesAt, openPlaybook, stated } from '../kit/season.ts'

const later: Playbook = { ...openPlaybook, version: 2, layers: { ...openPlaybook.layers, 'easy-day': 'off' } }
const versions = [later, openPlaybook].map(playbook => ({ hash: playbookHash(playbook), playbook }))
const given = season({ sessions: [easyTomorrow], checkIns: shortSleep() })
const before = situation(openPlaybook, given)
const eased = advise(before).proposals[0]!
const published = (playbook: Playbook, minute: number, role: 'coach' | 'athlete' = 'coach') =>
  stated({
    type: 'published',
    item: playbookHash(playbook),
    playbookHash: playbookHash(playbook),
    role,
    at: minutesAt(today, minute),
    seq: 40 + minute,
  })
const applied = (minute: number) => carriedOut('applied', eased, easyTomorrow, minutesAt(today, minute), openPlaybook)
const titles = (now: Situation) => {
  const { sessions, refused } = advise(now).plan
  return [sessions.map(({ session }) => session.title), refused.map(({ why }) => why.type)]
}

test('what was applied before the layer was switched off stands', () => {
  const log = [applied(480), published(later, 490)]
  expect(titles({ ...before, playbook: later, versions, log })).toEqual([['Easy 35 min'], []])
})

test('what is applied after it is refused, whichever version it names', () => {
  const log = [published(later, 470), applied(480)]
  expect(titles({ ...before, playbook: later, versions, log })).toEqual([['Easy 50 min'], ['NotAllowed']])
})

test('a version that no coach signed takes nothing over', () => {
  const log = [published(later, 470, 'athlete'), applied(480)]
  expect(titles({ ...before, versions, log })).toEqual([['Easy 35 min'], []])
})

test('without the versions on file everything is judged by the one in force now', () => {
  const log = [applied(480), published(later, 490)]
  expect(titles({ ...before, playbook: later, log })).toEqual([['Easy 50 min'], ['NotAllowed']])
})

test('one put in force and not signed yet counts from the last signature on', () => {
  const third: Playbook = { ...openPlaybook, version: 3 }
  const log = [published(later, 470), applied(480)]
  expect(titles({ ...before, playbook: third, versions, log })).toEqual([['Easy 35 min'], []])
})
