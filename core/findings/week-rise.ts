/** The last week asked clearly more than the weeks before it. */
import { mean } from '../lib/math.ts'
import { known, unknown } from '../lib/reading.ts'
import { addDays, mondayOf, weekFrom } from '../model/day.ts'
import { aRun, daysAgo, given, runsSince } from '../signals/basis/given.ts'
import { sumOf } from '../signals/basis/weekly-totals.ts'
import { type Example, type FindingRule, found } from './finding.ts'

const weeksBefore = 4

export const finding: FindingRule = {
  id: 'week-rise',
  title: 'A steep week',
  // Why contested: the cohort that found single-run spikes to matter found no effect of week-on-week change.
  trust: 'contested',
  find: ({ day, loads, playbook }) => {
    const last = addDays(mondayOf(day), -7)
    const loadOfWeek = (back: number) => sumOf(weekFrom(addDays(last, -7 * back)), loads)
    const now = loadOfWeek(0)
    if (!now.known) return unknown(now.why)
    const before: number[] = []
    for (let back = 1; back <= weeksBefore; back++) {
      const week = loadOfWeek(back)
      if (!week.known) return unknown(week.why)
      before.push(week.value)
    }
    const usual = mean(before)!
    const rise = usual === 0 ? 0 : (100 * (now.value - usual)) / usual
    if (rise <= playbook.thresholds.weekRisePercent) return known([])
    const says = `last week's load was ${Math.round(now.value)}, ${Math.round(rise)} % over the four weeks before`
    return known([found(finding, addDays(last, 6), says, [`${last}: the week's load ${Math.round(now.value)}`])])
  },
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
const level = runsSince(45, 8)
export const examples: readonly Example[] = [
  {
    name: 'a long run on top',
    given: () => given({ profile: pace, activities: [...level, aRun(daysAgo(4), 25, { id: 'long' as never })] }),
    answer: 'speaks',
  },
  { name: 'level weeks', given: () => given({ profile: pace, activities: level }), answer: 'silent' },
  {
    name: 'three weeks on file',
    given: () => given({ profile: pace, activities: runsSince(21, 8) }),
    answer: 'unknown',
  },
]
