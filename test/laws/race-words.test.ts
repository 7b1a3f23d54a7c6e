/** However many coaches type in one text of a race plan, in whatever order it arrives: all read the same, and nothing is lost. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { caretAfter, type Splice, spliceAfter, spliceBetween, spliced } from '../../core/lib/splice.ts'
import { emptyRacePlan } from '../../core/model/race-plan.ts'
import { beginRaceDraft, raceDraftOf, raceTextOf, typeRaceText, watchRaceText } from '../../core/plan/index.ts'

const own = { here: true }
/** The nearest place that is not inside a letter: a hand is never there. */
const between = (text: string, at: number): number => at - (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? 1 : 0)
const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '🏃', '👩🏽‍🚀'), maxLength: 12 })

test('the change between two texts makes the one the other, wherever the hand stands, and halves no letter', () => {
  fc.assert(
    fc.property(words, words, fc.nat(40), (before, after, caret) => {
      const edit = spliceBetween(before, after, Math.min(caret, after.length))
      expect([edit === null, spliced(before, edit ?? { at: 0, remove: 0, insert: '' })]).toEqual([
        before === after,
        after,
      ])
      if (edit === null) return
      const pieces = [edit.insert, before.slice(edit.at, edit.at + edit.remove)]
      expect(pieces.filter(piece => /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(piece))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('a letter typed beside its like is typed where the hand is', () => {
  expect(spliceBetween('aab', 'aaab', 1)).toEqual({ at: 0, remove: 0, insert: 'a' })
  expect(spliceBetween('aab', 'aaab', 3)).toEqual({ at: 2, remove: 0, insert: 'a' })
})

/** What one coach does to a text: a place and a length as shares of it, in percent, and letters of their own. */
const acts = fc.array(
  fc.record({
    who: fc.nat(2),
    at: fc.nat(100),
    remove: fc.nat(30),
    says: words,
    meets: fc.option(fc.nat(2), { nil: null }),
  }),
  { minLength: 1, maxLength: 25 },
)

const meet = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'others')
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'others')
}

test('three coaches who begin and type at once read the same once they have met, with every letter nobody took away', () => {
  fc.assert(
    fc.property(acts, acts => {
      const desks = [0, 1, 2].map(() => new Y.Doc())
      const shown = desks.map(() => '')
      const [typed, gone] = [new Set<string>(), new Set<string>()]
      for (const [i, doc] of desks.entries())
        watchRaceText(doc, 'r', 'pacing', own, splices => {
          shown[i] = splices.reduce(spliced, shown[i]!)
        })
      for (const { who, at, remove, says, meets } of acts) {
        const doc = desks[who]!
        expect(beginRaceDraft(doc, emptyRacePlan('r'), own).ok).toBe(true)
        const place = between(shown[who]!, Math.floor((shown[who]!.length * at) / 100))
        // Why a letter that nobody else types: so that each can be found again.
        const letter = String.fromCharCode(0x4e00 + typed.size)
        const until = between(shown[who]!, place + Math.floor(((shown[who]!.length - place) * remove) / 100))
        const edit = { at: place, remove: until - place, insert: letter + says }
        typed.add(letter)
        for (const one of shown[who]!.slice(place, until)) gone.add(one)
        expect(typeRaceText(doc, 'r', 'pacing', edit, own).ok).toBe(true)
        shown[who] = spliced(shown[who]!, edit)
        expect(raceTextOf(doc, 'r', 'pacing')).toBe(shown[who])
        if (meets !== null && meets !== who) meet(doc, desks[meets]!)
      }
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [0, 2],
        [0, 1],
      ] as const)
        meet(desks[a]!, desks[b]!)
      expect([...new Set(shown)]).toHaveLength(1)
      expect(desks.map(doc => raceDraftOf('r', [doc], []).plan.pacing)).toEqual(shown)
      const left = [...typed].filter(letter => !gone.has(letter)).sort()
      expect([...shown[0]!].filter(letter => typed.has(letter)).sort()).toEqual(left)
    }),
    { numRuns: 120 },
  )
}, 30_000)

test('what two type at once without taking anything away stands whole, each in one piece', () => {
  fc.assert(
    fc.property(words, words, fc.nat(100), fc.nat(100), (hers, his, at, place) => {
      const [a, b] = [new Y.Doc(), new Y.Doc()]
      typeRaceText(a, 'r', 'cues', { at: 0, remove: 0, insert: 'One two three four.' }, own)
      meet(a, b)
      typeRaceText(a, 'r', 'cues', { at: at % 19, remove: 0, insert: `«${hers}»` }, own)
      typeRaceText(b, 'r', 'cues', { at: place % 19, remove: 0, insert: `[${his}]` }, own)
      meet(a, b)
      const text = raceTextOf(a, 'r', 'cues')
      expect([raceTextOf(b, 'r', 'cues'), text.includes(`«${hers}»`), text.includes(`[${his}]`)]).toEqual([
        text,
        true,
        true,
      ])
    }),
    { numRuns: 150 },
  )
})

const edits = (length: number): fc.Arbitrary<Splice> =>
  fc
    .tuple(fc.nat(length), fc.nat(4), words)
    .map(([at, remove, insert]) => ({ at, remove: Math.min(remove, length - at), insert }))

test('a change made before others’ arrived is made after them, inside the text, and takes nothing they wrote', () => {
  const text = '0123456789'
  fc.assert(
    fc.property(edits(10), edits(10), (mine, theirs) => {
      const now = spliced(text, theirs)
      const edit = spliceAfter(mine, [theirs])
      expect(edit.at >= 0 && edit.at + edit.remove <= now.length).toBe(true)
      const after = spliced(now, edit)
      expect([after.includes(mine.insert), after.includes(theirs.insert)]).toEqual([true, true])
      const caret = caretAfter(mine.at, [theirs])
      expect(caret >= 0 && caret <= now.length).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
