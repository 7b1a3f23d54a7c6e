/** What the page and the one that tries a playbook on the past say to each other. */
import type { Difference, DryCounts, DryWeek, Past, TrueWeek, Wrong } from '../../core/dry-run/index.ts'
import type { Day } from '../../core/model/day.ts'
import type { Playbook } from '../../core/model/playbook.ts'

/** One athlete's past, and the playbook to try; with another beside it to compare it with. */
export type DryTask = {
  readonly space: string
  readonly name: string
  readonly past: Past
  readonly playbook: Playbook
  readonly beside: Playbook | null
  readonly from: Day
  readonly to: Day
}

/** One thing a run would have done, on the day it was new. */
export type DryEvent = {
  readonly day: Day
  readonly what: 'finding' | 'applied' | 'asked' | 'left' | 'alert'
  readonly says: string
  /** Of a draft: by which rule, and its name. */
  readonly draft: { readonly rule: string; readonly item: string } | null
}
export type DryTold = {
  readonly counts: DryCounts
  readonly weeks: readonly DryWeek[]
  readonly events: readonly DryEvent[]
  readonly wrong: readonly Wrong[]
}
/** `differences` are the days on which the playbook parts from the one beside it. */
export type DryResult = Pick<DryTask, 'space' | 'name' | 'from' | 'to'> & {
  readonly told: DryTold
  readonly beside: DryTold | null
  readonly differences: readonly Difference[]
  readonly truth: readonly TrueWeek[]
  /** What of the past was taken as it stands today. */
  readonly asToday: readonly string[]
}

export type ToDryRun = { readonly type: 'run'; readonly tasks: readonly DryTask[] }
export type FromDryRun =
  | { readonly type: 'progress'; readonly done: number; readonly of: number; readonly name: string }
  | { readonly type: 'result'; readonly result: DryResult }
  | { readonly type: 'end' }
