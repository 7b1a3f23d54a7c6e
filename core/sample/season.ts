/** A made-up athlete with two years behind her, for a look around: nobody real, the same for everybody, ending today. */
import { sum } from '../lib/math.ts'
import type { Profile } from '../model/athlete.ts'
import { addDays, type Day, dayNumber, weekdayOf } from '../model/day.ts'
import type { PersonId } from '../model/ids.ts'
import type { AthleteContent, Comment, PlanContent } from '../model/plan.ts'
import type { Playbook } from '../model/playbook.ts'
import type { Session } from '../model/session.ts'
import type { Recorded } from '../model/streams.ts'
import { defaultPlaybook } from '../playbook/index.ts'
import { thresholdPace } from '../science/vdot.ts'
import { heart, vdotIn } from './body.ts'
import { checkInsOf } from './check-ins.ts'
import { doneBefore } from './done.ts'
import { mondayOfWeek, phasesOf, racesOf, thisWeek, weeksAhead } from './frame.ts'
import { injuriesOf, lifeEventsOf } from './life.ts'
import { sessionsOfWeek } from './week.ts'

export type SampleSeason = {
  readonly name: string
  readonly content: AthleteContent
  readonly plan: PlanContent
  readonly playbook: Playbook
  /** What her watch kept along the last runs. */
  readonly recorded: readonly Recorded[]
}

/** The people of the sample: the athlete and her coach, who wrote the remarks. */
export const sampleAthlete = 'sample-athlete' as PersonId
export const sampleCoach = 'sample-coach' as PersonId

const athleteName = 'Mara Lindqvist'

const profileOf = (today: Day): Profile => ({
  name: athleteName,
  sex: 'female',
  thresholds: {
    maxHr: heart.max,
    restHr: heart.rest,
    thresholdHr: heart.threshold,
    thresholdPaceSPerKm: Math.round(thresholdPace(vdotIn(thisWeek))),
    origin: 'set by the coach from the last 10 km race and the tempo runs since',
  },
  injuries: injuriesOf(today),
  weekMinutes: [45, 90, 60, 75, 75, 75, 210],
  goals: 'Marathon in 3:35, and still like running afterwards. Job and two children: weekday runs under 75 minutes.',
  preset: 'standard',
  usualSleepHours: 7.5,
})

/** The session before today that fell to work: Tuesday's until Friday, Friday's from the weekend on. */
const missedOf = (sessions: readonly Session[], today: Day): Session | undefined => {
  const weekday = weekdayOf(today)
  const hard = sessions.filter(({ day, key, purpose }) => day < today && key && purpose !== 'long')
  const wanted = weekday >= 3 && weekday <= 5 ? 2 : 5
  return hard.findLast(({ day }) => weekdayOf(day) === wanted)
}

const remark = (id: string, day: Day, by: PersonId, words: string, hour: number): Comment => ({
  id: `sample-remark-${id}`,
  day,
  session: null,
  by,
  words,
  at: dayNumber(day) * 1440 + hour * 60,
})

/**
 * Two years up to yesterday, this week's plan and three more, from a seed. Everything in it is made up by the formulas
 * and the luck in this folder; the same seed and day give the same season on every device.
 */
export const sampleSeason = (seed: number, today: Day): SampleSeason => {
  const weeks = Array.from({ length: thisWeek + weeksAhead + 1 }, (_, week) => ({
    week,
    sessions: sessionsOfWeek(week, mondayOfWeek(today, week)),
  }))
  const sessions = weeks.flatMap(week => week.sessions)
  const lifeEvents = lifeEventsOf(today)
  const missed = missedOf(sessions, today)
  const done = doneBefore(seed, today, weeks, lifeEvents, new Set(missed === undefined ? [] : [missed.id]))
  const hardness = new Map<Day, number[]>()
  for (const { day, durationS, rpe } of done.activities) {
    // Why: an hour at RPE 7 is about an hour at threshold; a guess is enough to make legs sore.
    hardness.set(day, [...(hardness.get(day) ?? []), (durationS / 3600) * 100 * ((rpe ?? 3.5) / 7)])
  }
  const checkIns = checkInsOf(seed, today, lifeEvents, day => sum(hardness.get(day) ?? []))
  return {
    name: athleteName,
    content: {
      profile: profileOf(today),
      activities: done.activities,
      checkIns,
      lifeEvents,
      outcomes: done.outcomes,
      confirmedDays: missed === undefined ? [] : [missed.day],
      comments: [
        remark(
          '1',
          addDays(today, -9),
          sampleAthlete,
          'The long run felt shorter than it was. Shoes are done, though.',
          14,
        ),
        remark('2', addDays(today, -2), sampleAthlete, 'Nights are short this week, the little one is teething.', 7),
      ],
      unreadable: [],
    },
    plan: {
      sessions,
      phases: phasesOf(today),
      races: racesOf(today),
      comments: [
        remark('3', addDays(today, -8), sampleCoach, 'Good. New shoes for the tempo run, old ones for the woods.', 9),
      ],
      unreadable: [],
    },
    playbook: defaultPlaybook,
    recorded: done.recorded,
  }
}
