/** What advice costs: one athlete with ten years on file, a club of two hundred, and the daily series behind it. */
import { advise, type Situation } from '../../core/engine.ts'
import { type History, toHistory } from '../../core/history/history.ts'
import { median } from '../../core/lib/math.ts'
import { addDays, type Day, dayNumber, daysBetween, daysFrom } from '../../core/model/day.ts'
import { baseHash, type Edit } from '../../core/model/edit.ts'
import type { AthleteContent } from '../../core/model/plan.ts'
import { contentHash } from '../../core/model/session.ts'
import { sampleSeason } from '../../core/sample/index.ts'
import { fatigueDays, fitnessDays } from '../../core/science/fitness.ts'
import { fitnessSeries, loadByActivity, thresholdsFor } from '../../core/signals/index.ts'
import { minutesAt, stated } from '../kit/season.ts'

const today = '2026-05-12' as Day
const athletes = 200
const years = 10
const twoYears = 728

const timed = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}
const line = (name: string, milliseconds: number, reference: number | null, note = ''): void => {
  const ratio = reference === null ? '' : `${(milliseconds / reference).toFixed(milliseconds < reference ? 3 : 1)} ×`
  console.log(`${name.padEnd(48)}${milliseconds.toFixed(1).padStart(12)} ms${ratio.padStart(12)}  ${note}`.trimEnd())
}

/** The sample's two years again and again, each earlier, under names of their own. */
const tenYearsOf = (content: AthleteContent): AthleteContent => {
  const back = (days: number, name: string) => ({
    activities: content.activities.map(one => {
      const day = addDays(one.day, -days)
      const utc = one.utc === null ? null : one.utc - days * 86_400
      return { ...one, id: `${one.id}-${name}` as typeof one.id, day, start: `${day}${one.start.slice(10)}`, utc }
    }),
    checkIns: content.checkIns.map(one => ({ ...one, day: addDays(one.day, -days) })),
  })
  const before = [4, 3, 2, 1].map(times => back(times * twoYears, String(times)))
  return {
    ...content,
    activities: [...before.flatMap(({ activities }) => activities), ...content.activities],
    checkIns: [...before.flatMap(({ checkIns }) => checkIns), ...content.checkIns],
  }
}

/** Sixty sessions of the last year, each moved by a day on the evening before. */
const withMoves = (situation: Situation): Situation => {
  const { plan } = situation
  const lately = plan.sessions.filter(({ day, purpose }) => day > addDays(today, -364) && purpose !== 'rest')
  const log = Array.from({ length: 60 }, (_, i) => {
    const session = lately[(i * 37) % lately.length]!
    const day = addDays(session.day, 1)
    const before = { day: session.day }
    const edit: Edit = { kind: 'move-session', session: session.id, before, after: { day }, adds: null }
    const at = minutesAt(addDays(session.day, -1), 1200)
    const rests = { edit, baseHash: baseHash(edit, session), contentHash: contentHash({ ...session, day }) }
    return stated({ type: 'moved', item: `move-${i}`, role: 'athlete', at, ...rests })
  })
  return { ...situation, log }
}

/** One edit by the coach: one session is another object, everything else the same one. */
const edited = (situation: Situation, round: number): Situation => ({
  ...situation,
  plan: {
    ...situation.plan,
    sessions: situation.plan.sessions.map((one, i) =>
      i === situation.plan.sessions.length - 3 ? { ...one, title: `Edit ${round}` } : one,
    ),
  },
})

const benchAdvice = (rounds: number, situation: Situation, name: string): void => {
  console.log(`\nadvice, ${name}, median of ${rounds}`)
  const contenders = { 'no moves': situation, 'sixty moves in the log': withMoves(situation) }
  const reference = { first: Number.NaN, again: Number.NaN }
  for (const [what, one] of Object.entries(contenders)) {
    const fresh = Array.from({ length: rounds }, () => structuredClone(one))
    const first = median(fresh.map(each => timed(() => advise(each)))) ?? 0
    const again = median(Array.from({ length: rounds }, (_, i) => timed(() => advise(edited(one, i))))) ?? 0
    if (what === 'no moves') Object.assign(reference, { first, again })
    line(`${what}, nothing seen before`, first, reference.first)
    line(`${what}, after an edit of the coach`, again, reference.again)
  }
}

