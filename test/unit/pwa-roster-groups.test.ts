/** The groups a coach puts athletes in, and what of the roster a group shows. */
import { expect, test } from 'vitest'
import { everybody, type RosterGroup } from '../../pwa/state/roster-desk.ts'
import { keepRosterGroups, readRosterGroups, regrouped } from '../../pwa/state/roster-groups.ts'
import { filterOf, isShown, rosterLines } from '../../pwa/views/roster/order.ts'

const shelfOf = (kept = new Map<string, string>()) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
})
const groups: readonly RosterGroup[] = [
  { name: 'Track', members: ['a', 'b'] },
  { name: 'base', members: ['b'] },
]

test('groups kept are there on the next visit, in their order', () => {
  const shelf = shelfOf()
  expect(readRosterGroups(shelf)).toEqual([])
  keepRosterGroups(shelf, groups)
  expect(readRosterGroups(shelf)).toEqual(groups)
})

test.each(['no JSON', '{}', '[{"name":"","members":[]}]', '[{"name":"A","members":[1]}]'])(
  'a damaged entry counts as none: %s',
  text => expect(readRosterGroups(shelfOf(new Map([['tandem/roster-groups', text]])))).toEqual([]),
)

test('a group begins with its first athlete, has each once, and goes with its last', () => {
  const begun = regrouped([], 'Track', 'a', true)
  expect(begun).toEqual([{ name: 'Track', members: ['a'] }])
  expect(regrouped(begun, 'Track', 'a', true)).toEqual(begun)
  expect(regrouped(begun, 'Track', 'b', true)).toEqual([{ name: 'Track', members: ['a', 'b'] }])
  expect(regrouped(groups, 'base', 'b', false)).toEqual([groups[0]])
  expect(regrouped(groups, 'Track', 'a', false)).toEqual([{ name: 'Track', members: ['b'] }, groups[1]])
})

test('a group shows who is in it, also one that is called like a phase, and one that is gone shows nobody', () => {
  const athletes = ['a', 'b', 'c'].map(space => ({
    space,
    name: space.toUpperCase(),
    membership: 'member' as const,
    myRoles: [],
  }))
  const lines = rosterLines(athletes, new Map(), groups)
  const shown = (group: string | null) =>
    lines.filter(line => isShown(line, { ...everybody, group })).map(({ space }) => space)
  expect(lines.map(line => line.groups)).toEqual([['Track'], ['Track', 'base'], []])
  expect(shown(null)).toEqual(['a', 'b', 'c'])
  expect(shown(filterOf('Track'))).toEqual(['a', 'b'])
  expect(shown(filterOf('base'))).toEqual(['b'])
  expect(shown('base')).toEqual([])
  expect(shown(filterOf('gone'))).toEqual([])
})
