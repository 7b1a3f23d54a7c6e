/** The workout as text in the field's own syntax, to paste into a log or a message. */
import { err, ok } from '../../lib/result.ts'
import { printWorkout } from '../text.ts'
import { exampleGiven } from './example.ts'
import { fileNameOf, type Writer, type WriterExample } from './writer.ts'

export const writer: Writer = {
  id: 'text',
  title: 'Text',
  ending: '.txt',
  mime: 'text/plain',
  write: ({ session }) =>
    session.steps.length === 0
      ? err({ type: 'NoSteps' })
      : ok({ name: fileNameOf(session), content: `${printWorkout(session.steps)}\n` }),
}

export const examples: readonly WriterExample[] = [
  { name: 'as the coach typed it', given: exampleGiven, contains: ['5x\n- Strong & relaxed 1km I\n- 2m'] },
  { name: 'a session without steps', given: () => exampleGiven({ steps: [] }), error: { type: 'NoSteps' } },
]
