/** How well duplicates are found, pair by pair against what is known of them. */
import { mergeActivities } from '../../core/history/history.ts'
import type { Activity } from '../../core/model/activity.ts'
import type { Summary } from './summaries.ts'

/** Pairs of ids, each written smaller name first. */
type Pairs = ReadonlySet<string>
const pairOf = (a: string, b: string): string => (a < b ? `${a} = ${b}` : `${b} = ${a}`)

export type Found = {
  readonly known: number
  readonly found: number
  readonly right: number
  readonly precision: number
  readonly recall: number
  readonly missed: readonly string[]
  readonly wrong: readonly string[]
}

/** All pairs within each group of recordings that are shown as one. */
const pairsFound = (activities: readonly Activity[]): Pairs => {
  const { merges } = mergeActivities(activities, [])
  const groups = new Map<string, string[]>()
  for (const { kept, dropped } of merges) groups.set(kept, [...(groups.get(kept) ?? [kept]), dropped])
  return new Set(
    [...groups.values()].flatMap(ids => ids.flatMap((one, i) => ids.slice(i + 1).map(other => pairOf(one, other)))),
  )
}

export const compare = (activities: readonly Activity[], known: Pairs): Found => {
  const found = pairsFound(activities)
  const right = [...found].filter(pair => known.has(pair)).length
  return {
    known: known.size,
    found: found.size,
    right,
    precision: found.size === 0 ? 1 : right / found.size,
    recall: known.size === 0 ? 1 : right / known.size,
    missed: [...known].filter(pair => !found.has(pair)),
    wrong: [...found].filter(pair => !known.has(pair)),
  }
}

/** Recordings that start in the same second: one activity, exported twice under two names. */
export const sameStart = (summaries: readonly Summary[]): Pairs => {
  const byStart = new Map<string, Summary[]>()
  for (const one of summaries) byStart.set(one.start, [...(byStart.get(one.start) ?? []), one])
  return new Set(
    [...byStart.values()].flatMap(list =>
      list.flatMap((one, i) => list.slice(i + 1).map(other => pairOf(one.activity.id, other.activity.id))),
    ),
  )
}

/** Each activity once, and beside it as another service would tell of it: later, a little shorter, without heart rate. */
export const withOtherSource = (
  once: readonly Activity[],
): { readonly all: readonly Activity[]; readonly known: Pairs } => {
  const others = once.map(
    (activity, i): Activity => ({
      ...activity,
      id: `other-${activity.id}` as Activity['id'],
      utc: (activity.utc ?? 0) + (i % 110),
      durationS: Math.max(1, Math.round(activity.durationS * (1 - (i % 10) / 200))),
      distanceM: activity.distanceM === null ? null : Math.round(activity.distanceM * (1 + ((i % 7) - 3) / 200)),
      meanHr: null,
      maxHr: null,
      sources: [{ kind: 'strava-archive', name: 'export.zip', id: String(i) }],
    }),
  )
  return { all: [...once, ...others], known: new Set(once.map((activity, i) => pairOf(activity.id, others[i]!.id))) }
}
