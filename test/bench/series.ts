/**
 * What the daily series of a club costs: load, fitness, fatigue, form, ratio, monotony and strain of every day, beside a
 * bare loop over typed arrays that knows no gaps, and beside filtering the activities for each day.
 */
import { type History, toHistory } from '../../core/history/history.ts'
import { median } from '../../core/lib/math.ts'
import type { Thresholds } from '../../core/model/athlete.ts'
import { addDays, type Day, dayNumber, daysFrom } from '../../core/model/day.ts'
import type { AthleteContent } from '../../core/model/plan.ts'
import { fatigueDays, fitnessDays, nextDay } from '../../core/science/fitness.ts'
import { coupledRatio, monotony, strain } from '../../core/science/load-change.ts'
import { fitnessFrom, loadByActivity, loadByDay, thresholdsFor } from '../../core/signals/index.ts'
import { line, tenYearsOf, timed } from './kit.ts'

const athletes = 200
const people = 20
const filtered = 4

type Athlete = {
  readonly history: History
  readonly thresholds: Thresholds
  readonly sex: AthleteContent['profile']['sex']
  readonly loads: ReturnType<typeof loadByActivity>
  /** Day number and load of each activity, as the bare loop wants them. */
  readonly at: Int32Array
  readonly weights: Float64Array
}

const athleteOf = (content: AthleteContent, today: Day): Athlete => {
  const history = toHistory(content.activities, content.confirmedDays)
  const { sex } = content.profile
  const thresholds = thresholdsFor(content.profile, history, today, content.checkIns)
  const loads = loadByActivity(history, thresholds, sex)
  const at = Int32Array.from(history.activities, ({ day }) => dayNumber(day))
  const weights = Float64Array.from(history.activities, ({ id }) => {
    const load = loads.get(id)
    return load?.method ? load.load : 0
  })
  return { history, thresholds, sex, loads, at, weights }
}

type Columns = { readonly [name: string]: Float64Array | readonly number[] }

/** The same seven columns with every day taken as known: rolling sums, nothing looked at twice. */
const bare = ({ at, weights }: Athlete, last: number): Columns => {
  const first = at[0]!
  const days = last - first + 1
  const column = () => new Float64Array(days)
  const [load, fitness, fatigue, form] = [column(), column(), column(), column()]
  const [ratio, same, strained] = [column(), column(), column()]
  for (let i = 0; i < at.length; i++) load[at[i]! - first]! += weights[i]!
  const slow = 1 - Math.exp(-1 / fitnessDays)
  const fast = 1 - Math.exp(-1 / fatigueDays)
  let fit = 0
  let tired = 0
  let week = 0
  let squares = 0
  let month = 0
  for (let day = 0; day < days; day++) {
    const today = load[day]!
    form[day] = fit - tired
    fit += (today - fit) * slow
    tired += (today - tired) * fast
    fitness[day] = fit
    fatigue[day] = tired
    week += today
    squares += today * today
    month += today
    if (day >= 7) {
      week -= load[day - 7]!
      squares -= load[day - 7]! * load[day - 7]!
    }
    if (day >= 28) month -= load[day - 28]!
    ratio[day] = (4 * week) / month
    const mean = week / 7
    const spread = Math.sqrt((squares - week * mean) / 6)
    same[day] = spread * 10 <= mean ? 10 : mean / spread
    strained[day] = week * same[day]!
  }
  return { load, fitness, fatigue, form, ratio, monotony: same, strain: strained }
}

type Windows = 'the day alone' | 'every window'

/**
 * The same seven columns, to the last figure, as a naive engine works them out: for each day the athlete's whole list is
 * filtered for what the day's figures need. A day's load needs that day, monotony and strain its week, the ratio its
 * four weeks; fitness, fatigue and form carry over from the day before by their definition. So filtering per day means
 * *every window*: that is the reference. *The day alone* is kinder to it than its name says: only the load is filtered,
 * and the weeks come from the days worked out before, which is half of the way to a series; it is printed beside.
 * Loads are given, and looked up by name.
 */
