/** A workout for a watch: copied into its folder for new files, it appears among the workouts. */
import { FitEncoder, type FitEncoderField } from 'fit-file-parser/encoder'
import { err, ok } from '../../lib/result.ts'
import type { Session } from '../../model/session.ts'
import type { RangeTarget, Repeat, Step } from '../../model/workout.ts'
import { paceOfTarget } from '../cues.ts'
import { enumerated, fileId, fitSeconds, letters, long, short } from '../fit-fields.ts'
import { promptsOf } from '../prompts.ts'
import { heartOfRange, type OwnThresholds } from '../ranges.ts'
import { effortCue } from '../words.ts'
import { exampleGiven } from './example.ts'
import { fileNameOf, type Writer, type WriterExample, type Written } from './writer.ts'

const sportNumber: Readonly<Record<Session['sport'], number>> = {
  run: 1,
  ride: 2,
  swim: 5,
  walk: 11,
  strength: 10,
  other: 0,
}
const intensityNumber = { work: 0, recovery: 1, warmup: 2, cooldown: 3 } as const
const kind = { time: 0, distance: 1, open: 5, repeat: 6 } as const
const target = { speed: 0, heart: 1, open: 2, cadence: 3, power: 4 } as const
/** Added to beats a minute and to watts, so that a small number can be a percent. */
const offset = { bpm: 100, watts: 1000 } as const
/** What FIT writes where nothing is said. */
const nothing = 0xffffffff

type Aim = { readonly type: number; readonly value: number; readonly low: number; readonly high: number }

const between = (type: number, a: number, b: number, add = 0): Aim => ({
  type,
  value: 0,
  low: Math.round(Math.min(a, b)) + add,
  high: Math.round(Math.max(a, b)) + add,
})

/** What a watch can hold of a heart rate or a power: beats and watts, percent of what it has on file, or its zones. */
const aimOfRange = (range: RangeTarget, own: OwnThresholds): Aim | null => {
  const { of, from, to } = range
  const hearts = heartOfRange(range, own)
  if (hearts !== null) return between(target.heart, hearts.low, hearts.high, offset.bpm)
  if (of === 'max-hr') return between(target.heart, from, to)
  if (of === 'watts') return between(target.power, from, to, offset.watts)
  if (of === 'ftp') return between(target.power, from, to)
  const zoned = of === 'hr-zone' ? target.heart : of === 'power-zone' ? target.power : null
  return zoned !== null && from === to ? { type: zoned, value: from, low: nothing, high: nothing } : null
}

/** Metres per second ×1000, the slower bound first; a step without a target that a watch knows is open. */
const aimOf = (step: Step, { paces, own = {} }: Written): Aim => {
  const pace = paceOfTarget(step.target, paces)
  if (pace !== null) return between(target.speed, 1e6 / pace.slow, 1e6 / pace.fast)
  const aim = step.target.type === 'range' ? aimOfRange(step.target, own) : null
  if (aim !== null) return aim
  const { cadence } = step
  // Why: a watch counts a runner's cadence by one foot.
  const feet = cadence?.unit === 'spm' ? 2 : 1
  if (cadence !== undefined) return between(target.cadence, cadence.from / feet, cadence.to / feet)
  return { type: target.open, value: 0, low: nothing, high: nothing }
}

const lengthOf = ({ amount, lap }: Step): readonly [number, number] => {
  if (lap || amount.unit === 'lap') return [kind.open, nothing]
  return amount.unit === 's' ? [kind.time, amount.value * 1000] : [kind.distance, amount.value * 100]
}

const stepFields = (step: Step, index: number, given: Written): FitEncoderField[] => {
  const { role } = step
  const { type, value, low, high } = aimOf(step, given)
  const [ends, length] = lengthOf(step)
  const usual = step.target.type === 'zone' ? step.target.zone : effortCue(step.target, role)
  const name =
    step.cue === null
      ? usual
      : promptsOf(step.cue)
          .map(({ words }) => words)
          .join(' · ')
  return [
    short(254, index),
    enumerated(1, ends),
    long(2, length),
    enumerated(3, type),
    long(4, value),
    long(5, low),
    long(6, high),
    enumerated(7, intensityNumber[role]),
    letters(0, name, 40),
    letters(8, effortCue(step.target, role), 80),
  ]
}

const repeatFields = ({ times }: Repeat, index: number, first: number): FitEncoderField[] => [
  short(254, index),
  enumerated(1, kind.repeat),
  long(2, first),
  enumerated(3, target.open),
  long(4, times),
  long(5, nothing),
  long(6, nothing),
  enumerated(7, intensityNumber.work),
]

const messages = (given: Written): readonly FitEncoderField[][] => {
  const steps: FitEncoderField[][] = []
  for (const block of given.session.steps) {
    const first = steps.length
    for (const step of block.type === 'step' ? [block] : block.steps) steps.push(stepFields(step, steps.length, given))
    if (block.type === 'repeat') steps.push(repeatFields(block, steps.length, first))
  }
  return steps
}

export const writer: Writer = {
  id: 'fit',
  title: 'Watch (FIT)',
  ending: '.fit',
  mime: 'application/vnd.ant.fit',
  write: given => {
    const { session } = given
    if (session.steps.length === 0) return err({ type: 'NoSteps' })
    const steps = messages(given)
    const encoder = new FitEncoder()
    // Why: the day as the moment of making, so that the same session gives the same bytes on every device.
    encoder.writeMessage(0, fileId(5, fitSeconds(session.day)), 0)
    const name = letters(8, session.title || session.purpose, 40)
    encoder.writeMessage(26, [enumerated(4, sportNumber[session.sport]), short(6, steps.length), name], 1)
    for (const fields of steps) encoder.writeMessage(27, fields, 2)
    return ok({ name: fileNameOf(session), content: encoder.close().slice() })
  },
}

export const examples: readonly WriterExample[] = [
  {
    name: 'named as the coach named it',
    given: exampleGiven,
    contains: ['5 × 1000 m, by the lake', 'Strong & relaxed'],
  },
  { name: 'a session without steps', given: () => exampleGiven({ steps: [] }), error: { type: 'NoSteps' } },
]
