/** The groups a coach puts athletes in, under names of their own, kept on this device. */
import * as v from 'valibot'
import type { Shelf } from './preferences.ts'
import type { RosterGroup } from './roster-desk.ts'

const key = 'tandem/roster-groups'

/** In characters; as long as the name of a view. */
export const longestGroupName = 60

const groupsSchema = v.array(
  v.strictObject({
    name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestGroupName)),
    members: v.array(v.string()),
  }),
)

/** As kept; a damaged entry counts as none. */
export const readRosterGroups = (shelf: Shelf): readonly RosterGroup[] => {
  try {
    const read = v.safeParse(groupsSchema, JSON.parse(shelf.getItem(key) ?? '[]'))
    return read.success ? read.output : []
  } catch {
    return []
  }
}

export const keepRosterGroups = (shelf: Shelf, groups: readonly RosterGroup[]): void => {
  try {
    shelf.setItem(key, JSON.stringify(groups))
  } catch {
    // Why: a full or forbidden shelf costs only the groups, on the next visit.
  }
}

/** With an athlete in or out of one group. A group begins with its first athlete and goes with its last. */
export const regrouped = (
  groups: readonly RosterGroup[],
  name: string,
  space: string,
  isIn: boolean,
): readonly RosterGroup[] => {
  const all = groups.some(group => group.name === name) ? groups : [...groups, { name, members: [] }]
  return all
    .map(group => {
      if (group.name !== name) return group
      const others = group.members.filter(one => one !== space)
      return { name, members: isIn ? [...others, space] : others }
    })
    .filter(({ members }) => members.length > 0)
}
