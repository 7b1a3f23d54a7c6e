/** What views are given of the playbook: the draft that waits, what is tried on the past, files, and what a coach signs. */
import type { ReadonlySignal } from '@preact/signals'
import type { Result } from '../../core/lib/result.ts'
import type { Day } from '../../core/model/day.ts'
import type { OwnExample, Playbook } from '../../core/model/playbook.ts'
import type { PlaybookFile } from '../../core/playbook/index.ts'
import type { Did } from './app.ts'
import type { DryResult } from './dry-run-messages.ts'

/** A playbook as it was when its editing began, and as the coach would have it. */
export type PlaybookChange = { readonly before: Playbook; readonly draft: Playbook }
/** A draft as it is kept on this device; `begun` in minutes since 1970. */
export type KeptDraft = PlaybookChange & {
  readonly space: string
  readonly begun: number
  /** What the coach will say about it, as far as it is written. */
  readonly words: string | null
}

/**
 * What is tried on the past, from a day on. With a draft: what it would change, beside what is in force. Else the
 * playbook given (the one in force where it is null), with another beside it or alone.
 */
export type DryRunAsked = {
  readonly draft: PlaybookChange | null
  readonly playbook: Playbook | null
  readonly beside: Playbook | null
  readonly scope: 'all' | 'one'
  readonly from: Day
  /** Today where it is not said. */
  readonly to?: Day
}
/** A try as it runs and as it ended; `done` and `of` count days. */
export type DryRunState = {
  readonly asked: DryRunAsked
  readonly state: 'running' | 'done' | 'stopped'
  readonly done: number
  readonly of: number
  readonly name: string
  readonly results: readonly DryResult[]
  /** What stopped it, where nobody did. */
  readonly why: string | null
}

export type PlaybookActions = {
  /**
   * Coach: what was changed in a draft, signed as the next version of the playbook, of all athletes they coach or of the
   * one looked at alone. `words` is what they say about it.
   */
  signPlaybook(change: PlaybookChange, scope: 'all' | 'one', words: string | null): Did
  /** Coach: an example of their own from a real day of this athlete, and taken away again. */
  putOwnExample(example: OwnExample): Did
  removeOwnExample(id: string): Did
}

export type PlaybookDesk = {
  /** What the coach has changed and not signed yet, of the athlete looked at; it stays when the page is left. */
  readonly playbookDraft: ReadonlySignal<KeptDraft | null>
  /** Keeps the draft on this device, or drops it. */
  draftPlaybook(draft: Playbook | null, words?: string): void
  /** Tries a playbook on the past, one at a time: the last one asked. */
  readonly trying: ReadonlySignal<DryRunState | null>
  tryOnPast(asked: DryRunAsked): void
  stopTrying(): void
  /** The playbook in force as a file; and a file read, its signature checked. */
  exportPlaybook(): Promise<string | null>
  openPlaybook(text: string): Promise<Result<PlaybookFile, string>>
}
