/** The resting heart rate is clearly above the usual, two mornings running. */
import { known } from '../lib/reading.ts'
import { addDays } from '../model/day.ts'
import { aCheckIn, daysAgo, given } from '../signals/basis/given.ts'
import { restingHrOn } from '../signals/basis/mornings.ts'
import { type Example, type FindingRule, found } from './finding.ts'

export const finding: FindingRule = {
  id: 'resting-hr-high',
  title: 'Resting heart rate high',
  trust: 'convention',
  find: context => {
    const today = restingHrOn(context, context.day)
    // Why: before this morning was measured, yesterday and the day before still speak of now.
    const last = today.known ? today : restingHrOn(context, addDays(context.day, -1))
    if (!last.known) return last
    const before = restingHrOn(context, addDays(last.value.day, -1))
    const beats = context.playbook.thresholds.restingHrBeats
    if (last.value.above < beats) return known([])
    if (!before.known) return before
    if (before.value.above < beats) return known([])
    const says = `resting heart rate ${last.value.bpm}, usually ${last.value.usual}, two mornings running`
    const lines = [before.value, last.value].map(({ day, bpm, usual }) => `${day}: ${bpm} bpm, usually ${usual}`)
    return known([found(finding, last.value.day, says, lines)])
  },
}

const mornings = (yesterday: number | null, today: number | null) =>
  given({
    checkIns: [
      ...Array.from({ length: 14 }, (_, i) => aCheckIn(daysAgo(15 - i), { restingHr: 48 + (i % 3) })),
      aCheckIn(daysAgo(1), { restingHr: yesterday }),
      aCheckIn(daysAgo(0), { restingHr: today }),
    ],
  })
export const examples: readonly Example[] = [
  { name: 'eight beats up, twice', given: () => mornings(57, 58), answer: 'speaks' },
  { name: 'one morning alone', given: () => mornings(49, 58), answer: 'silent' },
  { name: 'not measured', given: () => mornings(null, null), answer: 'unknown' },
  { name: 'up today, yesterday not measured', given: () => mornings(null, 58), answer: 'unknown' },
]
