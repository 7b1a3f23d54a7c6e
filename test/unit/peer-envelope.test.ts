import { describe, expect, test } from 'vitest'
import { bodyOf, cut, isFrom, openBody, readBody, seal, takeApart } from '../../core/peer/envelope.ts'
import { deviceIdOf, fingerprintOf, lockFor, makeDeviceKeys, readKeys, unlock } from '../../core/peer/keys.ts'
import { randomBytes } from '../../core/peer/secret.ts'
import { words } from '../../core/peer/words.ts'

const label = {
  v: 1,
  doc: 'plan',
  kind: 'update',
  seq: 1,
  prevHash: null,
  keyEpoch: 1,
  roster: 1,
  part: 1,
  parts: 1,
  keys: null,
  space: 'a-space',
} as const

const sealedBy = async (body = bodyOf({ hello: 'you' })) => {
  const mine = await makeDeviceKeys()
  const secret = randomBytes(32)
  const sealed = await seal(mine, { ...label, device: mine.id }, body, secret)
  return { mine, secret, sealed, keys: (await readKeys(mine.keys))! }
}

test('what one device seals another opens', async () => {
  const { secret, sealed, keys } = await sealedBy()
  const apart = takeApart(sealed.bytes)!
  expect(apart).toEqual(sealed)
  expect(await isFrom(keys, apart)).toBe(true)
  expect(readBody((await openBody(apart, secret))!)).toEqual({ hello: 'you' })
})

test('no byte of an envelope can be altered', async () => {
  const { secret, sealed, keys } = await sealedBy()
  for (let at = 0; at < sealed.bytes.length; at += 7) {
    const bytes = sealed.bytes.slice()
    bytes[at]! ^= 1
    const apart = takeApart(bytes)
    const stands = apart !== undefined && (await isFrom(keys, apart)) && (await openBody(apart, secret)) !== undefined
    expect(stands, `byte ${at}`).toBe(false)
  }
})

test('an envelope is not opened with another key, nor under another label', async () => {
  const { mine, secret, sealed } = await sealedBy()
  expect(await openBody(sealed, randomBytes(32))).toBeUndefined()
  const other = await seal(mine, { ...label, device: mine.id, doc: 'athlete' }, bodyOf({}), secret)
  expect(await openBody({ ...sealed, known: other.known }, secret)).toBeUndefined()
})

test('an envelope is named by what was signed, not by the signature', async () => {
  const { mine, sealed, keys } = await sealedBy()
  const again = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, mine.signing.privateKey, sealed.signed)
  const bytes = sealed.bytes.slice()
  bytes.set(new Uint8Array(again), bytes.length - 64)
  const apart = takeApart(bytes)!
  expect(await isFrom(keys, apart)).toBe(true)
  expect(apart.hash).toBe(sealed.hash)
})

test('what is no envelope is none', () => {
  for (const bytes of [[], [1], [1, 0, 2, 123, 125], [2, 0, 0], new Array(70_000).fill(1)])
    expect(takeApart(Uint8Array.from(bytes))).toBeUndefined()
})

test('a large body is cut into parts that fit, and joins again', () => {
  const body = randomBytes(60_000)
  const large = new Uint8Array(150_000).map((_, i) => body[i % 60_000]!)
  const parts = cut(large)
  expect(parts.map(part => part.length)).toEqual([60_000, 60_000, 30_000])
  expect(parts.flatMap(part => [...part])).toEqual([...large])
  expect(cut(new Uint8Array())).toHaveLength(1)
})

describe('a device', () => {
  test('is named by its keys', async () => {
    const { id, keys } = await makeDeviceKeys()
    expect(deviceIdOf(keys)).toBe(id)
    expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect((await readKeys(keys))?.id).toBe(id)
  })
  test('never lets its private halves out', async () => {
    const { signing, agreement } = await makeDeviceKeys()
    for (const { privateKey } of [signing, agreement]) {
      expect(privateKey.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow()
    }
  })
  test('opens only the box that was made for it, in the space it was made for', async () => {
    const [mine, other] = [await makeDeviceKeys(), await makeDeviceKeys()]
    const secret = randomBytes(32)
    const box = await lockFor((await readKeys(mine.keys))!, 'a-space', 1, secret)
    expect(await unlock(mine, 'a-space', box)).toEqual(secret)
    expect(await unlock(mine, 'another', box)).toBeUndefined()
    expect(await unlock(mine, 'a-space', { ...box, epoch: 2 })).toBeUndefined()
    expect(await unlock(other, 'a-space', { ...box, to: other.id })).toBeUndefined()
  })
  test('whose keys are no keys is nobody', async () => {
    for (const keys of ['', 'A', 'AAAA', 'A'.repeat(174), '!']) expect(await readKeys(keys)).toBeUndefined()
  })
})

test('the words for fingerprints are 256 different ones, and six name a device', async () => {
  expect(new Set(words).size).toBe(256)
  expect(words.filter(word => !/^[a-z]{3,9}$/.test(word))).toEqual([])
  const said = fingerprintOf((await makeDeviceKeys()).keys).split(' ')
  expect(said).toHaveLength(6)
  expect(said.every(word => words.includes(word))).toBe(true)
})
