/** The wish to train is low, or clearly lower than usual. */
import { median } from '../lib/math.ts'
import { known, unknown } from '../lib/reading.ts'
import { aCheckIn, daysAgo, given } from '../signals/basis/given.ts'
import { saidWithin, usually } from './basis/scales.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/** A fall shows over three check-ins, not in one. */
const checkInsOfAFall = 3

export const finding: FindingRule = {
  id: 'motivation-falling',
  title: 'Motivation falling',
  trust: 'convention',
  find: context => {
    const { motivationLow, motivationDown } = context.playbook.thresholds
    const now = saidWithin(context, 'motivation', 3).at(-1)
    if (!now) return unknown('nothing was said of motivation in the last three days')
    const said = saidWithin(context, 'motivation', 28)
    const lately = median(said.slice(-checkInsOfAFall).map(({ value }) => value))
    const usual = usually(said, checkInsOfAFall)
    const isDown = usual !== undefined && lately !== undefined && usual - lately >= motivationDown
    if (now.value > motivationLow && !isDown) return known([])
    const says = isDown ? `motivation ${now.value} of 5, usually ${usual}` : `motivation ${now.value} of 5`
    return known([found(finding, now.day, says, [`${now.day}: motivation ${now.value} of 5`])])
  },
}

const keen = (days: number, motivation: number) => aCheckIn(daysAgo(days), { motivation })
const usual = [10, 9, 8, 7, 6].map(days => keen(days, 5))
export const examples: readonly Example[] = [
  { name: 'low', given: () => given({ checkIns: [keen(0, 2)] }), answer: 'speaks' },
  {
    name: 'two below the usual over three check-ins',
    given: () => given({ checkIns: [...usual, keen(2, 3), keen(1, 3), keen(0, 3)] }),
    answer: 'speaks',
  },
  { name: 'one middling day', given: () => given({ checkIns: [...usual, keen(0, 3)] }), answer: 'silent' },
  { name: 'nothing said lately', given: () => given({ checkIns: usual }), answer: 'unknown' },
]
