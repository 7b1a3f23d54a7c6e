/** The three outcomes of a Monday, in words and with their keys. */
import { type ReviewOutcome, reviewOutcomes } from '../../core/model/review.ts'

type OutcomeWords = { readonly title: string; readonly key: string; readonly told: string }

/** `told` is how the athlete reads it. */
export const outcomeWords: Readonly<Record<ReviewOutcome, OutcomeWords>> = {
  'on-track': { title: 'On track', key: '1', told: 'You are on track: the plan stands.' },
  deload: { title: 'Modest deload', key: '2', told: 'A lighter week.' },
  adjust: { title: 'Targeted adjustment', key: '3', told: 'One thing changes.' },
}

export const outcomeOfKey = (key: string): ReviewOutcome | undefined =>
  reviewOutcomes.find(outcome => outcomeWords[outcome].key === key)
