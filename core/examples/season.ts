/** The athlete of the examples: half a year of level running, well, with time on every day; nothing restrains anything. */
import type { Situation } from '../engine.ts'
import type { Activity } from '../model/activity.ts'
import type { CheckIn } from '../model/check-in.ts'
import { type Day, dayNumber, daysFrom } from '../model/day.ts'
import type { AthleteId } from '../model/ids.ts'
import type { LogEntry } from '../model/log.ts'
import type { Playbook } from '../model/playbook.ts'
import {
  aCheckIn,
  aRun,
  aSession,
  aStep,
  contentOf,
  daysAgo,
  type Given,
  intervals,
  notDone,
  runsSince,
  today,
} from '../signals/basis/given.ts'

export const athlete = 'example' as AthleteId

/** A check-in of a good day, unless it says otherwise. */
/* @__NO_SIDE_EFFECTS__ */
export const said = (day: Day, more: Partial<CheckIn> = {}): CheckIn =>
  aCheckIn(day, { sleepQuality: 4, soreness: 1, motivation: 4, stress: 2, ...more })

/** Good days from so many days ago until `but` days ago, that one left out. */
/* @__NO_SIDE_EFFECTS__ */
export const wellFor = (days: number, but: number): readonly CheckIn[] =>
  daysFrom(daysAgo(days), daysAgo(but + 1)).map(day => said(day))

/** Eight kilometres every other day, a race-like 5 km pace five days ago and a long run two weeks ago. */
/* @__NO_SIDE_EFFECTS__ */
export const levelRuns = (): readonly Activity[] =>
  runsSince(170, 8).map(run =>
    run.day === daysAgo(5) ? { ...run, durationS: 2480 } : run.day === daysAgo(15) ? aRun(run.day, 14) : run,
  )

export type Season = Omit<Given, 'playbook'> & { readonly log?: readonly LogEntry[] }

/** The green season with something else in it. */
/* @__NO_SIDE_EFFECTS__ */
export const season = (more: Season): Season => ({
  activities: levelRuns(),
  checkIns: [...wellFor(20, 0), said(today)],
  ...more,
  profile: {
    weekMinutes: [90, 90, 90, 90, 90, 150, 150],
    thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: 'example' },
    ...more.profile,
  },
})

/* @__NO_SIDE_EFFECTS__ */
export const situation = (playbook: Playbook, { log, ...given }: Season): Situation => {
  const day = given.day ?? today
  const minute = given.minute ?? 480
  return {
    athlete,
    content: contentOf(given),
    plan: {
      sessions: given.sessions ?? [],
      phases: given.phases ?? [],
      races: given.races ?? [],
      comments: [],
      unreadable: [],
    },
    log: log ?? [],
    playbook,
    now: { day, minute, at: dayNumber(day) * 1440 + minute },
  }
}

/** Tomorrow's easy run. */
export const easyTomorrow = aSession(daysAgo(-1), { title: 'Easy 50 min', steps: [aStep(50, 'E')] })
/** Today's intervals, and the athlete saying in the evening that they were not done. */
export const missed = intervals(today)
export const missedToday: Season = { sessions: [missed], outcomes: [notDone(missed.id, today)], minute: 1200 }

/** Three poor nights of the last four, well otherwise. */
/* @__NO_SIDE_EFFECTS__ */
export const shortSleep = (): readonly CheckIn[] => [
  ...wellFor(20, 3),
  said(daysAgo(3), { sleepQuality: 2 }),
  said(daysAgo(2)),
  said(daysAgo(1), { sleepQuality: 2 }),
  said(today, { sleepQuality: 2 }),
]
