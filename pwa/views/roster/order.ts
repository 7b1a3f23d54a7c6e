/** Who stands in the roster, in which order, and who is left out by a filter. */
import type { Day } from '../../../core/model/day.ts'
import { daysBetween } from '../../../core/model/day.ts'
import type { Assessment } from '../../../core/reports/desk/assessment.ts'
import type { AthleteLine } from '../../state/app.ts'
import type { RosterFilter, RosterGroup } from '../../state/roster-desk.ts'

/** One athlete; `assessment` is null until they were assessed on this device. */
export type RosterLine = {
  readonly space: string
  readonly name: string
  readonly membership: AthleteLine['membership']
  readonly assessment: Assessment | null
  /** The names of the coach's own groups they are in. */
  readonly groups: readonly string[]
}

const soonDays = 28

export const isRaceSoon = ({ race, day }: Assessment): boolean =>
  race !== null && daysBetween(day, race.day) <= soonDays

const last = Number.MAX_SAFE_INTEGER
// Why one: asking each name for its place by itself takes a hundred times as long.
const byName = new Intl.Collator()

/** Those who need the coach first; of equals by name. */
export const rosterLines = (
  athletes: readonly AthleteLine[],
  assessments: ReadonlyMap<string, Assessment>,
  groups: readonly RosterGroup[] = [],
): readonly RosterLine[] =>
  athletes
    .map(({ space, name, membership }) => ({
      space,
      name,
      membership,
      assessment: assessments.get(space) ?? null,
      groups: groups.filter(({ members }) => members.includes(space)).map(group => group.name),
    }))
    .toSorted(
      (a, b) =>
        (a.assessment?.rank ?? last) - (b.assessment?.rank ?? last) ||
        byName.compare(a.name, b.name) ||
        (a.space < b.space ? -1 : 1),
    )

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const own = 'own:'
/** A group of the coach's own as a filter names it, beside the phases. */
export const filterOf = (group: string): string => `${own}${group}`
/** The coach's own group that a filter names; null where it names none. */
export const groupOf = ({ group }: RosterFilter): string | null =>
  group?.startsWith(own) ? group.slice(own.length) : null

const isInGroup = ({ assessment, groups }: RosterLine, filter: RosterFilter): boolean => {
  const name = groupOf(filter)
  if (name !== null) return groups.includes(name)
  if (filter.group === 'race-soon') return assessment !== null && isRaceSoon(assessment)
  return filter.group === null || assessment?.phase === filter.group
}

/** Whether a line is shown. The search looks at the name and at what the three lines say. */
export const isShown = (line: RosterLine, filter: RosterFilter): boolean => {
  const { name, assessment } = line
  if (filter.standing !== 'all' && assessment?.standing !== filter.standing) return false
  if (!isInGroup(line, filter)) return false
  const words = plain(filter.search.trim())
  const text = assessment ? `${name} ${assessment.changed} ${assessment.why} ${assessment.next}` : name
  return words === '' || plain(text).includes(words)
}

/** The days until a race in words. */
export const sayUntil = (from: Day, to: Day): string => {
  const days = daysBetween(from, to)
  return days === 0
    ? 'today'
    : days === 1
      ? 'tomorrow'
      : days < 21
        ? `in ${days} days`
        : `in ${Math.round(days / 7)} weeks`
}

export const addressOfReview = (space: string): string => `/review/${encodeURIComponent(space)}`

/** The athletes in the order in which the coach walks them: as the roster showed them last. */
let walked: readonly string[] = []

export const walkBy = (shown: readonly RosterLine[]): void => {
  walked = shown.filter(({ assessment }) => assessment !== null).map(({ space }) => space)
}

/** Why kept: an athlete who was just reviewed moves in the roster, and the walk goes on as it began. */
export const walkOf = (lines: readonly RosterLine[]): readonly string[] => {
  const here = new Set(lines.map(({ space }) => space))
  const kept = walked.filter(space => here.has(space))
  if (kept.length === 0) walkBy(lines)
  return kept.length === 0 ? walked : kept
}

/** The one so many places further, or null at the end. */
export const neighbour = (walk: readonly string[], space: string, by: number): string | null =>
  walk[walk.indexOf(space) + by] ?? null

/** The next who was not reviewed yet, from the top again after the last; null when everybody was. */
export const nextToReview = (
  walk: readonly string[],
  assessments: ReadonlyMap<string, Assessment>,
  space: string,
): string | null => {
  const at = walk.indexOf(space)
  const after = [...walk.slice(at + 1), ...walk.slice(0, Math.max(0, at))]
  return after.find(id => id !== space && assessments.get(id)?.isReviewed === false) ?? null
}
