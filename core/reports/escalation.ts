/** One alert in three lines, at once: what, since when, what is next on the plan. */
import { sayDay } from '../model/say-day.ts'
import { aCheckIn, daysAgo, intervals, today } from '../signals/basis/given.ts'
import { reporting } from './basis/given.ts'
import { sayNext } from './basis/next-session.ts'
import type { Example, Report } from './report.ts'

export const report: Report = {
  id: 'escalation',
  title: 'An alert for the coach',
  layer: null,
  write: ({ escalation, context }) => {
    if (!escalation) return []
    const { id, causes, since } = escalation
    // Why another name: what was told yesterday and is unanswered is told once more, and not again after that (§7).
    const isAgain = causes.every(({ latest }) => latest < context.day)
    const what = causes.map(({ says }) => says).join('; ')
    const lines = [
      `${isAgain ? 'Still unanswered. ' : ''}${context.content.profile.name}: ${what}.`,
      `Since ${sayDay(since)}.`,
      sayNext(context),
    ]
    const evidence = [...new Set(causes.flatMap(one => one.evidence))].sort()
    return [
      {
        id: isAgain ? `${id}-again` : id,
        to: 'coach',
        day: context.day,
        kind: 'escalation',
        says: lines.join('\n'),
        evidence,
      },
    ]
  },
}

const calf = (days: number) => aCheckIn(daysAgo(days), { pain: { site: 'calf', level: 2 } })
export const examples: readonly Example[] = [
  {
    name: 'pain that comes back is one alert of three lines',
    given: () => reporting({ checkIns: [calf(4), calf(0)], sessions: [intervals(today)] }),
    says: [
      'Ana: calf pain 2 times in 14 days.\nSince Friday 8 May.\nNext: Intervals 6 × 3 min on Tuesday 12 May, a key session.',
    ],
  },
  {
    name: 'several at once are one alert, in the athlete’s own words',
    given: () =>
      reporting({
        checkIns: [aCheckIn(today, { motivation: 1, note: 'I’m fit but I panic late' })],
      }),
    says: [
      'Ana: motivation 1 of 5; they wrote: “I’m fit but I panic late”.\nSince Tuesday 12 May.\nNext: nothing is planned.',
    ],
  },
  {
    name: 'unanswered since yesterday, it is told once more',
    given: () => reporting({ checkIns: [calf(5), calf(1)], sessions: [intervals(today)] }),
    says: [
      'Still unanswered. Ana: calf pain 2 times in 14 days.\nSince Thursday 7 May.\nNext: Intervals 6 × 3 min on Tuesday 12 May, a key session.',
    ],
  },
  { name: 'nothing is wrong', given: () => reporting({}), says: [] },
]
