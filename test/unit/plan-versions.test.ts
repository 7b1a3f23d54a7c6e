/** Every document of the version before is opened as it is, and becomes one of today with its first write, not before. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyProfile } from '../../core/model/athlete.ts'
import { emptyCheckIn } from '../../core/model/check-in.ts'
import type { PersonId } from '../../core/model/ids.ts'
import type { Playbook } from '../../core/model/playbook.ts'
import {
  confirmDay,
  currentSchema,
  isReadOnly,
  putComment,
  putNotice,
  putPlaybook,
  putPrivateNote,
  putStatement,
  readAthlete,
  readClub,
  readDesks,
  readPlan,
  readPlaybook,
  readPrivateNotes,
  readStatements,
  schemaOf,
} from '../../core/plan/index.ts'
import { defaultPlaybook } from '../../core/playbook/index.ts'
import { activityOf, day, entryOf, sessionOf, statementOf } from '../kit/plan.ts'

const here = { local: true }
const someone = 'p' as PersonId
const session = sessionOf('a', '2026-03-05')
const comment = { id: 'c', day: session.day, session: null, by: someone, words: 'Well run', at: 1 }
const note = { id: 'n', kind: 'conversation', day: null, by: someone, words: 'We talked', at: 1 } as const
const notice = { id: 'b', by: someone, words: 'Track is closed', at: 1 }
const activity = activityOf('run', '2026-03-03')
const asMap = () => new Y.Map<unknown>(Object.entries(session))
const { overrides: _, ...first } = defaultPlaybook
/** As the playbook's first shape was stored. */
const oldPlaybook = { ...first, schema: 1 }
const statement = (item: string) => entryOf(statementOf({ type: 'seen', item, at: 1 })).signed

type Version = {
  readonly name: string
  readonly write: (doc: Y.Doc) => void
  readonly read: (doc: Y.Doc) => unknown
  readonly says: unknown
  readonly edit: (doc: Y.Doc) => { readonly ok: boolean }
}
const versions: readonly Version[] = [
  {
    name: 'plan',
    write: doc => doc.getMap('sessions').set('a', asMap()),
    read: doc => readPlan(doc).sessions,
    says: [session],
    edit: doc => putComment(doc, comment, here),
  },
  {
    name: 'athlete',
    write: doc => {
      doc.getMap('activities').set('run', activity)
      doc.getMap('checkIns').set('2026-03-03/stress', 2)
      doc.getMap('profile').set('name', 'Ada')
    },
    read: doc => {
      const { activities, checkIns, profile } = readAthlete(doc)
      return [activities, checkIns, profile]
    },
    says: [[activity], [{ ...emptyCheckIn(day('2026-03-03')), stress: 2 }], emptyProfile('Ada')],
    edit: doc => confirmDay(doc, day('2026-03-03'), here),
  },
  {
    name: 'statements',
    write: doc => putStatement(doc, statement('x'), here),
    read: doc => readStatements(doc).signed.filter(({ statement }) => statement.item === 'x'),
    says: [statement('x')],
    edit: doc => putStatement(doc, statement('y'), here),
  },
  {
    name: 'playbook',
    write: doc => doc.getMap('playbook').set('current', oldPlaybook),
    read: doc => readPlaybook(doc),
    says: defaultPlaybook satisfies Playbook,
    edit: doc => putPlaybook(doc, defaultPlaybook, here),
  },
  {
    name: 'desk',
    write: doc => doc.getMap('sessions').set('a', asMap()),
    read: doc => readDesks([doc]).sessions,
    says: [session],
    edit: doc => putComment(doc, comment, here),
  },
  {
    name: 'private',
    write: doc => doc.getMap('notes').set('n', note),
    read: doc => readPrivateNotes([doc]).filter(({ id }) => id === 'n'),
    says: [note],
    edit: doc => putPrivateNote(doc, { ...note, id: 'm' }, here),
  },
  {
    name: 'club',
    write: doc => doc.getMap('board').set('b', notice),
    read: doc => readClub(doc).board.filter(({ id }) => id === 'b'),
    says: [notice],
    edit: doc => putNotice(doc, { ...notice, id: 'd' }, here),
  },
]

test.each(versions)('$name: the version before this one', ({ write, read, says, edit }) => {
  const doc = new Y.Doc()
  write(doc)
  doc.getMap('meta').delete('schema')
  const before = Y.encodeStateAsUpdate(doc)
  expect([schemaOf(doc), isReadOnly(doc), read(doc)]).toEqual([null, false, says])
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  expect(edit(doc).ok).toBe(true)
  expect([schemaOf(doc), read(doc)]).toEqual([currentSchema, says])
})

test.each(versions)('$name: the version after this one is read, and not written', ({ write, read, says, edit }) => {
  const doc = new Y.Doc()
  write(doc)
  doc.getMap('meta').set('schema', currentSchema + 1)
  const before = Y.encodeStateAsUpdate(doc)
  expect([isReadOnly(doc), read(doc), edit(doc)]).toMatchObject([
    true,
    says,
    { ok: false, error: { type: 'ReadOnly' } },
  ])
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})
