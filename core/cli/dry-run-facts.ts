/** A dry run as facts: one object a day, with a documented shape. */
import type { DryDay, TrueDay } from '../dry-run/index.ts'
import type { Level, Reason } from '../model/advice.ts'
import type { Day } from '../model/day.ts'
import type { Edit } from '../model/edit.ts'

/** `new` is whether it began on this day; `since` the day on which it did. Loads that are not known are null, with why. */
export type DayFacts = {
  readonly day: Day
  readonly findings: readonly {
    readonly kind: string
    readonly session: string | null
    readonly says: string
    readonly evidence: readonly string[]
    readonly trust: string
    readonly since: Day
    readonly new: boolean
  }[]
  readonly proposals: readonly {
    readonly id: string
    readonly rule: string
    readonly variant: string
    readonly day: Day
    readonly lastDay: Day
    readonly title: string
    readonly why: string
    readonly edit: Edit
    readonly verdict: Level
    readonly reasons: readonly Reason[]
    readonly since: Day
    readonly new: boolean
  }[]
  readonly alert: {
    readonly id: string
    readonly causes: readonly string[]
    readonly evidence: readonly string[]
    readonly since: Day
    readonly new: boolean
  } | null
  /** Of the first day alone: what of the past was taken as it stands today. */
  readonly asToday?: readonly string[]
  readonly happened: Omit<TrueDay, 'day' | 'load'> & { readonly load: number | null; readonly why: string | null }
}

export const dayFacts = (
  { day, findings, proposals, alert }: DryDay,
  { load, day: _, ...happened }: TrueDay,
): DayFacts => ({
  day,
  findings: findings.map(({ finding: { kind, session, says, evidence, trust }, since }) => ({
    kind,
    session,
    says,
    evidence,
    trust,
    since,
    new: since === day,
  })),
  proposals: proposals.map(({ proposal, since }) => ({
    id: proposal.id,
    rule: proposal.rule,
    variant: proposal.variant,
    day: proposal.day,
    lastDay: proposal.lastDay,
    title: proposal.title,
    why: proposal.why,
    edit: proposal.edit,
    verdict: proposal.verdict.level,
    reasons: proposal.verdict.because,
    since,
    new: since === day,
  })),
  alert: alert && {
    id: alert.alert.id,
    causes: alert.alert.causes.map(({ says }) => says),
    evidence: alert.alert.causes.flatMap(({ evidence }) => evidence),
    since: alert.since,
    new: alert.since === day,
  },
  happened: { ...happened, load: load.known ? load.value : null, why: load.known ? null : load.why },
})
