/** Two coaches decide apart and meet: one decision stands on both devices, and both screens say whose it is. */
import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import type { Edit } from '../../core/model/edit.ts'
import { applyEdit, baseHash } from '../../core/model/edit.ts'
import { contentHash } from '../../core/model/session.ts'
import { blank, playbookOf, situationOf } from '../../core/peer/actions.ts'
import { localOrigin, type Space } from '../../core/peer/api.ts'
import { compose, putSession } from '../../core/plan/index.ts'
import { sayBothApproved, sayStricterStands } from '../../pwa/parts/decided-words.ts'
import { aRun, household, network, noon, pair, until, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const session = aRun('tuesday', '2026-05-12')
const edit: Edit = {
  kind: 'ease-easy-day',
  session: session.id,
  before: { title: session.title },
  after: { title: 'Shorter' },
  adds: null,
}
const yes = {
  ...blank,
  type: 'approved',
  item: 'p',
  edit,
  baseHash: baseHash(edit, session),
  contentHash: contentHash(applyEdit(edit, session)),
} as const

const apart = async () => {
  const net = network()
  const hers = valueIn(await (await open(net, 'Ann')).createSpace('coach'))
  const cases = await pair(hers, await open(net, 'Cas'), 'Cas', 'coach')
  putSession(hers.docs.plan, session, localOrigin)
  await until('Cas has it', () => seen(cases).sessions.length === 1)
  net.setApart('Cas', true)
  return { hers, cases, meet: () => net.setApart('Cas', false) }
}
const seen = (space: Space) => {
  const { plan, content, log } = situationOf(space, {
    day: '2026-05-05' as never,
    minute: 0,
    at: Math.floor(noon / 60_000),
  })
  return compose(plan, content, log, playbookOf(space))
}

test('approved on two devices apart: one change, two signatures, named on both', async () => {
  const { hers, cases, meet } = await apart()
  for (const space of [hers, cases]) valueIn(await space.sign(yes))
  meet()
  await until('both have both', () => [hers, cases].every(({ log }) => log.length === 2))
  const says = [hers, cases].map(space => {
    const { sessions, refused } = seen(space)
    expect([sessions[0]!.session.title, sessions[0]!.changes.length, sessions[0]!.state]).toEqual([
      'Shorter',
      1,
      'approved',
    ])
    return sayBothApproved(space, sessions[0]!.changes[0]!, refused)
  })
  expect(says[0]).toBe(says[1])
  expect(says[0]).toMatch(/^One decision, 2 signatures: (Ann and Cas|Cas and Ann)\.$/)
})

test('approved on one and declined on the other at once: the decline stands, and both read who said what', async () => {
  const { hers, cases, meet } = await apart()
  valueIn(await hers.sign({ ...blank, type: 'declined', item: 'p' }))
  valueIn(await cases.sign(yes))
  meet()
  await until('both have both', () => [hers, cases].every(({ log }) => log.length === 2))
  for (const space of [hers, cases]) {
    const { sessions, refused } = seen(space)
    expect([sessions[0]!.session.title, sessions[0]!.changes]).toEqual([session.title, []])
    expect(refused.map(one => sayStricterStands(space, one))).toEqual([
      'Cas approved this and Ann declined it: the stricter stands, and the plan stays as it was. Whoever declined can still approve.',
    ])
  }
})
