/** Who decides about which change in which state: the table of the playbook, cell by cell. */
import { describe, expect, test } from 'vitest'
import { known } from '../../core/lib/reading.ts'
import type { Level } from '../../core/model/advice.ts'
import type { ChangeKind } from '../../core/model/edit.ts'
import { during, green } from '../../core/playbook/basis/given.ts'
import {
  defaultPlaybook,
  judge,
  newCoachPlaybook,
  ownership,
  playbookHash,
  rules,
  sentences,
} from '../../core/playbook/index.ts'
import type { Case, StateName } from '../../core/playbook/rule.ts'

const guarded: readonly StateName[] = [
  'pain',
  'escalated',
  'ill',
  'injury-history',
  'travel',
  'life-event',
  'peak',
  'plateau',
]
const nearRace: readonly StateName[] = ['race-week', 'taper']
const careful: readonly StateName[] = ['thin-data', 'coach-heavy']

const table: { readonly [kind in ChangeKind]: readonly [Level, Level, Level, Level] } = {
  'recompute-zones': ['auto', 'auto', 'ask', 'ask'],
  'ease-easy-day': ['auto', 'ask', 'ask', 'ask'],
  'move-session': ['auto', 'ask', 'ask', 'ask'],
  'swap-equal': ['auto', 'ask', 'ask', 'ask'],
  'swap-other': ['ask', 'ask', 'ask', 'ask'],
  'adapt-week-target': ['ask', 'ask', 'ask', 'ask'],
  'return-plan': ['ask', 'ask', 'ask', 'ask'],
  'ease-key': ['ask', 'ask', 'ask', 'ask'],
  'drop-session': ['ask', 'ask', 'ask', 'ask'],
  'add-rest-day': ['ask', 'ask', 'ask', 'ask'],
  'deload-week': ['ask', 'ask', 'ask', 'ask'],
  'raise-load': ['ask', 'ask', 'coach', 'ask'],
  'shift-phase': ['coach', 'coach', 'coach', 'coach'],
  'change-goal': ['coach', 'coach', 'coach', 'coach'],
  'race-plan': ['coach', 'coach', 'coach', 'coach'],
  'mental-prep': ['coach', 'coach', 'coach', 'coach'],
}

const given = (kind: ChangeKind): Case => ({ ...green, kind, loadRise: known(kind === 'raise-load' ? 6 : -10) })
const level = (one: Case) => judge(rules, one).level

describe.each(Object.entries(table) as [ChangeKind, (typeof table)[ChangeKind]][])(
  '%s',
  (kind, [inGreen, inGuarded, near, thin]) => {
    test(`in green: ${inGreen}`, () => expect(level(given(kind))).toBe(inGreen))
    test.each(guarded)(`in %s: ${inGuarded}`, state =>
      expect(level(during(state, known('so'), given(kind)))).toBe(inGuarded),
    )
    test.each(nearRace)(`in %s: ${near}`, state => expect(level(during(state, known('so'), given(kind)))).toBe(near))
    test.each(careful)(`in %s: ${thin}`, state => expect(level(during(state, known('so'), given(kind)))).toBe(thin))
  },
)

test('E20 six percent more in a peak block asks, with every layer on and everything allowed', () =>
  expect(judge(rules, during('peak', known('peak until Sunday'), given('raise-load')))).toEqual({
    level: 'ask',
    because: [
      { rule: 'always-asks', level: 'ask', says: 'more load always asks' },
      { rule: 'peak', level: 'ask', says: 'peak until Sunday' },
      { rule: 'raises-load', level: 'ask', says: 'the planned load would rise by 6 %' },
    ],
  }))

test('a new coach has the first layer only', () => {
  const on = Object.entries(newCoachPlaybook.layers).flatMap(([name, mode]) => (mode === 'on' ? [name] : []))
  expect(on).toEqual(['summary'])
})
test('the default drafts swaps, easier days and smaller key sessions, all at ask, and lets the athlete move', () => {
  const { layers, mayApply, athleteMayMove } = defaultPlaybook
  expect([layers['missed-session'], layers['easy-day'], layers.recovery, layers.load]).toEqual([
    'on',
    'on',
    'on',
    'off',
  ])
  expect([mayApply['swap-equal'], mayApply['ease-easy-day'], mayApply['move-session'], athleteMayMove]).toEqual([
    false,
    false,
    false,
    true,
  ])
})
test('another number gives another hash and another sentence', () => {
  const changed = { ...defaultPlaybook, thresholds: { ...defaultPlaybook.thresholds, runSpikePercent: 20 } }
  expect(playbookHash(changed)).not.toBe(playbookHash(defaultPlaybook))
  const says = sentences(changed)
    .flatMap(group => group.sentences)
    .filter(({ threshold }) => threshold?.name === 'runSpikePercent')
  expect(says).toEqual([
    {
      id: 'runSpikePercent',
      says: 'A run is a spike at more than 20 % over the longest run of the 30 days before it.',
      threshold: { name: 'runSpikePercent', value: 20, low: 5, high: 30 },
    },
  ])
})
test('the table of who does what follows the playbook', () => {
  const levels = (playbook: typeof defaultPlaybook) =>
    ownership(playbook).map(({ element, level }) => `${element}: ${level}`)
  expect(levels(defaultPlaybook)).toEqual([
    'Pace and heart-rate zones: auto',
    'Weekly fatigue summary: tell',
    'Recovery suggestion: ask',
    'Missed-session replacement: ask',
    'Load progression: ask',
    'Periodisation: coach',
    'Race goal, target time, goal pace: coach',
    'Race strategy: coach',
    'Mental preparation: coach',
    'Workout reminders: tell',
  ])
})
