/** A planned session was not done. */
import { known, unknown } from '../lib/reading.ts'
import { addDays } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import { aRun, daysAgo, given, intervals, notDone, today } from '../signals/basis/given.ts'
import { type Example, type FindingRule, found } from './finding.ts'

/** A session missed longer ago than a week is past changing. */
const windowDays = 7

export const finding: FindingRule = {
  id: 'session-missed',
  title: 'A session was missed',
  trust: 'ours',
  find: ({ sessions, matches, day }) => {
    const first = addDays(day, -windowDays)
    const recent = sessions.flatMap(session => {
      const match = matches.get(session.id)
      if (!match || session.purpose === 'rest' || session.day > day || session.day < first) return []
      return [{ session, match }]
    })
    const missed = recent.filter(({ match }) => match.state === 'missed')
    const open = recent.find(({ match }) => match.state === 'unknown')
    if (missed.length === 0 && open) return unknown(`nobody has said whether ${sayDay(open.session.day)} was done`)
    return known(
      missed.map(({ session, match }) => {
        const how = match.said ? 'the athlete says it was not done' : 'the day is covered and nothing matches'
        const says = `${sayDay(session.day)}: ${session.title} was missed`
        return found(finding, session.day, says, [`${session.day}: ${how}`], session.id)
      }),
    )
  },
}

const session = intervals(today)
const yesterday = intervals(daysAgo(1))
export const examples: readonly Example[] = [
  {
    name: 'the athlete says so that evening',
    given: () => given({ sessions: [session], outcomes: [notDone(session.id, today)], minute: 1200 }),
    answer: 'speaks',
  },
  {
    name: 'today’s sync shows yesterday without a run',
    given: () => given({ sessions: [yesterday], activities: [aRun(daysAgo(3), 8), aRun(today, 8)] }),
    answer: 'speaks',
  },
  { name: 'its day has not ended', given: () => given({ sessions: [session] }), answer: 'silent' },
  { name: 'no source has covered the day', given: () => given({ sessions: [yesterday] }), answer: 'unknown' },
]
