/** The views of the roster a coach keeps on this device. */
import * as v from 'valibot'
import { standings } from '../../core/reports/desk/answers.ts'
import type { Shelf } from './preferences.ts'
import type { RosterView } from './roster-desk.ts'

const key = 'tandem/roster-views'

const viewsSchema = v.array(
  v.strictObject({
    name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
    filter: v.strictObject({
      standing: v.picklist(['all', ...standings]),
      group: v.nullable(v.string()),
      search: v.string(),
    }),
  }),
)

/** As kept; a damaged entry counts as none. */
export const readRosterViews = (shelf: Shelf): readonly RosterView[] => {
  try {
    const read = v.safeParse(viewsSchema, JSON.parse(shelf.getItem(key) ?? '[]'))
    return read.success ? read.output : []
  } catch {
    return []
  }
}

export const keepRosterViews = (shelf: Shelf, views: readonly RosterView[]): void => {
  try {
    shelf.setItem(key, JSON.stringify(views))
  } catch {
    // Why: a full or forbidden shelf costs only the views, on the next visit.
  }
}
