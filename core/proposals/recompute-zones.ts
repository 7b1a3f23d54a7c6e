/** A race or a test shows better fitness: the training paces follow, the sessions and every goal stay as they are. */
import { confirmedBy } from '../findings/fitness-confirmed.ts'
import { sayClock } from '../lib/clock.ts'
import { daysBetween } from '../model/day.ts'
import { sayDay, sayPaces } from '../model/say-day.ts'
import { aRun, aSession, daysAgo, runsSince } from '../signals/basis/given.ts'
import { drafting } from './basis/given.ts'
import { type Example, type ProposalRule, proposed } from './proposal.ts'

/** The first session that the new paces would be run in lies within so many days. */
const aheadDays = 14

export const proposal: ProposalRule = {
  id: 'recompute-zones',
  title: 'New training paces from a result',
  layer: 'summary',
  answers: ['fitness-confirmed'],
  draft: ({ context, findings, visible }) => {
    const finding = findings.find(({ kind }) => kind === 'fitness-confirmed')
    const confirmed = confirmedBy(context)
    // Why: paces that nobody set by hand follow the results on file by themselves.
    const own = context.content.profile.thresholds?.thresholdPaceSPerKm ?? null
    if (!finding || !confirmed || own === null) return []
    const next = visible.sessions.find(
      ({ session: { id, day, sport, purpose } }) =>
        sport === 'run' &&
        purpose !== 'race' &&
        purpose !== 'rest' &&
        day > context.day &&
        daysBetween(context.day, day) <= aheadDays &&
        context.matches.get(id)?.state === 'upcoming',
    )
    if (!next) return []
    const { session } = next
    const { shows } = confirmed
    return [
      proposed(proposal, {
        variant: `pace-${own}-${shows}`,
        subject: next,
        target: session,
        edit: {
          kind: 'recompute-zones',
          session: session.id,
          before: {},
          after: {},
          adds: null,
          pace: { before: own, after: shows },
        },
        day: session.day,
        title: `Training paces from ${sayDay(session.day)} on: threshold ${sayPaces(sayClock(own), sayClock(shows))}`,
        why: `${finding.says}. The sessions stay as written and are run by the new paces; goals and goal paces stay.`,
        findings: [finding],
      }),
    ]
  },
}

const own = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 300, origin: '' } }
const raced = (durationS: number) => ({
  sessions: [aSession(daysAgo(2), { title: '10 km race', purpose: 'race' as const }), aSession(daysAgo(-2))],
  activities: [...runsSince(20, 8).filter(({ day }) => day !== daysAgo(2)), aRun(daysAgo(2), 10, { durationS })],
})
export const examples: readonly Example[] = [
  {
    name: '10 km two percent faster (E12)',
    given: () => drafting({ profile: own, ...raced(2880) }),
    drafts: ['2026-05-14 recompute-zones (pace-300-294): : '],
  },
  { name: 'as the zones imply', given: () => drafting({ profile: own, ...raced(2930) }), drafts: [] },
  { name: 'nobody set paces: they follow by themselves', given: () => drafting(raced(2880)), drafts: [] },
]
