/** Weeks that went well: a longer long run is drafted, within the guard, for the coach to decide. */
import { guardOf, plannedRuns } from '../findings/run-spike.ts'
import { addDays } from '../model/day.ts'
import { sayDay, sayDistance, sayWeekday } from '../model/say-day.ts'
import { aRun, aSession, aStep, daysAgo, runsSince } from '../signals/basis/given.ts'
import { estimateSteps } from '../workout/estimate.ts'
import { growAll, retitle } from './basis/ease.ts'
import { drafting } from './basis/given.ts'
import { rewritten, sayAfter } from './basis/rewrite.ts'
import { type Drafting, type Example, type ProposalRule, proposed } from './proposal.ts'

/** Three weeks of sessions, of which so many percent were done, and not fewer than so many. */
const weeksDays = 21
const donePercent = 90
const fewestSessions = 6

export const proposal: ProposalRule = {
  id: 'raise-load',
  title: 'A longer long run after weeks that went well',
  layer: 'load',
  answers: [],
  draft: drafting => {
    const { context, findings, visible } = drafting
    // Why: whatever was noticed, more is no answer to it; a better result alone is no worry.
    if (findings.some(({ kind }) => kind !== 'fitness-confirmed') || !wentWell(drafting)) return []
    return plannedRuns(context).flatMap(({ session, metres, longest }) => {
      const subject = visible.sessions.find(one => one.session.id === session.id)
      if (session.purpose !== 'long' || session.locked || session.day === context.day || !subject) return []
      if (!metres.known || !longest.known || metres.value > longest.value) return []
      const { raiseLoadPercent } = context.playbook.thresholds
      const steps = growAll(session.steps, 1 + raiseLoadPercent / 100)
      const is = estimateSteps(steps, context.thresholds).distanceM
      const edit = rewritten('raise-load', session, { title: retitle(session.title, session.steps, steps), steps })
      if (edit === null || !is.known || is.value > guardOf(longest.value, context)) return []
      return [
        proposed(proposal, {
          variant: 'went-well',
          subject,
          target: session,
          edit,
          day: session.day,
          title: `${sayWeekday(session.day)} longer: ${sayAfter(edit)}`,
          why: `Three weeks went as planned and nothing was noticed. ${sayDay(session.day)} would be ${raiseLoadPercent} % longer: ${sayDistance(is.value)} after ${sayDistance(longest.value)} as the longest of 30 days.`,
          findings: [],
        }),
      ]
    })
  },
}

const wentWell = ({ context }: Drafting): boolean => {
  const first = addDays(context.day, -weeksDays)
  const states = context.sessions
    .filter(({ day, purpose }) => day >= first && day < context.day && purpose !== 'rest')
    .map(({ id }) => context.matches.get(id)?.state)
  const done = states.filter(state => state === 'done').length
  return states.length >= fewestSessions && done * 100 >= donePercent * states.length
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
const month = [...runsSince(60, 8).filter(({ day }) => day !== daysAgo(9)), aRun(daysAgo(9), 18)]
const done = month.filter(({ day }) => day >= daysAgo(20)).map(({ day }) => aSession(day, { steps: [aStep(44, 'E')] }))
const long = aSession(daysAgo(-5), {
  title: 'Long run 17 km',
  purpose: 'long',
  steps: [{ ...aStep(1, 'E'), amount: { unit: 'm', value: 17_000 } }],
})
export const examples: readonly Example[] = [
  {
    name: 'three weeks as planned, a long run no longer than the last',
    given: () => drafting({ profile: pace, activities: month, sessions: [...done, long] }),
    drafts: ['2026-05-17 raise-load (went-well): Long run 18 km: 18 km E'],
  },
  {
    name: 'the coach raises it already',
    given: () =>
      drafting({
        profile: pace,
        activities: month,
        sessions: [...done, { ...long, steps: [{ ...aStep(1, 'E'), amount: { unit: 'm', value: 19_000 } }] }],
      }),
    drafts: [],
  },
  {
    name: 'nothing was planned before',
    given: () => drafting({ profile: pace, activities: month, sessions: [long] }),
    drafts: [],
  },
]
