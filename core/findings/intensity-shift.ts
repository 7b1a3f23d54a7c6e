/** Clearly more time above threshold than in the weeks before. */
import { known } from '../lib/reading.ts'
import { addDays, type Day } from '../model/day.ts'
import type { Context } from '../signals/basis/context.ts'
import { aRun, daysAgo, given } from '../signals/basis/given.ts'
import { type IntensityMethod, intensityOver, intensityShift } from '../signals/basis/intensity.ts'
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
    if (hasRace(context, from, to) || !isMoreInAll(context, from, to, method)) return known([])
    const says = `${percent(now)} % of the week’s running above threshold, usually ${percent(usual)} %`
    return known([found(finding, to, says, [`${from}: seven days, by ${method === 'pace' ? 'pace' : 'heart rate'}`])])
  },
}

/** A race is known to everybody, and all of it is hard. */
const hasRace = ({ frame, sessions }: Context, from: Day, to: Day): boolean =>
  [...frame.races, ...sessions.filter(({ purpose }) => purpose === 'race')].some(({ day }) => from <= day && day <= to)

const weeksBefore = 4

/** Why: in a week with little running the usual hard session is a large share, and no more than usual. */
const isMoreInAll = (context: Context, from: Day, to: Day, method: IntensityMethod): boolean => {
  const hardIn = (back: number): number | undefined => {
    const week = intensityOver(context, addDays(from, -7 * back), addDays(to, -7 * back), method)
    return week.known ? week.value.seconds[2] : undefined
  }
  const before = Array.from({ length: weeksBefore }, (_, i) => hardIn(i + 1)).filter(one => one !== undefined)
  return (hardIn(0) ?? 0) > Math.max(0, ...before)
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
