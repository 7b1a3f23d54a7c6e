/** What was said: whose words they are, whom they name, what is new on a device, and what a search finds. */
import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import type { Comment } from '../../core/model/comment.ts'
import type { PersonId } from '../../core/model/ids.ts'
import { mentioned, withMentions } from '../../core/reports/said/mentions.ts'
import { everythingSaid, findSaid, type SaidGiven } from '../../core/reports/said/said.ts'
import { emptyContent, today } from '../../core/signals/basis/given.ts'
import type { Looking } from '../../pwa/state/app.ts'
import { keepReadComments } from '../../pwa/state/read-comments.ts'
import { whoSaid } from '../../pwa/state/who-said.ts'

const [cora, runa, cas] = ['cora', 'runa', 'cas'] as PersonId[] as [PersonId, PersonId, PersonId]
const people = [
  { person: cora, name: 'Cora Ek', roles: ['owner', 'coach'] as const, devices: [] },
  { person: cas, name: 'Cas', roles: ['coach'] as const, devices: [] },
  { person: runa, name: 'Runa', roles: ['athlete'] as const, devices: [] },
]
const remark = (id: string, by: PersonId, words: string, at = 29_000_000): Comment => ({
  id,
  day: today,
  session: null,
  by,
  words,
  at,
})
const plan = { sessions: [], phases: [], races: [], comments: [] as Comment[], unreadable: [] }

describe('names in a remark', () => {
  test.each([
    ['@Cora look at Tuesday', [cora]],
    ['ask @cora ek, or @Cas.', [cora, cas]],
    ['@coach: may I swap?', [cora, cas]],
    ['thanks @Corax and mail@cora.example', []],
    ['@RUNA!', [runa]],
    ['nobody', []],
  ])('%s', (words, expected) => expect(mentioned(words, people)).toEqual(expected))

  test('the parts of a remark are the remark, with the longest name marked', () => {
    const parts = withMentions('hi @Cora Ek, and @Cas', people)
    expect(parts.map(({ words }) => words).join('')).toBe('hi @Cora Ek, and @Cas')
    expect(parts.filter(({ names }) => names).map(({ words }) => words)).toEqual(['@Cora Ek', '@Cas'])
  })
})

const given = (part: Partial<SaidGiven>): SaidGiven => ({
  plan,
  content: emptyContent,
  log: [],
  deskNotes: [],
  pages: [],
  board: [],
  debriefs: [],
  messages: [],
  dayOf: () => undefined,
  ...part,
})

describe('everything said', () => {
  const race = { id: 'r', name: 'Lakes', day: today, priority: 'A' } as never
  const debrief = { id: 'r', overreacted: '', fuelling: 'gels too late', grew: '', carryOvers: [] }
  const all = everythingSaid(
    given({
      plan: { ...plan, comments: [remark('1', cora, 'New shoes for the tempo', 10)] },
      content: { ...emptyContent, comments: [remark('2', runa, 'The long run felt short', 20)] },
      board: [{ id: '3', by: cora, words: 'The track is closed', at: 30 }],
      pages: [
        { coach: cora, notes: [{ id: '4', kind: 'doubts', day: null, by: runa, words: 'I panic late', at: 40 }] },
      ],
      debriefs: [{ race, coach: debrief, athlete: null }],
      messages: [{ id: '5', to: 'coach', day: today, kind: 'notice', says: 'Eased by rule', evidence: [] }],
    }),
  )
  const nameOf = (said: (typeof all)[number]) => whoSaid(looking(null), undefined, said.side, said.by)

  test('is one list, the newest first, each with whose words it is; what says nothing is left out', () => {
    expect(all.map(({ id, kind, side }) => [id, kind, side])).toEqual([
      ['5', 'message', 'rule'],
      ['coach-r', 'debrief', 'coach'],
      ['4', 'private', 'athlete'],
      ['3', 'board', 'coach'],
      ['2', 'comment', 'athlete'],
      ['1', 'comment', 'coach'],
    ])
  })

  test.each([
    ['tempo sho', ['1']],
    ['RUNA', ['4', '2']],
    ['gels', ['coach-r']],
    ['sho tempox', []],
    ['  ', all.map(({ id }) => id)],
  ])('a search for “%s”', (asked, ids) => expect(findSaid(all, asked, nameOf).map(({ id }) => id)).toEqual(ids))

  test('nobody is made to speak for the other side', () => {
    expect(whoSaid(looking(null), cora, 'coach', runa)).toBe('Somebody')
    expect(whoSaid(looking(null), cora, 'coach', cora)).toBe('You')
    expect(whoSaid(looking(null), cora, 'athlete', 'gone' as PersonId)).toBe(emptyContent.profile.name)
  })
})

const looking = (comments: readonly Comment[] | null): Looking =>
  ({
    space: { id: 's', members: people },
    plan: { ...plan, comments: comments ?? [] },
    content: emptyContent,
  }) as unknown as Looking

test('new is what others said and this device has not shown; what came before it knew the athlete is not', () => {
  const kept = new Map<string, string>()
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const now = 29_000_000
  const comments = [
    remark('old', cas, 'long ago', now - 8 * 1440),
    remark('mine', cora, 'mine', now),
    remark('a', cas, 'a', now - 10),
    remark('b', cas, 'b', now - 5),
  ]
  const at = signal<Looking | null>(null)
  const open = () => keepReadComments({ looking: at, me: () => cora, now: () => now, shelf })
  const here = open()
  const ids = (of: typeof here) => of.unread.value.map(({ id }) => id)
  expect(ids(here)).toEqual([])
  at.value = looking(comments)
  expect(ids(here)).toEqual(['b', 'a'])
  here.markRead(['b'])
  expect([ids(here), ids(open())]).toEqual([['a'], ['a']])
  // What was said a while ago and comes in late is new all the same.
  at.value = looking([...comments, remark('late', cas, 'late', now - 6 * 1440)])
  expect(ids(here)).toEqual(['a', 'late'])
  kept.set('tandem/read-comments/s', '{"since":"?"}')
  expect(ids(open())).toEqual(['b', 'a', 'late'])
})
