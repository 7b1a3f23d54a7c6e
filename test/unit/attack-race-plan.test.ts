import 'fake-indexeddb/auto'
import { afterEach, expect, expectTypeOf, test } from 'vitest'
import type { Proposal } from '../../core/model/advice.ts'
import type { CoachKind, Editable } from '../../core/model/edit.ts'
import type { PersonId } from '../../core/model/ids.ts'
import { emptyRacePlan, type RacePlan, racePlanHash } from '../../core/model/race-plan.ts'
import { blank } from '../../core/peer/actions.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import type { Ledger } from '../../core/peer/ledger.ts'
import { notePrivately } from '../../core/peer/pages.ts'
import {
  draftRacePlan,
  openedRacePlan,
  publishRacePlan,
  raceFileOf,
  racePlansOf,
  writeAthleteDebrief,
  writeCoachDebrief,
  writeRaceText,
} from '../../core/peer/race.ts'
import type { Bytes } from '../../core/peer/secret.ts'
import { makeUndo, putRacePlanOnFile, readPrivateNotes, readRacePlansOnFile } from '../../core/plan/index.ts'
import { aNote, household, network, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const cora = async () => {
  const net = network()
  const device = await open(net, 'Cora')
  const hers = valueIn(await device.createSpace('coach'))
  const runa = await open(net, 'Runa')
  const his = await pair(hers, runa, 'Runa', 'athlete')
  return { net, hers, his, person: device.person.id, runa: runa.person.id }
}
const numbers = (space: Space) => racePlansOf(space, 'r').map(({ number }) => number)
const arrived = (space: Space, count: number) =>
  until(`${count} versions`, () => racePlansOf(space, 'r').length === count)

test('[S47, S128, S129, S130, S133] a race plan is drafted unseen, published as a signed version, and the athlete sees which one they carry', async () => {
  const { hers, his, person } = await cora()
  valueIn(
    await draftRacePlan(hers, 'r', { primaryHow: 'Even to the bridge.', backupWhen: 'At 10 km a minute behind.' }),
  )
  valueIn(await draftRacePlan(hers, 'r', { damageHow: 'Walk the aid stations.', emotional: 'Calm at the start.' }))
  expect([numbers(his), raceFileOf(his, 'r').draft]).toEqual([[], { plan: emptyRacePlan('r'), isDraft: false }])

  const undo = makeUndo(hers.docs.plan, localOrigin)
  valueIn(await publishRacePlan(hers, 'r', person, 7))
  await arrived(his, 1)
  const [first] = racePlansOf(his, 'r')
  expect(undo.canUndo()).toBe(false)
  expect([first!.number, first!.by, first!.at, first!.plan.damageHow]).toEqual([1, person, 7, 'Walk the aid stations.'])
  expect(raceFileOf(hers, 'r').draft.isDraft).toBe(false)

  valueIn(await openedRacePlan(his, 'r'))
  valueIn(await openedRacePlan(his, 'r'))
  await until('the coach knows', () => raceFileOf(hers, 'r').opened?.hash === first!.hash)
  expect(his.log.filter(({ signed }) => signed.statement.type === 'seen')).toHaveLength(1)

  valueIn(await draftRacePlan(hers, 'r', { primaryHow: 'Even to the bridge, then home.' }))
  expect(racePlansOf(his, 'r').at(-1)!.plan.primaryHow).toBe('Even to the bridge.')
  valueIn(await publishRacePlan(hers, 'r', person, 9))
  await arrived(his, 2)
  expect([numbers(his), raceFileOf(hers, 'r').opened?.hash === first!.hash]).toEqual([[1, 2], true])
  expect(racePlansOf(his, 'r').at(-1)!.plan).toEqual({ ...first!.plan, primaryHow: 'Even to the bridge, then home.' })
})

test('two coaches write at once, each in fields of their own and both in one text, and all of it stands', async () => {
  const { net, hers } = await cora()
  const cas = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  valueIn(await draftRacePlan(hers, 'r', { pacing: 'Hold back.' }))
  const pacing = (space: Space) => raceFileOf(space, 'r').draft.plan
  await until('Cas reads it', () => pacing(cas).pacing === 'Hold back.')
  await Promise.all([
    draftRacePlan(hers, 'r', { packHot: 'Let them go.' }),
    draftRacePlan(cas, 'r', { stomach: 'Sip water.' }),
  ])
  for (const space of [hers, cas])
    await until('both stand', () => pacing(space).packHot === 'Let them go.' && pacing(space).stomach === 'Sip water.')
  const [herText, hisText] = [
    valueIn(await writeRaceText(hers, 'r', 'pacing')),
    valueIn(await writeRaceText(cas, 'r', 'pacing')),
  ]
  valueIn(herText.type({ at: 0, remove: 4, insert: 'Keep' }))
  valueIn(hisText.type({ at: 10, remove: 0, insert: ' Count to ten.' }))
  for (const space of [hers, cas])
    await until('both stand in it', () => pacing(space).pacing === 'Keep back. Count to ten.')
  expect([herText.read(), hisText.read()]).toEqual(['Keep back. Count to ten.', 'Keep back. Count to ten.'])
})

test('[S144, S145] each side writes its own part of the debrief, and what is carried over waits on the next race', async () => {
  const { hers, his } = await cora()
  const carry = { id: 'c', words: 'Practise drinking at pace.', doneFor: null }
  valueIn(writeCoachDebrief(hers, 'r', { grew: 'Handled the wind.', carryOvers: [carry] }))
  valueIn(writeAthleteDebrief(his, 'r', { story: 'I smiled at 35.', ran: 'backup' }))
  await until('he has hers', () => raceFileOf(his, 'r').coachDebrief?.grew === 'Handled the wind.')
  await until('she has his', () => raceFileOf(hers, 'r').athleteDebrief?.ran === 'backup')
  expect(raceFileOf(hers, 'next').carryOvers).toEqual([{ from: 'r', carry }])
  expect([writeCoachDebrief(his, 'r', {}).ok, writeAthleteDebrief(hers, 'r', {}).ok]).toEqual([false, false])
  valueIn(writeCoachDebrief(hers, 'r', { carryOvers: [{ ...carry, doneFor: 'next' }] }))
  expect([raceFileOf(hers, 'next').carryOvers.length, raceFileOf(hers, 'third').carryOvers.length]).toEqual([1, 0])
})

test('[S78, S79, S97, S98] by its type no draft of the automation is of a coach’s kind, or holds a word of a race plan', () => {
  expectTypeOf<Extract<Proposal['edit']['kind'], CoachKind>>().toEqualTypeOf<never>()
  type Written = Exclude<keyof RacePlan, 'id'>
  expectTypeOf<Extract<keyof Editable, Written>>().toEqualTypeOf<never>()
})

/** What a device with an app of its own could send. */
type Insides = { readonly ledger: Ledger; entered(): void }
const insides = (space: Space) => space as unknown as Insides
const version = (by: PersonId, words: string) => ({
  number: 1,
  plan: { ...emptyRacePlan('r'), primaryHow: words },
  by,
  at: 7,
})

test('what is typed while a version is being signed stays a draft of the next', async () => {
  const { hers, his, person } = await cora()
  valueIn(await draftRacePlan(hers, 'r', { primaryHow: 'Even to the bridge.' }))
  const publishing = publishRacePlan(hers, 'r', person, 7)
  valueIn(await draftRacePlan(hers, 'r', { damageHow: 'Walk the aid stations.' }))
  valueIn(await publishing)
  await arrived(his, 1)
  const { plan, isDraft } = raceFileOf(hers, 'r').draft
  expect([racePlansOf(his, 'r')[0]!.plan.damageHow, plan.damageHow, isDraft]).toEqual([
    '',
    'Walk the aid stations.',
    true,
  ])
})

test('where there is a head coach, any coach still publishes a race plan, and everybody carries it', async () => {
  const { net, hers, his } = await cora()
  const device = await open(net, 'Cas')
  const cas = await pair(hers, device, 'Cas', 'coach')
  const head = await open(net, 'Hedda')
  const led = await pair(hers, head, 'Hedda', 'coach')
  valueIn(await hers.changeMember(head.person.id, { role: 'head-coach' }))
  const knows = (space: Space) => space.members.some(({ roles }) => roles.includes('head-coach'))
  await until('all know', () => [hers, his, cas, led].every(knows))
  valueIn(await draftRacePlan(cas, 'r', { primaryHow: 'Even to the bridge.' }))
  valueIn(await publishRacePlan(cas, 'r', device.person.id, 7))
  for (const space of [cas, hers, his, led]) await arrived(space, 1)
})

test('a rule that claims to publish is turned away by every peer, and published for nobody', async () => {
  const { net, hers, his, person } = await cora()
  const cas = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  const forged = version(person, 'Written by a rule.')
  valueIn(putRacePlanOnFile(hers.docs.plan, forged, localOrigin))
  await until('it is on file', () => readRacePlansOnFile(his.docs.plan).length === 1)
  await hers.sign({ ...blank, type: 'published', item: 'r', rule: 'ease-key', contentHash: racePlanHash(forged) })
  for (const space of [his, cas]) {
    await until('it is held apart', () => space.status.held > 0)
    const [held] = await space.heldApart()
    expect(held!.why).toContain('a rule writes what only a coach may write')
  }
  expect([hers, his, cas].map(numbers)).toEqual([[], [], []])
})

test('words on file that nobody signed, that the athlete signed, or that another signed, are no plan', async () => {
  const { net, hers, his, person, runa } = await cora()
  const cas = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  const [own, other] = [version(runa, 'Mine.'), version(person, 'In her name.')]
  for (const one of [own, other]) valueIn(putRacePlanOnFile(cas.docs.plan, one, localOrigin))
  await until('both are on file', () => readRacePlansOnFile(his.docs.plan).length === 2)
  valueIn(await his.sign({ ...blank, type: 'published', item: 'r', contentHash: racePlanHash(own) }))
  valueIn(await cas.sign({ ...blank, type: 'published', item: 'r', contentHash: racePlanHash(other) }))
  const published = (space: Space) => space.log.filter(({ signed }) => signed.statement.type === 'published').length
  for (const space of [hers, his, cas]) await until('both words are here', () => published(space) === 2)
  expect([hers, his, cas].map(numbers)).toEqual([[], [], []])
})

test('the athlete’s device, on which the same engine runs, cannot put a word into the plan document', async () => {
  const { hers, his, runa } = await cora()
  const { ledger } = insides(his)
  const before = readRacePlansOnFile(hers.docs.plan).length
  putRacePlanOnFile(his.docs.plan, version(runa, 'Put there by an engine.'), localOrigin)
  await until('it is set aside here', () => his.status.held > 0)
  const body = (await import('yjs')).encodeStateAsUpdate(his.docs.plan)
  await ledger.write(() => ledger.enter([{ kind: 'update', doc: 'plan', body: new Uint8Array(body) as Bytes }]))
  insides(his).entered()
  await until('it is turned away there', () => hers.status.held > 0)
  expect([before, readRacePlansOnFile(hers.docs.plan).length, numbers(hers)]).toEqual([0, 0, []])
})

test('[S134, S135, S136, S137] doubts, setbacks, cues, scripts and reminders are between one coach and the athlete, and no rule has a way in', async () => {
  const { net, hers, his, person } = await cora()
  const cas = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  for (const kind of ['doubts', 'setbacks', 'cues', 'rehearsal', 'reminder'] as const)
    valueIn(await notePrivately(hers, person, { ...aNote(kind), kind, day: null, words: `of ${kind}` }))
  const kindsOf = (space: Space) =>
    space.circles
      .filter(({ kind }) => kind === 'private')
      .flatMap(({ doc }) => readPrivateNotes([doc]).map(({ kind }) => kind))
  await until('he has them', () => kindsOf(his).length === 5)
  expect(kindsOf(cas)).toEqual([])
  expectTypeOf<Extract<Proposal['edit']['kind'], 'mental-prep'>>().toEqualTypeOf<never>()
})
