/** Nothing has arrived for some days: ask, and take nothing for rest. */
import { known, unknown } from '../lib/reading.ts'
import { addDays, type Day, daysBetween, daysFrom } from '../model/day.ts'
import { sayDay } from '../model/say-day.ts'
import type { Context } from '../signals/basis/context.ts'
import { aCheckIn, aRun, daysAgo, given } from '../signals/basis/given.ts'
import { silentDaysBefore } from '../signals/basis/window.ts'
import { type Example, type FindingRule, found } from './finding.ts'

export const finding: FindingRule = {
  id: 'data-missing',
  title: 'Data missing',
  trust: 'ours',
  find: context => {
    const { silentDays, silentCheckIns } = context.playbook.thresholds
    const silent = silentDaysBefore(context)
    const lastCheckIn = context.checkIns.at(-1)?.day
    if (silent === null && lastCheckIn === undefined) return unknown('nothing is on file yet')
    const says: string[] = []
    const lines: string[] = []
    const since = addDays(context.day, -(silent ?? 0))
    // Why: who marked a holiday or an illness has said what happened; nobody asks them for their watch.
    const untold = (from: Day) => daysFrom(from, addDays(context.day, -1)).filter(day => !hasLife(context, day)).length
    if (silent !== null && untold(since) >= silentDays) {
      says.push(`no data for ${silent} days, since ${sayDay(since)}`)
      lines.push(`${since}: the first day no source has spoken for`)
    }
    const quiet = lastCheckIn === undefined ? null : daysBetween(lastCheckIn, context.day)
    if (quiet !== null && quiet >= silentCheckIns && untold(addDays(lastCheckIn!, 1)) >= silentCheckIns - 1) {
      says.push(`no check-in for ${quiet} days`)
      lines.push(`${lastCheckIn}: the last check-in`)
    }
    return known(says.length === 0 ? [] : [found(finding, context.day, says.join('; '), lines)])
  },
}

const hasLife = ({ content }: Context, day: Day): boolean =>
  content.lifeEvents.some(({ from, to }) => from <= day && day <= to)

/** How long nothing has arrived, whatever explains it: for what must not rest on it. */
export const isThin = (context: Context): boolean => {
  const { silentDays, silentCheckIns } = context.playbook.thresholds
  const silent = silentDaysBefore(context)
  const last = context.checkIns.at(-1)?.day
  const quiet = last === undefined ? 0 : daysBetween(last, context.day)
  return (silent !== null && silent >= silentDays) || quiet >= silentCheckIns
}

export const examples: readonly Example[] = [
  { name: 'no data for four days (E14)', given: () => given({ activities: [aRun(daysAgo(5), 8)] }), answer: 'speaks' },
  {
    name: 'the check-ins stopped',
    given: () => given({ checkIns: [aCheckIn(daysAgo(6), { stress: 2 })] }),
    answer: 'speaks',
  },
  { name: 'two quiet days', given: () => given({ activities: [aRun(daysAgo(3), 8)] }), answer: 'silent' },
  {
    name: 'a holiday that was marked',
    given: () =>
      given({
        activities: [aRun(daysAgo(5), 8)],
        lifeEvents: [{ id: 'h', kind: 'holiday', from: daysAgo(4), to: daysAgo(0), note: '' }],
      }),
    answer: 'silent',
  },
  { name: 'a new athlete', given: () => given({}), answer: 'unknown' },
]
