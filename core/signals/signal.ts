/** What a reading on screen is: a number read from the context of a day, or why it is not known. */
import type { Reading } from '../lib/reading.ts'
import type { Trust } from '../model/advice.ts'
import type { Context } from './basis/context.ts'

/** `unit` is what stands behind the number on screen. A reading is rounded, so that every device shows the same. */
export type Signal = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly trust: Trust
  readonly read: (context: Context) => Reading<number>
}

/** A signal's own examples: a context, and the value it must read (null: not known). */
export type Example = {
  readonly name: string
  readonly given: () => Context
  readonly value: number | null
}
