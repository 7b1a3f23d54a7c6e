/** What does not fit where it is planned: availability, life, hard days side by side, a run much longer than before. */
import type { Finding } from '../../core/model/advice.ts'
import type { LifeEvent, Profile } from '../../core/model/athlete.ts'
import { type Day, daysBetween, weekdayOf } from '../../core/model/day.ts'
import type { SessionId } from '../../core/model/ids.ts'
import { sayDay } from '../../core/model/say-day.ts'
import { isHard, type Session } from '../../core/model/session.ts'
import { purposeWord } from '../../core/workout/words.ts'
import { forReader } from './for-reader.ts'
import { formatDay, formatDuration } from './format.ts'
import { lifeWord } from './life-words.ts'
import type { Planned } from './planned.ts'

type Given = {
  readonly sessions: readonly Session[]
  readonly plannedOf: (session: Session) => Planned
  readonly profile: Pick<Profile, 'weekMinutes'>
  readonly lifeEvents: readonly LifeEvent[]
  readonly findings: readonly Finding[]
  readonly today: Day
}

/** The sentence for each session, from today on, that does not fit; the gravest first where several speak. */
export const conflictsOf = (given: Given): ReadonlyMap<SessionId, string> => {
  const { sessions, lifeEvents, findings, today } = given
  const coming = sessions.filter(session => session.day >= today && session.purpose !== 'rest')
  const hard = coming.filter(isHard)
  const conflicts = new Map<SessionId, string>()
  for (const session of coming) {
    const life = lifeEvents.find(({ from, to }) => from <= session.day && session.day <= to)
    const spike = findings.find(finding => finding.kind === 'run-spike' && finding.session === session.id)
    const next = isHard(session)
      ? hard.find(other => other.id !== session.id && Math.abs(daysBetween(session.day, other.day)) <= 1)
      : undefined
    const says =
      (spike && withoutDay(spike.says, session.day)) ??
      (life && `${lifeWord[life.kind]} that day`) ??
      (next && `hard day next to ${purposeWord[next.purpose].toLowerCase()} on ${formatDay(next.day, 'weekday')}`) ??
      tooLong(session, given)
    if (says) conflicts.set(session.id, forReader(says))
  }
  return conflicts
}

/** The card stands under its day already. */
const withoutDay = (says: string, day: Day): string =>
  says.startsWith(`${sayDay(day)}: `) ? says.slice(sayDay(day).length + 2) : says

const tooLong = (session: Session, { profile, plannedOf }: Given): string | undefined => {
  const free = profile.weekMinutes?.[weekdayOf(session.day) - 1] ?? null
  const takes = plannedOf(session).durationS
  if (free === null || takes === null || takes <= free * 60) return undefined
  return free === 0
    ? 'no time on this weekday'
    : `takes about ${formatDuration(takes)}, ${formatDuration(free * 60)} available`
}
