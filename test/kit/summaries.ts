/** The table of session summaries that stands beside real FIT files, as activities. */
import { readFileSync } from 'node:fs'
import { readTable } from '../../core/import/text/read-table.ts'
import { numberAt, textAt } from '../../core/import/text/values.ts'
import { beganAt, sportFromService, toldActivity } from '../../core/import/told/told.ts'
import type { Activity } from '../../core/model/activity.ts'
import type { ActivityId } from '../../core/model/ids.ts'

/** A recording under the name of its file, as each export has its own. `start` as the table writes it. */
export type Summary = { readonly activity: Activity; readonly start: string; readonly file: string }

export const summariesIn = (path: string): readonly Summary[] =>
  readTable(readFileSync(path, 'utf8')).rows.flatMap((row, i) => {
    const [start, file] = [textAt(row, ['start_utc'], 40) ?? '', textAt(row, ['repo_path'], 300) ?? String(i)]
    const began = beganAt(null, start, () => 480)
    if (began === undefined) return []
    const activity = toldActivity(
      {
        sport: sportFromService(textAt(row, ['sport'], 40)),
        name: null,
        began,
        durationS: numberAt(row, ['timer_s'], 0.5),
        elapsedS: numberAt(row, ['elapsed_s'], 0.5),
        distanceM: numberAt(row, ['distance_m'], 0.5),
        ascentM: numberAt(row, ['ascent_m'], 0),
        meanHr: numberAt(row, ['avg_hr'], 1),
        maxHr: numberAt(row, ['max_hr'], 1),
        temperatureC: null,
        rpe: null,
        comment: null,
        splits: [],
        source: { kind: 'fit', name: file, id: file },
      },
      i,
    )
    // Why its file as its name: two exports of one run have the same figures, and would else be one before any question.
    return activity.ok
      ? [{ activity: { ...activity.value, id: file.replaceAll(/\W/g, '-') as ActivityId }, start, file }]
      : []
  })
