/** The work of a session faded, or was mostly run outside what was planned. */
import { known, unknown } from '../lib/reading.ts'
import type { Finding } from '../model/advice.ts'
import { addDays } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import type { Session } from '../model/session.ts'
import { executionOf } from '../signals/basis/execution.ts'
import { aRun, daysAgo, given, intervals } from '../signals/basis/given.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/** A session longer ago than a week is past talking about. */
const windowDays = 7

export const finding: FindingRule = {
  id: 'execution-poor',
  title: 'Work that faded or missed its range',
  trust: 'convention',
  find: context => {
    const { executionFadePercent, executionInRangePercent } = context.playbook.thresholds
    const first = addDays(context.day, 1 - windowDays)
    const says: Finding[] = []
    let judged = 0
    for (const session of context.sessions) {
      if (session.day < first || session.day > context.day) continue
      const execution = executionOf(context, session)
      if (!execution.known) continue
      const { inRange, fade } = execution.value
      if (!inRange.known && !fade.known) continue
      judged += 1
      const faded = fade.known && fade.value * 100 > executionFadePercent
      const missed = inRange.known && inRange.value * 100 < executionInRangePercent
      const parts = [
        ...(faded && fade.known ? [`the work faded by ${Math.round(100 * fade.value)} %`] : []),
        ...(missed && inRange.known ? [`${Math.round(100 * inRange.value)} % of the work was in range`] : []),
      ]
      if (parts.length > 0) says.push(sayPoor(session, parts))
    }
    return says.length === 0 && judged === 0
      ? unknown('no session of the last 7 days has laps that follow its steps')
      : known(says)
  },
}

const sayPoor = ({ id, day, title }: Session, parts: readonly string[]): Finding =>
  found(finding, day, `${sayDay(day)}: ${title}: ${parts.join(', ')}`, [`${day}: ${parts.join(', ')}`], id)

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' } }
const session = intervals(daysAgo(1))
/** Laps of 15 min, six times 3 min and 2 min, and 10 min; the work at these seconds per kilometre. */
const done = (work: (i: number) => number) => {
  const lap = (durationS: number, sPerKm: number) => ({
    durationS,
    distanceM: Math.round((1000 * durationS) / sPerKm),
    meanHr: null,
  })
  const splits = [
    lap(900, 390),
    ...Array.from({ length: 6 }, (_, i) => [lap(180, work(i)), lap(120, 420)]).flat(),
    lap(600, 390),
  ]
  return aRun(session.day, 9, { durationS: 3300, splits })
}
export const examples: readonly Example[] = [
  {
    name: 'each repeat slower than the one before',
    given: () => given({ profile: pace, sessions: [session], activities: [done(i => 272 + 6 * i)] }),
    answer: 'speaks',
  },
  {
    name: 'six even repeats in range',
    given: () => given({ profile: pace, sessions: [session], activities: [done(() => 276)] }),
    answer: 'silent',
  },
  {
    name: 'no laps on file',
    given: () => given({ profile: pace, sessions: [session], activities: [aRun(session.day, 9, { durationS: 3300 })] }),
    answer: 'unknown',
  },
]
