/** The curves of a made-up run: what its watch would have kept along rolling roads. */
import { streamsOf } from '../import/summary/streams.ts'
import type { Streams } from '../model/streams.ts'

export type Tick = { readonly seconds: number; readonly metres: number; readonly hr: number }

/** One rise and fall of the road (metres), and its lowest point above the sea. */
const waveM = 1400
const lowestM = 38

/** Undefined where the run has no length. The rises add up to the ascent. */
export const streamsOfTicks = (ticks: readonly Tick[], ascentM: number): Streams | undefined => {
  const metres = ticks.reduce((sum, tick) => sum + tick.metres, 0)
  const rise = ascentM / Math.max(1, metres / waveM)
  const heightAt = (at: number) => lowestM + (rise / 2) * (1 - Math.cos((2 * Math.PI * at) / waveM))
  let t = 0
  let d = 0
  const samples = ticks.map(({ seconds, metres: covered, hr }) => {
    const sample = { t, distanceM: d, hr, altitudeM: heightAt(d), speed: null, temperatureC: null }
    t += seconds
    d += covered
    return sample
  })
  const last = ticks.at(-1)
  if (!last) return undefined
  return streamsOf({
    samples: [...samples, { ...samples.at(-1)!, t, distanceM: d, altitudeM: heightAt(d) }],
    pauses: [],
  })
}
