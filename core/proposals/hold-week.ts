/** After a week with much of it missed the next one is held at what was planned: nothing is added up. */
import { addDays, mondayOf } from '../model/day.ts'
import { sayWeekday } from '../model/say-day.ts'
import { isHard } from '../model/session.ts'
import { aRun, aSession, aStep, daysAgo, notDone, today } from '../signals/basis/given.ts'
import { estimateSession } from '../workout/estimate.ts'
import { easeAll, retitle } from './basis/ease.ts'
import { drafting } from './basis/given.ts'
import { ahead } from './basis/next.ts'
import { rewritten, sayAfter } from './basis/rewrite.ts'
import { timeOf } from './basis/week-time.ts'
import { type Example, type ProposalRule, proposed } from './proposal.ts'

/** One session gives at most so much of its time; what is left of the rise is the coach's to see. */
const mostShare = 0.4

export const proposal: ProposalRule = {
  id: 'hold-week',
  title: 'The week held after missed volume',
  layer: 'load',
  answers: ['session-missed'],
  draft: drafting => {
    const { context, findings } = drafting
    const monday = mondayOf(context.day)
    const last = addDays(monday, -7)
    const before = timeOf(drafting, last)
    const now = timeOf(drafting, monday)
    const over = now.planned - before.planned
    const isEnough = before.lost * 100 >= before.planned * context.playbook.thresholds.missedVolumePercent
    if (before.planned === 0 || !isEnough || over <= 0) return []
    const longest = ahead(drafting, 7)
      .filter(({ session }) => session.day < addDays(monday, 7) && !session.key && !isHard(session))
      .flatMap(subject => {
        const seconds = estimateSession(subject.session, context.thresholds).durationS
        return seconds.known ? [{ subject, seconds: seconds.value }] : []
      })
      .toSorted((a, b) => b.seconds - a.seconds || (a.subject.session.id < b.subject.session.id ? -1 : 1))[0]
    if (!longest) return []
    const { session } = longest.subject
    const steps = easeAll(session.steps, 1 - Math.min(mostShare, over / longest.seconds), 'up')
    const title = retitle(session.title, session.steps, steps)
    const edit = rewritten('adapt-week-target', session, { title, steps })
    if (edit === null) return []
    const share = Math.round((100 * before.lost) / before.planned)
    return [
      proposed(proposal, {
        variant: 'missed-volume',
        subject: longest.subject,
        target: session,
        edit,
        day: session.day,
        title: `The week held: ${sayWeekday(session.day)} ${sayAfter(edit)}`,
        why: `${share} % of last week’s planned time was missed, and this week plans ${Math.round(over / 60)} minutes more. It is held at what last week was to be.`,
        findings: findings.filter(({ kind, day }) => kind === 'session-missed' && day >= last && day < monday),
      }),
    ]
  },
}

const lastWeek = [8, 6, 4].map(ago => aSession(daysAgo(ago), { title: 'Run', steps: [aStep(40, 'E')] }))
const given = (minutes: number) => ({
  sessions: [
    ...lastWeek,
    aSession(today, { steps: [aStep(60, 'E')], title: 'Easy 60 min' }),
    aSession(daysAgo(-4), { title: `Long ${minutes} min`, purpose: 'long', steps: [aStep(minutes, 'E')] }),
  ],
  activities: [aRun(daysAgo(8), 7), aRun(daysAgo(6), 7), aRun(daysAgo(1), 2)],
  outcomes: [notDone(lastWeek[2]!.id, daysAgo(4))],
})
export const examples: readonly Example[] = [
  {
    name: 'a third missed, and half an hour more planned (E11)',
    given: () => drafting(given(90)),
    drafts: ['2026-05-16 hold-week (missed-volume): Long 60 min: 1 h E'],
  },
  { name: 'a third missed, the week is no longer', given: () => drafting(given(60)), drafts: [] },
  {
    name: 'nothing was missed',
    given: () =>
      drafting({
        ...given(90),
        outcomes: [],
        activities: [aRun(daysAgo(8), 7), aRun(daysAgo(6), 7), aRun(daysAgo(4), 7)],
      }),
    drafts: [],
  },
]
