/** A season from a template: phases counted back from the race, and weeks drafted into what time the athlete has. */
import { by } from '../lib/order.ts'
import type { LifeEvent, Profile } from '../model/athlete.ts'
import { addDays, type Day, daysBetween, mondayOf, weekdayOf } from '../model/day.ts'
import type { SessionId } from '../model/ids.ts'
import type { Phase, Race } from '../model/season.ts'
import { isHard, type Session } from '../model/session.ts'
import { estimateSession } from '../workout/estimate.ts'
import { parseWorkout } from '../workout/text.ts'
import { type PhaseTemplate, type SeasonTemplate, type WeekSession, weeksOf } from './season-templates.ts'

/**
 * The phases of a template for a race, whole weeks from a Monday, the last up to the race's own day. They are the coach's
 * words to change; nothing writes them but a coach.
 */
export const phasesFor = (template: SeasonTemplate, race: Race, newId: () => string): readonly Phase[] => {
  let from = addDays(mondayOf(race.day), -7 * (weeksOf(template) - 1))
  return template.phases.map(({ kind, objective, measure, risk, weeks }) => {
    const to = addDays(from, 7 * weeks - 1)
    const phase: Phase = { id: newId(), kind, from, to: to > race.day ? race.day : to, objective, measure, risk }
    from = addDays(to, 1)
    return phase
  })
}

export type SeasonGiven = {
  readonly race: Race
  readonly phases: readonly Phase[]
  readonly sessions: readonly Session[]
  readonly profile: Pick<Profile, 'weekMinutes' | 'thresholds'>
  readonly lifeEvents: readonly LifeEvent[]
  /** Whether the coach's decision rules are signed. */
  readonly hasPlaybook: boolean
  readonly today: Day
}

/** What a coach must have written before anything is drafted (S165): objectives, phases and decision rules. */
export const missingForDraft = ({ race, phases, hasPlaybook, today }: SeasonGiven): readonly string[] => {
  const coming = phases.filter(({ from, to }) => to >= today && from <= race.day)
  return [
    ...(race.goal.trim() === '' ? ['the goal of the race'] : []),
    ...(coming.length === 0 ? ['the phases before the race'] : []),
    ...coming.flatMap(({ kind, objective, measure }) => [
      ...(objective.trim() === '' ? [`what ${kind} is for`] : []),
      ...(measure.trim() === '' ? [`how you will know that ${kind} worked`] : []),
    ]),
    ...(hasPlaybook ? [] : ['a signed playbook']),
  ]
}

/** `leftOut` are sessions for which the athlete has no room, with why. */
export type SeasonDraft = {
  readonly sessions: readonly Session[]
  readonly leftOut: readonly { readonly week: Day; readonly title: string; readonly why: string }[]
}

const shareOfDeload = 0.75
const shortest = 20

/** The number of a week's session: evenly from the first week of its phase to the last, less in a deload week. */
const numberIn = ({ from, to }: WeekSession, week: number, weeks: number, isDeload: boolean): number => {
  const even = weeks <= 1 ? to : from + ((to - from) * week) / (weeks - 1)
  return Math.max(1, Math.round(isDeload ? even * shareOfDeload : even))
}

const written = (one: WeekSession, number: number, day: Day, id: string): Session => {
  const fill = (words: string) => words.replaceAll('{n}', String(number))
  const read = parseWorkout(fill(one.text))
  return {
    id: id as SessionId,
    day,
    sport: 'run',
    title: fill(one.title),
    purpose: one.purpose,
    steps: read.ok ? read.value.steps : [],
    key: one.key,
    locked: false,
    notes: '',
    startMinute: null,
  }
}

/** Other days of the week, the nearest first. */
const nearest = (weekday: number): readonly number[] =>
  [1, 2, 3, 4, 5, 6, 7].toSorted(
    by(
      day => Math.abs(day - weekday),
      day => day,
    ),
  )

type Week = { readonly monday: Day; readonly template: PhaseTemplate; readonly week: number; readonly weeks: number }

const weeksBetween = (template: SeasonTemplate, { phases, race, today }: SeasonGiven): readonly Week[] =>
  phases
    .filter(({ from }) => from <= race.day)
    .flatMap(phase => {
      const kind = template.phases.find(one => one.kind === phase.kind)
      if (kind === undefined) return []
      const first = mondayOf(phase.from)
      const weeks = Math.floor(daysBetween(first, mondayOf(phase.to)) / 7) + 1
      return Array.from({ length: weeks }, (_, week) => ({
        monday: addDays(first, 7 * week),
        template: kind,
        week,
        weeks,
      }))
    })
    .filter(({ monday }) => addDays(monday, 6) >= today && monday <= race.day)

/**
 * Drafts of every coming week up to the race, for the desk: in zones, so that each athlete runs their own paces; on days
 * on which they have the time. A day that holds a session already, a day life has, and race day are left alone; hard days
 * keep a day between them. The same given drafts the same.
 */
export const draftSeason = (template: SeasonTemplate, given: SeasonGiven, newId: () => string): SeasonDraft => {
  const { race, profile, lifeEvents, today } = given
  const taken = [...given.sessions]
  const sessions: Session[] = []
  const leftOut: SeasonDraft['leftOut'][number][] = []
  const freeOn = (day: Day): number | null => profile.weekMinutes?.[weekdayOf(day) - 1] ?? null
  const isOpen = (day: Day): boolean =>
    day >= today &&
    day < race.day &&
    !taken.some(session => session.day === day && session.purpose !== 'rest') &&
    !lifeEvents.some(({ from, to }) => from <= day && day <= to)
  const minutesOf = (session: Session): number => {
    const { durationS } = estimateSession(session, profile.thresholds)
    // Why: kilometres of a runner whose pace nobody knows; an hour is room enough for the templates' own.
    return durationS.known ? Math.ceil(durationS.value / 60) : 60
  }
  for (const { monday, template: phase, week, weeks } of weeksBetween(template, given)) {
    const isDeload = phase.deload > 0 && (week + 1) % phase.deload === 0
    const inOrder = phase.week.toSorted(by(one => (one.key ? 0 : 1)))
    for (const one of inOrder) {
      const number = numberIn(one, week, weeks, isDeload)
      const wanted = written(one, number, monday, newId())
      // Why: a season drafted twice stands there once.
      if (given.sessions.some(({ day, title }) => title === wanted.title && mondayOf(day) === monday)) continue
      const open = nearest(one.weekday)
        .map(weekday => addDays(monday, weekday - 1))
        .filter(isOpen)
        .filter(
          day => !isHard(wanted) || !taken.some(other => isHard(other) && Math.abs(daysBetween(other.day, day)) <= 1),
        )
      const roomy = open.find(day => (freeOn(day) ?? minutesOf(wanted)) >= minutesOf(wanted))
      const short = isHard(wanted) ? undefined : open.find(day => (freeOn(day) ?? shortest) >= shortest)
      const day = roomy ?? short
      if (day === undefined) {
        if (monday >= mondayOf(today) && addDays(monday, one.weekday - 1) < race.day)
          leftOut.push({
            week: monday,
            title: wanted.title,
            why: open.length === 0 ? 'no free day that week' : 'no day has the time',
          })
        continue
      }
      const made = roomy === undefined ? written(one, freeOn(day)!, day, wanted.id) : { ...wanted, day }
      sessions.push(made)
      taken.push(made)
    }
  }
  return { sessions: sessions.toSorted(by(({ day }) => day)), leftOut }
}
