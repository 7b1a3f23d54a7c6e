/** A made-up club: the made-up season again and again, each time somebody else's, with troubles of their own or none. */
import type { Activity } from '../model/activity.ts'
import type { LifeEvent } from '../model/athlete.ts'
import { type CheckIn, emptyCheckIn } from '../model/check-in.ts'
import { addDays, type Day, daysBetween, daysFrom } from '../model/day.ts'
import type { Session } from '../model/session.ts'
import { easeAll, retitle } from '../proposals/basis/ease.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type SampleSeason, sampleSeason } from './season.ts'

/** What ails an athlete of the sample. Of twenty, eleven are well. */
const troubles = [
  'pain',
  'sleep',
  'none',
  'none',
  'missed',
  'none',
  'none',
  'long',
  'none',
  'none',
  'silent',
  'none',
  'none',
  'travel',
  'none',
  'none',
  'sleep',
  'none',
  'worn',
  'none',
] as const
type Trouble = (typeof troubles)[number]

const first =
  'Ada Ben Cleo Dario Elif Finn Greta Hugo Ines Jakub Kaja Lars Mina Noah Olga Pavel Quinn Rosa Sami Tara'.split(' ')
const last =
  'Albers Bauer Costa Dahl Engel Fischer Grant Horvat Ito Jensen Keller Lund Moreau Novak Ortiz Petit Rossi Silva Toth Urban'.split(
    ' ',
  )

/** So many weeks of the season are behind everybody in the club. */
const weeksKept = 16
const easierMost = 0.62

const nameOf = (i: number): string =>
  `${first[i % first.length]} ${last[(i * 7 + Math.floor(i / first.length)) % last.length]}`

/** A day as well as can be: slept, rested, looking forward. */
const wellOn = (day: Day, chance: Chance): CheckIn => ({
  ...emptyCheckIn(day),
  sleepHours: chance.whole(14, 17) / 2,
  sleepQuality: chance.whole(4, 5),
  soreness: chance.whole(1, 2),
  fatigue: chance.whole(1, 3),
  stress: chance.whole(1, 2),
  motivation: chance.whole(4, 5),
  restingHr: chance.whole(49, 51),
  hrvMs: chance.whole(58, 64),
})

const wellSince = 24

const checkInsOf = (trouble: Trouble, base: SampleSeason, today: Day, chance: Chance): readonly CheckIn[] => {
  const well = daysFrom(addDays(today, -wellSince), today).map(day => wellOn(day, chance))
  const earlier = base.content.checkIns.filter(({ day }) => day < addDays(today, -wellSince))
  const on = (daysAgo: readonly number[], said: (daysAgo: number) => Partial<CheckIn>) =>
    well.map(one => {
      const ago = daysBetween(one.day, today)
      return daysAgo.includes(ago) ? { ...one, ...said(ago) } : one
    })
  const lately: Readonly<Record<Trouble, () => readonly CheckIn[]>> = {
    none: () => well,
    long: () => well,
    missed: () => well,
    silent: () => well.filter(({ day }) => day < addDays(today, -6)),
    pain: () => on([6, 3, 1], ago => ({ pain: { site: 'calf', level: 2 }, soreness: ago === 1 ? 3 : 2 })),
    sleep: () => on([3, 2, 1, 0], ago => ({ sleepHours: ago === 2 ? 6.5 : 5.5, sleepQuality: 2 })),
    travel: () => on([2, 1], () => ({ stress: 3, sleepHours: 6.5, note: 'hotel bed, long days' })),
    worn: () => on([2, 1, 0], ago => ({ sleepQuality: 2, soreness: 4, motivation: ago === 0 ? 2 : 3, fatigue: 4 })),
  }
  return [...earlier, ...lately[trouble]()]
}

