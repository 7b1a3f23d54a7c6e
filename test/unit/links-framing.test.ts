/** Messages of any size arrive whole over a line that takes 16 KB at a time. */
import { expect, test } from 'vitest'
import { sha256Hex } from '../../core/lib/bytes.ts'
import { framed } from '../../core/peer/links/framing.ts'
import { type FakeChannel, fakeChannel } from '../kit/raw-channel.ts'

const aMessage = (bytes: number) => Uint8Array.from({ length: bytes }, (_, i) => (i * 31) % 251)
/** Why: whole megabytes compare in milliseconds by their hashes, and in seconds letter by letter. */
const hashes = (messages: readonly Uint8Array[]) => messages.map(message => sha256Hex(message))
const over = (now = () => 0) => {
  const [near, far] = [fakeChannel(), fakeChannel()]
  const heard: Uint8Array[] = []
  const sender = framed(near, now)
  const receiver = framed(far, now)
  receiver.onmessage = ({ data }) => heard.push(new Uint8Array(data))
  return { near, far, sender, receiver, heard }
}
const carryAll = (from: FakeChannel, to: FakeChannel) => {
  while (from.sent.length > 0) from.deliver(to)
}

test.each([0, 1, 15_999, 16_000, 16_001, 32_000, 2_300_000])('a message of %i bytes arrives whole', bytes => {
  const { near, far, sender, heard } = over()
  sender.send(aMessage(bytes))
  carryAll(near, far)
  expect(hashes(heard)).toEqual(hashes([aMessage(bytes)]))
})

test('no part is larger than 16 KB, and no more lies in the line than it takes', () => {
  const { near, sender } = over()
  sender.send(aMessage(2_300_000))
  expect(Math.max(...near.sent.map(part => part.length))).toBeLessThanOrEqual(16 * 1024)
  expect(near.bufferedAmount).toBeLessThan(256 * 1024 + 16 * 1024)
  expect(sender.bufferedAmount).toBeGreaterThan(2_300_000)
})

test('messages sent while the line is full arrive in their order', () => {
  const { near, far, sender, heard } = over()
  const messages = [500_000, 3, 0, 40_000, 7].map(aMessage)
  for (const message of messages) sender.send(message)
  carryAll(near, far)
  expect(hashes(heard)).toEqual(hashes(messages))
})

test('a ping goes past what waits, is answered, and counts as heard on both sides', () => {
  let now = 0
  const { near, far, sender, receiver, heard } = over(() => now)
  sender.send(aMessage(500_000))
  now = 5_000
  sender.ping()
  carryAll(near, far)
  expect(receiver.heard).toBe(5_000)
  now = 6_000
  carryAll(far, near)
  expect(sender.heard).toBe(6_000)
  expect(hashes(heard)).toEqual(hashes([aMessage(500_000)]))
})

const nonsense: readonly (readonly [string, unknown])[] = [
  ['a text', 'hello'],
  ['nothing at all', new ArrayBuffer(0)],
  ['a kind that does not exist', Uint8Array.of(9, 1, 2).buffer],
  ['a middle part that is not full', Uint8Array.of(1, 1, 2).buffer],
  ['a part that is too large', new Uint8Array(16_002).buffer],
]
test.each(nonsense)('%s closes the line and reaches nobody', (_, data) => {
  const { far, heard } = over()
  far.receive(data)
  expect({ closed: far.closed, heard }).toEqual({ closed: true, heard: [] })
})

test('a whole message in the middle of another closes the line', () => {
  const { far, heard } = over()
  far.receive(Uint8Array.from({ length: 16_001 }, () => 1).buffer)
  far.receive(Uint8Array.of(0, 7).buffer)
  expect({ closed: far.closed, heard }).toEqual({ closed: true, heard: [] })
})

test('a message without an end closes the line before it fills the memory', () => {
  const { far } = over()
  const part = Uint8Array.from({ length: 16_001 }, () => 1).buffer
  let parts = 0
  while (!far.closed && parts < 10_000) {
    far.receive(part)
    parts++
  }
  expect(far.closed).toBe(true)
  expect(parts * 16_000).toBeLessThan(65 * 1024 * 1024)
})

test('a reader that breaks on a message costs this line only', () => {
  const { far, receiver } = over()
  receiver.onmessage = () => {
    throw new Error('cannot be read')
  }
  far.receive(Uint8Array.of(0, 1).buffer)
  expect(far.closed).toBe(true)
})

test('more than a line can ever take closes it instead of filling the memory', () => {
  const { near, sender } = over()
  const big = new Uint8Array(40 * 1024 * 1024)
  sender.send(big)
  expect(near.closed).toBe(false)
  sender.send(big)
  expect(near.closed).toBe(true)
})
