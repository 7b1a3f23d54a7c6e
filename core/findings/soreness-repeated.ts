/** Sore again and again within one week. */
import { known, unknown } from '../lib/reading.ts'
import { aCheckIn, daysAgo, given } from '../signals/basis/given.ts'
import { saidWithin } from './basis/scales.ts'
import { type Example, type FindingRule, found } from './finding.ts'

export const finding: FindingRule = {
  id: 'soreness-repeated',
  title: 'Soreness that keeps coming back',
  trust: 'convention',
  find: context => {
    const { sorenessHigh, sorenessRepeatedDays } = context.playbook.thresholds
    const week = saidWithin(context, 'soreness', 7)
    const high = week.filter(({ value }) => value >= sorenessHigh)
    if (high.length >= sorenessRepeatedDays) {
      const says = `soreness ${sorenessHigh} or more on ${high.length} of the last 7 days`
      const lines = high.map(({ day, value }) => `${day}: soreness ${value} of 5`)
      return known([found(finding, high.at(-1)!.day, says, lines)])
    }
    return week.length < sorenessRepeatedDays ? unknown('too little was said of soreness this week') : known([])
  },
}

const sore = (days: number, soreness: number) => aCheckIn(daysAgo(days), { soreness })
export const examples: readonly Example[] = [
  {
    name: 'three of seven days',
    given: () => given({ checkIns: [sore(5, 4), sore(3, 4), sore(1, 5)] }),
    answer: 'speaks',
  },
  { name: 'once', given: () => given({ checkIns: [sore(5, 4), sore(3, 2), sore(1, 2)] }), answer: 'silent' },
  { name: 'said once', given: () => given({ checkIns: [sore(1, 4)] }), answer: 'unknown' },
]