const lifeOf = (trouble: Trouble, base: SampleSeason, today: Day): readonly LifeEvent[] => {
  const past = base.content.lifeEvents.filter(({ to }) => to < addDays(today, -wellSince))
  if (trouble !== 'travel') return past
  const fair: LifeEvent = {
    id: 'sample-life-fair-now',
    kind: 'travel',
    from: addDays(today, -2),
    to: addDays(today, 1),
    note: 'trade fair',
  }
  return [...past, fair]
}

const shorter = (session: Session, keep: number): Session => {
  const steps = easeAll(session.steps, keep, 'up')
  return { ...session, steps, title: retitle(session.title, session.steps, steps) }
}

/** A run of the same shape and pace, shorter; its laps no longer fit and are left out. */
const shorterRun = (run: Activity, keep: number): Activity => ({
  ...run,
  durationS: Math.round(run.durationS * keep),
  elapsedS: run.elapsedS === null ? null : Math.round(run.elapsedS * keep),
  distanceM: run.distanceM === null ? null : Math.round(run.distanceM * keep),
  flatDistanceM: run.flatDistanceM === null ? null : Math.round(run.flatDistanceM * keep),
  ascentM: run.ascentM === null ? null : Math.round(run.ascentM * keep),
  hrSeconds: run.hrSeconds?.map(([at, seconds]) => [at, Math.round(seconds * keep)]) ?? null,
  paceSeconds: run.paceSeconds?.map(([at, seconds]) => [at, Math.round(seconds * keep)]) ?? null,
  bestEfforts: run.bestEfforts.filter(({ distanceM }) => distanceM <= (run.distanceM ?? 0) * keep),
  splits: [],
})

/** The season everybody of the club is made from. */
export const clubSeason = (today: Day): SampleSeason => sampleSeason(1, today)

/** One athlete of the made-up club: the same for everybody on the same day. `i` counts from 0. */
export const clubAthlete = (base: SampleSeason, i: number, today: Day): SampleSeason => {
  const chance = chanceOf(i + 1, 'club')
  const trouble = troubles[i % troubles.length]!
  const keep = Math.round(100 * chance.between(easierMost, 1)) / 100
  const from = addDays(today, -7 * weeksKept)
  const until = trouble === 'silent' ? addDays(today, -6) : today
  const notDone = new Set(base.content.outcomes.flatMap(({ session, said }) => (said === 'not-done' ? [session] : [])))
  const isMissed = ({ id, day }: Session) => notDone.has(id) && day >= addDays(today, -wellSince)
  const sessions = base.plan.sessions
    .filter(session => session.day >= from && (trouble === 'missed' || !isMissed(session)))
    .map(session => {
      if (session.purpose === 'race') return session
      // Why: only one of the troubles is a long run that grew too fast.
      const grows = session.purpose === 'long' && session.day >= today && trouble !== 'long'
      return shorter(session, grows ? keep * 0.82 : keep)
    })
  const ids = new Set(sessions.map(({ id }) => id))
  return {
    name: nameOf(i),
    content: {
      ...base.content,
      profile: {
        ...base.content.profile,
        name: nameOf(i),
        sex: i % 2 === 0 ? 'female' : 'male',
        injuries: trouble === 'pain' ? base.content.profile.injuries : [],
        weekMinutes: null,
        goals: 'Made up, for a look around.',
      },
      activities: base.content.activities
        .filter(({ day }) => day >= from && day < until)
        .map(run => shorterRun(run, keep)),
      checkIns: checkInsOf(trouble, base, today, chance).filter(({ day }) => day >= from),
      lifeEvents: lifeOf(trouble, base, today),
      outcomes: base.content.outcomes.filter(({ session }) => ids.has(session) && session !== undefined),
      confirmedDays: trouble === 'silent' ? [] : daysFrom(addDays(today, -wellSince), addDays(today, -1)),
      comments: [],
    },
    plan: { ...base.plan, sessions, comments: [] },
    playbook: base.playbook,
    recorded: [],
  }
}
