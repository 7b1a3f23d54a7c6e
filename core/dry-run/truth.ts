/** What truly happened, beside a dry run: load, runs, sessions done and missed, races, injuries, life. */
import { type History, isCovered, matchPlan, toHistory } from '../history/history.ts'
import { known, type Reading, unknown } from '../lib/reading.ts'
import type { LifeEvent } from '../model/athlete.ts'
import type { BodySite } from '../model/check-in.ts'
import { addDays, type Day, daysFrom, mondayOf, weekFrom } from '../model/day.ts'
import { loadByDay, thresholdsFor } from '../signals/index.ts'
import type { Past } from './past.ts'

/** Metres and counts of the day's runs. `injury` is one that began on the day, `pain` the worst told on it (2–5). */
export type TrueDay = {
  readonly day: Day
  readonly load: Reading<number>
  readonly runs: number
  readonly distanceM: number
  readonly done: number
  readonly missed: number
  readonly race: string | null
  readonly injury: BodySite | null
  readonly pain: number | null
  readonly life: LifeEvent['kind'] | null
}

/**
 * A week together. It is missed where all of it is covered and nothing was done, or nothing of what was planned. Where a
 * day of it is not known, as of the week that still runs, `leastLoad` is what the others come to; null where that is nothing.
 */
export type TrueWeek = {
  readonly monday: Day
  readonly load: Reading<number>
  readonly leastLoad: number | null
  readonly runs: number
  readonly distanceM: number
  readonly done: number
  readonly missed: number
  readonly races: readonly string[]
  readonly injuries: readonly BodySite[]
  readonly isMissed: boolean
}

/** As everything on file says today; the run itself never sees it. */
export const truthOf = ({ content, plan }: Past, from: Day, to: Day): readonly TrueDay[] => {
  const history = toHistory(content.activities, content.confirmedDays)
  const last = history.activities.at(-1)?.day ?? to
  const thresholds = thresholdsFor(content.profile, history, to, content.checkIns)
  const loads = loadByDay(history, thresholds, last > to ? last : to, content.profile.sex)
  const matches = matchPlan(plan.sessions, history, content.outcomes, content.lifeEvents, addDays(to, 1))
  const training = plan.sessions.flatMap(({ id, purpose }) => (purpose === 'rest' ? [] : [id]))
  const byDay = countsOf(matches.filter(({ session }) => training.includes(session)))
  const runs = runsOf(history)
  return daysFrom(from, to).map(day => ({
    day,
    load: loads.get(day)?.load ?? unknown('nothing is on file yet'),
    runs: runs.get(day)?.runs ?? 0,
    distanceM: runs.get(day)?.distanceM ?? 0,
    done: byDay.get(day)?.done ?? 0,
    missed: byDay.get(day)?.missed ?? 0,
    race: plan.races.find(race => race.day === day)?.name ?? null,
    injury: content.profile.injuries.find(injury => injury.from === day)?.site ?? null,
    pain: painOn(day, content.checkIns),
    life: content.lifeEvents.find(event => event.from <= day && day <= event.to)?.kind ?? null,
  }))
}

const painOn = (day: Day, checkIns: Past['content']['checkIns']): number | null => {
  const levels = checkIns.flatMap(one => (one.day === day && one.pain && one.pain.level >= 2 ? [one.pain.level] : []))
  return levels.length === 0 ? null : Math.max(...levels)
}

type Counts = { readonly done: number; readonly missed: number }

const countsOf = (matches: ReturnType<typeof matchPlan>): ReadonlyMap<Day, Counts> => {
  const counts = new Map<Day, Counts>()
  for (const { day, state } of matches) {
    const { done, missed } = counts.get(day) ?? { done: 0, missed: 0 }
    counts.set(day, { done: done + Number(state === 'done'), missed: missed + Number(state === 'missed') })
  }
  return counts
}

const runsOf = ({ activities }: History): ReadonlyMap<Day, { readonly runs: number; readonly distanceM: number }> => {
  const days = new Map<Day, { readonly runs: number; readonly distanceM: number }>()
  for (const { day, sport, distanceM } of activities) {
    if (sport !== 'run') continue
    const so = days.get(day) ?? { runs: 0, distanceM: 0 }
    days.set(day, { runs: so.runs + 1, distanceM: so.distanceM + (distanceM ?? 0) })
  }
  return days
}

/** The true days by week, Monday first; a week's load is known where every day of it that was asked for is. */
export const truthByWeek = (days: readonly TrueDay[], past: Past): readonly TrueWeek[] => {
  const { coverage } = toHistory(past.content.activities, past.content.confirmedDays)
  return [...new Set(days.map(({ day }) => mondayOf(day)))].map(monday => {
    const week = days.filter(({ day }) => mondayOf(day) === monday)
    const sum = (of: (day: TrueDay) => number) => week.reduce((total, day) => total + of(day), 0)
    const lost = week.find(({ load }) => !load.known)
    const [done, missed, runs] = [sum(day => day.done), sum(day => day.missed), sum(day => day.runs)]
    const isSilent = weekFrom(monday).every(day => isCovered(coverage, day)) && sum(loadIn) === 0
    return {
      monday,
      load:
        lost !== undefined && !lost.load.known ? unknown(`${lost.day}: ${lost.load.why}`) : known(toTenth(sum(loadIn))),
      leastLoad: lost === undefined || sum(loadIn) > 0 ? toTenth(sum(loadIn)) : null,
      runs,
      distanceM: sum(day => day.distanceM),
      done,
      missed,
      races: week.flatMap(({ race }) => race ?? []),
      injuries: week.flatMap(({ injury }) => injury ?? []),
      isMissed: lost === undefined && (isSilent || (missed > 0 && done === 0)),
    }
  })
}

/** To a tenth. */
const toTenth = (load: number): number => Math.round(load * 10) / 10

const loadIn = ({ load }: TrueDay): number => (load.known ? load.value : 0)
