/** What views are given of the coach's roster: every athlete as last assessed, and the views of it a coach kept. */
import type { ReadonlySignal } from '@preact/signals'
import type { Standing } from '../../core/reports/desk/answers.ts'
import type { Assessment } from '../../core/reports/desk/assessment.ts'

/** What is shown of the roster. `group` is a phase of training, or `race-soon`; null is everybody. */
export type RosterFilter = {
  readonly standing: Standing | 'all'
  readonly group: string | null
  readonly search: string
}
export const everybody: RosterFilter = { standing: 'all', group: null, search: '' }

/** A filter under a name of the coach's own, on this device. */
export type RosterView = { readonly name: string; readonly filter: RosterFilter }

/** How many athletes wait to be assessed anew, and why that stopped, where it did. */
export type Refreshing = { readonly left: number; readonly why: string | null }

/** A sample club on its way: so many of its athletes stand. */
export type Making = { readonly done: number; readonly of: number }

export type RosterDesk = {
  readonly making: ReadonlySignal<Making | null>
  /** By space; one that was never assessed here is not in it. */
  readonly assessments: ReadonlySignal<ReadonlyMap<string, Assessment>>
  readonly refreshing: ReadonlySignal<Refreshing>
  readonly rosterViews: ReadonlySignal<readonly RosterView[]>
  keepRosterViews(views: readonly RosterView[]): void
}
