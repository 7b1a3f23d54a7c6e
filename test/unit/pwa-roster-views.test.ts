/** The views of the roster that a coach keeps on this device. */
import { expect, test } from 'vitest'
import { everybody, type RosterView } from '../../pwa/state/roster-desk.ts'
import { keepRosterViews, readRosterViews } from '../../pwa/state/roster-views.ts'

const shelfOf = (kept = new Map<string, string>()) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
})
const views: readonly RosterView[] = [
  { name: 'Calves', filter: { ...everybody, search: 'calf pain' } },
  { name: 'Peak, to look at', filter: { standing: 'look', group: 'peak', search: '' } },
]

test('views kept are there on the next visit, in their order', () => {
  const shelf = shelfOf()
  expect(readRosterViews(shelf)).toEqual([])
  keepRosterViews(shelf, views)
  expect(readRosterViews(shelf)).toEqual(views)
})

test.each([
  'no JSON',
  '{}',
  '[{"name":"","filter":{}}]',
  '[{"name":"A","filter":{"standing":"gone","group":null,"search":""}}]',
])('a damaged entry counts as none: %s', text =>
  expect(readRosterViews(shelfOf(new Map([['tandem/roster-views', text]])))).toEqual([]),
)

test('a shelf that is full costs only the views', () =>
  expect(() =>
    keepRosterViews(
      {
        ...shelfOf(),
        setItem: () => {
          throw new Error('full')
        },
      },
      views,
    ),
  ).not.toThrow())
