/** A workout for Zwift and the programs that read its files: time at a share of threshold. */
import { ok } from '../../lib/result.ts'
import { promptsOf } from '../prompts.ts'
import { exampleGiven } from './example.ts'
import { type Timed, timedBlocks } from './relative.ts'
import { fileNameOf, inMarkup, type Writer, type WriterExample } from './writer.ts'

const share = (value: number) => value.toFixed(2)
const cueOf = ({ step }: Timed) =>
  promptsOf(step.cue)
    .map(({ atS, words }) => `<textevent timeoffset="${atS}" message="${inMarkup(words)}"/>`)
    .join('')

const element = (timed: Timed): string => {
  const { seconds, shares, step } = timed
  const cue = cueOf(timed)
  const close = (open: string, name: string) => (cue === '' ? `${open}/>` : `${open}>${cue}</${name}>`)
  if (shares === null) return close(`<FreeRide Duration="${seconds}"`, 'FreeRide')
  const middle = (shares[0] + shares[1]) / 2
  const isRamp = step.target.type === 'range' && step.target.ramp === true
  const [from, to] = isRamp ? shares : [middle, middle]
  const name = step.role === 'warmup' ? 'Warmup' : step.role === 'cooldown' ? 'Cooldown' : isRamp ? 'Ramp' : null
  // Why: in all three the format calls low what stands at the begin, also where it is the higher.
  if (name !== null)
    return close(`<${name} Duration="${seconds}" PowerLow="${share(from)}" PowerHigh="${share(to)}"`, name)
  return close(`<SteadyState Duration="${seconds}" Power="${share(middle)}"`, 'SteadyState')
}

/** Repeats are written out: the format's own repeat holds two steps and no words. */
export const writer: Writer = {
  id: 'zwo',
  title: 'Zwift (ZWO)',
  ending: '.zwo',
  mime: 'application/xml',
  write: ({ session, paces }) => {
    const blocks = timedBlocks(session, paces)
    if (!blocks.ok) return blocks
    const lines = blocks.value.flatMap(({ times, steps }) =>
      Array.from({ length: times }, () => steps.map(element)).flat(),
    )
    const name = inMarkup(session.title || session.purpose)
    const content = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<workout_file>',
      '  <author>Tandem</author>',
      `  <name>${name}</name>`,
      `  <description>${inMarkup(session.notes)}</description>`,
      `  <sportType>${session.sport === 'ride' ? 'bike' : 'run'}</sportType>`,
      '  <durationType>time</durationType>',
      '  <workout>',
      ...lines.map(line => `    ${line}`),
      '  </workout>',
      '</workout_file>',
      '',
    ].join('\n')
    return ok({ name: fileNameOf(session), content })
  },
}

export const examples: readonly WriterExample[] = [
  {
    name: 'minutes at a share of threshold, kilometres by the athlete’s own pace',
    given: exampleGiven,
    contains: [
      '<Warmup Duration="900" PowerLow="0.80" PowerHigh="0.80"/>',
      'message="Strong &amp; relaxed"',
      '<FreeRide Duration="120"/>',
    ],
  },
  {
    name: 'kilometres of a runner whose pace nobody knows',
    given: () => ({ ...exampleGiven(), paces: null }),
    error: { type: 'DistanceWithoutPace' },
  },
]
