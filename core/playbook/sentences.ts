/** The playbook in plain words with its own numbers filled in: the same text for coach and athlete. */
import type { Level } from '../model/advice.ts'
import { changeKinds } from '../model/edit.ts'
import {
  type LayerMode,
  type LayerName,
  layerNames,
  type Playbook,
  type Swap,
  type ThresholdName,
  thresholdBounds,
} from '../model/playbook.ts'
import { proposals } from '../proposals/index.ts'
import { describeSteps } from '../workout/estimate.ts'
import { kinds } from './kinds.ts'
import { rules } from './rules/index.ts'

/** `threshold` names the number a coach may set in it, with its bounds; null where there is none. */
export type Sentence = {
  readonly id: string
  readonly says: string
  readonly threshold: {
    readonly name: ThresholdName
    readonly value: number
    readonly low: number
    readonly high: number
  } | null
}
export type SentenceGroup = { readonly id: string; readonly title: string; readonly sentences: readonly Sentence[] }

const plain = (id: string, says: string): Sentence => ({ id, says, threshold: null })

/** Every threshold in a sentence of its own. */
const thresholdSentences: { readonly [name in ThresholdName]: (value: number) => string } = {
  poorNightQuality: n => `A night is poor at quality ${n} of 5 or below.`,
  poorNightMinutes: n => `A night is poor under ${hours(n)} of sleep.`,
  sleepShortNights: n => `${n} poor nights in the last ${Math.max(4, n)} known are short sleep.`,
  sleepDippingNights: n => `${n} poor nights in a row are a dip in sleep.`,
  sorenessHigh: n => `Soreness of ${n} of 5 or more is high.`,
  sorenessUp: n => `Soreness ${n} above the usual of 28 days is rising.`,
  sorenessRepeatedDays: n => `High soreness on ${n} of 7 days reaches the coach at once.`,
  painTimes: n =>
    `Pain in the same place ${times(n)} in 14 days, or once where there was an injury, reaches the coach at once.`,
  motivationLow: n => `Motivation of ${n} of 5 or below is low and reaches the coach at once.`,
  motivationDown: n => `Motivation ${n} below the usual of 28 days over three check-ins is falling.`,
  stressHigh: n => `Stress of ${n} of 5 ${n < 5 ? 'or more ' : ''}reaches the coach at once.`,
  silentDays: n => `After ${n} days without data the athlete is asked; nothing is taken for rest.`,
  silentCheckIns: n => `After ${n} days without a check-in the data counts as thin.`,
  weekRisePercent: n => `A week is steep at more than ${n} % over the mean of the four before.`,
  monotonyPercent: n =>
    `A week is monotonous when its mean day is over ${n} % of the spread of its days, with load above the four weeks before.`,
  intensityShiftPoints: n =>
    `Intensity shifts when the share of time above threshold is up by more than ${n} points over the four weeks before.`,
  easyTooHardPercent: n => `An easy session is too hard with more than ${n} % of its time above the easy zone.`,
  heartRateUnusualPercent: n =>
    `The heart rate of an easy run is unusual from ${n} % of the athlete’s own usual scatter, pace and warmth allowed for.`,
  restingHrBeats: n => `Resting heart rate is high from ${n} beats over the median of 14 days, two days running.`,
  hrvLowPercent: n =>
    `Heart-rate variability is low with its week below the mean of 60 days by ${n} % of their standard deviation.`,
  hrvLowDays: n =>
    `Low heart-rate variability counts after ${n} days running, their mornings low too, and lower than chance takes a week.`,
  executionFadePercent: n => `Execution is poor when like work splits fade by more than ${n} %.`,
  executionInRangePercent: n => `Execution is poor with fewer than ${n} % of the planned work steps in range.`,
  fitnessBetterPerMille: n =>
    `A race or test confirms fitness when it implies a threshold pace better by more than ${n} ‰.`,
  missedInARow: n => `${n} sessions missed in a row, or ${n - 1} when one is key, reach the coach at once.`,
  runSpikePercent: n => `A run is a spike at more than ${n} % over the longest run of the 30 days before it.`,
  easeEasyPercent: n => `An easy day is eased by ${n} %, never to zero.`,
  easeKeyPercent: n => `The work of a key session is eased by ${n} %, never cancelled.`,
  deloadPercent: n => `A lighter week has ${n} % less of each session; intensity is kept, and short.`,
  raiseLoadPercent: n =>
    `After weeks that went well a long run is drafted ${n} % longer, within the longest-run guard.`,
  missedVolumePercent: n =>
    `Missing ${n} % of a week’s planned time makes the next hard session smaller; nothing is added up.`,
  swapLighterPercent: n => `An equal swap is at most ${n} % lighter, and never heavier.`,
  quietHours: n => `An answered alert stays quiet for ${n} hours unless it gets worse.`,
}

