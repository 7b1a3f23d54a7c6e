/** A workout for trainers and treadmills that read minutes against percent of threshold. */
import { ok } from '../../lib/result.ts'
import { exampleGiven } from './example.ts'
import { type Timed, timedBlocks } from './relative.ts'
import { fileNameOf, type Writer, type WriterExample } from './writer.ts'

/** What stands for a step that asks for nothing: an easy spin of the legs. trust: ours. */
const easyPercent = 60
/** Percent at the two ends: alike but for a ramp. */
const endsOf = ({ step: { target }, shares }: Timed): readonly [number, number] => {
  if (shares === null) return [easyPercent, easyPercent]
  const [from, to] = shares.map(share => Math.round(share * 100)) as [number, number]
  const middle = Math.round((from + to) / 2)
  return target.type === 'range' && target.ramp ? [from, to] : [middle, middle]
}
const oneLine = (text: string) => text.replaceAll(/[\r\n[\]]+/g, ' ')

export const writer: Writer = {
  id: 'mrc',
  title: 'Trainer (MRC)',
  ending: '.mrc',
  mime: 'text/plain',
  write: ({ session, paces }) => {
    const blocks = timedBlocks(session, paces)
    if (!blocks.ok) return blocks
    const points: string[] = []
    let seconds = 0
    const at = (percent: number) => points.push(`${(seconds / 60).toFixed(2)}\t${percent}`)
    for (const { times, steps } of blocks.value)
      for (let time = 0; time < times; time++)
        for (const timed of steps) {
          const [from, to] = endsOf(timed)
          at(from)
          seconds += timed.seconds
          at(to)
        }
    const name = oneLine(session.title || session.purpose)
    const content = [
      '[COURSE HEADER]',
      'VERSION = 2',
      'UNITS = METRIC',
      `DESCRIPTION = ${name}`,
      `FILE NAME = ${fileNameOf(session)}`,
      'MINUTES PERCENT',
      '[END COURSE HEADER]',
      '[COURSE DATA]',
      ...points,
      '[END COURSE DATA]',
      '',
    ].join('\r\n')
    return ok({ name: fileNameOf(session), content })
  },
}

export const examples: readonly WriterExample[] = [
  {
    name: 'two points a step',
    given: exampleGiven,
    contains: ['0.00\t80\r\n15.00\t80', 'MINUTES PERCENT', 'DESCRIPTION = 5 × 1000 m, by the lake'],
  },
  { name: 'a session without steps', given: () => exampleGiven({ steps: [] }), error: { type: 'NoSteps' } },
]
