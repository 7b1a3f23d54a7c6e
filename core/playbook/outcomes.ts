/** What a coach makes of a rule after a month: keep it, tighten it, loosen it, only watch it, or switch it off (§10). */
import type { FindingKind } from '../model/advice.ts'
import { type Playbook, type ThresholdName, thresholdBounds } from '../model/playbook.ts'
import { proposals } from '../proposals/index.ts'
import { kinds } from './kinds.ts'

export const outcomes = ['keep', 'tighten', 'loosen', 'watch', 'off'] as const
export type Outcome = (typeof outcomes)[number]

/** A number and the step by which it makes a rule speak more rarely. */
type Lever = { readonly name: ThresholdName; readonly rarer: number }

const ofFinding: Readonly<Partial<Record<FindingKind, Lever>>> = {
  'sleep-short': { name: 'sleepShortNights', rarer: 1 },
  'sleep-dipping': { name: 'sleepDippingNights', rarer: 1 },
  'soreness-rising': { name: 'sorenessUp', rarer: 1 },
  'soreness-repeated': { name: 'sorenessRepeatedDays', rarer: 1 },
  'pain-recurring': { name: 'painTimes', rarer: 1 },
  'motivation-falling': { name: 'motivationDown', rarer: 1 },
  'week-rise': { name: 'weekRisePercent', rarer: 5 },
  'monotony-high': { name: 'monotonyPercent', rarer: 25 },
  'run-spike': { name: 'runSpikePercent', rarer: 5 },
  'heart-rate-unusual': { name: 'heartRateUnusualPercent', rarer: 50 },
  'resting-hr-high': { name: 'restingHrBeats', rarer: 1 },
  'hrv-low': { name: 'hrvLowPercent', rarer: 10 },
  'fitness-confirmed': { name: 'fitnessBetterPerMille', rarer: 5 },
}

/** Where a rule has a number of its own, it comes before those of what it answers. */
const ofRule: Readonly<Record<string, Lever>> = {
  'swap-equal': { name: 'swapLighterPercent', rarer: -5 },
  'hold-week': { name: 'missedVolumePercent', rarer: 5 },
  'raise-load': { name: 'raiseLoadPercent', rarer: -1 },
}

const leverOf = (rule: string): Lever | undefined => {
  const own = ofRule[rule]
  const answers = proposals.find(({ id }) => id === rule)?.answers ?? []
  return own ?? answers.flatMap(kind => ofFinding[kind] ?? [])[0]
}

const stepped = (playbook: Playbook, rule: string, direction: 1 | -1): Playbook | null => {
  const lever = leverOf(rule)
  if (lever === undefined) return null
  const { low, high } = thresholdBounds[lever.name]
  const value = playbook.thresholds[lever.name] + direction * lever.rarer
  return value < low || value > high
    ? null
    : { ...playbook, thresholds: { ...playbook.thresholds, [lever.name]: value } }
}

/** Whether the automation may apply by itself what the rule drafts; null where it never may. */
const permissionOf = (playbook: Playbook, rule: string): boolean | null => {
  const isOne = Object.hasOwn(kinds, rule) && Object.hasOwn(playbook.mayApply, rule)
  return isOne ? playbook.mayApply[rule as keyof Playbook['mayApply']] : null
}

const permitted = (playbook: Playbook, rule: string, may: boolean): Playbook => ({
  ...playbook,
  mayApply: { ...playbook.mayApply, [rule]: may },
})

/**
 * The playbook as an outcome would have it; null where there is nothing to change. To tighten takes away first what a
 * rule may do by itself, then makes it speak more rarely; to loosen makes it speak sooner, and gives it leave last.
 */
export const withOutcome = (playbook: Playbook, rule: string, outcome: Outcome): Playbook | null => {
  const layer = proposals.find(({ id }) => id === rule)?.layer
  const may = permissionOf(playbook, rule)
  if (outcome === 'keep') return playbook
  if (outcome === 'tighten') return may === true ? permitted(playbook, rule, false) : stepped(playbook, rule, 1)
  if (outcome === 'loosen')
    return stepped(playbook, rule, -1) ?? (may === false ? permitted(playbook, rule, true) : null)
  const mode = outcome === 'watch' ? 'watched' : 'off'
  return layer === undefined || playbook.layers[layer] === mode
    ? null
    : { ...playbook, layers: { ...playbook.layers, [layer]: mode } }
}
