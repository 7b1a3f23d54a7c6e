/** What views are given of the coach's roster: every athlete as last assessed, and the views of it a coach kept. */
import type { ReadonlySignal } from '@preact/signals'
import type { Review, ReviewAnswer } from '../../core/model/review.ts'
import type { Standing } from '../../core/reports/desk/answers.ts'
import type { Assessment } from '../../core/reports/desk/assessment.ts'
import type { ReviewDoes } from '../../core/reports/desk/options.ts'
import type { Did } from './app.ts'

export type ReviewActions = {
  /** Coach: signs what a review decides, then writes it where the athlete reads it; one step to take back. */
  sendReview(review: Omit<Review, 'id' | 'by' | 'at'>, does: ReviewDoes): Did
  /** The athlete's own: understood, or a question. */
  answerReview(review: string, said: ReviewAnswer['said'], words: string): Did
}

/** Athletes by space, under a name of the coach's own, on this device. */
export type RosterGroup = { readonly name: string; readonly members: readonly string[] }

/** What is shown of the roster. `group` is a phase of training, `race-soon`, or `own:` with a group's name; null is everybody. */
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
  readonly rosterGroups: ReadonlySignal<readonly RosterGroup[]>
  keepRosterGroups(groups: readonly RosterGroup[]): void
}
