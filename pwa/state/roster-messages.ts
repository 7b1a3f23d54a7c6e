/** What the page and the one that assesses athletes beside it say to each other. */
import type { AthleteId } from '../../core/model/ids.ts'
import type { LogEntry } from '../../core/model/log.ts'
import type { PastSeason, Unloaded } from '../../core/plan/seasons.ts'
import type { Assessment } from '../../core/reports/desk/assessment.ts'
import type { Now } from './app.ts'

/** One athlete's documents as Yjs updates, each in pieces. `known` is the name of the inputs that were assessed last; null where none were. */
export type ToAssess = {
  readonly space: string
  readonly athlete: AthleteId
  readonly plan: readonly Uint8Array[]
  readonly content: readonly Uint8Array[]
  readonly playbook: readonly Uint8Array[]
  /** The seasons before, as far as the engine reads them, and what is said of the others. */
  readonly past: readonly PastSeason[]
  readonly away: Unloaded | null
  readonly log: readonly LogEntry[]
  readonly now: Now
  readonly known: string | null
}

/** `assessment` is null where the inputs are those already known. */
export type Assessed = { readonly space: string; readonly inputs: string; readonly assessment: Assessment | null }
