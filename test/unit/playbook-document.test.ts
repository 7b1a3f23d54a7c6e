/** The playbook as a document: versions, overrides, differences in words, and older shapes. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Playbook, playbookShape } from '../../core/model/playbook.ts'
import { readPlaybookValue } from '../../core/model/playbook-shape.ts'
import {
  currentVersion,
  putOwnExample,
  putPlaybook,
  readOwnExamples,
  readPlaybook,
  readPlaybookVersions,
  removeOwnExample,
} from '../../core/plan/index.ts'
import { defaultPlaybook, differences, nextVersion, playbookHash, sharedOf } from '../../core/playbook/index.ts'
import { day } from '../kit/plan.ts'

const here = { local: true }
const set = (playbook: Playbook, more: Partial<Playbook['thresholds']>): Playbook => ({
  ...playbook,
  thresholds: { ...playbook.thresholds, ...more },
})
const two = set(defaultPlaybook, { sleepShortNights: 2 })

describe('the document', () => {
  test('keeps every version whole, under the hash that its signature speaks of', () => {
    const doc = new Y.Doc()
    const second = { ...two, version: 2 }
    putPlaybook(doc, defaultPlaybook, here)
    putPlaybook(doc, second, here)
    expect(readPlaybookVersions(doc).map(({ hash, playbook }) => [playbook.version, hash])).toEqual([
      [2, playbookHash(second)],
      [1, playbookHash(defaultPlaybook)],
    ])
    expect(currentVersion(doc)?.hash).toBe(playbookHash(second))
  })
  test('a version changed by hand is none', () => {
    const doc = new Y.Doc()
    putPlaybook(doc, defaultPlaybook, here)
    const name = playbookHash(defaultPlaybook)
    doc.getMap('versions').set(name, set(defaultPlaybook, { sleepShortNights: 5 }))
    expect(readPlaybookVersions(doc)).toEqual([])
  })
  test('what stands in force and cannot be read leaves the last good version standing', () => {
    const doc = new Y.Doc()
    putPlaybook(doc, { ...two, version: 2 }, here)
    const { overrides: _, ...broken } = set({ ...two, version: 3 }, { sleepShortNights: 9 })
    doc.getMap('playbook').set('current', broken)
    expect(readPlaybook(doc)?.version).toBe(2)
  })
  test('one of the first shape is read as one of today, keeps the hash it was signed under, and is kept as a version', () => {
    const doc = new Y.Doc()
    const { overrides: _, ...rest } = defaultPlaybook
    const { quietHours: __, ...fewer } = rest.thresholds
    const first = { ...rest, schema: 1, thresholds: fewer }
    doc.getMap('playbook').set('current', first)
    expect(readPlaybook(doc)).toEqual(defaultPlaybook)
    expect(readPlaybook(doc)).toBe(readPlaybook(doc))
    const was = currentVersion(doc)!.hash
    expect(was).not.toBe(playbookHash(defaultPlaybook))
    putPlaybook(doc, { ...two, version: 2 }, here)
    expect(readPlaybookVersions(doc).map(({ hash }) => hash)).toEqual([playbookHash({ ...two, version: 2 }), was])
  })
  test('a shape of a later app is refused, and so is a field nobody knows', () => {
    expect(readPlaybookValue({ ...defaultPlaybook, schema: playbookShape + 1 }).ok).toBe(false)
    expect(readPlaybookValue({ ...defaultPlaybook, mood: 3 })).toMatchObject({ error: { at: '$.mood' } })
    expect(readPlaybookValue(null)).toMatchObject({ ok: false })
  })
  test('holds the coach’s own examples by their day', () => {
    const doc = new Y.Doc()
    const example = {
      id: 'b',
      day: day('2026-05-12'),
      session: null,
      kind: null,
      expects: 'ask',
      words: 'ask me',
    } as const
    putOwnExample(doc, example, here)
    putOwnExample(doc, { ...example, id: 'a', day: day('2026-05-11') }, here)
    expect(readOwnExamples(doc).map(({ id }) => id)).toEqual(['a', 'b'])
    removeOwnExample(doc, 'a', here)
    expect(readOwnExamples(doc)).toEqual([example])
  })
})

describe('[S159] one playbook, many athletes', () => {
  const change = { before: defaultPlaybook, draft: two }
  test('a change for one is an override that names what the others have', () => {
    const own = nextVersion(defaultPlaybook, change, 'one', true)
    expect(own).toEqual({ ...two, version: 2, overrides: [{ field: 'thresholds.sleepShortNights', shared: 3 }] })
    expect(sharedOf(own)).toEqual({ ...defaultPlaybook, version: 2 })
  })
  test('a change for all leaves what is set for one as it is, and says what the others have now', () => {
    const own = nextVersion(
      defaultPlaybook,
      { before: defaultPlaybook, draft: set(two, { sleepShortNights: 4 }) },
      'one',
      true,
    )
    const next = nextVersion(own, change, 'all', false)
    expect([next.thresholds.sleepShortNights, next.overrides, next.version]).toEqual([
      4,
      [{ field: 'thresholds.sleepShortNights', shared: 2 }],
      3,
    ])
  })
  test('a change for all of what was set for the athlete looked at ends the override', () => {
    const own = nextVersion(defaultPlaybook, change, 'one', true)
    const next = nextVersion(own, { before: own, draft: set(own, { sleepShortNights: 4 }) }, 'all', true)
    expect([next.thresholds.sleepShortNights, next.overrides]).toEqual([4, []])
  })
  test('set back for one to what all have is no override any more', () => {
    const own = nextVersion(defaultPlaybook, change, 'one', true)
    const back = nextVersion(own, { before: own, draft: set(own, { sleepShortNights: 3 }) }, 'one', true)
    expect([back.thresholds.sleepShortNights, back.overrides]).toEqual([3, []])
  })
  test('only what was changed reaches another athlete’s playbook', () => {
    const other = { ...set(defaultPlaybook, { painTimes: 1 }), athleteMayMove: false }
    const draft = { ...two, layers: { ...two.layers, recovery: 'off' as const }, swaps: two.swaps.slice(1) }
    const next = nextVersion(other, { before: defaultPlaybook, draft }, 'all', false)
    expect(next).toEqual({
      ...set(other, { sleepShortNights: 2 }),
      layers: draft.layers,
      swaps: draft.swaps,
      version: 2,
    })
  })
})

describe('what changed, in words', () => {
  const say = (after: Playbook) => differences(defaultPlaybook, after).map(({ brief, now }) => [brief, now])
  test('a threshold: the sentence, and the change alone', () => {
    expect(say(two)).toEqual([['three poor nights → two', '2 poor nights in the last 4 known are short sleep.']])
    expect(differences(defaultPlaybook, two)[0]?.pieces).toEqual([
      { is: 'gone', text: '3 ' },
      { is: 'new', text: '2 ' },
      { is: 'same', text: 'poor nights in the last 4 known are short sleep.' },
    ])
    expect(say(set(defaultPlaybook, { poorNightMinutes: 300, painTimes: 3 })).map(([brief]) => brief)).toEqual([
      'six hours → five',
      'twice → 3 times',
    ])
  })
  test('layers, permissions, the athlete’s own moves, the swap list', () => {
    const after: Playbook = {
      ...defaultPlaybook,
      layers: { ...defaultPlaybook.layers, load: 'watched' },
      mayApply: { ...defaultPlaybook.mayApply, 'swap-equal': true },
      athleteMayMove: false,
      swaps: defaultPlaybook.swaps.slice(1),
    }
    expect(say(after)).toEqual([
      ['off → watched', 'Load progression is watched.'],
      [
        'waits for the coach → may be applied at once',
        'An equal session in a missed one’s place may be applied at once.',
      ],
      ['may move → asks the coach before moving', 'The athlete asks the coach before moving a session.'],
      ['4 × 90 s hill is off the swap list', '4 × 90 s hill is off the swap list.'],
    ])
  })
  test('nothing changed says nothing', () => expect(say({ ...defaultPlaybook, version: 9 })).toEqual([]))
})
