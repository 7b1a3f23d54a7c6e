/** Most of the last nights were poor. */
import { known, unknown } from '../lib/reading.ts'
import { aCheckIn, daysAgo, given } from '../signals/basis/given.ts'
import { sayNight } from '../signals/basis/nights.ts'
import { lastNights, nightsLookedAt } from '../signals/poor-nights.ts'
import { type Example, type FindingRule, found } from './finding.ts'

export const finding: FindingRule = {
  id: 'sleep-short',
  title: 'Short of sleep',
  trust: 'convention',
  find: context => {
    const needed = context.playbook.thresholds.sleepShortNights
    const nights = lastNights(context, nightsLookedAt(context))
    const poor = nights.filter(night => night.poor).map(({ checkIn }) => checkIn)
    if (poor.length < needed)
      return nights.length < needed ? unknown(`only ${nights.length} of the last nights are known`) : known([])
    const says = `${poor.length} of the last ${nights.length} nights known were poor`
    return known([
      found(
        finding,
        poor[0]!.day,
        says,
        poor.map(one => `${one.day}: ${sayNight(one)}`),
      ),
    ])
  },
}

const night = (days: number, sleepQuality: number) => aCheckIn(daysAgo(days), { sleepQuality })
export const examples: readonly Example[] = [
  {
    name: 'three of four',
    given: () => given({ checkIns: [night(3, 2), night(2, 4), night(1, 1), night(0, 2)] }),
    answer: 'speaks',
  },
  {
    name: 'two of four',
    given: () => given({ checkIns: [night(3, 4), night(2, 4), night(1, 1), night(0, 2)] }),
    answer: 'silent',
  },
  { name: 'a single night is known', given: () => given({ checkIns: [night(0, 1)] }), answer: 'unknown' },
]
