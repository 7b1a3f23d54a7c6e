/** The coach's library: found by words, kept on several desks, out and in as text; and notes that fill themselves. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyProfile } from '../../core/model/athlete.ts'
import type { Day } from '../../core/model/day.ts'
import type { PersonId } from '../../core/model/ids.ts'
import { type LibraryItem, searchLibrary } from '../../core/model/library.ts'
import { mayHold, putInLibrary, readLibrary } from '../../core/plan/index.ts'
import { noteFacts } from '../../core/reports/notes/note-facts.ts'
import { fillNote, unknownPlaces } from '../../core/reports/notes/note-template.ts'
import { aRun } from '../../core/signals/basis/given.ts'
import { printLibrary, readLibraryText } from '../../core/workout/library-text.ts'
import { exampleSession } from '../../core/workout/writers/example.ts'
import { anySteps } from '../kit/arbitrary-steps.ts'

const here = { local: true }
const coach = 'cora' as PersonId
const session = exampleSession({ title: 'Thousands', steps: [] })
const item = (more: Partial<LibraryItem> = {}): LibraryItem => ({
  id: 'a',
  name: 'Thousands',
  folder: 'Quality/Track',
  tags: ['vo2', 'track'],
  holds: { type: 'session', session },
  by: coach,
  at: 100,
  ...more,
})

describe('the library', () => {
  test('is searched by name, folder, tag and purpose, every word of the question', () => {
    const items = [item(), item({ id: 'b', name: 'Hill sprints', folder: 'Quality/Hills', tags: ['power'] })]
    const found = (words: string) => searchLibrary(items, words).map(({ id }) => id)
    expect([found('track vo2'), found('quality'), found('HILL'), found(''), found('quality swim')]).toEqual([
      ['a'],
      ['a', 'b'],
      ['b'],
      ['a', 'b'],
      [],
    ])
  })
  test('stands on several desks once; the later writing counts, and what was taken away stays away', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    putInLibrary(one, [item()], here)
    putInLibrary(two, [item({ name: 'Thousands, faster', at: 101 }), item({ id: 'b' })], here)
    expect(readLibrary([one, two]).map(({ id, name }) => [id, name])).toEqual([
      ['b', 'Thousands'],
      ['a', 'Thousands, faster'],
    ])
    putInLibrary(one, [item({ at: 102, removed: true })], here)
    expect(readLibrary([two, one]).map(({ id }) => id)).toEqual(['b'])
  })
  test('is let into a desk and into no other document', () => {
    const place = { root: 'library', name: 'a', field: null }
    expect([mayHold('desk', item(), place), mayHold('plan', item(), place)]).toEqual([true, false])
  })
})

const bringing = { by: coach, at: 100, newId: () => 'a', day: session.day }

test('[W4] what goes out as text comes in as it was', () =>
  fc.assert(
    fc.property(
      fc.record({
        name: fc.constantFrom('Thousands', 'Long run, by feel', '10 × 400'),
        folder: fc.constantFrom('', 'Quality/Track'),
        tags: fc.constantFrom<string[]>([], ['vo2'], ['a b', 'c']),
        notes: fc.constantFrom('', 'Stay tall.\nnotes: of mine\n# not an entry', '\\# one\n\\notes: two'),
        key: fc.boolean(),
        steps: anySteps,
      }),
      ({ notes, key, steps, ...more }) => {
        const whole = item({
          ...more,
          holds: {
            type: 'session',
            session: { ...session, id: 'a' as typeof session.id, title: more.name, notes, key, steps },
          },
        })
        expect(readLibraryText(printLibrary([whole]), bringing)).toEqual({ ok: true, value: [whole] })
      },
    ),
  ))
test('a note goes out and comes in, and a fault names its line', () => {
  const note = item({ holds: { type: 'note', purposes: ['easy', 'recovery'], words: 'Run {easy pace}.\n\n# calm' } })
  expect(readLibraryText(printLibrary([note, note]), bringing)).toEqual({ ok: true, value: [note, note] })
  const says = (text: string) => {
    const read = readLibraryText(text, bringing)
    return read.ok ? null : [read.error.line, read.error.says.slice(0, 40)]
  }
  expect(says('# One\npurpose: easy\n\n- 10m E\n- 10k E')).toEqual([5, 'One: “10k” is not a time or a distance. '])
  expect(says('# One\npurpose: fun')).toEqual([1, '“fun” is no purpose of a session. They ar'.slice(0, 40)])
  expect(says('nothing')).toEqual([1, 'There is no entry in it. An entry begins'])
})

describe('[S46] a note that a coach keeps rewriting fills itself', () => {
  const profile = { ...emptyProfile('Runa Berg'), thresholds: null }
  const easy = exampleSession({ day: '2026-05-12' as Day, purpose: 'easy', title: 'Easy 8 km', key: false })
  const facts = (more: Partial<Parameters<typeof noteFacts>[0]> = {}) =>
    noteFacts({
      session: easy,
      profile,
      thresholds: { maxHr: 190, restHr: 50, thresholdHr: 170, thresholdPaceSPerKm: 255, origin: 'test' },
      activities: [aRun('2026-05-10' as Day, 12)],
      doneAs: new Map(),
      phases: [],
      races: [],
      unit: 'km',
      ...more,
    })
  const words =
    'Hi {athlete}. Stay between {easy pace}, heart rate under {easy heart rate}.\nYour last run: {last run}. {days to race} to {race}.'
  test('with the athlete’s own figures, and leaves out what nobody knows', () => {
    const filled = fillNote(words, facts())
    expect(filled).toEqual({
      words: 'Hi Runa. Stay between 4:56–5:34 /km, heart rate under 152.\nYour last run: 12 km on Sunday 10 May.',
      leftOut: [{ sentence: '{days to race} to {race}.', why: 'no race is ahead' }],
    })
  })
  test('never with a figure that is not on file', () => {
    const filled = fillNote(words, facts({ thresholds: null, activities: [] }))
    expect(filled.words).toBe('Hi Runa.')
    expect(filled.leftOut.map(({ why }) => why)).toEqual([
      'no threshold pace is on file',
      'no run is on file',
      'no race is ahead',
    ])
  })
  test('a place that is misspelled is named', () => expect(unknownPlaces('{easy pase} {race}')).toEqual(['easy pase']))
})
