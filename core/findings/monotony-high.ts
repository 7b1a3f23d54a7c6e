/** Seven days too much alike, with more load than usual: nothing was easy enough to recover in. */
import { known } from '../lib/reading.ts'
import { aRun, daysAgo, given, runsSince } from '../signals/basis/given.ts'
import { samenessOf } from '../signals/basis/sameness.ts'
import { lastSevenDays } from '../signals/basis/window.ts'
import { type Example, type FindingRule, found } from './finding.ts'

export const finding: FindingRule = {
  id: 'monotony-high',
  title: 'Days too much alike',
  // Why published: Foster 1998 names the figure; the evidence for it is weak.
  trust: 'published',
  find: context => {
    const same = samenessOf(context, lastSevenDays(context).at(-1)!)
    if (!same.known) return same
    const { from, to, monotony, load, usual } = same.value
    if (!usual.known) return usual
    if (monotony * 100 <= context.playbook.thresholds.monotonyPercent || load <= usual.value) return known([])
    const says = `seven days much alike (monotony ${monotony.toFixed(1)}) with a load of ${Math.round(load)}, usually ${Math.round(usual.value)}`
    return known([found(finding, to, says, [`${from}: the first of seven days of load ${Math.round(load)}`])])
  },
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
const daily = Array.from({ length: 7 }, (_, i) => aRun(daysAgo(7 - i), 9 + (i % 2), { id: `d${i}` as never }))
const before = runsSince(45, 8).filter(({ day }) => day < daysAgo(7))
export const examples: readonly Example[] = [
  {
    name: 'nearly the same every day, and more than before',
    given: () => given({ profile: pace, activities: [...before, ...daily] }),
    answer: 'speaks',
  },
  {
    name: 'hard and easy in turn',
    given: () => given({ profile: pace, activities: runsSince(45, 8) }),
    answer: 'silent',
  },
  {
    name: 'the weeks before are not on file',
    given: () => given({ profile: pace, activities: daily }),
    answer: 'unknown',
  },
]