const hours = (minutes: number): string => `${Number((minutes / 60).toFixed(2))} hours`
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

export const layerTitles: { readonly [layer in LayerName]: string } = {
  summary: 'Weekly summary and pace conversion',
  reminders: 'Reminders and effort nudges',
  compliance: 'Compliance report',
  'easy-day': 'Easy-day adjustment',
  'missed-session': 'Missed-session replacement',
  recovery: 'Recovery suggestions',
  load: 'Load progression',
  drafts: 'First-draft weeks from the coach’s templates',
}
const modeSays: { readonly [mode in LayerMode]: string } = {
  on: 'on',
  watched: 'watched: it drafts silently, only the audit sees it',
  off: 'off',
}
const levelSays: { readonly [level in Level]: string } = {
  auto: 'applied at once where nothing restrains it, with notice and undo',
  ask: 'waits for the coach',
  coach: 'written by the coach alone',
}

/** The level a kind of change has before any state is looked at, as this playbook allows it. */
export const levelOf = (kind: (typeof changeKinds)[number], playbook: Playbook): Level => {
  const { base, layer } = kinds[kind]
  if (base !== 'auto') return base
  const may = playbook.mayApply[kind as keyof Playbook['mayApply']]
  return may && layer !== null && playbook.layers[layer] === 'on' ? 'auto' : 'ask'
}

/** Every rule, threshold and guardrail in words, in groups. */
export const sentences = (playbook: Playbook): readonly SentenceGroup[] => [
  {
    id: 'layers',
    title: 'What is switched on',
    sentences: layerNames.map((name, i) =>
      plain(name, `${i + 1}. ${layerTitles[name]}: ${modeSays[playbook.layers[name]]}.`),
    ),
  },
  {
    id: 'kinds',
    title: 'Who decides about which change',
    sentences: [
      ...changeKinds.map(kind => plain(kind, `${kinds[kind].title}: ${levelSays[levelOf(kind, playbook)]}.`)),
      plain(
        'athlete-moves',
        playbook.athleteMayMove
          ? 'The athlete may move a session to another day of its week, where no rule below restrains it.'
          : 'The athlete asks the coach before moving a session.',
      ),
    ],
  },
  {
    id: 'thresholds',
    title: 'When something counts',
    sentences: (Object.keys(thresholdBounds) as ThresholdName[]).map(name => {
      const { low, high } = thresholdBounds[name]
      const value = playbook.thresholds[name]
      return { id: name, says: thresholdSentences[name](value), threshold: { name, value, low, high } }
    }),
  },
  {
    id: 'rules',
    title: 'What makes it stricter',
    sentences: rules.filter(({ level }) => level !== 'auto').map(({ id, title }) => plain(id, `${title}.`)),
  },
  {
    id: 'guardrails',
    title: 'What no playbook can switch off',
    sentences: guardrails.map(([id, says]) => plain(id, says)),
  },
  {
    id: 'swaps',
    title: 'Equal sessions for a missed one',
    sentences: playbook.swaps.map(swap => plain(swap.id, saySwap(swap))),
  },
  {
    id: 'drafts',
    title: 'What may be suggested',
    sentences: proposals.map(({ id, title, layer }) => plain(id, `${title} (${layerTitles[layer].toLowerCase()}).`)),
  },
]

/** One session of the swap list. */
export const saySwap = ({ from, title, steps, offered }: Swap): string =>
  `For missed ${from}: ${title} (${describeSteps(steps)})${offered ? '' : '; on the list, and not offered'}.`

const guardrails: readonly (readonly [string, string])[] = [
  ['R1', 'No key session is cancelled, emptied or lowered in purpose without a coach’s signed decision.'],
  [
    'R2',
    'No race, goal, target time, goal pace, phase, race plan or mental-preparation text is ever written by a rule.',
  ],
  ['R3', 'Nothing automatic raises the planned load.'],
  ['R4', 'No more than two changes made by rules stand in one week; the next ones ask.'],
  [
    'R5',
    'An automatic change keeps to the athlete’s time, the longest-run guard, two calendar days between hard days, and what the coach locked.',
  ],
  ['R6', 'Every automatic change is told and can be undone in one step.'],
  ['R7', 'Any recurring pain, and any pain of 4 or 5, reaches the coach at once and holds every automatic change.'],
  ['R8', 'A suggestion nobody answered expires when its day ends or its session starts; the plan stands.'],
  ['R9', 'The same facts give the same suggestions on every device; made twice, it is one.'],
]
