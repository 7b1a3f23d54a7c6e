/** The rendezvous stays up for everybody, whatever one visitor sends. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { allowance } from '../../core/relay/limits.ts'
import { isTopic, readMessage } from '../../core/relay/message.ts'
import { type Rendezvous, startRendezvous } from '../../core/relay/rendezvous.ts'

const topic = 'aq7Zt0Yb-2mXv_9KfLw3RsPd8HjUcN5gTiEo1VxB4MlA'
const another = 'bQ1w2E3r4T5y6U7i8O9p0AsDfGhJkLzXcVbNm-_qazWsx'
const limits = { topicsPerSocket: 3, socketsPerTopic: 3, socketsPerAddress: 6, messageBurst: 50, messagesPerSecond: 10 }

let rendezvous: Rendezvous
const open: WebSocket[] = []
const visit = async (query = '', port = rendezvous.port) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${query}`)
  open.push(socket)
  socket.on('error', () => {})
  await once(socket, 'open')
  return socket
}
const say = (socket: WebSocket, message: unknown) => socket.send(JSON.stringify(message))
const heard = async (socket: WebSocket) => JSON.parse(String((await once(socket, 'message'))[0])) as unknown
const closed = async (socket: WebSocket) => (await once(socket, 'close'))[0] as number

/** Two fresh visitors meet in the room and one hears the other. */
const othersAreServed = async () => {
  const [one, other] = [await visit(), await visit()]
  say(one, { type: 'subscribe', topics: [topic] })
  say(one, { type: 'ping' })
  await heard(one)
  say(other, { type: 'subscribe', topics: [topic] })
  const hears = heard(one)
  say(other, { type: 'publish', topic, data: 'aGVsbG8=' })
  expect(await hears).toEqual({ type: 'publish', topic, data: 'aGVsbG8=', clients: 2 })
  for (const socket of [one, other]) socket.terminate()
}

beforeEach(async () => {
  rendezvous = await startRendezvous({ port: 0, limits })
})
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate()
  await rendezvous.close()
})

test('two devices in one room hear each other, and nobody hears themselves', async () => {
  await othersAreServed()
})

test('a device that left a room hears nothing more of it', async () => {
  const [one, other] = [await visit(), await visit()]
  say(one, { type: 'subscribe', topics: [topic] })
  say(one, { type: 'unsubscribe', topics: [topic] })
  say(one, { type: 'ping' })
  expect(await heard(one)).toEqual({ type: 'pong' })
  say(other, { type: 'subscribe', topics: [topic] })
  say(other, { type: 'publish', topic, data: 'x' })
  say(other, { type: 'ping' })
  await heard(other)
  say(one, { type: 'ping' })
  expect(await heard(one)).toEqual({ type: 'pong' })
})

test('one who has not entered a room cannot speak into it', async () => {
  const [one, stranger] = [await visit(), await visit()]
  say(one, { type: 'subscribe', topics: [topic] })
  say(stranger, { type: 'publish', topic, data: 'x' })
  say(stranger, { type: 'ping' })
  await heard(stranger)
  say(one, { type: 'ping' })
  expect(await heard(one)).toEqual({ type: 'pong' })
})

const refused: readonly (readonly [string, string | Buffer, number])[] = [
  ['bytes that are not text', Buffer.from([0, 255, 1]), 1003],
  ['no JSON', '{"type":', 1008],
  ['null', 'null', 1008],
  ['a number', '7', 1008],
  ['a list', '[1,2]', 1008],
  ['lists inside lists', '['.repeat(30_000), 1008],
  ['no type', '{}', 1008],
  ['a type that does not exist', '{"type":"shutdown"}', 1008],
  ['a type that is a list', '{"type":["publish"]}', 1008],
  ['topics that are a text', `{"type":"subscribe","topics":"${topic}"}`, 1008],
  ['topics that are numbers', '{"type":"subscribe","topics":[1,2,3]}', 1008],
  ['a topic that is a word', '{"type":"subscribe","topics":["tandem"]}', 1008],
  ['a long topic that is not random', `{"type":"subscribe","topics":["${'ab'.repeat(30)}"]}`, 1008],
  ['a topic named like a prototype', '{"type":"publish","topic":"__proto__","data":"x"}', 1008],
  ['something published that is not text', `{"type":"publish","topic":"${topic}","data":{"to":1}}`, 1008],
  ['a frame of 65 KB', `"${'x'.repeat(65 * 1024)}"`, 1009],
]
test.each(refused)('%s ends that connection only', async (_, frame, code) => {
  const rude = await visit()
  const end = closed(rude)
  rude.send(frame)
  expect(await end).toBe(code)
  await othersAreServed()
})

