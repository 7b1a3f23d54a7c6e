/** One run is one run, however many files tell of it. */

import { remembered } from '../lib/remembered.ts'
import type { Activity, Source } from '../model/activity.ts'
import { addDays, type Day } from '../model/day.ts'
import type { ActivityId } from '../model/ids.ts'
import { type Family, type Kin, namesOf } from './kin.ts'
import { byRichness, isSameActivity } from './likeness.ts'

/** A recording that was found to be another's twin: `dropped` is shown as `kept`. */
export type Merge = { readonly kept: ActivityId; readonly dropped: ActivityId }
export type Merged = { readonly activities: readonly Activity[]; readonly merges: readonly Merge[] }

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const sourceKey = ({ kind, id, name }: Source): string => `${kind}\n${id ?? ''}\n${name}`

/** Both provenances, each once, in one order; at most 20. */
const allSources = (a: Activity, b: Activity): Source[] =>
  [...a.sources, ...b.sources.filter(other => !a.sources.some(one => sourceKey(one) === sourceKey(other)))]
    .sort((one, other) => compare(sourceKey(one), sourceKey(other)))
    .slice(0, 20)

/** The richer recording with both provenances, and with what only the other one's people said of it. */
const absorb = (richer: Activity, other: Activity): Activity => {
  const apart = [...new Set([...(richer.apartFrom ?? []), ...(other.apartFrom ?? [])])].sort(compare).slice(0, 50)
  return {
    ...richer,
    name: richer.name ?? other.name,
    rpe: richer.rpe ?? other.rpe,
    comment: richer.comment ?? other.comment,
    sources: allSources(richer, other),
    ...(apart.length > 0 ? { apartFrom: apart } : {}),
    ...(richer.offPlan || other.offPlan ? { offPlan: true as const } : {}),
  }
}

/** Two versions of one id differ only in what people said; which one goes first is settled by their text. */
const inOneOrder = (a: Activity, b: Activity): number =>
  byRichness(a, b) || compare(JSON.stringify([b.rpe, b.comment, b.name]), JSON.stringify([a.rpe, a.comment, a.name]))

/**
 * All activities with twins merged, sorted by start: of each activity the richest recording stays, with the provenance
 * of all. The order of the arguments and repetition make no difference (law I2). A store keeps every recording it was
 * given and merges when it reads, so that a better rule later can also part what was wrongly joined.
 */
export const mergeActivities = (existing: readonly Activity[], incoming: readonly Activity[]): Merged => {
  const kept: Activity[] = []
  const index: Index = { byName: new Map(), byDay: new Map(), members: [] }
  const merges = new Map<ActivityId, ActivityId>()
  for (const activity of [...existing, ...incoming].sort(inOneOrder)) {
    const at = twinOf(activity, kept, index)
    if (at === undefined) kept.push(activity)
    else {
      const twin = kept[at]!
      kept[at] = absorb(twin, activity)
      if (twin.id !== activity.id) merges.set(activity.id, twin.id)
    }
    remember(activity, at ?? kept.length - 1, at === undefined, index)
  }
  return inOrder(
    kept,
    [...merges].map(([dropped, kept]) => ({ kept, dropped })),
  )
}

const inOrder = (activities: Activity[], merges: Merge[]): Merged => ({
  activities: activities.sort((a, b) => compare(a.start, b.start) || compare(a.id, b.id)),
  merges: merges.sort((a, b) => compare(a.dropped, b.dropped)),
})

const mergedBefore = remembered<Merged>()

/**
 * The same answer for a part of a list whose kin are known: who has none stays as it is, and a family is merged once
 * for the same members.
 */
export const mergeFamilies = (activities: readonly Activity[], kin: Kin): Merged => {
  const kept: Activity[] = []
  const families = new Map<Family, Activity[]>()
  for (const activity of activities) {
    const family = kin.get(activity.id)
    if (family === undefined) kept.push(activity)
    else {
      const members = families.get(family)
      if (members) members.push(activity)
      else families.set(family, [activity])
    }
  }
  const merges: Merge[] = []
  for (const [{ name }, members] of families) {
    const merged = mergedBefore(name, [members], () => mergeActivities(members, []))
    kept.push(...merged.activities)
    merges.push(...merged.merges)
  }
  return inOrder(kept, merges)
}

/** The id an activity is shown under: its own, or that of the richer recording it was merged into. */
export const shownAs = (merges: readonly Merge[], id: ActivityId): ActivityId =>
  merges.find(merge => merge.dropped === id)?.kept ?? id

/** Where kept recordings stand in the list, by id or source, and by day. */
type Index = {
  readonly byName: Map<string, number>
  readonly byDay: Map<Day, number[]>
  /** The ids of all that a kept recording stands for. */
  readonly members: ActivityId[][]
}

const remember = (activity: Activity, at: number, isNew: boolean, { byName, byDay, members }: Index): void => {
  if (isNew) members[at] = [activity.id]
  else members[at]!.push(activity.id)
  for (const name of namesOf(activity)) if (!byName.has(name)) byName.set(name, at)
  if (isNew) byDay.set(activity.day, [...(byDay.get(activity.day) ?? []), at])
}

// Why: a shared source is proof and goes before likeness; then the richest (kept first) of those that are alike. Two
// recordings of one activity may stand on neighbouring days where one file knows the time zone and the other does not.
const twinOf = (activity: Activity, kept: readonly Activity[], index: Index): number | undefined => {
  const { byName, byDay } = index
  // Why first of all: what a person said goes before every likeness, and before a source's own name for both.
  const mayJoin = (at: number) => !isApart(activity, kept[at]!, index.members[at]!)
  const named = namesOf(activity).flatMap(name => byName.get(name) ?? [])
  if (named.length > 0) return named.sort((a, b) => a - b).find(mayJoin)
  const near = [-1, 0, 1].flatMap(days => byDay.get(addDays(activity.day, days)) ?? [])
  return near.sort((a, b) => a - b).find(at => isSameActivity(kept[at]!, activity) && mayJoin(at))
}

const isApart = (activity: Activity, kept: Activity, members: readonly ActivityId[]): boolean =>
  (kept.apartFrom?.includes(activity.id) ?? false) || (activity.apartFrom?.some(id => members.includes(id)) ?? false)
