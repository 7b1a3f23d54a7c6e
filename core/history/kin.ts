/** Which recordings may be of one activity at all, looked up once for a list and used for every part of it. */
import { atOnce, type Steps } from '../lib/steps.ts'
import type { Activity } from '../model/activity.ts'
import { dayNumber } from '../model/day.ts'
import type { ActivityId } from '../model/ids.ts'
import { isSameActivity } from './likeness.ts'

/** The families of a list with more than one member, by the id of each member. Who is in none has no twin in it. */
export type Kin = ReadonlyMap<ActivityId, Family>
/** Named by one member, which stays the same object as long as the list does. */
export type Family = { readonly name: object }

/** So many are looked at in one step. */
const aStep = 500

/** What a recording is known by: its own id, and its ids at each kind of source. */
export const namesOf = ({ id, sources }: Activity): readonly string[] => [
  id,
  ...sources.flatMap(source => (source.id === null ? [] : [`${source.kind}\n${source.id}`])),
]

/**
 * Two recordings are kin where they share a name or are alike on days next to each other, and so are the kin of kin.
 * Whether one is merged into another is decided within a family alone, in the whole list as in any part of it.
 */
export const kinIn = (activities: readonly Activity[]): Kin => atOnce(findingKin(activities))

/** The same, so many activities a step. */
export function* findingKin(activities: readonly Activity[]): Steps<Kin> {
  const parents = activities.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parents[root] !== root) root = parents[root]!
    parents[at] = root
    return root
  }
  const join = (a: number, b: number): void => {
    parents[rootOf(a)] = rootOf(b)
  }
  const byId = new Map<string, number>()
  const bySource = new Map<string, Map<string, number>>()
  const meet = (names: Map<string, number>, name: string, at: number): void => {
    const other = names.get(name)
    if (other === undefined) names.set(name, at)
    else join(other, at)
  }
  const byDay = new Map<number, number[]>()
  const days = activities.map(({ day }) => dayNumber(day))
  for (const [at, activity] of activities.entries()) {
    if (at % aStep === aStep - 1) yield
    // Why no `namesOf`: ten years of names need not be written out to be compared.
    meet(byId, activity.id, at)
    for (const { kind, id } of activity.sources) {
      if (id === null) continue
      const names = bySource.get(kind) ?? new Map<string, number>()
      if (names.size === 0) bySource.set(kind, names)
      meet(names, id, at)
    }
    const day = days[at]!
    for (let near = day - 1; near <= day + 1; near++) {
      const others = byDay.get(near)
      if (others !== undefined)
        for (const other of others) if (isSameActivity(activities[other]!, activity)) join(other, at)
    }
    const there = byDay.get(day)
    if (there) there.push(at)
    else byDay.set(day, [at])
  }
  const sizes = new Map<number, number>()
  for (const at of parents.keys()) sizes.set(rootOf(at), (sizes.get(rootOf(at)) ?? 0) + 1)
  const families = new Map<number, Family>()
  const kin = new Map<ActivityId, Family>()
  for (const [at, activity] of activities.entries()) {
    const root = rootOf(at)
    if ((sizes.get(root) ?? 0) < 2) continue
    const family = families.get(root) ?? { name: activity }
    families.set(root, family)
    kin.set(activity.id, family)
  }
  return kin
}
