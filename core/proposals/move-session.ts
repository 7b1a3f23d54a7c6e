/** A session on a day that life has taken goes to a free day of its week; hard days stay apart. */
import type { Proposal } from '../model/advice.ts'
import type { LifeEvent } from '../model/athlete.ts'
import { addDays, type Day, daysBetween, mondayOf } from '../model/day.ts'
import type { VisibleSession } from '../model/plan.ts'
import { sayDay, sayWeekday } from '../model/say-day.ts'
import { isHard } from '../model/session.ts'
import { aSession, aStep, daysAgo } from '../signals/basis/given.ts'
import { estimateSession } from '../workout/estimate.ts'
import { drafting } from './basis/given.ts'
import { freeDays, hardNear, lifeOn, minutesOn } from './basis/places.ts'
import { type Drafting, type Example, type ProposalRule, proposed } from './proposal.ts'

const aheadDays = 7
/** In illness nothing is caught up, and on a journey the coach plans anew. */
const inTheWay: readonly LifeEvent['kind'][] = ['blocked', 'work', 'family', 'other', 'holiday']

export const proposal: ProposalRule = {
  id: 'move-session',
  title: 'A session moved to a free day of its week',
  layer: 'missed-session',
  answers: [],
  draft: drafting => {
    const taken = new Set<Day>()
    return drafting.visible.sessions.flatMap(subject => {
      const draft = moved(subject, drafting, taken)
      if (draft) taken.add(draft.day)
      return draft ? [draft] : []
    })
  },
}

/** What keeps the session from its day, or undefined. */
const obstacle = ({ session }: VisibleSession, { context }: Drafting): string | undefined => {
  const life = lifeOn(context, session.day)
  if (life) return inTheWay.includes(life.kind) ? life.kind : undefined
  return minutesOn(context, session.day) === 0 ? 'no time for training' : undefined
}

const moved = (subject: VisibleSession, drafting: Drafting, taken: ReadonlySet<Day>): Proposal | undefined => {
  const { context } = drafting
  const { session } = subject
  const ahead = daysBetween(context.day, session.day)
  const state = context.matches.get(session.id)?.state
  if (ahead < 1 || ahead > aheadDays || (state !== 'upcoming' && state !== 'excused')) return undefined
  if (session.locked || session.purpose === 'race' || session.purpose === 'rest') return undefined
  const why = obstacle(subject, drafting)
  if (why === undefined) return undefined
  const monday = mondayOf(session.day)
  const tomorrow = addDays(context.day, 1)
  const seconds = estimateSession(session, context.thresholds).durationS
  const minutes = seconds.known ? Math.ceil(seconds.value / 60) : null
  const free = freeDays(tomorrow > monday ? tomorrow : monday, addDays(monday, 6), minutes, context, taken)
  const away = (day: Day) => Math.abs(daysBetween(session.day, day))
  const day = free
    .filter(on => !isHard(session) || hardNear(on, session.id, context) === undefined)
    .toSorted((a, b) => away(a) - away(b) || (a < b ? 1 : -1))[0]
  if (day === undefined) return undefined
  return proposed(proposal, {
    variant: `to-${day}`,
    subject,
    target: session,
    edit: { kind: 'move-session', session: session.id, before: { day: session.day }, after: { day }, adds: null },
    day,
    title: `${session.title}: ${sayWeekday(day)} instead of ${sayWeekday(session.day)}`,
    why: `${sayDay(session.day)}: ${why}. ${sayDay(day)} is free, in the same week, and far enough from other hard days.`,
    findings: [],
  })
}

const tempo = aSession(daysAgo(-1), { title: 'Tempo', purpose: 'tempo', key: true, steps: [aStep(20, 'T')] })
const blocked = [{ id: 'b', kind: 'blocked' as const, from: daysAgo(-1), to: daysAgo(-1), note: '' }]
export const examples: readonly Example[] = [
  {
    name: 'Wednesday is blocked, Thursday is free',
    given: () => drafting({ lifeEvents: blocked, sessions: [tempo] }),
    drafts: ['2026-05-14 move-session (to-2026-05-14): : '],
  },
  {
    name: 'Friday holds a hard session, so Thursday is too close to it',
    given: () =>
      drafting({
        lifeEvents: blocked,
        sessions: [tempo, aSession(daysAgo(-3), { purpose: 'hills', steps: [aStep(20, 'I')] })],
      }),
    drafts: ['2026-05-17 move-session (to-2026-05-17): : '],
  },
  {
    name: 'ill on that day: nothing is caught up',
    given: () => drafting({ lifeEvents: [{ ...blocked[0]!, kind: 'sick' }], sessions: [tempo] }),
    drafts: [],
  },
  {
    name: 'the coach locked it',
    given: () => drafting({ lifeEvents: blocked, sessions: [{ ...tempo, locked: true }] }),
    drafts: [],
  },
  { name: 'nothing is in the way', given: () => drafting({ sessions: [tempo] }), drafts: [] },
]
