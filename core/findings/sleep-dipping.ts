/** The last nights in a row were poor. */
import { known, unknown } from '../lib/reading.ts'
import { daysBetween } from '../model/day.ts'
import { aCheckIn, daysAgo, given } from '../signals/basis/given.ts'
import { sayNight } from '../signals/basis/nights.ts'
import { lastNights } from '../signals/poor-nights.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/** The latest night has to be of today or yesterday to speak of now. */
const freshDays = 1

export const finding: FindingRule = {
  id: 'sleep-dipping',
  title: 'Poor nights in a row',
  trust: 'convention',
  find: context => {
    const needed = context.playbook.thresholds.sleepDippingNights
    const nights = lastNights(context, needed)
    const latest = nights[0]
    if (!latest || daysBetween(latest.checkIn.day, context.day) > freshDays)
      return unknown('the last night is not known')
    if (!latest.poor) return known([])
    const isRow = nights.every(({ checkIn }, i) => daysBetween(checkIn.day, latest.checkIn.day) === i)
    if (nights.length < needed || !isRow) return unknown('the nights before are not all known')
    if (nights.some(night => !night.poor)) return known([])
    const lines = nights.map(({ checkIn }) => `${checkIn.day}: ${sayNight(checkIn)}`)
    return known([found(finding, latest.checkIn.day, `the last ${needed} nights were poor`, lines)])
  },
}

const night = (days: number, sleepQuality: number) => aCheckIn(daysAgo(days), { sleepQuality })
export const examples: readonly Example[] = [
  { name: 'two in a row', given: () => given({ checkIns: [night(1, 2), night(0, 1)] }), answer: 'speaks' },
  { name: 'a good one last night', given: () => given({ checkIns: [night(1, 2), night(0, 4)] }), answer: 'silent' },
  {
    name: 'the night between is not known',
    given: () => given({ checkIns: [night(2, 2), night(0, 1)] }),
    answer: 'unknown',
  },
  { name: 'last night is not known', given: () => given({ checkIns: [night(3, 2)] }), answer: 'unknown' },
]