test('a flood ends that connection only', async () => {
  const rude = await visit()
  const end = closed(rude)
  for (let i = 0; i < 5_000; i++) say(rude, { type: 'ping' })
  expect(await end).toBe(1008)
  await othersAreServed()
})

test('too many bytes at once end that connection only', async () => {
  await rendezvous.close()
  rendezvous = await startRendezvous({ port: 0, limits: { ...limits, byteBurst: 100_000, bytesPerSecond: 1 } })
  const rude = await visit()
  say(rude, { type: 'subscribe', topics: [topic] })
  const end = closed(rude)
  for (let i = 0; i < 3; i++) say(rude, { type: 'publish', topic, data: 'x'.repeat(40_000) })
  expect(await end).toBe(1008)
  await othersAreServed()
})

test('a socket may wait in so many rooms and no more', async () => {
  const greedy = await visit()
  const end = closed(greedy)
  say(greedy, { type: 'subscribe', topics: [1, 2, 3, 4].map(n => topic + n) })
  expect(await end).toBe(1008)
  await othersAreServed()
})

test('a full room lets nobody else in and goes on for those inside', async () => {
  const inside = [await visit(), await visit(), await visit()]
  for (const socket of inside) {
    say(socket, { type: 'subscribe', topics: [another] })
    say(socket, { type: 'ping' })
    await heard(socket)
  }
  const late = await visit()
  const end = closed(late)
  say(late, { type: 'subscribe', topics: [another] })
  expect(await end).toBe(1008)
  const hears = heard(inside[0]!)
  say(inside[1]!, { type: 'publish', topic: another, data: 'x' })
  expect(await hears).toEqual({ type: 'publish', topic: another, data: 'x', clients: 3 })
})

test('an address may hold so many connections and no more', async () => {
  for (let i = 0; i < 6; i++) await visit()
  const seventh = new WebSocket(`ws://127.0.0.1:${rendezvous.port}`)
  const [error] = (await once(seventh, 'error')) as [Error]
  expect(error.message).toMatch(/hang up|ECONNRESET/)
  open.shift()!.terminate()
  open.shift()!.terminate()
  await expect.poll(() => visit().then(() => true)).toBe(true)
})

test('half a greeting and rubbish on the bare socket change nothing', async () => {
  for (const rubbish of ['GET / HTTP/1.1\r\nUpgrade: websocket\r\n', '\0\xff\x16\x03', 'GET / HTTP/1.1\r\n\r\n']) {
    const socket = connect(rendezvous.port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write(rubbish)
    socket.resetAndDestroy()
  }
  await othersAreServed()
})

test('with a token only those who have it are let in', async () => {
  const closedClub = await startRendezvous({ port: 0, token: 'only-for-members' })
  try {
    const stranger = new WebSocket(`ws://127.0.0.1:${closedClub.port}/?token=guess`)
    const [error] = (await once(stranger, 'error')) as [Error]
    expect(error.message).toBe('Unexpected server response: 401')
    const member = await visit('?token=only-for-members', closedClub.port)
    say(member, { type: 'ping' })
    expect(await heard(member)).toEqual({ type: 'pong' })
  } finally {
    await closedClub.close()
  }
})

test('one that no longer answers is let go', async () => {
  await rendezvous.close()
  rendezvous = await startRendezvous({ port: 0, limits: { pingEvery: 50 } })
  const asleep = new WebSocket(`ws://127.0.0.1:${rendezvous.port}`, { autoPong: false })
  open.push(asleep)
  expect(await closed(asleep)).toBe(1006)
  await othersAreServed()
})

test('a port that is taken is a rejection, not a crash', async () => {
  await expect(startRendezvous({ port: rendezvous.port })).rejects.toThrow('EADDRINUSE')
})

describe('messages', () => {
  test('are read to exactly what they say, and nothing else is carried along', () => {
    expect(readMessage(JSON.stringify({ type: 'publish', topic, data: 'x', clients: 9, more: {} }))).toEqual({
      ok: true,
      value: { type: 'publish', topic, data: 'x' },
    })
  })
  test('random texts are topics, in base64url and in hex', () => {
    expect([topic, another, '3f786850e387550fdab836ed7e6dc881de23001b5a7e1c2d9f0e4a6b8c7d5e3f'].map(isTopic)).toEqual([
      true,
      true,
      true,
    ])
  })
})

test('an allowance is spent at once and earned again with time, never beyond its burst', () => {
  const purse = allowance(3, 1, 0)
  expect([0, 0, 0, 0, 1_000, 1_000, 60_000, 60_000, 60_000, 60_000].map(now => purse.spend(1, now))).toEqual([
    true,
    true,
    true,
    false,
    true,
    false,
    true,
    true,
    true,
    false,
  ])
})
