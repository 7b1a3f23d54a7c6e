/** What was known of an athlete at one moment of the past, and nothing that came later. */
import type { Situation } from '../engine.ts'
import type { LifeEvent } from '../model/athlete.ts'
import { addDays, type Day, dayNumber } from '../model/day.ts'
import type { LogEntry } from '../model/log.ts'
import type { Playbook } from '../model/playbook.ts'
import { datedFields, profileOn } from '../model/profile-then.ts'
import { between } from '../model/window.ts'
import { inForceAt, type VersionOnFile } from '../plan/index.ts'
import { lookBackDays } from '../playbook/index.ts'
import { dayAt } from '../signals/index.ts'

/** An athlete's documents as they stand today. */
export type Past = Pick<Situation, 'athlete' | 'content' | 'plan' | 'log'>

/** The looks of a day, in minutes after midnight: with the morning's check-in, and with what was done by evening. */
export const looks = { morning: 7 * 60, evening: 21 * 60 } as const
export type LookTime = keyof typeof looks

/** Sessions further away than this decide nothing about a day. */
const aroundDays = 45

/** How long illness and trouble last is not known while they do; a journey's end is. */
const planned: readonly LifeEvent['kind'][] = ['travel', 'holiday', 'blocked']

const dayOf = ({ day }: { readonly day: Day }): Day => day
const itself = (day: Day): Day => day

/** The situation of a day: `made` are the statements that the run itself would have signed by then. */
export const situationOn = (
  past: Past,
  playbook: Playbook,
  day: Day,
  look: LookTime,
  made: readonly LogEntry[],
): Situation => {
  const { athlete, content, plan, log } = past
  const at = dayNumber(day) * 1440 + looks[look]
  const after = addDays(day, -lookBackDays)
  const yesterday = addDays(day, -1)
  // Why: in the morning the day's training is still ahead; the night before it is told.
  const done = look === 'morning' ? yesterday : day
  return {
    athlete,
    content: {
      profile: profileOn(content.profile, done),
      activities: between(content.activities, after, done, dayOf),
      checkIns: between(content.checkIns, after, day, dayOf),
      lifeEvents: content.lifeEvents
        .filter(({ from }) => from <= day)
        .map(event => (planned.includes(event.kind) || event.to <= day ? event : { ...event, to: day })),
      outcomes: content.outcomes.filter(outcome => outcome.at <= at),
      confirmedDays: between(content.confirmedDays, after, done, itself),
      comments: content.comments.filter(({ day: on }) => on <= done),
      unreadable: [],
    },
    plan: {
      ...plan,
      sessions: plan.sessions.filter(
        ({ day: on }) => on >= addDays(day, -aroundDays) && on <= addDays(day, aroundDays),
      ),
      comments: [],
    },
    log: [...log.filter(({ signed }) => signed.statement.at <= at), ...made],
    playbook,
    now: { day, minute: looks[look], at },
  }
}

/** The evening of a day with the playbook that was in force then, as a coach asks about it later. */
export const asKnownOn = (
  past: Past,
  { current, versions }: { readonly current: Playbook; readonly versions: readonly VersionOnFile[] },
  day: Day,
): Situation => {
  const at = dayNumber(day) * 1440 + looks.evening
  return { ...situationOn(past, inForceAt(past.log, versions, current, at), day, 'evening', []), versions }
}

const fieldSays: { readonly [field in (typeof datedFields)[number]]: string } = {
  sex: 'sex',
  thresholds: 'thresholds',
  weekMinutes: 'availability',
  preset: 'the preset',
  usualSleepHours: 'usual sleep',
  ownZonesHr: 'own zones',
}

/** What of the past is taken as it stands today, since nothing earlier is kept of it: a sentence each. */
export const asToday = ({ content: { profile }, plan }: Past): readonly string[] => {
  const planned = plan.sessions.length + plan.phases.length + plan.races.length > 0
  const dated = new Set((profile.earlier ?? []).map(({ field }) => field))
  const told = datedFields.filter(field => (profile[field] ?? null) !== null && profile[field] !== 'standard')
  const undated = told.filter(field => !dated.has(field)).map(field => fieldSays[field])
  return [
    ...(planned
      ? [
          'The plan is as the coach has it today: earlier versions of it are not kept. Changes that were signed count from their day.',
        ]
      : []),
    ...(undated.length > 0
      ? [`Of the profile as it stands today: ${undated.join(', ')}. No earlier values of these are on file.`]
      : []),
  ]
}

/** The days on which a morning shows something that the evening before did not: a check-in, a word, a change in life. */
export const newMornings = ({ content, log }: Past): ReadonlySet<Day> => {
  const isEarly = (at: number) => at % 1440 <= looks.morning || at % 1440 > looks.evening
  const told = [...content.outcomes.map(({ at }) => at), ...log.map(({ signed }) => signed.statement.at)]
  return new Set([
    ...content.checkIns.map(({ day }) => day),
    ...content.lifeEvents.flatMap(({ from, to }) => [from, addDays(to, 1)]),
    ...told.filter(isEarly).flatMap(at => [dayAt(at), addDays(dayAt(at), 1)]),
  ])
}
