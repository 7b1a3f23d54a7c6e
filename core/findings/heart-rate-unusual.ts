/** On an easy run the heart beat otherwise than the athlete's own runs let expect, warmth allowed for. */
import { known, unknown } from '../lib/reading.ts'
import type { Finding } from '../model/advice.ts'
import { addDays } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import { aRun, daysAgo, given } from '../signals/basis/given.ts'
import { easyRunsBetween, heartRateOf } from '../signals/basis/heart-rate.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/** The days in which two of them are an alert (playbook.md §7). */
const windowDays = 7
/** Further than this from what is expected no heart goes on an easy run: the strap or the watch is at fault (ours). */
const faultShare = 0.3

export const finding: FindingRule = {
  id: 'heart-rate-unusual',
  title: 'Unusual heart rate on an easy run',
  trust: 'ours',
  find: context => {
    const runs = easyRunsBetween(context, addDays(context.day, 1 - windowDays), context.day)
    const says: Finding[] = []
    let judged = 0
    let why = 'no easy run with heart rate in the last 7 days'
    for (const run of runs) {
      const judgement = heartRateOf(context, run)
      if (!judgement.known) {
        why = judgement.why
        continue
      }
      const { hr, expected, deviations, day } = judgement.value
      if (Math.abs(hr - expected) > faultShare * expected) continue
      judged += 1
      if (Math.abs(deviations) * 100 < context.playbook.thresholds.heartRateUnusualPercent) continue
      const beats = Math.abs(Math.round(hr - expected))
      const line = `${day}: ${hr} bpm, ${Math.round(expected)} expected from the athlete’s own runs`
      const how = `${beats} beats ${hr > expected ? 'above' : 'below'} the athlete’s own`
      says.push(found(finding, day, `${sayDay(day)}: heart rate ${how}`, [line]))
    }
    return says.length === 0 && judged === 0 ? unknown(why) : known(says)
  },
}

const cool = [140, 143, 138, 141, 139, 142, 140, 141, 139, 140].map((meanHr, i) =>
  aRun(daysAgo(22 - 2 * i), 8, { meanHr, temperatureC: 10 + (i % 4) }),
)
const last = (meanHr: number, temperatureC: number) =>
  given({ activities: [...cool, aRun(daysAgo(1), 8, { meanHr, temperatureC })] })
export const examples: readonly Example[] = [
  { name: 'fifteen beats high on a cool day', given: () => last(155, 12), answer: 'speaks' },
  { name: 'the same at 31 °C (E17)', given: () => last(155, 31), answer: 'silent' },
  { name: 'a strap that shows half', given: () => last(72, 12), answer: 'silent' },
  { name: 'as ever', given: () => last(141, 12), answer: 'silent' },
  { name: 'three runs are no model', given: () => given({ activities: cool.slice(-3) }), answer: 'unknown' },
]
