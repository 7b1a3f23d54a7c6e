/** How much of what was planned in the last four weeks was done; life events leave the count. */
import { known, unknown } from '../lib/reading.ts'
import { addDays } from '../model/day.ts'
import { aRun, aSession, daysAgo, given, notDone } from './basis/given.ts'
import type { Example, Signal } from './signal.ts'

const windowDays = 28
/** With more than a quarter unanswered the share would be a guess. */
const mostUnknown = 0.25

export const signal: Signal = {
  id: 'compliance',
  title: 'Done as planned, last 28 days',
  unit: '%',
  trust: 'convention',
  read: context => {
    const from = addDays(context.day, -windowDays)
    const states = context.sessions.flatMap(({ id, day, purpose }) => {
      if (purpose === 'rest' || day < from || day >= context.day) return []
      const match = context.matches.get(id)
      return match ? [match.state] : []
    })
    const count = (state: string) => states.filter(one => one === state).length
    const open = count('unknown')
    const settled = count('done') + count('missed')
    if (settled + open === 0) return unknown('nothing was planned in the last 28 days')
    if (open > mostUnknown * (settled + open))
      return unknown(`of ${settled + open} sessions ${open} are not answered yet`)
    return known(Math.round((100 * count('done')) / settled))
  },
}

const three = [aSession(daysAgo(3)), aSession(daysAgo(5)), aSession(daysAgo(7))]
const run = (days: number) => aRun(daysAgo(days), 5)
export const examples: readonly Example[] = [
  {
    name: 'two of three',
    given: () =>
      given({
        sessions: three,
        activities: [run(7), run(3)],
        outcomes: [notDone(three[1]!.id, daysAgo(5))],
      }),
    value: 67,
  },
  {
    name: 'travel does not count',
    given: () =>
      given({
        sessions: three,
        activities: [run(7), run(3)],
        lifeEvents: [{ id: 't', kind: 'travel', from: daysAgo(5), to: daysAgo(5), note: '' }],
      }),
    value: 100,
  },
  { name: 'nobody has said', given: () => given({ sessions: three }), value: null },
]
