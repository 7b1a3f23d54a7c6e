import { once } from 'node:events'
import * as encoding from 'lib0/encoding'
import { ObservableV2 } from 'lib0/observable'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Rendezvous as Heard, hearOnlyMembers } from '../../core/peer/links/heard.ts'
import { type Rendezvous, startRendezvous } from '../../core/relay/rendezvous.ts'

let rendezvous: Rendezvous | undefined
afterEach(async () => {
  await rendezvous?.close()
})
const visit = async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${rendezvous!.port}/`)
  socket.on('error', () => {})
  await once(socket, 'open')
  return socket
}

test('rendezvous 1: a visitor sends pings without end and reads none of the answers: they are let go, others are served', async () => {
  rendezvous = await startRendezvous({ port: 0, limits: { messageBurst: 50, messagesPerSecond: 1 } })
  const flood = await visit()
  const gone = once(flood, 'close')
  for (let i = 0; i < 200; i++) flood.ping('x'.repeat(125))
  expect((await gone)[0]).toBe(1008)
  const other = await visit()
  other.ping()
  await once(other, 'pong')
  other.terminate()
})

/** As the library closes what it says. */
const closedWith = async (key: CryptoKey, value: unknown): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = encoding.createEncoder()
  encoding.writeAny(plain, value as never)
  const closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(encoding.toUint8Array(plain)))
  const out = encoding.createEncoder()
  encoding.writeVarString(out, 'AES-GCM')
  encoding.writeVarUint8Array(out, iv)
  encoding.writeVarUint8Array(out, new Uint8Array(closed))
  return Buffer.from(encoding.toUint8Array(out)).toString('base64')
}
const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

test('rendezvous 2: it makes up messages, closes them with another key and sends old ones again: the link hears none', async () => {
  const key = await newKey()
  const conn = new ObservableV2<{ message: (message: unknown, from: unknown) => void }>()
  const heard: unknown[] = []
  conn.on('message', message => heard.push(message))
  const room = { key, webrtcConns: new Map([['gone', { peer: { destroyed: true } }]]) }
  for (let i = 0; i < 2; i++) hearOnlyMembers(conn as unknown as Heard, topic => (topic === 'room' ? room : undefined))
  const announce = { type: 'announce', from: 'ben' }
  const publish = async (value: unknown, by = key) => ({
    type: 'publish',
    topic: 'room',
    data: await closedWith(by, value),
  })
  const good = await publish(announce)
  const bad: readonly unknown[] = [
    null,
    7,
    'text',
    [],
    { type: 'pong' },
    { ...good, topic: 'another' },
    { ...good, topic: 7 },
    { ...good, data: '%%%' },
    { ...good, data: '' },
    { ...good, data: { length: 1 } },
    { ...good, data: `${good.data.slice(0, -8)}AAAAAAA=` },
    await publish(announce, await newKey()),
    await publish(null),
    await publish({ type: 'signal', from: 'ben' }),
    await publish({ type: 'signal', from: 'ben', signal: { type: 'answer' } }),
    await publish({ type: 'signal', from: 'gone', signal: { type: 'offer' } }),
  ]
  for (const message of [...bad, good]) conn.emit('message', [message, conn])
  while (heard.length === 0) await new Promise(resolve => setTimeout(resolve, 5))
  expect(heard).toEqual([good])
})
