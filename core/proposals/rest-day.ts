/** Two signs of strain at once: a rest day in an easy day's place, if the coach says so. */
import type { FindingKind } from '../model/advice.ts'
import { sayDay, sayWeekday } from '../model/say-day.ts'
import { aCheckIn, aSession, daysAgo, intervals, today } from '../signals/basis/given.ts'
import { drafting } from './basis/given.ts'
import { ahead, isEasyDay, sayFindings } from './basis/next.ts'
import { rest, rewritten } from './basis/rewrite.ts'
import { type Example, type ProposalRule, proposed } from './proposal.ts'

const signs: readonly FindingKind[] = [
  'sleep-short',
  'soreness-repeated',
  'heart-rate-unusual',
  'resting-hr-high',
  'hrv-low',
]
const signsNeeded = 2

export const proposal: ProposalRule = {
  id: 'rest-day',
  title: 'A rest day in an easy day’s place',
  layer: 'recovery',
  answers: signs,
  draft: drafting => {
    const because = drafting.findings.filter(({ kind }) => signs.includes(kind))
    const subject = ahead(drafting, 1)[0]
    if (new Set(because.map(({ kind }) => kind)).size < signsNeeded || !subject || !isEasyDay(subject.session))
      return []
    const { session } = subject
    const edit = rewritten('add-rest-day', session, rest)
    if (edit === null) return []
    return [
      proposed(proposal, {
        variant: 'strained',
        subject,
        target: session,
        edit,
        day: session.day,
        title: `${sayWeekday(session.day)}: rest in place of ${session.title}`,
        why: `${sayFindings(because)}. ${sayDay(session.day)} is easy anyway; a day off may do more.`,
        findings: because,
      }),
    ]
  },
}

const tired = (days: number) => aCheckIn(daysAgo(days), { sleepQuality: 2, soreness: 4 })
const checkIns = [tired(3), tired(2), tired(1), tired(0)]
export const examples: readonly Example[] = [
  {
    name: 'short of sleep and sore for days',
    given: () => drafting({ checkIns, sessions: [aSession(daysAgo(-1))] }),
    drafts: ['2026-05-13 rest-day (strained): Rest: '],
  },
  {
    name: 'short of sleep alone',
    given: () =>
      drafting({ checkIns: checkIns.map(one => ({ ...one, soreness: 1 })), sessions: [aSession(daysAgo(-1))] }),
    drafts: [],
  },
  {
    name: 'a key session is never left out',
    given: () => drafting({ checkIns, sessions: [intervals(today)] }),
    drafts: [],
  },
]
