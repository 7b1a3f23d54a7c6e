/** Every narrator, by one contract: what is fair is shown as its own, anything else leaves the rules' words. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainly } from '../../core/narrate/narrate.ts'
import { tellFacts } from '../../core/narrate/week.ts'
import { builtIn, type LanguageModel } from '../../pwa/state/narrators/built-in.ts'
import { byRule } from '../../pwa/state/narrators/by-rule.ts'
import { endpoint, readAddress } from '../../pwa/state/narrators/endpoint.ts'
import { wordReport } from '../../pwa/state/narrators/index.ts'
import type { Narrator } from '../../pwa/state/narrators/narrator.ts'
import { byRuleAlone, keepWording, readWording } from '../../pwa/state/narrators/wording.ts'

const fact = { tone: 'plain', evidence: [] } as const
const tolds = tellFacts([
  { ...fact, id: 'mileage', title: 'Mileage', says: '28.5 km in 3 runs; 8 km the week before' },
  { ...fact, id: 'sleep', title: 'Sleep', says: 'none poor of 7 nights' },
])
const own = plainly(tolds)
const fair = 'mileage = Mileage was {mileage-a} in {mileage-b}, up from {mileage-c}.'
const lie = 'mileage = Mileage was 40 km in {mileage-b}; {mileage-c}.\nsleep = Sleep was bad, so rest.'

/** What a model does when it is asked; `hangs` never answers. */
type Does = { readonly says: unknown } | 'hangs' | 'breaks'

const fakeModel = (does: Does, state = 'available'): LanguageModel => ({
  availability: async () => state,
  create: async () => ({
    prompt: async () => {
      if (does === 'hangs') return new Promise(() => {})
      if (does === 'breaks') throw new Error('broken')
      return does.says
    },
    destroy: () => {},
  }),
})

let server: Server
let address = ''
let answers: Does | { readonly status: number; readonly body: string } = 'hangs'
const asked: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = []

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    asked.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    if (answers === 'hangs') return
    if (answers === 'breaks') return void response.destroy()
    if ('status' in answers)
      return void response.writeHead(answers.status, { location: '/elsewhere' }).end(answers.body)
    response.end(JSON.stringify({ choices: [{ message: { content: answers.says } }] }))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const overHttp = (does: typeof answers): Narrator => {
  answers = does
  return endpoint({ address: `${address}/`, model: 'small', key: 'k' })
}

const narrators: readonly { readonly name: string; readonly make: (does: Does) => Narrator }[] = [
  { name: 'the browser’s model', make: does => builtIn(fakeModel(does)) },
  { name: 'an address over HTTP', make: overHttp },
]

describe.each(narrators)('$name', ({ make }) => {
  test('a fair sentence is shown as the model’s, what it left out as the rule’s', async () => {
    const { lines, says } = await wordReport(make({ says: fair }), tolds)
    expect(lines).toEqual([
      {
        id: 'mileage',
        says: 'Mileage was 28.5 km in 3 runs, up from 8 km the week before.',
        by: 'model',
        problem: null,
      },
      own[1],
    ])
    expect(says).toBeNull()
  })
  test.each([
    { name: 'lies', does: { says: lie }, told: 'Nothing the model wrote passed the check.' },
    { name: 'rambles', does: { says: '{"x": [1, 2' }, told: 'The model reworded nothing.' },
    { name: 'answers no text', does: { says: 7 }, told: 'What came back was no answer of a model.' },
  ] as const)('one that $name leaves the rules’ words, and it is said', async ({ does, told }) => {
    const { lines, says } = await wordReport(make(does), tolds)
    expect(lines.map(line => line.says)).toEqual(own.map(line => line.says))
    expect(says).toBe(told)
  })
  test.each(['hangs', 'breaks'] as const)('one that %s leaves the rules’ words, and it is said', async does => {
    const { lines, says } = await wordReport(make(does), tolds, 150)
    expect(lines).toEqual(own)
    expect(says).not.toBeNull()
  })
})

test('the rules ask nobody and have nothing to excuse', async () => {
  const before = asked.length
  expect(await wordReport(byRule, tolds)).toEqual({ lines: own, model: 'rule', says: null })
  expect(asked.length).toBe(before)
})

test.each([
  { does: { status: 500, body: 'no' }, told: /refused \(500\)/ },
  { does: { status: 401, body: '{}' }, told: /refused \(401\)/ },
  { does: { status: 302, body: '' }, told: /did not answer/ },
  { does: { status: 200, body: '<html>' }, told: /no answer of a model/ },
  { does: { status: 200, body: '['.repeat(300_000) }, told: /no answer of a model/ },
])('an address that answers $does.status is excused in words', async ({ does, told }) => {
  const { lines, says } = await wordReport(overHttp(does), tolds)
  expect(lines).toEqual(own)
  expect(says).toMatch(told)
})

test('what is sent holds no figure of the facts; the key goes in the header alone', async () => {
  await wordReport(overHttp({ says: fair }), tolds)
  const { headers, body } = asked.at(-1)!
  expect(headers.authorization).toBe('Bearer k')
  expect(body).not.toMatch(/28\.5|8 km|3 runs|7 nights|Bearer/)
})

test('a model that is absent, or would have to be loaded first, is not waited for', async () => {
  expect((await wordReport(builtIn(null), tolds)).says).toMatch(/no model of its own/)
  expect((await wordReport(builtIn(fakeModel({ says: fair }, 'downloadable')), tolds)).says).toMatch(
    /not on this device/,
  )
})

test('an address is sealed on its way or stays on the machine', () => {
  expect(
    [
      'http://localhost:11434/v1/',
      'https://m.example/v1/chat/completions',
      'http://m.example/v1',
      'ftp://x',
      'x',
      'https://u:p@m.example',
    ].map(readAddress),
  ).toEqual(['http://localhost:11434/v1', 'https://m.example/v1', null, null, null, null])
})

test('the choice is kept on the device; a damaged one is the rules’', () => {
  const kept = new Map<string, string>()
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const wording = { by: 'endpoint', address, model: 'small', key: 'k' } as const
  expect(readWording(shelf)).toEqual(byRuleAlone)
  keepWording(shelf, wording)
  expect(readWording(shelf)).toEqual(wording)
  for (const damaged of ['{', 'null', '{"by":"cloud"}']) {
    kept.set('tandem/wording', damaged)
    expect(readWording(shelf)).toEqual(byRuleAlone)
  }
})
