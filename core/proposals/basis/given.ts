/** A made-up plan with nothing decided yet, for the examples beside each draft. */
import { findAll } from '../../findings/index.ts'
import type { Proposal } from '../../model/advice.ts'
import type { VisiblePlan } from '../../model/plan.ts'
import { type Given, given } from '../../signals/basis/given.ts'
import { describeSteps } from '../../workout/estimate.ts'
import type { Drafting } from '../proposal.ts'

/** Sessions as written, nothing changed. */
/* @__NO_SIDE_EFFECTS__ */
export const asWritten = (said: Given): VisiblePlan => ({
  sessions: (said.sessions ?? []).map(session => ({
    session,
    written: session,
    state: 'planned',
    changes: [],
    replaces: null,
    replacedBy: null,
  })),
  phases: said.phases ?? [],
  races: said.races ?? [],
  refused: [],
})

/* @__NO_SIDE_EFFECTS__ */
export const drafting = (said: Given): Drafting => {
  const context = given(said)
  return { context, findings: findAll(context), visible: asWritten(said), log: [] }
}

/** A draft in one line: `2026-05-13 swap-equal (next-free-day): 8 × 90 s hill: 15 min E · …`. */
/* @__NO_SIDE_EFFECTS__ */
export const inALine = ({ day, rule, variant, edit }: Proposal): string => {
  const title = edit.adds?.title ?? edit.after.title ?? ''
  return `${day} ${rule} (${variant}): ${title}: ${describeSteps(edit.adds?.steps ?? edit.after.steps ?? [])}`
}
