import { expect, test } from 'vitest'
import { mishapSeason } from '../kit/mishaps.ts'
import '../kit/peers.ts'

// Why these: a few that walk through partitions, restarts, loss and seasons that end; one that fails some day is added here. A thousand
// more run with `npm run soak -- sync`.
test.each([1, 20, 41])('[P3] devices that exchanged everything read the same, to the byte (seed %i)', async seed => {
  expect(new Set(await mishapSeason(seed, 30)).size).toBe(1)
})
