/** A workout for a watch: copied into its folder for new files, it appears among the workouts. */
import { FitBaseType as B, FitEncoder, type FitEncoderField } from 'fit-file-parser/encoder'
import { err, ok } from '../../lib/result.ts'
import { dayNumber } from '../../model/day.ts'
import type { Session } from '../../model/session.ts'
import type { Repeat, Step } from '../../model/workout.ts'
import { paceOfTarget, type ZonePaces } from '../cues.ts'
import { effortCue } from '../words.ts'
import { exampleGiven } from './example.ts'
import { fileNameOf, type Writer, type WriterExample } from './writer.ts'

/** FIT counts seconds from 1989-12-31 UTC. */
const fitEpochDays = 7304
const sportNumber: Readonly<Record<Session['sport'], number>> = {
  run: 1,
  ride: 2,
  swim: 5,
  walk: 11,
  strength: 10,
  other: 0,
}
const intensityNumber = { work: 0, recovery: 1, warmup: 2, cooldown: 3 } as const
const kind = { time: 0, distance: 1, repeat: 6 } as const
const target = { speed: 0, open: 2 } as const
/** What FIT writes where nothing is said. */
const nothing = 0xffffffff

const field = (number: number, baseType: number, size: number, value: number): FitEncoderField => ({
  number,
  baseType,
  size,
  value,
})
const enumerated = (number: number, value: number) => field(number, B.Enum, 1, value)
const short = (number: number, value: number) => field(number, B.Uint16, 2, value)
const long = (number: number, value: number) => field(number, B.Uint32, 4, value)
/** Watches show about so many letters; a longer name is cut at a whole letter. */
const letters = (number: number, text: string, most: number): FitEncoderField => {
  const value = FitEncoder.string([...text].slice(0, most).join(''))
  return { number, baseType: B.String, size: value.length, value }
}

/** Metres per second ×1000, the slower bound first; a step without a pace has an open target. */
const pacing = (step: Step, paces: ZonePaces | null) => {
  const pace = paceOfTarget(step.target, paces)
  return pace === null
    ? { type: target.open, low: nothing, high: nothing }
    : { type: target.speed, low: Math.round(1e6 / pace.slow), high: Math.round(1e6 / pace.fast) }
}

const stepFields = (step: Step, index: number, paces: ZonePaces | null): FitEncoderField[] => {
  const { amount, role } = step
  const { type, low, high } = pacing(step, paces)
  const name = step.cue ?? (step.target.type === 'zone' ? step.target.zone : effortCue(step.target, role))
  return [
    short(254, index),
    enumerated(1, amount.unit === 's' ? kind.time : kind.distance),
    long(2, amount.unit === 's' ? amount.value * 1000 : amount.value * 100),
    enumerated(3, type),
    long(4, 0),
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

const messages = (session: Session, paces: ZonePaces | null): readonly FitEncoderField[][] => {
  const steps: FitEncoderField[][] = []
  for (const block of session.steps) {
    const first = steps.length
    for (const step of block.type === 'step' ? [block] : block.steps) steps.push(stepFields(step, steps.length, paces))
    if (block.type === 'repeat') steps.push(repeatFields(block, steps.length, first))
  }
  return steps
}

export const writer: Writer = {
  id: 'fit',
  title: 'Watch (FIT)',
  ending: '.fit',
  mime: 'application/vnd.ant.fit',
  write: ({ session, paces }) => {
    if (session.steps.length === 0) return err({ type: 'NoSteps' })
    const steps = messages(session, paces)
    const encoder = new FitEncoder()
    // Why: the day as the moment of making, so that the same session gives the same bytes on every device.
    const made = (dayNumber(session.day) - fitEpochDays) * 86_400
    const serial = field(3, B.Uint32z, 4, 1)
    encoder.writeMessage(0, [enumerated(0, 5), short(1, 255), short(2, 1), serial, long(4, made)], 0)
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
