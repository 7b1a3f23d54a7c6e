/** The last week asked clearly more than the weeks before it. */
import { mean } from '../lib/math.ts'
import { known, unknown } from '../lib/reading.ts'
import type { LifeEvent } from '../model/athlete.ts'
import { addDays, type Day, mondayOf, weekFrom } from '../model/day.ts'
import { aRun, daysAgo, given, runsSince } from '../signals/basis/given.ts'
import { sumOf } from '../signals/basis/weekly-totals.ts'
import { type Example, type FindingRule, found } from './finding.ts'

const weeksBefore = 4
/** A week of which life took so many days is no measure; then weeks further back are looked at. */
const mostLifeDays = 4
const furthestBack = 8

const lifeDays = (monday: Day, events: readonly LifeEvent[]): number =>
  weekFrom(monday).filter(day => events.some(({ from, to }) => from <= day && day <= to)).length

export const finding: FindingRule = {
  id: 'week-rise',
  title: 'A steep week',
  // Why contested: the cohort that found single-run spikes to matter found no effect of week-on-week change.
  trust: 'contested',
  find: ({ day, loads, playbook, content }) => {
    const last = addDays(mondayOf(day), -7)
    const loadOfWeek = (back: number) => sumOf(weekFrom(addDays(last, -7 * back)), loads)
    const now = loadOfWeek(0)
    if (!now.known) return unknown(now.why)
    const before: number[] = []
    for (let back = 1; before.length < weeksBefore; back++) {
      if (back > furthestBack) return unknown('too few ordinary weeks before it')
      // Why: beside a week that life took, an ordinary one looks steep.
      if (lifeDays(addDays(last, -7 * back), content.lifeEvents) >= mostLifeDays) continue
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
