/** Two playbooks over the same past: the days on which they part, in words. */
import type { Level } from '../model/advice.ts'
import type { Day } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import { type DryDay, nameOfFinding } from './dry-run.ts'

/** What only one of the two would have shown, or shown at another level. Each sentence stands by itself. */
export type Difference = { readonly day: Day; readonly says: readonly string[] }

const would: { readonly [level in Level]: string } = {
  auto: 'it would have been applied at once',
  ask: 'it would have waited for the coach',
  coach: 'it would have been left to the coach',
}

/** Days in the order of the second run; a day on which both say the same is left out. */
export const compareRuns = (before: readonly DryDay[], after: readonly DryDay[]): readonly Difference[] => {
  const old = new Map(before.map(day => [day.day, day]))
  const firsts = { before: firstDrafts(before), after: firstDrafts(after) }
  return after.flatMap(now => {
    const was = old.get(now.day)
    const says = was === undefined ? [] : [...noticed(was, now), ...drafted(now.day, firsts), ...alerted(was, now)]
    return says.length === 0 ? [] : [{ day: now.day, says }]
  })
}

/** What begins on the day in one run while the other is silent; two sentences about one thing are the same thing. */
const noticed = (was: DryDay, now: DryDay): readonly string[] => [
  ...beginsOnlyIn(now, was).map(says => `now noticed: ${says}`),
  ...beginsOnlyIn(was, now).map(says => `no longer noticed: ${says}`),
]

const beginsOnlyIn = ({ day, findings }: DryDay, other: DryDay): readonly string[] => {
  const there = new Set(other.findings.map(({ finding }) => nameOfFinding(finding)))
  return findings.flatMap(({ finding, since }) =>
    since === day && !there.has(nameOfFinding(finding)) ? [finding.says] : [],
  )
}

type First = { readonly day: Day; readonly title: string; readonly level: Level }

/** Each draft on the day it was first made. */
const firstDrafts = (days: readonly DryDay[]): ReadonlyMap<string, First> => {
  const firsts = new Map<string, First>()
  for (const { day, proposals } of days)
    for (const { proposal } of proposals)
      if (!firsts.has(proposal.id))
        firsts.set(proposal.id, { day, title: proposal.title, level: proposal.verdict.level })
  return firsts
}

type Firsts = { readonly before: ReadonlyMap<string, First>; readonly after: ReadonlyMap<string, First> }

const drafted = (day: Day, { before, after }: Firsts): readonly string[] => [
  ...[...after].flatMap(([id, now]) => {
    const was = before.get(id)
    if (now.day !== day) return []
    if (was === undefined) return [`now drafted: ${now.title}; ${would[now.level]}`]
    if (was.level !== now.level) return [`${now.title}: ${would[now.level]} now; before, ${would[was.level]}`]
    return was.day === now.day ? [] : [`${now.title}: drafted on this day instead of ${sayDay(was.day)}`]
  }),
  ...[...before].flatMap(([id, was]) => (was.day === day && !after.has(id) ? [`no longer drafted: ${was.title}`] : [])),
]

const alerted = (was: DryDay, now: DryDay): readonly string[] => [
  ...(now.alert?.since === now.day && was.alert === null ? ['the coach would now have been alerted'] : []),
  ...(was.alert?.since === was.day && now.alert === null ? ['the coach would no longer have been alerted'] : []),
]
