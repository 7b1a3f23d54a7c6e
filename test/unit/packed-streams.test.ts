import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packStreams, unpackStreams } from '../../core/model/packed-streams.ts'
import { notRecorded, type Streams } from '../../core/model/streams.ts'

const sample = fc.record({
  seconds: fc.integer({ min: 0, max: 8_640_000 }),
  decimetres: fc.oneof(fc.integer({ min: 0, max: 0xfffffffe }), fc.constant(notRecorded.decimetres)),
  altitude: fc.oneof(fc.integer({ min: -0x7fff, max: 0x7fff }), fc.constant(notRecorded.altitude)),
  hr: fc.integer({ min: 0, max: 255 }),
})

const streamsOf = (samples: readonly Record<'seconds' | 'decimetres' | 'altitude' | 'hr', number>[], ends: number[]) =>
  ({
    seconds: Uint32Array.from(samples, one => one.seconds),
    decimetres: Uint32Array.from(samples, one => one.decimetres),
    altitude: Int16Array.from(samples, one => one.altitude),
    hr: Uint8Array.from(samples, one => one.hr),
    pauses: Uint32Array.from(ends),
  }) satisfies Streams

const seed = Date.now() & 0x7fffffff

test(`packed and unpacked is the same, to the last figure (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 60 }), fc.array(fc.nat(8_640_000), { maxLength: 6 }), (samples, ends) => {
      const streams = streamsOf(samples, ends)
      expect(unpackStreams(packStreams(streams))).toEqual(streams)
    }),
    { seed },
  )
})

test(`any bytes give streams or nothing (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
      const streams = unpackStreams(bytes)
      if (streams !== undefined) expect(streams.hr.length).toBe(streams.seconds.length)
    }),
    { seed },
  )
})

test('a run a second a sample takes less than five bytes a sample', () => {
  const samples = Array.from({ length: 3600 }, (_, i) => ({
    seconds: i,
    decimetres: i * 32,
    altitude: 1000 + Math.round(50 * Math.sin(i / 200)),
    hr: 140 + Math.round(10 * Math.sin(i / 60)),
  }))
  expect(packStreams(streamsOf(samples, [])).length).toBeLessThan(3600 * 5)
})
