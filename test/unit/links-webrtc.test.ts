/** Nothing is contacted that was not configured, and no room is named by a word. */
import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { connectWebrtc } from '../../core/peer/links/webrtc.ts'

const secret = 'aq7Zt0Yb-2mXv_9KfLw3RsPd8HjUcN5gTiEo1VxB4MlA'
const connect = (given: { room?: string; password?: string; signaling?: readonly string[] }) => {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const told: unknown[] = []
  const link = connectWebrtc({
    room: secret,
    password: secret,
    signaling: [],
    iceServers: [],
    ...given,
    doc,
    awareness,
    onStatus: status => told.push(status),
  })
  const peers = link.peers()
  link.stop()
  link.stop()
  awareness.destroy()
  return { peers, told }
}

test('without a rendezvous there is no link, and stopping it twice is harmless', () => {
  expect(connect({})).toEqual({ peers: 0, told: [] })
})

test('where there is no WebRTC there is no link', () => {
  expect(connect({ signaling: ['ws://127.0.0.1:1'] })).toEqual({ peers: 0, told: [] })
})

test.each([
  ['room', { room: 'our-club' }],
  ['password', { password: 'correct horse battery staple' }],
  ['password', { password: '' }],
])('a %s that is not random is refused', (_, given) => {
  expect(() => connect(given)).toThrow('256 random bits')
})