/** Loads of all activities by day number, then one loop without anything that a screen could show. */
const bare = (history: History, loads: ReturnType<typeof loadByActivity>, last: Day): number => {
  const first = dayNumber(history.activities[0]?.day ?? last)
  const days = new Float64Array(dayNumber(last) - first + 1)
  for (const { day, id } of history.activities) {
    const load = loads.get(id)
    const at = dayNumber(day) - first
    if (load?.method) days[at] = (days[at] ?? 0) + load.load
  }
  const [slow, fast] = [1 - Math.exp(-1 / fitnessDays), 1 - Math.exp(-1 / fatigueDays)]
  const series = { fitness: new Float64Array(days.length), fatigue: new Float64Array(days.length) }
  let [fitness, fatigue] = [0, 0]
  for (let at = 0; at < days.length; at++) {
    fitness += (days[at]! - fitness) * slow
    fatigue += (days[at]! - fatigue) * fast
    series.fitness[at] = fitness
    series.fatigue[at] = fatigue
  }
  return series.fitness.at(-1)! - series.fatigue.at(-1)!
}

const benchClub = (content: AthleteContent): void => {
  const sampled = 20
  const daysSampled = 200
  const people = Array.from({ length: sampled }, () => {
    const history = toHistory(structuredClone(content.activities), content.confirmedDays)
    const thresholds = thresholdsFor(content.profile, history, today, content.checkIns)
    return { history, thresholds, sex: content.profile.sex }
  })
  const first = people[0]!.history.activities[0]!.day
  const series = () => {
    for (const { history, thresholds, sex } of people) fitnessSeries(history, thresholds, first, today, sex)
  }
  const ofAll = athletes / sampled
  const unseen = timed(series) * ofAll
  const again = timed(series) * ofAll
  const loads = people.map(({ history, thresholds, sex }) => loadByActivity(history, thresholds, sex))
  const all = () => {
    for (let i = 0; i < athletes; i++) bare(people[i % sampled]!.history, loads[i % sampled]!, today)
  }
  all()
  const loop = timed(all)
  const days = daysFrom(addDays(today, 1 - daysSampled), today)
  const { history } = people[0]!
  let sum = 0
  const filtered = timed(() => {
    for (const day of days)
      for (const { id } of history.activities.filter(one => one.day === day)) {
        const load = loads[0]!.get(id)
        if (load?.method) sum += load.load
      }
  })
  if (!(sum > 0)) throw new Error('the days sampled hold no load')
  const filter = (filtered / daysSampled) * (daysBetween(first, today) + 1) * athletes
  const count = history.activities.length * athletes
  console.log(`\ndaily series, ${athletes} athletes × ${years} years, ${count} activities; × the bare loop`)
  line('a bare loop over typed arrays', loop, loop, 'loads given; no readings, no gaps')
  line('readings, gaps and reasons; loads known', again, loop, `measured for ${sampled}, extrapolated`)
  line('the same, every pulse weighed anew', unseen, loop, `measured for ${sampled}, extrapolated`)
  line('filter per day', filter, loop, `${daysSampled} days of one athlete, extrapolated`)
}

/** Prints all of it; keep the ratios, not the milliseconds. */
export const benchEngine = (rounds: number): void => {
  const { content, plan, playbook } = sampleSeason(7, today)
  const now = { day: today, minute: 500, at: minutesAt(today, 500) }
  const two: Situation = { athlete: 'bench' as Situation['athlete'], content, plan, playbook, log: [], now }
  const ten = tenYearsOf(content)
  for (let i = 0; i < rounds; i++) advise(structuredClone(two))
  benchAdvice(rounds, { ...two, content: ten }, `one athlete × ${years} years, ${ten.activities.length} activities`)
  benchAdvice(rounds, two, `one athlete × 2 years, ${content.activities.length} activities`)
  console.log(`\nadvice for a club, ${athletes} athletes × 2 years, once each`)
  let [first, again] = [0, 0]
  for (let i = 0; i < athletes; i++) {
    const one = structuredClone(two)
    first += timed(() => advise(one))
    again += timed(() => advise(edited(one, i)))
  }
  line('nothing seen before', first, first)
  line('again, after an edit of the coach', again, first)
  benchClub(ten)
}
