/** An easy session that was not run easily. */
import { known, unknown } from '../lib/reading.ts'
import type { Finding } from '../model/advice.ts'
import { addDays } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import { aRun, aSession, daysAgo, given } from '../signals/basis/given.ts'
import { aboveEasyOf, easySessionsDone } from '../signals/basis/intensity.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/** An easy session longer ago than a week is past talking about. */
const windowDays = 7

export const finding: FindingRule = {
  id: 'easy-too-hard',
  title: 'An easy session run too hard',
  trust: 'convention',
  find: context => {
    const done = easySessionsDone(context, addDays(context.day, 1 - windowDays), context.day)
    const says: Finding[] = []
    let judged = 0
    for (const { session, run } of done) {
      const above = aboveEasyOf(context, run)
      if (!above.known) continue
      judged += 1
      const percent = Math.round(100 * above.value.share)
      if (percent <= context.playbook.thresholds.easyTooHardPercent) continue
      const how = above.value.method === 'pace' ? 'pace' : 'heart rate'
      const line = `${run.day}: ${percent} % above the easy zone, by ${how}`
      says.push(
        found(
          finding,
          run.day,
          `${sayDay(run.day)}: ${session.title} was run hard for ${percent} % of its time`,
          [line],
          session.id,
        ),
      )
    }
    return says.length === 0 && judged === 0 ? unknown('no easy session of the last 7 days can be judged') : known(says)
  },
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' } }
const run = (fast: number) =>
  aRun(daysAgo(1), 6, {
    durationS: 1980,
    paceSeconds: [
      [300, fast * 60],
      [400, (33 - fast) * 60],
    ],
  })
const easy = aSession(daysAgo(1))
export const examples: readonly Example[] = [
  {
    name: 'half of it faster than easy',
    given: () => given({ profile: pace, sessions: [easy], activities: [run(16)] }),
    answer: 'speaks',
  },
  {
    name: 'a few quick strides',
    given: () => given({ profile: pace, sessions: [easy], activities: [run(3)] }),
    answer: 'silent',
  },
  { name: 'nothing was planned easy', given: () => given({ profile: pace, activities: [run(16)] }), answer: 'unknown' },
]
