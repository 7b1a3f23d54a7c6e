/** A dry run in numbers: what fired, what would have been applied, asked and escalated, by week and in all. */
import type { FindingKind } from '../model/advice.ts'
import { type Day, mondayOf } from '../model/day.ts'
import type { DryDay } from './dry-run.ts'

/** Each thing counts once, on the day it was new. `left` are drafts that only a coach may write. */
export type DryCounts = {
  readonly fired: Readonly<Partial<Record<FindingKind, number>>>
  readonly findings: number
  readonly applied: number
  readonly asked: number
  readonly left: number
  readonly escalated: number
}
export type DryWeek = DryCounts & { readonly monday: Day }

export const countsOf = (days: readonly DryDay[]): DryCounts => {
  const fired: Partial<Record<FindingKind, number>> = {}
  const counts = { findings: 0, applied: 0, asked: 0, left: 0, escalated: 0 }
  for (const { day, findings, proposals, alert } of days) {
    for (const { finding, since } of findings) {
      if (since !== day) continue
      fired[finding.kind] = (fired[finding.kind] ?? 0) + 1
      counts.findings += 1
    }
    for (const { proposal, since } of proposals) {
      if (since !== day) continue
      counts[({ auto: 'applied', ask: 'asked', coach: 'left' } as const)[proposal.verdict.level]] += 1
    }
    if (alert?.since === day) counts.escalated += 1
  }
  return { fired, ...counts }
}

/** The counts of each week that the days touch, Monday first. */
export const countsByWeek = (days: readonly DryDay[]): readonly DryWeek[] => {
  const weeks = new Map<Day, DryDay[]>()
  for (const day of days) {
    const monday = mondayOf(day.day)
    const week = weeks.get(monday)
    if (week) week.push(day)
    else weeks.set(monday, [day])
  }
  return [...weeks].map(([monday, of]) => ({ monday, ...countsOf(of) }))
}
