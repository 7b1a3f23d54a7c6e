/** What a coach copied or cut in a calendar, to be pasted on other days, of this athlete or of another. */
import { signal } from '@preact/signals'
import type { Day } from '../../core/model/day.ts'
import type { Session } from '../../core/model/session.ts'

export type Copied = {
  readonly sessions: readonly Session[]
  /** The day that comes to lie on the day pasted at: the first, or for a whole week its Monday. */
  readonly from: Day
  readonly isWeek: boolean
  /** Whose they are: the space, and the name for people. */
  readonly space: string
  readonly athlete: string
  /** Pasting takes them from where they are. */
  readonly isCut: boolean
}

/** Kept while the app is open, whoever is looked at. */
export const copied = signal<Copied | null>(null)
