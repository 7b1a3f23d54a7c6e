/** What became of each file that came in, once it is known what was on file and what the other files tell. */
import type { ImportLine } from '../import/report.ts'
import { atOnce, type Steps } from '../lib/steps.ts'
import type { Activity } from '../model/activity.ts'
import { findingKin } from './kin.ts'
import { mergeFamilies } from './merge.ts'

/** A file's line and the activities it gave. */
export type Arrival = { readonly line: ImportLine; readonly activities: readonly Activity[] }

/**
 * Marks what was on file before, or told of a run that another file tells of better; each recording that is shown as
 * another one is named with where both came from.
 */
export const withMerges = (arrivals: readonly Arrival[], before: readonly Activity[]): readonly ImportLine[] =>
  atOnce(tellingMerges(arrivals, before))

/** The same a step at a time: thousands of files come in at once. */
export function* tellingMerges(
  arrivals: readonly Arrival[],
  before: readonly Activity[],
): Steps<readonly ImportLine[]> {
  const onFile = new Set(before.map(({ id }) => id))
  const all = [...before, ...arrivals.flatMap(({ activities }) => activities)]
  const kin = yield* findingKin(all)
  yield
  const merged = mergeFamilies(all, kin)
  yield
  const into = new Map(merged.merges.map(({ dropped, kept }) => [dropped, kept]))
  const shown = new Map(merged.activities.map(activity => [activity.id, activity]))
  const seen = new Set<string>()
  return arrivals.map(({ line, activities }) => {
    const again = activities.filter(({ id }) => {
      const known = onFile.has(id) || seen.has(id) || into.has(id)
      seen.add(id)
      return known
    })
    const merges = activities.flatMap(({ id }) => {
      const kept = into.get(id)
      return kept === undefined ? [] : [{ dropped: id, kept, sources: shown.get(kept)?.sources ?? [] }]
    })
    const others = line.checkIns + line.sessions
    if (activities.length === 0 || again.length < activities.length || others > 0) return { ...line, merges }
    const known = again.every(({ id }) => onFile.has(id))
    const says = known ? 'Already on file.' : 'The same run as in another file; shown once, with both sources.'
    return { ...line, outcome: 'merged', why: [says, line.why].filter(Boolean).join(' '), merges }
  })
}
