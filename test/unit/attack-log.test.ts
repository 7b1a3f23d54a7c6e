import { expect, test } from 'vitest'
import type { LogEntry } from '../../core/model/log.ts'
import type { Statement } from '../../core/model/statement.ts'
import { decisionsIn, inOrder } from '../../core/plan/decisions.ts'
import { compose } from '../../core/plan/index.ts'
import { emptyContent } from '../../core/signals/basis/given.ts'

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const entry = (id: string, said: Partial<Record<keyof Statement, unknown>>): LogEntry =>
  ({
    id,
    signed: {
      alg: 'ES256',
      signature: '',
      statement: {
        ...blank,
        v: 1,
        club: 'c',
        athlete: 'a',
        by: 'ben',
        device: 'bens',
        role: 'athlete',
        seq: 1,
        prev: null,
        at: 10,
        type: 'seen',
        item: 'x',
        ...said,
      },
    },
    verified: { ok: true },
  }) as unknown as LogEntry

test('log 1: an athlete takes back a move, takes that back, and so on twenty thousand times: the plan is still read', () => {
  const deep = 20_000
  const log = [
    entry('u0', { type: 'moved', item: 'move' }),
    ...Array.from({ length: deep }, (_, i) => entry(`u${i + 1}`, { type: 'undone', item: `u${i}`, at: 11 + i })),
  ]
  const { takenBackAt } = decisionsIn(inOrder(log))
  expect([takenBackAt('u0'), takenBackAt('u1'), takenBackAt(`u${deep - 1}`), takenBackAt(`u${deep}`)]).toEqual([
    undefined,
    2,
    deep,
    undefined,
  ])
  const empty = { sessions: [], phases: [], races: [], comments: [], unreadable: [] }
  expect(compose(empty, emptyContent, log, {} as never).refused).toHaveLength(1)
})

test('log 2: a coach whose clock ran a year ahead declined; the yes of the same device afterwards counts', () => {
  const coach = { by: 'ann', device: 'anns', role: 'coach', item: 'p' }
  const log = [
    entry('no', { ...coach, type: 'declined', seq: 1, at: 600_000 }),
    entry('yes', { ...coach, type: 'approved', seq: 2, at: 1_000 }),
  ]
  expect(decisionsIn(inOrder(log)).isDeclined('p')).toBe(false)
})

test.each([
  ['assistant', 'approved'],
  ['viewer', 'approved'],
  ['athlete', 'approved'],
  ['viewer', 'applied'],
  ['assistant', 'applied'],
  ['viewer', 'moved'],
  ['coach', 'moved'],
  ['assistant', 'moved'],
] as const)('log 3: a signed word of the role %s, %s, changes nothing and is shown', (role, type) => {
  const one = entry('s', { role, type })
  const empty = { sessions: [], phases: [], races: [], comments: [], unreadable: [] }
  const { refused } = compose(empty, emptyContent, [one], {} as never)
  expect(refused.map(({ why }) => why.type)).toEqual(['NotAllowed'])
})

test.each(['assistant', 'viewer', 'athlete'] as const)('log 4: a decline by the role %s declines nothing', role => {
  expect(decisionsIn([entry('s', { role, type: 'declined', item: 'p' })]).isDeclined('p')).toBe(false)
})

test('log 5: yes and no at once by two coaches: the no stands, whichever is read first', () => {
  const yes = entry('a', { type: 'approved', role: 'coach', item: 'p', by: 'ann', device: 'anns' })
  const no = entry('b', { type: 'declined', role: 'coach', item: 'p', by: 'eve', device: 'eves' })
  expect(
    [
      [yes, no],
      [no, yes],
    ].map(log => decisionsIn(inOrder(log)).isDeclined('p')),
  ).toEqual([true, true])
})
