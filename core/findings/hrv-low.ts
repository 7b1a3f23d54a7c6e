/** Heart-rate variability lies below the athlete's own band for some days. */
import { known, unknown } from '../lib/reading.ts'
import { addDays } from '../model/day.ts'
import { aCheckIn, daysAgo, given } from '../signals/basis/given.ts'
import { variabilityOn } from '../signals/basis/mornings.ts'
import { type Example, type FindingRule, found } from './finding.ts'

export const finding: FindingRule = {
  id: 'hrv-low',
  title: 'Heart-rate variability low',
  trust: 'published',
  find: context => {
    const { hrvLowPercent, hrvLowDays } = context.playbook.thresholds
    const lines: string[] = []
    for (let back = 0; back < hrvLowDays; back++) {
      const day = addDays(context.day, -back)
      const variability = variabilityOn(context, day)
      if (!variability.known) return unknown(variability.why)
      const { deviations } = variability.value
      if (deviations * 100 > -hrvLowPercent) return known([])
      lines.push(`${day}: the week ${Math.abs(deviations).toFixed(1)} deviations below the athlete’s own 60 days`)
    }
    const says = `heart-rate variability below the athlete’s own band for ${hrvLowDays} days`
    return known([found(finding, context.day, says, lines)])
  },
}

const mornings = (lately: number) =>
  given({
    checkIns: Array.from({ length: 60 }, (_, i) =>
      aCheckIn(daysAgo(59 - i), { hrvMs: (59 - i < 8 ? lately : 60) + (i % 5) * 4 }),
    ),
  })
export const examples: readonly Example[] = [
  { name: 'a low week', given: () => mornings(38), answer: 'speaks' },
  { name: 'as ever', given: () => mornings(60), answer: 'silent' },
  {
    name: 'three mornings on file',
    given: () => given({ checkIns: [2, 1, 0].map(ago => aCheckIn(daysAgo(ago), { hrvMs: 50 })) }),
    answer: 'unknown',
  },
]
