/** After illness or days off running comes back in steps: shorter and easy first. */
import { hasSpoken } from '../history/history.ts'
import type { Proposal } from '../model/advice.ts'
import { addDays, type Day, daysBetween, daysFrom } from '../model/day.ts'
import type { VisibleSession } from '../model/plan.ts'
import { sayDay, sayWeekday } from '../model/say-day.ts'
import { isHard } from '../model/session.ts'
import { returnSteps } from '../science/layoff.ts'
import type { Context } from '../signals/basis/context.ts'
import { aRun, aSession, aStep, daysAgo, intervals, runsSince, today } from '../signals/basis/given.ts'
import { estimateSession } from '../workout/estimate.ts'
import { easeAll, retitle } from './basis/ease.ts'
import { drafting } from './basis/given.ts'
import { ahead } from './basis/next.ts'
import { lifeOn } from './basis/places.ts'
import { easyFor, rewritten, sayAfter } from './basis/rewrite.ts'
import { type Drafting, type Example, type ProposalRule, proposed } from './proposal.ts'

/** Five days off cost nothing (`science/layoff.ts`); a gap longer than half a year is the coach's to plan from nothing. */
const fewestDays = 6
const windowDays = 180
const aheadDays = 7

export const proposal: ProposalRule = {
  id: 'return-plan',
  title: 'Back in steps after days off',
  layer: 'recovery',
  answers: [],
  draft: drafting => {
    const gap = lastGap(drafting.context)
    if (!gap) return []
    return ahead(drafting, aheadDays).flatMap(subject => stepFor(subject, gap, drafting) ?? [])
  },
}

/** So many days without a run, and the day on which running began again (today, where it has not). */
type Gap = { readonly days: number; readonly back: Day }

/** The last gap on file. Days nobody has spoken for are no days off, unless life accounts for them. */
const lastGap = (context: Context): Gap | undefined => {
  const { day, history } = context
  const first = addDays(day, -windowDays)
  const runs = [
    ...new Set(history.activities.flatMap(one => (one.sport === 'run' && one.day >= first ? [one.day] : []))),
  ]
  const ends = runs.at(-1) === day ? runs : [...runs, day]
  for (let i = ends.length - 1; i > 0; i--) {
    const days = daysBetween(ends[i - 1]!, ends[i]!) - 1
    if (days < fewestDays) continue
    const off = daysFrom(addDays(ends[i - 1]!, 1), addDays(ends[i]!, -1))
    return off.every(on => hasSpoken(history.coverage, on) || lifeOn(context, on))
      ? { days, back: ends[i]! }
      : undefined
  }
  return undefined
}

const stepFor = (subject: VisibleSession, { days, back }: Gap, { context }: Drafting): Proposal | undefined => {
  const { session } = subject
  const since = daysBetween(back, session.day)
  let until = 0
  const step = returnSteps(days).find(({ days: length }) => {
    until += length
    return since < until
  })
  const seconds = estimateSession(session, context.thresholds).durationS
  if (!step || step.share >= 1 || lifeOn(context, session.day) || !seconds.known) return undefined
  const minutes = Math.max(10, Math.round((seconds.value * step.share) / 60))
  const shorter = easeAll(session.steps, step.share, 'up')
  const edit = rewritten(
    'return-plan',
    session,
    isHard(session)
      ? { title: `Easy ${minutes} min`, purpose: 'easy', steps: easyFor(minutes) }
      : { title: retitle(session.title, session.steps, shorter), steps: shorter },
  )
  if (edit === null) return undefined
  return proposed(proposal, {
    variant: `after-${days}-days`,
    subject,
    target: session,
    edit,
    day: session.day,
    title: `${sayWeekday(session.day)}, on the way back: ${sayAfter(edit)}`,
    why: `${days} days without a run, back on ${sayDay(back)}. ${sayDay(session.day)} at ${Math.round(100 * step.share)} % and easy, as the usual steps back have it.`,
    findings: [],
  })
}

const ill = [{ id: 'i', kind: 'sick' as const, from: daysAgo(8), to: daysAgo(1), note: '' }]
const before = runsSince(60, 8).filter(({ day }) => day < daysAgo(8))
export const examples: readonly Example[] = [
  {
    name: 'eight days ill, easy today and intervals on Thursday',
    given: () =>
      drafting({
        lifeEvents: ill,
        activities: before,
        sessions: [aSession(today, { title: 'Easy 40 min', steps: [aStep(40, 'E')] }), intervals(daysAgo(-2))],
      }),
    drafts: [
      '2026-05-12 return-plan (after-8-days): Easy 20 min: 20 min E',
      '2026-05-14 return-plan (after-8-days): Easy 28 min: 28 min E',
    ],
  },
  {
    name: 'two weeks after the return all is as planned again',
    given: () =>
      drafting({
        activities: [...runsSince(60, 8).filter(({ day }) => day < daysAgo(24)), ...runsSince(15, 5), aRun(today, 5)],
        sessions: [aSession(daysAgo(-1))],
      }),
    drafts: [],
  },
  {
    name: 'eight silent days are no days off',
    given: () => drafting({ activities: before, sessions: [aSession(today)] }),
    drafts: [],
  },
]
