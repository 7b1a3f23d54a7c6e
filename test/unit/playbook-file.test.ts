/** A playbook as a file: read back as it was written, and refused by name where somebody changed it. */
import { afterEach, expect, test } from 'vitest'
import type { Json } from '../../core/lib/canonical.ts'
import { publishPlaybook } from '../../core/peer/actions.ts'
import { openPlaybookFile, playbookFileOf } from '../../core/peer/playbook-file.ts'
import { defaultPlaybook, readPlaybookFile, sayFileFault, writePlaybookFile } from '../../core/playbook/index.ts'
import { roundNumber, whyNot } from '../../pwa/views/playbook/threshold.tsx'
import { household, network, seeded, valueIn } from '../kit/peers.ts'

const { open, closeAll } = household()
afterEach(closeAll)

const unsigned = writePlaybookFile(defaultPlaybook as Json, defaultPlaybook, null)
const refusal = (text: string): string => {
  const read = readPlaybookFile(text)
  return read.ok ? 'read' : sayFileFault(read.error)
}

test('written and read back it is the same, with a sentence and bounds beside each number', () => {
  expect(readPlaybookFile(unsigned)).toMatchObject({ ok: true, value: { playbook: defaultPlaybook, signature: null } })
  expect(JSON.parse(unsigned).numbers.sleepShortNights).toEqual({
    value: 3,
    from: 2,
    to: 5,
    says: '3 poor nights in the last 4 known are short sleep.',
  })
})

test.each([
  [
    'out of bounds',
    '"value": 3,\n      "from": 2,\n      "to": 5',
    '"value": 9,\n      "from": 2,\n      "to": 9',
    '“sleepShortNights” is 9, outside its bounds of 2 to 5',
  ],
  ['an unknown number', '"sleepShortNights"', '"sleepShortest"', 'no number called “sleepShortest”'],
  ['an unknown rule', '"rule": "pain"', '"rule": "no-pain"', 'no rule called “no-pain”'],
  [
    'a rule made freer',
    '"rule": "pain",\n      "level": "ask"',
    '"rule": "pain",\n      "level": "auto"',
    '“pain” has the level “ask”',
  ],
  ['an unknown field', '"athleteMayMove"', '"coachMayMove"', 'MayMove'],
  ['another format', 'tandem-playbook/1', 'tandem-playbook/9', 'tandem-playbook/1'],
  ['no JSON', '{', '(', 'no JSON'],
])('a file with %s is refused by name', (_, was, is, says) => {
  expect(unsigned).toContain(was)
  const told = refusal(unsigned.replace(was, is))
  expect(told).toContain(says)
  expect(told).toContain('the playbook in force stands')
})

test('a number is changed only inside its bounds, and the refusal says what they are', () => {
  expect([whyNot('sleepShortNights', '2'), whyNot('sleepShortNights', '5')]).toEqual([null, null])
  expect(whyNot('sleepShortNights', '6')).toBe(
    '6 was not taken: this may be set from 2 to 5. The bounds are guardrails.',
  )
  expect(whyNot('sleepShortNights', '2.5')).toContain('A whole number from 2 to 5')
  expect(whyNot('sleepShortNights', '')).toContain('A whole number')
  expect(roundNumber('A night is poor at quality 2 of 5 or below.', 2)).toEqual([
    'A night is poor at quality ',
    ' of 5 or below.',
  ])
  expect(roundNumber('A night is poor under 6 hours of sleep.', 360)).toEqual([
    'A night is poor under 6 hours of sleep.',
    '',
  ])
})

test('a signed file names who signed it, and one word changed in it by hand is a wrong signature', async () => {
  const coach = await open(network(seeded(1)), 'Cora')
  const space = valueIn(await coach.createSpace('coach'))
  const next = { ...defaultPlaybook, version: 2, thresholds: { ...defaultPlaybook.thresholds, sleepShortNights: 2 } }
  valueIn(await publishPlaybook(space, next, 'Two nights are enough.'))
  const file = playbookFileOf(space)
  expect(await openPlaybookFile(file)).toMatchObject({ ok: true, value: { playbook: next, signature: { by: 'Cora' } } })

  const edited = file.replace('"version": 2', '"version": 3')
  const forged = file.replace(/"signature": "(.)/, (_, letter) => `"signature": "${letter === 'A' ? 'B' : 'A'}`)
  for (const changed of [edited, forged]) {
    expect(changed).not.toBe(file)
    const read = await openPlaybookFile(changed)
    expect(read).toMatchObject({ ok: false, error: { type: 'ChangedAfterSigning', by: 'Cora' } })
  }
})

test('the keys of another device do not stand in for the signer’s', async () => {
  const net = network(seeded(2))
  const [cora, eve] = [await open(net, 'Cora'), await open(net, 'Eve')]
  const [hers, other] = [valueIn(await cora.createSpace('coach')), valueIn(await eve.createSpace('coach'))]
  for (const space of [hers, other]) valueIn(await publishPlaybook(space, { ...defaultPlaybook, version: 2 }))
  const [file, evil] = [JSON.parse(playbookFileOf(hers)), JSON.parse(playbookFileOf(other))]
  const swapped = { ...file, signature: { ...file.signature, keys: evil.signature.keys } }
  expect(await openPlaybookFile(JSON.stringify(swapped))).toMatchObject({ error: { type: 'ChangedAfterSigning' } })
})
