import { expect, test } from 'vitest'
import { purposes } from '../../core/model/session.ts'
import { zones } from '../../core/model/workout.ts'
import { paceOfTarget, splitOf, zonePaces } from '../../core/workout/cues.ts'
import { effortCue, purposeSentence, purposeWord, warmUp } from '../../core/workout/words.ts'

test('without a threshold pace there are no paces, only effort words', () => {
  expect(zonePaces(null)).toBeNull()
  expect(zonePaces({ thresholdPaceSPerKm: null })).toBeNull()
  expect(paceOfTarget({ type: 'zone', zone: 'E' }, null)).toBeNull()
})

test('a threshold of 4:15 gives the training paces of VDOT 50, easy slowest and repetitions fastest', () => {
  const paces = zonePaces({ thresholdPaceSPerKm: 255 })!
  expect(paces.T).toEqual({ fast: 251, slow: 259 })
  // Daniels' table at VDOT 50: E 4:56–5:34, I 3:55, R 3:41.
  expect(paces.E).toEqual({ fast: 296, slow: 334 })
  expect(paces.I.fast).toBeLessThanOrEqual(235)
  expect(paces.I.slow).toBeGreaterThanOrEqual(235)
  const middles = zones.map(zone => paces[zone].fast + paces[zone].slow)
  expect(middles).toEqual(middles.toSorted((a, b) => b - a))
})

test('an interval of 400 m gets its own split; a step by time and a long one do not', () => {
  const pace = { fast: 220, slow: 225 }
  expect(splitOf({ unit: 'm', value: 400 }, pace)).toEqual({ fastS: 88, slowS: 90 })
  expect(splitOf({ unit: 's', value: 180 }, pace)).toBeNull()
  expect(splitOf({ unit: 'm', value: 12_000 }, pace)).toBeNull()
})

test('every purpose has a word and a sentence, every zone a cue', () => {
  for (const purpose of purposes) {
    expect(purposeWord[purpose]).not.toBe('')
    expect(purposeSentence[purpose]).toMatch(/\.$/)
  }
  for (const zone of zones) expect(effortCue({ type: 'zone', zone }, 'work')).not.toBe('')
  expect(effortCue({ type: 'effort', rpe: 8 }, 'work')).toBe('hard, a few words (RPE 8 of 10)')
  expect(effortCue({ type: 'free' }, 'recovery')).toBe('walk or jog, as you need')
})

test('a warm-up is suggested from what the day asks, and none for rest or strength', () => {
  expect(warmUp({ purpose: 'intervals', sport: 'run', steps: [] })).toBe(
    '10–15 min easy, leg swings, then 4 relaxed strides of 20 s.',
  )
  expect(warmUp({ purpose: 'rest', sport: 'run', steps: [] })).toBeNull()
  expect(warmUp({ purpose: 'strength', sport: 'strength', steps: [] })).toBeNull()
})
