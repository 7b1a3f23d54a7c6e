/** `tandem import`: what is in these files, and what became of each. */
import { mergeActivities } from '../history/history.ts'
import { activitiesIn, explainImport } from '../import/index.ts'
import { type Activity, sports } from '../model/activity.ts'
import { sayDistance } from '../model/say-day.ts'
import { readPaths, type Screen, totalsOf } from './reading.ts'

/**
 * With `--json` one object: `schema` 1, `totals`, `files` (each with `file`, `outcome`, `says`, ids of `activities`),
 * `activities` (merged, as in `core/model/activity.ts`) and `merges` (`dropped` is shown as `kept`).
 * Returns the exit code: 1 where a path does not exist or a file was refused, 0 otherwise.
 */
export const runImport = async (paths: readonly string[], json: boolean, screen: Screen): Promise<number> => {
  const reading = await readPaths(paths, screen)
  if (!reading.ok) {
    screen.err(reading.error.says)
    return 1
  }
  const { reports, activities: all } = reading.value
  const { activities, merges } = mergeActivities(all, [])
  const totals = {
    ...totalsOf(reports),
    recordings: all.length,
    activities: activities.length,
    merged: all.length - activities.length,
  }
  const files = reports.map(report => ({
    file: report.file,
    outcome: report.outcome,
    says: explainImport(report),
    activities: activitiesIn(report).map(({ id }) => id),
  }))
  for (const { outcome, says } of files) if (outcome === 'refused') screen.err(says)
  if (json) screen.out(JSON.stringify({ schema: 1, totals, files, activities, merges }))
  else {
    for (const [i, { outcome, says }] of files.entries())
      if (outcome !== 'refused' && reports[i]!.why !== null) screen.out(says)
    const { imported, skipped, refused, merged } = totals
    screen.out(`${several(totals.files, 'file')}: ${imported} imported, ${skipped} skipped, ${refused} refused`)
    screen.out(
      `${several(totals.activities, 'activity', 'activities')}${bySport(activities)}${span(activities)}; ${merged} recorded twice and merged`,
    )
  }
  return totals.refused > 0 ? 1 : 0
}

const several = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`

const bySport = (activities: readonly Activity[]): string => {
  const parts = sports.flatMap(sport => {
    const list = activities.filter(activity => activity.sport === sport)
    const metres = list.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0)
    return list.length > 0 ? [`${sport} ${list.length}${metres > 0 ? `, ${sayDistance(metres)}` : ''}`] : []
  })
  return parts.length > 0 ? ` (${parts.join('; ')})` : ''
}

const span = (activities: readonly Activity[]): string => {
  const days = activities.map(({ day }) => day)
  return days.length > 0 ? `, ${days[0]} to ${days.at(-1)}` : ''
}