const filterPerDay = ({ history, loads }: Athlete, days: readonly Day[], windows: Windows): Columns => {
  const summed = (activities: History['activities']) => {
    const sum = activities
      .map(({ id }) => loads.get(id))
      .reduce((total, one) => total + (one?.method ? one.load : 0), 0)
    return Math.round(sum * 10) / 10
  }
  const sums = (day: Day, back: number) => {
    const from = addDays(day, 1 - back)
    const within = history.activities.filter(activity => activity.day >= from && activity.day <= day)
    return daysFrom(from, day).map(one => summed(within.filter(activity => activity.day === one)))
  }
  const load: number[] = []
  const fitness: number[] = []
  const fatigue: number[] = []
  const form: number[] = []
  const ratio: number[] = []
  const same: number[] = []
  const strained: number[] = []
  let state = { fitness: 0, fatigue: 0 }
  for (const day of days) {
    load.push(summed(history.activities.filter(activity => activity.day === day)))
    form.push(state.fitness - state.fatigue)
    state = nextDay(state, load.at(-1)!)
    fitness.push(state.fitness)
    fatigue.push(state.fatigue)
    const isWhole = windows === 'every window'
    const week = load.length >= 7 && isWhole ? sums(day, 7) : load.slice(-7)
    ratio.push(coupledRatio(load.length >= 28 && isWhole ? sums(day, 28) : load.slice(-28)) ?? Number.NaN)
    same.push((week.length === 7 ? monotony(week) : undefined) ?? Number.NaN)
    strained.push((week.length === 7 ? strain(week) : undefined) ?? Number.NaN)
  }
  return { load, fitness, fatigue, form, ratio, monotony: same, strain: strained }
}

/**
 * Fails where the contenders do not say the same of the days before the first gap; from then on only ours knows that
 * there is one. `off` is how far apart they may be: the bare loop does not round a day's load.
 */
const compare = (ours: Columns, theirs: Columns, off: number): void => {
  const gap = (ours.load as Float64Array).findIndex(load => Number.isNaN(load))
  const days = gap === -1 ? ours.load!.length : gap
  if (days < 3_000) throw new Error(`only ${days} days before the first gap`)
  for (const [column, values] of Object.entries(ours))
    for (let day = 0; day < days; day++)
      if (Math.abs(values[day]! - theirs[column]![day]!) > off * Math.max(1, Math.abs(values[day]!)))
        throw new Error(`${column} of day ${day}: ${values[day]} and ${theirs[column]![day]}`)
}

/** Prints milliseconds and ratios for the whole club; what is measured for a part of it says so. */
export const benchSeries = (rounds: number, content: AthleteContent, today: Day): void => {
  const club = Array.from({ length: people }, () => athleteOf(structuredClone(tenYearsOf(content)), today))
  const last = dayNumber(today)
  const first = club[0]!.history.activities[0]!.day
  const days = daysFrom(first, today)
  const ours = ({ history, thresholds, sex }: Athlete) => fitnessFrom(loadByDay(history, thresholds, today, sex))
  /** Another object with the same activities in it: nothing is remembered of its loads but what each pulse weighs. */
  const anew = (one: Athlete): Athlete => ({ ...one, history: { ...one.history } })
  const unseen = (one: Athlete): Athlete => ({
    ...one,
    history: { ...one.history, activities: one.history.activities.map(activity => ({ ...activity })) },
  })
  compare(ours(club[0]!).columns, filterPerDay(club[0]!, days, 'every window'), 1e-9)
  compare(ours(club[0]!).columns, bare(club[0]!, last), 0.02)
  const all = (run: (one: Athlete) => unknown, of: readonly Athlete[] = club) =>
    timed(() => {
      for (let i = 0; i < athletes; i++) run(of[i % people]!)
    })
  const middle = (measure: () => number) => median(Array.from({ length: rounds }, measure)) ?? 0
  all(one => bare(one, last))
  all(ours)
  const loop = middle(() => all(one => bare(one, last)))
  const known = middle(() => all(ours))
  const once = (make: (one: Athlete) => Athlete) =>
    middle(() => {
      const fresh = club.map(make)
      return timed(() => fresh.map(ours)) * (athletes / people)
    })
  const weighed = once(anew)
  const weighedAnew = once(unseen)
  const filter = (windows: Windows) =>
    timed(() => club.slice(0, filtered).map(one => filterPerDay(one, days, windows))) * (athletes / filtered)
  const [every, alone] = [filter('every window'), filter('the day alone')]
  const count = club[0]!.history.activities.length * athletes
  console.log(
    `\ndaily series, ${athletes} athletes × ${days.length} days, ${count} activities, median of ${rounds}; × the bare loop`,
  )
  line('a bare loop over typed arrays', loop, loop, 'seven columns; loads given, no gaps, no reasons')
  line('seven columns with gaps, reasons when asked', known, loop, 'what an activity weighs is known')
  line('the same, activities put in order anew', weighed, loop, `measured for ${people} athletes`)
  line('the same, every pulse weighed anew', weighedAnew, loop, `measured for ${people} athletes`)
  line('filter per day, every window', every, loop, `loads given; all days of ${filtered} athletes measured`)
  line('filter per day, the day alone', alone, loop, 'the same; weeks taken from the days before')
  const times = (of: number) => `${Math.round(every / of)} × (the day alone ${Math.round(alone / of)} ×)`
  console.log(`filter per day ÷ ours: ${times(known)}; activities put in order anew: ${times(weighed)}`)
}
