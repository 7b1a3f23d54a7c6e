/** What sessions and efforts are called and meant, in the athlete's words. */
import { never } from '../lib/never.ts'
import type { Purpose, Session } from '../model/session.ts'
import type { Step, Target, Zone } from '../model/workout.ts'
import { shareOf } from './ranges.ts'

export const purposeWord: Readonly<Record<Purpose, string>> = {
  easy: 'Easy',
  recovery: 'Recovery',
  long: 'Long run',
  steady: 'Steady',
  tempo: 'Tempo',
  intervals: 'Intervals',
  hills: 'Hills',
  race: 'Race',
  strength: 'Strength',
  cross: 'Cross-training',
  rest: 'Rest',
}

/** What a session of this purpose is for, in one sentence. */
export const purposeSentence: Readonly<Record<Purpose, string>> = {
  easy: 'Builds endurance at low cost. It should feel as if you could go on.',
  recovery: 'Loosens the legs after hard work. Slower than you think is right.',
  long: 'Teaches you to run long: patience, fuelling, tired legs.',
  steady: 'Holds an even, honest effort between easy and tempo.',
  tempo: 'Raises the pace you can hold for about an hour.',
  intervals: 'Raises your top end with hard, even efforts and real rests.',
  hills: 'Strength and speed with less pounding. Effort counts, not pace.',
  race: 'The day you trained for.',
  strength: 'Keeps tissue and posture ready for the running.',
  cross: 'Keeps the engine working while the legs get a break.',
  rest: 'Nothing planned. The training takes hold today.',
}

const zoneEffort: Readonly<Record<Zone, string>> = {
  E: 'easy, you can talk in whole sentences',
  M: 'steady, you can talk in short sentences',
  T: 'comfortably hard, a few words at a time',
  I: 'hard, breathing deep, even from first to last',
  R: 'fast and relaxed, never a strain',
}
export const zoneWord: Readonly<Record<Zone, string>> = {
  E: 'easy',
  M: 'marathon',
  T: 'threshold',
  I: 'interval',
  R: 'repetition',
}

const rpeEffort = (rpe: number): string =>
  rpe <= 2
    ? 'very light'
    : rpe <= 4
      ? 'light, you can talk freely'
      : rpe <= 6
        ? 'working, short sentences'
        : rpe <= 8
          ? 'hard, a few words'
          : 'close to all you have'

/** Where a share of threshold speed lies among Daniels' zones. trust: convention. */
export const zoneOfShare = (share: number): Zone =>
  share < 0.86 ? 'E' : share < 0.965 ? 'M' : share < 1.04 ? 'T' : share < 1.125 ? 'I' : 'R'

/** How a target should feel (S31); for a free step what its role asks. */
export const effortCue = (target: Target, role: Step['role']): string => {
  switch (target.type) {
    case 'zone':
      return zoneEffort[target.zone]
    case 'effort':
      return `${rpeEffort(target.rpe)} (RPE ${target.rpe} of 10)`
    case 'range': {
      const share = shareOf(target)
      return share === null ? 'at the target, steady breathing' : zoneEffort[zoneOfShare(share)]
    }
    case 'free':
      return role === 'recovery' ? 'walk or jog, as you need' : 'by feel'
    default:
      return never(target)
  }
}

/** What to do before the session where it does not say so itself (S34). Null where nothing is needed. */
export const warmUp = ({ purpose, sport, steps }: Pick<Session, 'purpose' | 'sport' | 'steps'>): string | null => {
  if (sport !== 'run') return null
  const planned = steps.some(block => block.type === 'step' && block.role === 'warmup')
  switch (purpose) {
    case 'intervals':
    case 'race':
      return planned
        ? 'In the last minutes of the warm-up add 4 relaxed strides of 20 s, walking back.'
        : '10–15 min easy, leg swings, then 4 relaxed strides of 20 s.'
    case 'hills':
      return planned
        ? 'End the warm-up with ankle circles, lunges and 3 short uphill strides.'
        : '10–15 min easy, lunges, then 3 short uphill strides.'
    case 'tempo':
      return planned ? 'End the warm-up with 3 strides of 20 s.' : '10 min easy, then 3 strides of 20 s.'
    case 'long':
    case 'steady':
      return 'Start the first 10 minutes slower than the rest. Drink something before you go.'
    case 'easy':
    case 'recovery':
      return 'Walk for two minutes, then start slowly.'
    default:
      return null
  }
}
