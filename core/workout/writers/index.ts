/** Every way a workout leaves Tandem as a file, in the order they are offered. */
import { writer as fit } from './fit.ts'
import { writer as mrc } from './mrc.ts'
import { writer as text } from './text.ts'
import type { WriteError, Writer } from './writer.ts'
import { writer as zwo } from './zwo.ts'

export type { WriteError, Writer, WrittenFile } from './writer.ts'

export const writers: readonly Writer[] = [fit, text, zwo, mrc]

/** Why there is no file, in a sentence that says what to do. */
export const explainWriteError = (error: WriteError): string =>
  error.type === 'NoSteps'
    ? 'This session has no steps to write down. Give it steps first.'
    : 'This format counts minutes, and no pace is known for the steps in kilometres. Put a threshold pace on file first.'
