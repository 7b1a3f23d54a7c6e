/** It hurts where it hurt before: three choices for the next run, and the coach takes one (S89). */
import { painWithin } from '../findings/pain-recurring.ts'
import type { Finding } from '../model/advice.ts'
import type { Editable } from '../model/edit.ts'
import { sayDay, sayWeekday } from '../model/say-day.ts'
import { aCheckIn, daysAgo, intervals, today } from '../signals/basis/given.ts'
import { estimateSession } from '../workout/estimate.ts'
import { drafting } from './basis/given.ts'
import { ahead, sayFindings } from './basis/next.ts'
import { byFeeling, easyFor, rewritten, sayAfter } from './basis/rewrite.ts'
import { type Drafting, type Example, type ProposalRule, proposed } from './proposal.ts'

const aheadDays = 3
/** Strong pain asks for the same choices, wherever it is. */
const strongPain = 4
/** Work on form is short, whatever was planned. */
const mechanicsMinutes = 20

export const proposal: ProposalRule = {
  id: 'after-pain',
  title: 'Back off, cross-train, or work on mechanics',
  layer: 'recovery',
  answers: ['pain-recurring'],
  draft: drafting => {
    const because = reasons(drafting)
    const subject = ahead(drafting, aheadDays)[0]
    // Why: of three choices one is taken; with it the others are off the table.
    if (because === null || !subject || subject.changes.some(({ rule }) => rule === proposal.id)) return []
    const { session } = subject
    const seconds = estimateSession(session, drafting.context.thresholds).durationS
    if (!seconds.known) return []
    const minutes = Math.max(10, Math.round(seconds.value / 60))
    return choices(minutes).flatMap(({ variant, says, after }) => {
      const edit = rewritten('swap-other', session, after)
      return edit === null
        ? []
        : [
            proposed(proposal, {
              variant,
              subject,
              target: session,
              edit,
              day: session.day,
              title: `${sayWeekday(session.day)}: ${says} (${sayAfter(edit)})`,
              why: `${because.says} ${sayDay(session.day)}: back off, cross-train or work on mechanics; the choice is yours.`,
              findings: because.findings,
            }),
          ]
    })
  },
}

const reasons = ({ context, findings }: Drafting): { says: string; findings: readonly Finding[] } | null => {
  const recurring = findings.filter(({ kind }) => kind === 'pain-recurring')
  if (recurring.length > 0) return { says: `${sayFindings(recurring)}.`, findings: recurring }
  const strong = (painWithin(context, 7) ?? []).findLast(({ level }) => level >= strongPain)
  return strong ? { says: `Pain ${strong.level} of 5 (${strong.site}) on ${sayDay(strong.day)}.`, findings: [] } : null
}

const choices = (
  minutes: number,
): readonly { readonly variant: string; readonly says: string; readonly after: Omit<Editable, 'day' | 'key'> }[] => {
  const half = Math.max(10, Math.round(minutes / 2))
  return [
    {
      variant: 'back-off',
      says: 'back off',
      after: { title: `Easy ${half} min`, purpose: 'easy', steps: easyFor(half) },
    },
    {
      variant: 'cross-train',
      says: 'cross-train',
      after: {
        title: `Cross-training ${minutes} min`,
        purpose: 'cross',
        sport: 'other',
        steps: [byFeeling(minutes, 3, 'bike, pool or elliptical, free of pain')],
      },
    },
    {
      variant: 'mechanics',
      says: 'work on mechanics',
      after: {
        title: `Mechanics ${Math.min(minutes, mechanicsMinutes)} min`,
        purpose: 'easy',
        steps: easyFor(Math.min(minutes, mechanicsMinutes), 'short, quick, quiet steps; stop when it hurts'),
      },
    },
  ]
}

const calf = (days: number) => aCheckIn(daysAgo(days), { pain: { site: 'calf', level: 2 } })
export const examples: readonly Example[] = [
  {
    name: 'calf pain again, intervals tomorrow: three choices',
    given: () => drafting({ checkIns: [calf(4), calf(0)], sessions: [intervals(daysAgo(-1))] }),
    drafts: [
      '2026-05-13 after-pain (back-off): Easy 28 min: 28 min E',
      '2026-05-13 after-pain (cross-train): Cross-training 55 min: 55 min at RPE 3',
      '2026-05-13 after-pain (mechanics): Mechanics 20 min: 20 min E',
    ],
  },
  {
    name: 'pain of 2 once, nothing on file',
    given: () => drafting({ checkIns: [calf(0)], sessions: [intervals(daysAgo(-1))] }),
    drafts: [],
  },
  {
    name: 'no pain',
    given: () => drafting({ checkIns: [aCheckIn(today, {})], sessions: [intervals(daysAgo(-1))] }),
    drafts: [],
  },
]
