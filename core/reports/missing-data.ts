/** Nothing has arrived for days: ask the athlete, ease nothing, call nothing rest. */
import { addDays } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import { aRun, daysAgo } from '../signals/basis/given.ts'
import { silentDaysBefore } from '../signals/basis/window.ts'
import { reporting } from './basis/given.ts'
import type { Example, Report } from './report.ts'

export const report: Report = {
  id: 'missing-data',
  title: 'Nothing has arrived for days',
  layer: null,
  write: ({ context, findings }) => {
    const silent = silentDaysBefore(context) ?? 0
    const finding = findings.find(({ kind }) => kind === 'data-missing')
    if (!finding || silent < context.playbook.thresholds.silentDays) return []
    const since = addDays(context.day, -silent)
    const says = `Nothing has arrived since ${sayDay(addDays(since, -1))}. Sync your watch, or say what happened on these days.`
    return [
      { id: `missing-${since}`, to: 'athlete', day: context.day, kind: 'question', says, evidence: finding.evidence },
    ]
  },
}

export const examples: readonly Example[] = [
  {
    name: 'four silent days (E14)',
    given: () => reporting({ activities: [aRun(daysAgo(5), 8)] }),
    says: ['Nothing has arrived since Thursday 7 May. Sync your watch, or say what happened on these days.'],
  },
  { name: 'synced yesterday', given: () => reporting({ activities: [aRun(daysAgo(1), 8)] }), says: [] },
]
