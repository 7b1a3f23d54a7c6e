/** What to do next: every draft of a day that still waits for somebody. */
import type { Proposal } from '../model/advice.ts'
import type { LayerMode, Playbook } from '../model/playbook.ts'
import { proposal as afterPain } from './after-pain.ts'
import { isExpired, settledItems, standingItems } from './basis/open.ts'
import { proposal as easeEasyDay } from './ease-easy-day.ts'
import { proposal as easeKey } from './ease-key.ts'
import { proposal as holdWeek } from './hold-week.ts'
import { proposal as leaveOut } from './leave-out.ts'
import { proposal as lighterWeek } from './lighter-week.ts'
import { proposal as moveSession } from './move-session.ts'
import type { Drafting, ProposalRule } from './proposal.ts'
import { proposal as raiseLoad } from './raise-load.ts'
import { proposal as recomputeZones } from './recompute-zones.ts'
import { proposal as restDay } from './rest-day.ts'
import { proposal as returnPlan } from './return-plan.ts'
import { proposal as swapEqual } from './swap-equal.ts'

export { isExpired, settledItems, standingItems } from './basis/open.ts'
export { type Drafting, type ProposalRule, proposalId } from './proposal.ts'

export const proposals: readonly ProposalRule[] = [
  recomputeZones,
  swapEqual,
  moveSession,
  easeEasyDay,
  easeKey,
  afterPain,
  restDay,
  leaveOut,
  lighterWeek,
  returnPlan,
  holdWeek,
  raiseLoad,
]

/** Whether the part of the playbook a rule belongs to is on, watched or off. */
export const modeOf = (rule: string, { layers }: Playbook): LayerMode => {
  const layer = proposals.find(({ id }) => id === rule)?.layer
  return layer === undefined ? 'off' : layers[layer]
}

/**
 * Every open draft of the rules whose layer is in this mode: `on` is what people see, `watched` what only the audit
 * counts; with a layer off its drafts do not exist. Sorted by day and id.
 */
export const draftAll = (drafting: Drafting, mode: 'on' | 'watched'): readonly Proposal[] => {
  const settled = settledItems(drafting.log)
  const standing = standingItems(drafting.visible)
  return proposals
    .filter(({ id }) => modeOf(id, drafting.context.playbook) === mode)
    .flatMap(({ draft }) => draft(drafting))
    .filter(one => !settled.has(one.id) && !standing.has(one.id) && !isExpired(one, drafting.context))
    .toSorted((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1))
}
