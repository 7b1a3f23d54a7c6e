/** The coach's playbook as a document: thresholds, layers, what may be applied, and the list of equal-purpose swaps. */
import * as v from 'valibot'
import { text, whole } from './bounds.ts'
import { daySchema } from './day.ts'
import { changeKinds } from './edit.ts'
import { sessionIdSchema } from './ids.ts'
import { purposes } from './session.ts'
import { stepsSchema } from './workout.ts'

/** A threshold with the bounds a coach may set it in. Integers; shares are in percent. */
export const thresholdBounds = {
  /** A night is poor at this quality or below (1–5). */
  poorNightQuality: { default: 2, low: 1, high: 3 },
  /** … or under so many minutes of sleep. */
  poorNightMinutes: { default: 360, low: 240, high: 420 },
  /** `sleep-short`: so many poor nights in the last four known (in the last five, where five are asked). */
  sleepShortNights: { default: 3, low: 2, high: 5 },
  /** `sleep-dipping`: so many poor nights in a row. */
  sleepDippingNights: { default: 2, low: 2, high: 4 },
  /** `soreness-rising`: soreness at this or above (1–5) … */
  sorenessHigh: { default: 4, low: 3, high: 5 },
  /** … or up by so many points against the median of 28 days. */
  sorenessUp: { default: 2, low: 1, high: 3 },
  /** `soreness-repeated`: high soreness on so many of seven days. */
  sorenessRepeatedDays: { default: 3, low: 2, high: 5 },
  /** `pain-recurring`: the same body site so many times in 14 days. */
  painTimes: { default: 2, low: 1, high: 3 },
  /** `motivation-falling`: motivation at this or below (1–5) … */
  motivationLow: { default: 2, low: 1, high: 3 },
  /** … or down by so many points against the median of 28 days. */
  motivationDown: { default: 2, low: 1, high: 3 },
  /** `life-stress`: stress at this or above (1–5). */
  stressHigh: { default: 5, low: 4, high: 5 },
  /** `data-missing`: no source has covered so many days. */
  silentDays: { default: 3, low: 2, high: 7 },
  /** `data-missing`: no check-in for so many days. */
  silentCheckIns: { default: 5, low: 2, high: 7 },
  /** `week-rise`: the week's load over the mean of the four before, by so many percent. */
  weekRisePercent: { default: 15, low: 10, high: 40 },
  /** `monotony-high`: the mean day over the spread of the week's days, in percent (200 is a monotony of 2.0). */
  monotonyPercent: { default: 200, low: 150, high: 300 },
  /** `intensity-shift`: the share of time above threshold up by so many percentage points over four weeks. */
  intensityShiftPoints: { default: 10, low: 5, high: 20 },
  /** `easy-too-hard`: more than so many percent of an easy session's time above the easy zone. */
  easyTooHardPercent: { default: 25, low: 10, high: 50 },
  /** `heart-rate-unusual`: so many percent of a robust standard deviation from the athlete's own model. */
  heartRateUnusualPercent: { default: 250, low: 200, high: 400 },
  /** `resting-hr-high`: so many beats over the median of 14 days, two days running. */
  restingHrBeats: { default: 7, low: 5, high: 12 },
  /** `hrv-low`: the week's mean below the mean of 60 days by so many percent of a standard deviation … */
  hrvLowPercent: { default: 50, low: 30, high: 150 },
  /** … on so many days running. */
  hrvLowDays: { default: 3, low: 2, high: 7 },
  /** `execution-poor`: like work splits slower from first to last by more than so many percent … */
  executionFadePercent: { default: 4, low: 2, high: 10 },
  /** … or fewer than so many percent of the planned work steps in range. */
  executionInRangePercent: { default: 80, low: 50, high: 95 },
  /** `fitness-confirmed`: a race or test implies a threshold pace better by more than so many per mille. */
  fitnessBetterPerMille: { default: 15, low: 5, high: 50 },
  /** `missed-in-a-row`: so many planned sessions. */
  missedInARow: { default: 3, low: 2, high: 4 },
  /** `run-spike`: longer than the longest run of 30 days by so many percent. */
  runSpikePercent: { default: 10, low: 5, high: 30 },
  /** An easy day is eased by so many percent, never to zero (at most 40). */
  easeEasyPercent: { default: 30, low: 10, high: 40 },
  /** A key session's work is eased by so many percent. */
  easeKeyPercent: { default: 25, low: 10, high: 40 },
  /** A lighter week has so many percent less of each session. */
  deloadPercent: { default: 30, low: 20, high: 50 },
  /** A long run is drafted longer by so many percent. */
  raiseLoadPercent: { default: 6, low: 2, high: 10 },
  /** Missing so many percent of a week's planned time eases the next hard session. */
  missedVolumePercent: { default: 30, low: 20, high: 50 },
  /** An equal swap may be lighter by so many percent, never heavier. */
  swapLighterPercent: { default: 15, low: 5, high: 15 },
  /** An escalation is not repeated within so many hours. */
  quietHours: { default: 48, low: 24, high: 72 },
} as const
export type ThresholdName = keyof typeof thresholdBounds
export type PlaybookThresholds = { readonly [name in ThresholdName]: number }

