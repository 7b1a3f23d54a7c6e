/** A dry run in plain lines: a week with something in it each, then every year. */
import {
  asToday,
  countsByWeek,
  countsOf,
  type Difference,
  type DryCounts,
  type DryDay,
  type Past,
  type TrueDay,
  type TrueWeek,
  truthByWeek,
} from '../dry-run/index.ts'
import { by } from '../lib/order.ts'
import { sayDay } from '../model/say-day.ts'

const counted = ({ findings, applied, asked, left, escalated }: DryCounts): string =>
  [
    `${findings} noticed`,
    `${applied} would have been applied`,
    `${asked} asked`,
    ...(left > 0 ? [`${left} left to the coach`] : []),
    `${escalated} alerts`,
  ].join(', ')

const kindsOf = ({ fired }: DryCounts): string =>
  Object.entries(fired)
    .toSorted(by(([kind]) => kind))
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')

export const dryRunText = (days: readonly DryDay[], truth: readonly TrueDay[], past: Past): string => {
  const really = new Map(truthByWeek(truth, past).map(week => [week.monday, week]))
  const weeks = countsByWeek(days).flatMap(week => {
    const was = really.get(week.monday)
    const happened = [...(was?.races ?? []), ...(was?.injuries ?? []).map(site => `${site} injury`)]
    if (week.findings + week.applied + week.asked + week.left + week.escalated + happened.length === 0) return []
    const load = sayLoad(was)
    const km = `${((was?.distanceM ?? 0) / 1000).toFixed(1)} km`
    const missed = was?.isMissed ? ', missed' : (was?.missed ?? 0) > 0 ? `, ${was?.missed} sessions missed` : ''
    return [
      `  ${week.monday}  ${counted(week)}  (${kindsOf(week) || 'nothing'})`,
      `              really: ${km}, ${load}${missed}${happened.map(one => `, ${one}`).join('')}`,
    ]
  })
  return [
    `Dry run from ${days[0]?.day} to ${days.at(-1)?.day}, each day with what was known on it; nobody answered`,
    ...asToday(past).map(says => `  ${says}`),
    ...(weeks.length === 0 ? ['  nothing would have happened'] : weeks),
    'By year',
    ...yearLines(days, truth),
  ].join('\n')
}

const sayLoad = (week: TrueWeek | undefined): string => {
  if (week?.load.known) return `load ${Math.round(week.load.value)}`
  return week && week.leastLoad !== null ? `load at least ${Math.round(week.leastLoad)}` : 'load not known'
}

/** What a year added up to. */
export const yearLines = (days: readonly DryDay[], truth: readonly TrueDay[]): readonly string[] =>
  [...new Set(days.map(({ day }) => day.slice(0, 4)))].map(year => {
    const counts = countsOf(days.filter(({ day }) => day.startsWith(year)))
    const km = truth.reduce((sum, one) => sum + (one.day.startsWith(year) ? one.distanceM : 0), 0) / 1000
    return `  ${year}  ${Math.round(km)} km; ${counted(counts)}  (${kindsOf(counts) || 'nothing'})`
  })

export const differencesText = (differences: readonly Difference[]): string =>
  [
    `${differences.length} days on which the second playbook parts from the first`,
    ...differences.flatMap(({ day, says }) => [
      `  ${sayDay(day)} ${day.slice(0, 4)}`,
      ...says.map(one => `    ${one}`),
    ]),
  ].join('\n')
