/** The port between the app and the extension believes nobody, names no room first, and closes at nonsense. */
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readWord } from '../../core/peer/links/page-port.ts'
import { portHub, portPart } from '../../core/peer/links/port.ts'
import {
  canBeApp,
  enteredOrigins,
  isAppAddress,
  isUnder,
  keepOrigins,
  matchOf,
  readAppOrigin,
} from '../../extension/app-addresses.ts'
import { fromPort, toPort } from '../../extension/port-message.ts'
import { fakeChannel } from '../kit/raw-channel.ts'

const roomOf = (letter: string) => letter.repeat(43)
const hubIn = (room: string) => {
  const hub = portHub(() => 0)
  const doc = new Y.Doc()
  doc.getArray('list').push(['sealed'])
  const awareness = new Awareness(doc)
  const told: number[] = []
  hub.connect({
    room,
    password: '',
    signaling: [],
    iceServers: [],
    doc,
    awareness,
    onStatus: ({ peers }) => told.push(peers),
  })
  awareness.destroy()
  return { hub, doc, told }
}

test('the answering side says nothing to who asks for no room it is in', () => {
  const ours = hubIn(roomOf('a'))
  const theirs = hubIn(roomOf('b'))
  const [near, far] = [fakeChannel(), fakeChannel()]
  ours.hub.attach(near, 'answers')
  theirs.hub.attach(far, 'asks')
  expect(near.sent).toEqual([])
  far.deliver(near)
  expect([near.sent, ours.told, near.closed]).toEqual([[], [], false])
})

test('nonsense closes the channel and leaves the document as it was', () => {
  for (const bytes of [[0, 255, 255, 255], [9], [0, 1, 97, 0, 5, 1], [1, 2, 3]]) {
    const { hub, doc } = hubIn(roomOf('a'))
    const channel = fakeChannel()
    hub.attach(channel, 'answers')
    const before = Y.encodeStateAsUpdate(doc)
    channel.receive(Uint8Array.from(bytes).buffer)
    expect([channel.closed, Y.encodeStateAsUpdate(doc)]).toEqual([true, before])
  }
})

test('who has not asked for a room first writes nothing into it', () => {
  const { hub, doc, told } = hubIn(roomOf('a'))
  const channel = fakeChannel()
  hub.attach(channel, 'answers')
  const theirs = new Y.Doc()
  theirs.getArray('list').push(['slipped in'])
  const message = encoding.createEncoder()
  encoding.writeVarString(message, roomOf('a'))
  encoding.writeVarUint(message, 1)
  encoding.writeVarUint8Array(message, Y.encodeStateAsUpdate(theirs))
  channel.receive(Uint8Array.of(0, ...encoding.toUint8Array(message)).buffer)
  expect([doc.getArray('list').toArray(), told]).toEqual([['sealed'], []])
})

test('a name no room can have is not remembered: the channel closes', () => {
  const { hub } = hubIn(roomOf('a'))
  const join = (name: string) => {
    const message = encoding.createEncoder()
    encoding.writeVarString(message, name)
    encoding.writeVarUint(message, 0)
    encoding.writeVarUint8Array(message, Uint8Array.of(0))
    const channel = fakeChannel()
    hub.attach(channel, 'answers')
    channel.receive(Uint8Array.of(0, ...encoding.toUint8Array(message)).buffer)
    return channel.closed
  }
  expect([join('b'.repeat(64)), join('b'.repeat(65)), join('b'.repeat(100_000))]).toEqual([false, true, true])
})

test('two windows’ hubs and the extension’s meet where the room is the same, whoever is first', () => {
  const [asks, answers] = [portHub(() => 0), hubIn(roomOf('a'))]
  const [near, far] = [fakeChannel(), fakeChannel()]
  answers.hub.attach(near, 'answers')
  asks.attach(far, 'asks')
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const link = asks.connect({
    room: roomOf('a'),
    password: '',
    signaling: [],
    iceServers: [],
    doc,
    awareness,
    onStatus: () => {},
  })
  for (let round = 0; round < 3; round++) {
    far.deliver(near)
    near.deliver(far)
  }
  expect([doc.getArray('list').toArray(), link.peers(), answers.told]).toEqual([['sealed'], 1, [1]])
  awareness.destroy()
})

test('only a word of this very window, from its own origin and of our shape, is heard', () => {
  const page = { location: { origin: 'http://localhost:4173' } } as Window
  const word = { tandem: 'script', type: 'open', call: 'one' }
  const event = (more: object) => ({ source: page, origin: 'http://localhost:4173', data: word, ...more }) as never
  expect(readWord(event({}), 'script', page)).toEqual(word)
  expect(readWord(event({ source: {} }), 'script', page)).toBe(undefined)
  expect(readWord(event({ source: null }), 'script', page)).toBe(undefined)
  expect(readWord(event({ origin: 'http://localhost:9999' }), 'script', page)).toBe(undefined)
  expect(readWord(event({}), 'page', page)).toBe(undefined)
  for (const data of [
    null,
    'open',
    { ...word, call: 7 },
    { ...word, type: 'bytes', bytes: 'text' },
    { tandem: 'script' },
  ])
    expect(readWord(event({ data }), 'script', page)).toBe(undefined)
})

test('each message to the extension stays under 256 KB and comes out as it went in', () => {
  const part = Uint8Array.from({ length: portPart + 1 }, (_, i) => (i * 31) % 256)
  const message = toPort(part)
  expect(message.data.length).toBeLessThan(256 * 1024)
  expect(fromPort(message)).toEqual(part)
  for (const wrong of [null, {}, { data: 7 }, { data: 'not base64!' }, { data: 'A'.repeat(300_000) }])
    expect(fromPort(wrong)).toBe(undefined)
})

test('the app is at localhost, and nowhere that only looks like it', () => {
  expect(['http://localhost:4173/sync', 'http://localhost/'].every(one => isAppAddress(one))).toBe(true)
  for (const address of ['https://localhost.evil.example/', 'http://localhost.evil/', 'http://evil/localhost', 'x'])
    expect(isAppAddress(address)).toBe(false)
})

test('an address the person entered is the app, to the port; no other one is, and none in clear on another machine', async () => {
  const kept: Record<string, unknown> = {}
  const area = { get: async () => kept, set: async (more: object) => void Object.assign(kept, more) } as never
  expect(['run.club.example', ' https://run.club.example/app ', 'http://127.0.0.1:8080'].map(readAppOrigin)).toEqual([
    'https://run.club.example',
    'https://run.club.example',
    'http://127.0.0.1:8080',
  ])
  const wrong = ['http://run.club.example', 'ftp://a.example', 'http://192.168.1.4:4173', 'file:///a', 'chrome://a', '']
  expect(wrong.map(readAppOrigin)).toEqual(wrong.map(() => undefined))
  expect(wrong.some(canBeApp)).toBe(false)
  await keepOrigins(area, ['https://run.club.example:8443', 'https://run.club.example:8443'])
  const entered = await enteredOrigins(area)
  expect(entered).toEqual(['https://run.club.example:8443'])
  expect(matchOf(entered[0]!)).toBe('https://run.club.example/*')
  expect(isUnder(matchOf(entered[0]!), 'https://run.club.example:8443/sync')).toBe(true)
  const pages = ['https://run.club.example:8443/sync', 'https://run.club.example/', 'https://evil.example:8443/']
  expect(pages.map(page => isAppAddress(page, entered))).toEqual([true, false, false])
  Object.assign(kept, { appOrigins: ['javascript:alert(1)', 7, 'http://run.club.example'] })
  expect(await enteredOrigins(area)).toEqual([])
})
