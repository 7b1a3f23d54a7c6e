/** The swap list as a coach edits it: in words, for all or for one, and only what was changed reaches other athletes. */
import { describe, expect, test } from 'vitest'
import type { Playbook, Swap } from '../../core/model/playbook.ts'
import { readPlaybookValue } from '../../core/model/playbook-shape.ts'
import {
  changeFor,
  defaultPlaybook,
  differences,
  nextVersion,
  putBack,
  readPlaybookFile,
  sharedOf,
  swapField,
  withField,
  withoutSwap,
  withSwap,
  writePlaybookFile,
} from '../../core/playbook/index.ts'
import { ifMissed } from '../../core/proposals/basis/if-missed.ts'
import { pickSwap } from '../../core/proposals/basis/swap.ts'
import { aSession, aStep, daysAgo, intervals, today } from '../../core/signals/basis/given.ts'

const hills = defaultPlaybook.swaps.find(({ id }) => id === 'hills-8x90')!
const short: Swap = {
  id: 'mine',
  from: 'intervals',
  to: 'hills',
  title: '10 × 60 s hill',
  steps: [aStep(15, 'E', 'warmup'), { type: 'repeat', times: 10, steps: [aStep(1, 'I'), aStep(2, 'E', 'recovery')] }],
  offered: true,
}
const without = withoutSwap(defaultPlaybook, hills.id)
const leftOut = withField(defaultPlaybook, { field: swapField(hills.id), value: false })
const idsOf = ({ swaps }: Playbook) => swaps.map(({ id }) => id)
const change = (draft: Playbook, before = defaultPlaybook) => ({ before, draft })

describe('in words', () => {
  const say = (after: Playbook) => differences(defaultPlaybook, after).map(({ brief, now }) => [brief, now])
  test('a session comes onto the list, leaves it, is written otherwise, or is left out', () => {
    expect(say(withSwap(defaultPlaybook, short))).toEqual([
      [
        '10 × 60 s hill is on the swap list',
        '10 × 60 s hill is on the swap list for missed intervals (15 min E · 10 × (1 min I, 2 min E)).',
      ],
    ])
    expect(say(without)).toEqual([['8 × 90 s hill is off the swap list', '8 × 90 s hill is off the swap list.']])
    expect(say(withSwap(defaultPlaybook, { ...hills, steps: hills.steps.slice(1) }))).toEqual([
      [
        '8 × 90 s hill is other on the swap list',
        'For missed intervals: 8 × 90 s hill (8 × (1:30 min I, 2 min E) · 10 min E).',
      ],
    ])
    expect(say(leftOut)).toEqual([['offered → left out', '8 × 90 s hill for missed intervals is left out.']])
  })
  test('each is put back alone, where it stood', () => {
    for (const draft of [
      withSwap(defaultPlaybook, short),
      without,
      leftOut,
      withSwap(defaultPlaybook, { ...hills, title: 'Hills' }),
    ]) {
      const both = { ...draft, athleteMayMove: false }
      const field = differences(defaultPlaybook, draft)[0]!.field
      expect(putBack(both, defaultPlaybook, field)).toEqual({ ...defaultPlaybook, athleteMayMove: false })
    }
  })
})

describe('for whom', () => {
  test('left out for one athlete is theirs alone; the list itself is one for all [S159]', () => {
    const draft = withSwap(leftOut, short)
    expect(changeFor(change(draft), 'one').draft).toEqual(leftOut)
    const own = nextVersion(defaultPlaybook, change(draft), 'one', true)
    expect(own.overrides).toEqual([{ field: 'swaps.hills-8x90', shared: true }])
    expect([idsOf(own), own.swaps.filter(({ offered }) => !offered).map(({ id }) => id)]).toEqual([
      idsOf(defaultPlaybook),
      [hills.id],
    ])
    expect(sharedOf(own)).toEqual({ ...defaultPlaybook, version: 2 })
  })
  test('a list edited looking at that athlete reaches the others with nothing left out', () => {
    const own = nextVersion(defaultPlaybook, change(leftOut), 'one', true)
    const edit = change(withSwap(own, { ...own.swaps[0]!, title: 'Short hills' }), own)
    const other = nextVersion(defaultPlaybook, edit, 'all', false)
    expect(other.swaps[0]!.title).toBe('Short hills')
    expect(other.swaps.every(({ offered }) => offered)).toBe(true)
    const seen = nextVersion(own, edit, 'all', true)
    expect(seen.swaps.find(({ id }) => id === hills.id)!.offered).toBe(false)
    expect(seen.overrides).toEqual([{ field: 'swaps.hills-8x90', shared: true }])
  })
  test('only what was changed of the list reaches a list that is another already', () => {
    const other = withSwap(withoutSwap(defaultPlaybook, 'cruise-3x5'), { ...short, id: 'theirs', title: 'Theirs' })
    const next = nextVersion(other, change(withSwap(without, short)), 'all', false)
    expect(idsOf(next)).toEqual([...idsOf(other).filter(id => id !== hills.id), 'mine'])
  })
  test('what is set for one of a session that left the list goes with it', () => {
    const own = nextVersion(defaultPlaybook, change(leftOut), 'one', true)
    const next = nextVersion(own, change(withoutSwap(own, hills.id), own), 'all', true)
    expect([next.overrides, differences(own, next).map(({ brief }) => brief)]).toEqual([
      [],
      ['8 × 90 s hill is off the swap list'],
    ])
  })
})

describe('the document and the file', () => {
  test('a list of the shape before offers all that stands on it', () => {
    const swaps = defaultPlaybook.swaps.map(({ offered: _, ...swap }) => swap)
    expect(readPlaybookValue({ ...defaultPlaybook, schema: 2, swaps })).toEqual({ ok: true, value: defaultPlaybook })
    expect(readPlaybookValue({ ...defaultPlaybook, schema: 2, swaps: 'none' })).toMatchObject({
      ok: false,
      error: { at: '$.swaps' },
    })
  })
  test('a file carries the list out and in', () => {
    const edited = withSwap(leftOut, short)
    const file = readPlaybookFile(writePlaybookFile(JSON.parse(JSON.stringify(edited)), edited, null))
    expect(file).toMatchObject({ ok: true, value: { playbook: edited } })
  })
})

describe('what is drafted from it', () => {
  const missed = intervals(today)
  const thresholds = { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: 'test' }
  const pick = (playbook: Playbook) => pickSwap(missed, { playbook, thresholds })?.id
  test('a session left out or taken off is not', () => {
    expect([pick(defaultPlaybook), pick(leftOut), pick(without)]).toEqual(['hills-8x90', undefined, undefined])
  })
  test('what the list lacks for the weeks ahead is seen before anything is missed', () => {
    const easy = aSession(today, { id: 'easy' as never })
    const later = { ...missed, id: 'later' as never, day: daysAgo(-20) }
    const given = { playbook: defaultPlaybook, thresholds }
    expect(ifMissed([easy, missed, later], given, today, 13).map(({ swap, percent }) => [swap?.id, percent])).toEqual([
      ['hills-8x90', 90],
    ])
    expect(ifMissed([missed], { ...given, playbook: without }, today, 13)).toEqual([
      { session: missed, swap: null, percent: null },
    ])
  })
})
