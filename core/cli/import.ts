/** `tandem import`: what is in these files, and what became of each. */
import { mergeActivities, withMerges } from '../history/history.ts'
import { activitiesIn, explainImport, type ImportLine, lineOf, reportCsv } from '../import/index.ts'
import { type Activity, sports } from '../model/activity.ts'
import { sayDistance } from '../model/say-day.ts'
import type { Command } from './arguments.ts'
import { readPaths, type Screen, totalsOf } from './reading.ts'

/**
 * With `--json` one object, as `help.ts` writes it out. With `--table` a line for each file, its fields parted by tabs;
 * with `--csv` the report that the app exports. Returns the exit code: 1 where a path does not exist or a file was
 * refused, 0 otherwise.
 */
export const runImport = async (
  { paths, as, raceDay }: Extract<Command, { type: 'import' }>,
  screen: Screen,
): Promise<number> => {
  const reading = await readPaths(paths, screen, raceDay)
  if (!reading.ok) {
    screen.err(reading.error.says)
    return 1
  }
  const { reports, activities: all, checkIns, sessions } = reading.value
  const { activities, merges } = mergeActivities(all, [])
  const totals = {
    ...totalsOf(reports),
    recordings: all.length,
    activities: activities.length,
    merged: all.length - activities.length,
  }
  const lines = withMerges(
    reports.map(report => ({ line: lineOf(report), activities: activitiesIn(report) })),
    [],
  )
  const files = reports.map((report, i) => ({
    file: report.file,
    format: report.format,
    outcome: report.outcome,
    reason: lines[i]!.reason,
    says: explainImport(report),
    activities: activitiesIn(report).map(({ id }) => id),
    checkIns: lines[i]!.checkIns,
    sessions: lines[i]!.sessions,
  }))
  const errors = files
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ file, reason, says }) => ({ file, reason, says }))
  for (const { says } of errors) screen.err(says)
  if (as === 'json')
    screen.out(JSON.stringify({ schema: 1, totals, files, errors, activities, merges, checkIns, sessions }))
  else if (as === 'csv') screen.out(reportCsv(lines).trimEnd())
  else if (as === 'table') for (const line of lines) screen.out(rowOf(line))
  else {
    for (const [i, { outcome, says }] of files.entries())
      if (outcome !== 'refused' && reports[i]!.why !== null) screen.out(says)
    const { imported, skipped, refused, merged } = totals
    screen.out(`${several(totals.files, 'file')}: ${imported} imported, ${skipped} skipped, ${refused} refused`)
    screen.out(
      `${several(totals.activities, 'activity', 'activities')}${bySport(activities)}${span(activities)}; ${merged} recorded twice and merged`,
    )
    if (checkIns.length > 0) screen.out(several(checkIns.length, 'check-in'))
    if (sessions.length > 0) screen.out(several(sessions.length, 'planned session'))
  }
  return totals.refused > 0 ? 1 : 0
}

/** Outcome, reason in one word, what it gave, file, and the reason in words. */
const rowOf = ({ outcome, reason, activities, checkIns, sessions, file, why }: ImportLine): string =>
  [outcome, reason ?? '-', `${activities}/${checkIns}/${sessions}`, file, why].join('\t')

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
