/** Clearly more time above threshold than in the weeks before. */
import { known } from '../lib/reading.ts'
import type { Day } from '../model/day.ts'
import { aRun, daysAgo, given } from '../signals/basis/given.ts'
import { intensityShift } from '../signals/basis/intensity.ts'
import { lastSevenDays } from '../signals/basis/window.ts'
import { type Example, type FindingRule, found } from './finding.ts'

const percent = (share: number): number => Math.round(100 * share)

export const finding: FindingRule = {
  id: 'intensity-shift',
  title: 'More intensity than before',
  trust: 'convention',
  find: context => {
    const shift = intensityShift(context, lastSevenDays(context).at(-1)!)
    if (!shift.known) return shift
    const { method, from, to, now, usual, points } = shift.value
    if (points <= context.playbook.thresholds.intensityShiftPoints) return known([])
    const says = `${percent(now)} % of the week’s running above threshold, usually ${percent(usual)} %`
    return known([found(finding, to, says, [`${from}: seven days, by ${method === 'pace' ? 'pace' : 'heart rate'}`])])
  },
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' } }
/** A run of 44 minutes with so many minutes faster than threshold. */
const mixed = (day: Day, hard: number) =>
  aRun(day, 8, {
    paceSeconds: [
      [280, hard * 60],
      [400, (44 - hard) * 60],
    ],
  })
const weeks = (last: number) =>
  Array.from({ length: 18 }, (_, i) => mixed(daysAgo(35 - 2 * i), 35 - 2 * i <= 7 ? last : 2))
export const examples: readonly Example[] = [
  {
    name: 'a week of hard running',
    given: () => given({ profile: pace, activities: weeks(15) }),
    answer: 'speaks',
  },
  { name: 'as ever', given: () => given({ profile: pace, activities: weeks(3) }), answer: 'silent' },
  {
    name: 'no paces on file',
    given: () => given({ profile: pace, activities: [aRun(daysAgo(3), 8)] }),
    answer: 'unknown',
  },
]