// Why optional: a threshold this app knows and the app that wrote the document did not stands at its default.
const thresholdEntries = Object.fromEntries(
  Object.entries(thresholdBounds).map(([name, { low, high, default: usual }]) => [
    name,
    v.optional(whole(low, high), usual),
  ]),
) as { [name in ThresholdName]: v.OptionalSchema<ReturnType<typeof whole>, number> }

/** Layers are switched on one at a time, with evidence (`playbook.md` §9). */
export const layerNames = [
  'summary',
  'reminders',
  'compliance',
  'easy-day',
  'missed-session',
  'recovery',
  'load',
  'drafts',
] as const
export type LayerName = (typeof layerNames)[number]
export const layerModes = ['off', 'watched', 'on'] as const
export type LayerMode = (typeof layerModes)[number]
const layerEntries = Object.fromEntries(layerNames.map(name => [name, v.picklist(layerModes)])) as {
  [name in LayerName]: v.PicklistSchema<typeof layerModes, undefined>
}

/** A session of one purpose that may take the place of a missed one, at no more load. */
export const swapSchema = v.strictObject({
  id: text(64),
  from: v.picklist(purposes),
  to: v.picklist(purposes),
  title: text(200),
  steps: stepsSchema,
  /** Whether it is drafted at all: a coach may leave it out for one athlete, and keep it on the list. */
  offered: v.boolean(),
})
export type Swap = v.InferOutput<typeof swapSchema>

/**
 * A field that is set otherwise for one athlete: its name (`thresholds.sleepShortNights`, `layers.recovery`,
 * `mayApply.swap-equal`, `athleteMayMove`, `swaps.hills-8x90`), and the value all the coach's other athletes have (S159).
 */
export const overrideSchema = v.strictObject({
  field: text(80),
  shared: v.union([whole(0, 100_000), v.boolean(), v.picklist(layerModes)]),
})
export type Override = v.InferOutput<typeof overrideSchema>

/** The version of the playbook's own shape; an older one is brought up to it when it is read (`readPlaybookValue`). */
export const playbookShape = 3

export const playbookSchema = v.strictObject({
  schema: v.literal(playbookShape),
  version: whole(1, 100_000),
  title: text(200),
  thresholds: v.strictObject(thresholdEntries),
  layers: v.strictObject(layerEntries),
  /** Whether the automation may apply these by itself where nothing restrains it (`auto` in green). */
  mayApply: v.strictObject({
    'recompute-zones': v.boolean(),
    'ease-easy-day': v.boolean(),
    'move-session': v.boolean(),
    'swap-equal': v.boolean(),
  }),
  /** Whether the athlete may move a session within its week without asking. */
  athleteMayMove: v.boolean(),
  swaps: v.pipe(v.array(swapSchema), v.maxLength(100)),
  /** What the values above have for this athlete alone. */
  overrides: v.pipe(v.array(overrideSchema), v.maxLength(200)),
})
export type Playbook = v.InferOutput<typeof playbookSchema>

/** What should have come of a day: a draft that asks, one applied at once, none at all, or an alert to the coach. */
export const expectations = ['ask', 'auto', 'nothing', 'alert'] as const
export type Expectation = (typeof expectations)[number]

/**
 * An example of the coach's own from a real day of this athlete: "should have asked me here". It names the day and the
 * session, not what was known then: the documents hold that, and each edit of the playbook is tried on it.
 */
export const ownExampleSchema = v.strictObject({
  id: text(64),
  day: daySchema,
  session: v.nullable(sessionIdSchema),
  kind: v.nullable(v.picklist(changeKinds)),
  expects: v.picklist(expectations),
  words: text(500),
})
export type OwnExample = v.InferOutput<typeof ownExampleSchema>
