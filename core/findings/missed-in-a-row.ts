/** Several planned sessions in a row were not done: something is in the way. */
import { known, unknown } from '../lib/reading.ts'
import { addDays } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import { aSession, daysAgo, given, intervals, notDone } from '../signals/basis/given.ts'
import { type Example, type FindingRule, found } from './finding.ts'

const windowDays = 14

export const finding: FindingRule = {
  id: 'missed-in-a-row',
  title: 'Sessions missed in a row',
  trust: 'convention',
  find: ({ sessions, matches, day, playbook }) => {
    const needed = playbook.thresholds.missedInARow
    const first = addDays(day, -windowDays)
    const due = sessions.flatMap(session => {
      const state = matches.get(session.id)?.state
      if (session.purpose === 'rest' || state === undefined || state === 'upcoming' || state === 'excused') return []
      return session.day >= first && session.day <= day ? [{ session, state }] : []
    })
    const row: typeof due = []
    let open = false
    for (const one of due.toReversed()) {
      if (one.state === 'done') break
      if (one.state === 'missed') row.unshift(one)
      else open = true
    }
    const enough = row.length >= needed || (row.length >= needed - 1 && row.some(({ session }) => session.key))
    // Why: an unanswered session among them may have been done, so the row is not known to be one.
    if (open) return unknown('nobody has said yet whether every session was done')
    if (!enough) return known([])
    const last = row.at(-1)!.session
    const says = `${row.length} sessions in a row were missed, since ${sayDay(row[0]!.session.day)}`
    return known([
      found(
        finding,
        last.day,
        says,
        row.map(({ session }) => `${session.day}: ${session.title}`),
      ),
    ])
  },
}

const three = [aSession(daysAgo(5)), aSession(daysAgo(3)), aSession(daysAgo(1))]
const said = three.map(({ id, day }) => notDone(id, day))
const key = [intervals(daysAgo(3)), aSession(daysAgo(1))]
export const examples: readonly Example[] = [
  { name: 'three in a row', given: () => given({ sessions: three, outcomes: said }), answer: 'speaks' },
  {
    name: 'two, one of them key',
    given: () => given({ sessions: key, outcomes: key.map(({ id, day }) => notDone(id, day)) }),
    answer: 'speaks',
  },
  {
    name: 'two easy ones',
    given: () => given({ sessions: three.slice(1), outcomes: said.slice(1) }),
    answer: 'silent',
  },
  {
    name: 'three on travel days (E8)',
    given: () =>
      given({
        sessions: three,
        outcomes: said,
        lifeEvents: [{ id: 't', kind: 'travel', from: daysAgo(6), to: daysAgo(0), note: '' }],
      }),
    answer: 'silent',
  },
  {
    name: 'one of them is not answered',
    given: () => given({ sessions: three, outcomes: said.slice(1) }),
    answer: 'unknown',
  },
]
