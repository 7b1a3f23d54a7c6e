/** What another device could send as the text of a race plan: only letters, only in the texts a draft has, only on a desk. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DeviceId } from '../../core/model/ids.ts'
import { emptyRacePlan } from '../../core/model/race-plan.ts'
import type { DocName } from '../../core/peer/api.ts'
import { Shadow } from '../../core/peer/shadow.ts'
import { checkUpdate, writerId } from '../../core/peer/update.ts'
import { beginRaceDraft, raceDraftOf, typeRaceText } from '../../core/plan/index.ts'

const ann = 'ann' as DeviceId
const text = 'raceWords/pacing/r'

/** Sends what `write` did on Ann's device, on top of what she sent before; says why it was turned away. */
const sent = (write: (doc: Y.Doc) => unknown, name: DocName = 'desk', before: (doc: Y.Doc) => unknown = () => {}) => {
  const hers = new Y.Doc()
  hers.clientID = writerId(ann, 1)
  const live = new Y.Doc()
  before(hers)
  Y.applyUpdate(live, Y.encodeStateAsUpdate(hers))
  const shadow = new Shadow(live, name)
  const had = Y.encodeStateVector(live)
  const was = Y.encodeStateAsUpdate(live)
  write(hers)
  const update = Y.encodeStateAsUpdate(hers, had)
  const checked = checkUpdate(live, name, ann, update)
  const why =
    checked.type === 'fine'
      ? shadow.put(update, 'other', true, () => {})
      : checked.type === 'held'
        ? checked.why
        : 'wait'
  if (why !== undefined) expect(Y.encodeStateAsUpdate(live), 'nothing of it is let in').toEqual(was)
  return { why, live }
}
const held = (why: string | RegExp) => (typeof why === 'string' ? why : expect.stringMatching(why))
const cannot = (place: string) => `\`${place}\` cannot hold it`

test('what a coach types and takes away is let in, also in a text that was only ever written to from far away', () => {
  const begin = (doc: Y.Doc) =>
    beginRaceDraft(doc, { ...emptyRacePlan('r'), pacing: 'Hold back.', primaryTarget: 9000 }, null)
  const { why, live } = sent(
    doc => {
      typeRaceText(doc, 'r', 'pacing', { at: 0, remove: 4, insert: 'Keep' }, null)
      typeRaceText(doc, 'r', 'cues', { at: 0, remove: 0, insert: 'Light feet 🏃' }, null)
    },
    'desk',
    begin,
  )
  const { plan } = raceDraftOf('r', [live], [])
  expect([why, plan.pacing, plan.cues, plan.primaryTarget]).toEqual([undefined, 'Keep back.', 'Light feet 🏃', 9000])
})

test.each<readonly [string, (doc: Y.Doc) => unknown, string | RegExp]>([
  ['a text without end', doc => doc.getText(text).insert(0, 'x'.repeat(16_001)), cannot(text)],
  [
    'a text of a field that is none',
    doc => doc.getText('raceWords/secret/r').insert(0, 'x'),
    cannot('raceWords/secret/r'),
  ],
  [
    'a text of a field that holds a number',
    doc => doc.getText('raceWords/primaryTarget/r').insert(0, '1'),
    /cannot hold it/,
  ],
  ['a text of no race', doc => doc.getText('raceWords/pacing/').insert(0, 'x'), /cannot hold it/],
  [
    'a text of a race without end',
    doc => doc.getText(`raceWords/pacing/${'r'.repeat(65)}`).insert(0, 'x'),
    /cannot hold it/,
  ],
  ['a text of a forbidden name', doc => doc.getText('raceWords/__proto__/r').insert(0, 'x'), /cannot hold it/],
  ['a value among letters', doc => doc.getArray(text).push([1]), cannot(text)],
  ['a map among letters', doc => doc.getArray(text).push([new Y.Map()]), cannot(text)],
  ['an entry hung on a text', doc => doc.getMap(text).set('a', 1), cannot(text)],
  ['letters hung on a text under a name', doc => doc.getMap(text).set('a', 'x'), cannot(text)],
  [
    'a picture among letters',
    doc => doc.getText(text).insertEmbed(0, { image: 'x' }),
    'it holds a kind of entry that no document has',
  ],
  [
    'letters in bold',
    doc => doc.getText(text).insert(0, 'x', { bold: true }),
    'it holds a kind of entry that no document has',
  ],
  [
    'letters where entries stand',
    doc => doc.getText('raceDrafts').insert(0, 'x'),
    'it writes outside the named entries',
  ],
  [
    'a text within an entry',
    doc => doc.getMap('raceDrafts').set('pacing/r', new Y.Text('x')),
    'it holds a kind of entry that no document has',
  ],
  ['a text as a plain value', doc => doc.getMap('raceDrafts').set('pacing/r', 'x'), cannot('raceDrafts')],
  ['a time that is none', doc => doc.getMap('raceDrafts').set('primaryTarget/r', 'soon'), cannot('raceDrafts')],
  ['a field that no plan has', doc => doc.getMap('raceDrafts').set('verdict/r', 1), cannot('raceDrafts')],
  ['a beginning that is none', doc => doc.getMap('raceDrafts').set('begun/r', 'yes'), cannot('raceDrafts')],
  ['a plan as one entry', doc => doc.getMap('raceDrafts').set('begun/r', new Y.Map()), cannot('raceDrafts')],
])('%s is turned away', (_, write, why) => {
  expect(sent(write).why).toEqual(held(why))
})

test('letters on top of a full text are turned away with it, letters taken out of it are let in', () => {
  const full = (doc: Y.Doc) => doc.getText(text).insert(0, 'x'.repeat(16_000))
  expect(sent(doc => doc.getText(text).insert(9, 'y'), 'desk', full).why).toBe(cannot(text))
  expect(sent(doc => doc.getText(text).delete(9, 100), 'desk', full).why).toBe(undefined)
})

test('no other document holds such a text: not the plan that everybody reads, and nothing of the athlete’s', () => {
  const write = (doc: Y.Doc) => doc.getText(text).insert(0, 'x')
  for (const name of ['plan', 'athlete', 'playbook', 'private', 'club'] as const)
    expect(sent(write, name).why, name).toBe(cannot(text))
  expect(sent(write, 'statements').why).toMatch(/statement/)
})
