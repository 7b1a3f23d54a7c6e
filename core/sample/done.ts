/** What became of the coach's sessions: mostly run as asked, some shorter, some left out, and a little besides. */
import type { Activity } from '../model/activity.ts'
import type { LifeEvent, Outcome } from '../model/athlete.ts'
import { type Day, dayNumber, daysBetween, weekdayOf } from '../model/day.ts'
import type { ActivityId } from '../model/ids.ts'
import type { Session } from '../model/session.ts'
import type { Recorded, Streams } from '../model/streams.ts'
import type { Step } from '../model/workout.ts'
import { flatten } from '../workout/estimate.ts'
import { temperatureOn, vdotIn } from './body.ts'
import { type Chance, chanceOf } from './chance.ts'
import { eventOn } from './life.ts'
import { recordRun } from './run.ts'

/** The race day has its own form, and nobody skips it. */
const raceForm = 0.985

const usualRpe: Partial<Record<Session['purpose'], number>> = {
  easy: 3,
  recovery: 2,
  long: 5,
  steady: 5,
  tempo: 7,
  intervals: 8,
  hills: 7,
  race: 9,
  strength: 5,
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const comments = {
  good: ['felt easy', 'good legs', 'with Jonas', 'quiet morning in the park', 'could have gone on'],
  hard: ['wind on the way back', 'last one was a fight', 'in control until the end', 'legs heavy at first'],
} as const

/** Runs what is asked, scaled: `share` of the amount of every easy part. */
const scaled = (steps: readonly Step[], share: number): readonly Step[] =>
  steps.map(step =>
    step.target.type === 'zone' && step.target.zone === 'E' && step.role !== 'recovery' && step.amount.unit !== 'lap'
      ? { ...step, amount: { ...step.amount, value: Math.max(1, Math.round(step.amount.value * share)) } }
      : step,
  )

type Doing = { readonly session: Session; readonly week: number; readonly event: LifeEvent | undefined }

const startOf = ({ session }: Doing, chance: Chance) => {
  const weekday = weekdayOf(session.day)
  const isMorning = weekday >= 6 || session.purpose === 'race' || chance.happens(0.4)
  const hour = weekday === 7 ? 8 : weekday === 6 ? 9 : isMorning ? 6 : 18
  const minute = chance.whole(0, 49)
  return {
    isMorning,
    start: `${session.day}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(chance.whole(0, 59))}`,
  }
}

const nameOf = (session: Session, isMorning: boolean): string =>
  session.purpose === 'race' ? session.title : isMorning ? 'Morning run' : 'Evening run'

const besidesRunning = (doing: Doing, chance: Chance): Activity => {
  const { session } = doing
  const { start } = startOf(doing, chance)
  const minutes = chance.whole(24, 33)
  const empty = blank(session, start)
  // Why an effort every time: without heart rate it is all that says how hard it was.
  if (session.sport === 'strength')
    return { ...empty, name: 'Strength', durationS: minutes * 60, rpe: chance.whole(4, 6) }
  return { ...empty, name: 'Ride', durationS: minutes * 120, distanceM: minutes * chance.whole(640, 760), rpe: 3 }
}

type Done = { readonly activity: Activity; readonly streams?: Streams | undefined }

const runDone = (doing: Doing, chance: Chance): Done => {
  const { session, week, event } = doing
  const { start, isMorning } = startOf(doing, chance)
  const temperatureC = temperatureOn(session.day, isMorning, chance)
  const isRace = session.purpose === 'race'
  const isShort = !isRace && (event !== undefined || chance.happens(0.05))
  const share = isRace ? 1 : isShort ? chance.between(0.55, 0.75) : chance.between(0.96, 1.05)
  const conditions = {
    vdot: vdotIn(week),
    temperatureC,
    // Why: two weeks after a fever the heart still beats faster, and so it does on the day after a short night.
    hrOffset: chance.around(week === 25 ? 5 : 0, 1.8),
    slower: isRace ? raceForm : chance.around(1.01, 0.012),
  }
  const climb = session.purpose === 'hills' ? chance.between(14, 18) : chance.between(2, 8)
  const { summary, streams } = recordRun(scaled(flatten(session.steps), share), conditions, isRace ? 3 : climb, chance)
  const rpe = (usualRpe[session.purpose] ?? 4) + Math.round(chance.around(isShort ? 0.5 : 0, 0.6))
  const isHard = rpe >= 6
  const activity: Activity = {
    ...blank(session, start),
    ...summary,
    name: nameOf(session, isMorning),
    rpe: isRace || chance.happens(week > 60 ? 0.85 : 0.55) ? Math.min(10, Math.max(1, rpe)) : null,
    comment: chance.happens(0.12) ? chance.oneOf(isHard ? comments.hard : comments.good) : null,
  }
  return { activity, streams }
}

const blank = ({ day, sport, purpose }: Session, start: string): Activity => ({
  id: `sample-${day}-${purpose}-done` as ActivityId,
  sport,
  name: null,
  day,
  start,
  utc: null,
  durationS: 0,
  elapsedS: null,
  distanceM: null,
  ascentM: null,
  flatDistanceM: null,
  meanHr: null,
  maxHr: null,
  temperatureC: null,
  hrSeconds: null,
  paceSeconds: null,
  bestEfforts: [],
  splits: [],
  decoupling: null,
  rpe: null,
  comment: null,
  sources: [{ kind: 'sample', name: 'sample season', id: null }],
})

/** How likely a session is left out: never a race, seldom a key one, nearly always with a fever. */
const leftOut = ({ session, event }: Doing): number => {
  if (session.purpose === 'race') return 0
  if (event !== undefined) return event.kind === 'sick' ? 1 : event.kind === 'holiday' ? 0.5 : 0.6
  return session.purpose === 'strength' ? 0.3 : session.key ? 0.04 : 0.07
}

const minutesAt = (day: Day, hour: number): number => dayNumber(day) * 1440 + hour * 60

/** What the athlete says of a session that did not happen, on the same evening. */
const notDone = (session: Session, comment: string): Outcome => ({
  session: session.id,
  said: 'not-done',
  activity: null,
  rpe: null,
  comment,
  at: minutesAt(session.day, 20),
})

const done = (session: Session, { id, rpe, comment }: Activity): Outcome => ({
  session: session.id,
  said: 'done',
  activity: id,
  rpe,
  comment: comment ?? '',
  at: minutesAt(session.day, 21),
})

/** Curves are kept of the runs of so many days; who looks around looks at the last ones. */
const curveDays = 120

const excuses = ['stuck at work', 'one of the children ill', 'too tired', 'thunderstorm'] as const

/** Everything done before today, and what the athlete said of what was not. `missed` never happen. */
export const doneBefore = (
  seed: number,
  today: Day,
  weeks: readonly { readonly week: number; readonly sessions: readonly Session[] }[],
  events: readonly LifeEvent[],
  missed: ReadonlySet<Session['id']>,
): {
  readonly activities: readonly Activity[]
  readonly recorded: readonly Recorded[]
  readonly outcomes: readonly Outcome[]
} => {
  const chance = chanceOf(seed, 'done')
  const activities: Activity[] = []
  const recorded: Recorded[] = []
  const outcomes: Outcome[] = []
  for (const { week, sessions } of weeks) {
    for (const session of sessions) {
      const doing = { session, week, event: eventOn(events, session.day) }
      // Why: luck of its own for each session, so that the season before today is the same whichever day today is.
      const own = chanceOf(chance.whole(0, 0x7fffffff), session.purpose)
      if (session.day >= today) continue
      if (missed.has(session.id)) outcomes.push(notDone(session, 'stuck at work until nine'))
      else if (own.happens(leftOut(doing))) {
        if (doing.event === undefined && own.happens(0.7)) outcomes.push(notDone(session, own.oneOf(excuses)))
      } else {
        const { activity, streams }: Done =
          session.sport === 'run' ? runDone(doing, own) : { activity: besidesRunning(doing, own) }
        activities.push(activity)
        if (streams && daysBetween(session.day, today) <= curveDays) recorded.push({ activity: activity.id, streams })
        // Why: a habit of the last weeks; before that the effort is only on the recording.
        if (daysBetween(session.day, today) <= 21 && activity.rpe !== null) outcomes.push(done(session, activity))
      }
    }
  }
  return { activities, recorded, outcomes }
}
