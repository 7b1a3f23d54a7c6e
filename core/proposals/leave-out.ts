/** Life comes first for a while: the next session that is not key is left out, if the coach says so. */
import { sayDay, sayWeekday } from '../model/say-day.ts'
import { isHard } from '../model/session.ts'
import { aCheckIn, aSession, daysAgo, intervals, today } from '../signals/basis/given.ts'
import { drafting } from './basis/given.ts'
import { ahead, sayFindings } from './basis/next.ts'
import { rest, rewritten } from './basis/rewrite.ts'
import { type Example, type ProposalRule, proposed } from './proposal.ts'

const aheadDays = 2

export const proposal: ProposalRule = {
  id: 'leave-out',
  title: 'A session left out while life comes first',
  layer: 'recovery',
  answers: ['life-stress'],
  draft: drafting => {
    const because = drafting.findings.filter(({ kind }) => kind === 'life-stress')
    const subject = ahead(drafting, aheadDays).find(
      ({ session }) => !session.key && !isHard(session) && session.purpose !== 'long',
    )
    if (because.length === 0 || !subject) return []
    const { session } = subject
    const edit = rewritten('drop-session', session, rest)
    if (edit === null) return []
    return [
      proposed(proposal, {
        variant: 'life-first',
        subject,
        target: session,
        edit,
        day: session.day,
        title: `${sayWeekday(session.day)}: leave ${session.title} out`,
        why: `${sayFindings(because)}. ${sayDay(session.day)} is no key session; the week can do without it.`,
        findings: because,
      }),
    ]
  },
}

const checkIns = [aCheckIn(today, { stress: 5 })]
export const examples: readonly Example[] = [
  {
    name: 'stress 5, an easy run tomorrow',
    given: () => drafting({ checkIns, sessions: [aSession(daysAgo(-1))] }),
    drafts: ['2026-05-13 leave-out (life-first): Rest: '],
  },
  {
    name: 'only a key session ahead',
    given: () => drafting({ checkIns, sessions: [intervals(daysAgo(-1))] }),
    drafts: [],
  },
  {
    name: 'a calm week',
    given: () => drafting({ checkIns: [aCheckIn(today, { stress: 2 })], sessions: [aSession(daysAgo(-1))] }),
    drafts: [],
  },
]
