/** The legs are sore, or clearly sorer than usual. */
import { known, unknown } from '../lib/reading.ts'
import { aCheckIn, daysAgo, given } from '../signals/basis/given.ts'
import { saidWithin, usually } from './basis/scales.ts'
import { type Example, type FindingRule, found } from './finding.ts'

export const finding: FindingRule = {
  id: 'soreness-rising',
  title: 'Soreness rising',
  trust: 'convention',
  find: context => {
    const { sorenessHigh, sorenessUp } = context.playbook.thresholds
    const now = saidWithin(context, 'soreness', 3).at(-1)
    if (!now) return unknown('nothing was said of soreness in the last three days')
    const usual = usually(saidWithin(context, 'soreness', 28), 1)
    const isUp = usual !== undefined && now.value - usual >= sorenessUp
    if (now.value < sorenessHigh && !isUp) return known([])
    const says = isUp ? `soreness ${now.value} of 5, usually ${usual}` : `soreness ${now.value} of 5`
    return known([found(finding, now.day, says, [`${now.day}: soreness ${now.value} of 5`])])
  },
}

const sore = (days: number, soreness: number) => aCheckIn(daysAgo(days), { soreness })
const calm = [8, 7, 6, 5, 4].map(days => sore(days, 1))
export const examples: readonly Example[] = [
  { name: 'very sore', given: () => given({ checkIns: [sore(0, 4)] }), answer: 'speaks' },
  { name: 'two more than usual', given: () => given({ checkIns: [...calm, sore(0, 3)] }), answer: 'speaks' },
  { name: 'as usual', given: () => given({ checkIns: [...calm, sore(0, 2)] }), answer: 'silent' },
  { name: 'nothing said lately', given: () => given({ checkIns: calm }), answer: 'unknown' },
]
