/** What advice costs: one athlete with ten years on file, and a club of two hundred, beside a filter per day. */
import { loadavg } from 'node:os'
import { advise, type Situation } from '../../core/engine.ts'
import { median } from '../../core/lib/math.ts'
import { addDays, type Day, daysFrom } from '../../core/model/day.ts'
import { baseHash, type Edit } from '../../core/model/edit.ts'
import { contentHash } from '../../core/model/session.ts'
import { sampleSeason } from '../../core/sample/index.ts'
import { minutesAt, stated } from '../kit/season.ts'
import { line, tenYearsOf, timed } from './kit.ts'

const today = '2026-05-12' as Day
const athletes = 200
const years = 10
const warmUps = 40

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

/** What a naive engine does before it has computed anything: it filters what is on file for each day of the history. */
const filterPerDay = ({ content: { activities, checkIns } }: Situation): number =>
  daysFrom(activities[0]!.day, today)
    .map(day => activities.filter(one => one.day === day).length + checkIns.filter(one => one.day === day).length)
    .reduce((sum, count) => sum + count, 0)

/** Prints all of it; keep the ratios, not the milliseconds. */
export const benchEngine = (rounds: number): void => {
  const { content, plan, playbook } = sampleSeason(7, today)
  const now = { day: today, minute: 500, at: minutesAt(today, 500) }
  const two: Situation = { athlete: 'bench' as Situation['athlete'], content, plan, playbook, log: [], now }
  const ten = tenYearsOf(content)
  console.log(
    `\nadvice; limits 20 ms for ${years} years and 2,000 ms for a roster of ${athletes}; load ${loadavg()[0]!.toFixed(1)}`,
  )
  line(
    'the first of the process, nothing compiled',
    timed(() => advise(structuredClone(two))),
    null,
  )
  // Why so often: an app that is open has done this for the whole roster before anybody looks.
  for (let i = 0; i < warmUps; i++) advise(structuredClone(two))
  const long = { ...two, content: ten }
  benchAdvice(rounds, long, `one athlete × ${years} years, ${ten.activities.length} activities`)
  line(
    'filtering for each day, nothing computed',
    median(Array.from({ length: 3 }, () => timed(() => filterPerDay(long)))) ?? 0,
    null,
  )
  benchAdvice(rounds, two, `one athlete × 2 years, ${content.activities.length} activities`)
  console.log(`\nadvice for a club, ${athletes} athletes × 2 years, once each`)
  let [first, again, naive] = [0, 0, 0]
  for (let i = 0; i < athletes; i++) {
    const one = structuredClone(two)
    if (i % 20 === 0) naive += 20 * timed(() => filterPerDay(one))
    first += timed(() => advise(one))
    again += timed(() => advise(edited(one, i)))
  }
  line('nothing seen before', first, first)
  line('again, after an edit of the coach', again, first)
  line('filtering for each day, nothing computed', naive, first, 'every twentieth measured')
}
