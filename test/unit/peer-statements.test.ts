import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toBase64url } from '../../core/lib/bytes.ts'
import { statementId } from '../../core/model/log.ts'
import type { SignedStatement, Statement } from '../../core/model/statement.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { signBytes } from '../../core/peer/keys.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import { statementBytes } from '../../core/peer/log.ts'
import { putStatement, readStatements } from '../../core/plan/index.ts'
import { aRun, household, network, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const blank = { rule: null, edit: null, contentHash: null, baseHash: null, playbookHash: null, words: null } as const
const say = async (space: Space, item: string) => valueIn(await space.sign({ ...blank, type: 'approved', item }))
const couple = async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann')
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  return { hers, his }
}
const signedIn = (space: Space): SignedStatement => readStatements(space.docs.statements).signed[0]!

/** What a device makes of a statement somebody puts into its document by hand. */
const verdictOn = async (space: Space, forged: SignedStatement) => {
  const id = statementId(forged.statement)
  valueIn(putStatement(space.docs.statements, forged, localOrigin))
  await until('it was looked at', () => space.log.some(entry => entry.id === id))
  return space.log.find(entry => entry.id === id)?.verified
}

test('one letter of a signature changed by hand is not verified', async () => {
  const { hers } = await couple()
  await say(hers, 'a')
  const { statement, signature, alg } = signedIn(hers)
  const other = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
  hers.docs.statements.getMap('statements').clear()
  await until('it is gone', () => hers.log.length === 0)
  expect(await verdictOn(hers, { statement, alg, signature: other })).toEqual({
    ok: false,
    why: { type: 'SignatureDoesNotMatch' },
  })
})

test('an approval changed by hand is no longer in the log as one', async () => {
  const { hers } = await couple()
  const id = await say(hers, 'a')
  const map = hers.docs.statements.getMap<string>('statements')
  map.set(id, map.get(id)!.replace('"item":"a"', '"item":"b"'))
  await until('it was looked at', () => hers.log.length === 0)
  expect(readStatements(hers.docs.statements)).toEqual({ signed: [], unreadable: [`statements/${id}`] })
})

test.each([
  ['item', { item: 'b', seq: 2 }],
  ['athlete', { athlete: 'another', seq: 2 }],
  ['club', { club: 'another', seq: 2 }],
  ['author', { by: 'another', seq: 2 }],
  ['device', { device: 'another' }],
])('an approval copied to another %s is not verified', async (_, change) => {
  const { hers } = await couple()
  const prev = (await say(hers, 'a')) as unknown as SignedStatement['statement']['prev']
  const { statement, signature, alg } = signedIn(hers)
  const copy = { ...statement, ...change, prev: 'seq' in change ? prev : null } as SignedStatement['statement']
  expect(await verdictOn(hers, { statement: copy, alg, signature })).toMatchObject({ ok: false })
  expect(hers.log.filter(({ verified }) => verified.ok)).toHaveLength(1)
})

test('a statement that came in no envelope counts for nothing, whoever it names', async () => {
  const { hers, his } = await couple()
  await say(hers, 'a')
  await until('he has it', () => his.log.length === 1)
  const { statement, signature, alg } = signedIn(his)
  const forged = { statement: { ...statement, item: 'b', seq: 2 }, alg, signature: `B${signature.slice(1)}` }
  expect(await verdictOn(his, forged)).toMatchObject({ ok: false })
  await until('it is held at the coach', () => hers.status.held === 1)
  expect(hers.log.map(({ signed }) => signed.statement.item)).toEqual(['a'])
})

test('an athlete cannot take a coach’s decision away', async () => {
  const { hers, his } = await couple()
  const id = await say(hers, 'a')
  await until('he has it', () => his.log.length === 1)
  his.docs.statements.getMap('statements').delete(id)
  await until('it is held at the coach', () => hers.status.held === 1)
  expect(hers.log.map(({ verified }) => verified)).toEqual([{ ok: true }])
})

test('what a device holds is the same for every document it may not write', async () => {
  const { hers, his } = await couple()
  his.docs.plan.transact(() =>
    his.docs.plan.getMap('sessions').set('mine', new Y.Map(Object.entries(aRun('mine', '2026-05-05')))),
  )
  await until('it is set aside', () => his.status.held === 1)
  expect([hers.status.held, hers.docs.plan.getMap('sessions').size]).toEqual([0, 0])
})

/** What another device makes of the next word of this one, signed with its own keys as somebody who means harm would. */
const forgedAfter = async (mine: Space, other: Space, change: Partial<Statement>) => {
  const { me } = (mine as unknown as { readonly ledger: Ledger }).ledger
  const last = readStatements(mine.docs.statements)
    .signed.map(one => one.statement)
    .filter(({ device }) => device === me.id)
    .toSorted((a, b) => b.seq - a.seq)[0]!
  const { after: _, ...said } = last
  const statement: Statement = {
    ...said,
    item: 'forged',
    seq: last.seq + 1,
    prev: statementId(last) as never,
    ...change,
  }
  const signature = toBase64url(await signBytes(me, statementBytes(statement)))
  valueIn(putStatement(mine.docs.statements, { statement, alg: 'ES256', signature }, localOrigin))
  const at = () => other.log.find(({ id }) => id === statementId(statement))
  await until('the other has it', () => at() !== undefined)
  return at()!.verified
}

test('a word dated before one its device said, or said it had seen, counts for nothing and is shown as such', async () => {
  const net = network()
  const coach = await open(net, 'Coach Ann', { now: () => noon + 20 * 3_600_000 })
  const hers = valueIn(await coach.createSpace('coach'))
  const his = await pair(hers, await open(net, 'Ben'), 'Ben', 'athlete')
  await say(hers, 'a')
  await until('he has it', () => his.log.length === 1)
  valueIn(await his.sign({ ...blank, type: 'seen', item: 'a' }))
  await until('she has it', () => hers.log.length === 2)
  const [approved, seen] = ['approved', 'seen'].map(
    type => hers.log.find(({ signed }) => signed.statement.type === type)?.signed.statement,
  )
  expect([seen!.at, seen!.after]).toEqual([approved!.at, [[coach.id, 1]]])
  expect(hers.log.map(({ verified }) => verified.ok)).toEqual([true, true])
  const dated = { ok: false, why: { type: 'DatedBack' } }
  expect(await forgedAfter(his, hers, { at: Math.floor(noon / 60_000) })).toEqual(dated)
  expect(await forgedAfter(hers, his, { at: approved!.at - 1 })).toEqual(dated)
  expect(await forgedAfter(his, hers, { at: approved!.at })).toEqual({ ok: true })
})
