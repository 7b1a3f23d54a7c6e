/** Load and body say the same: a lighter week, with its intensity kept and short. */
import type { FindingKind } from '../model/advice.ts'
import { sayDay, sayWeekday } from '../model/say-day.ts'
import { isHard } from '../model/session.ts'
import { aCheckIn, aRun, aSession, aStep, daysAgo, intervals, runsSince, today } from '../signals/basis/given.ts'
import { easeAll, easeWork, retitle } from './basis/ease.ts'
import { drafting } from './basis/given.ts'
import { ahead, sayFindings } from './basis/next.ts'
import { rewritten, sayAfter } from './basis/rewrite.ts'
import { type Example, type ProposalRule, proposed } from './proposal.ts'

const ofLoad: readonly FindingKind[] = ['week-rise', 'monotony-high', 'intensity-shift']
const ofBody: readonly FindingKind[] = [
  'soreness-repeated',
  'resting-hr-high',
  'hrv-low',
  'sleep-short',
  'heart-rate-unusual',
]
const aheadDays = 6

export const proposal: ProposalRule = {
  id: 'lighter-week',
  title: 'A lighter week',
  layer: 'recovery',
  answers: [...ofLoad, ...ofBody],
  draft: drafting => {
    const of = (kinds: readonly FindingKind[]) => drafting.findings.filter(({ kind }) => kinds.includes(kind))
    const [load, body] = [of(ofLoad), of(ofBody)]
    // Why both: load alone is what training is made of, and a tired body alone is eased for a day.
    if (load.length === 0 || body.length === 0) return []
    const because = [...load, ...body]
    const { deloadPercent } = drafting.context.playbook.thresholds
    const keep = 1 - deloadPercent / 100
    return ahead(drafting, aheadDays).flatMap(subject => {
      const { session } = subject
      const steps = isHard(session) ? easeWork(session.steps, keep) : easeAll(session.steps, keep, 'up')
      const edit = rewritten('deload-week', session, { title: retitle(session.title, session.steps, steps), steps })
      if (edit === null) return []
      return [
        proposed(proposal, {
          variant: 'strained',
          subject,
          target: session,
          edit,
          day: session.day,
          title: `Lighter week, ${sayWeekday(session.day)}: ${sayAfter(edit)}`,
          why: `${sayFindings(because)}. ${sayDay(session.day)} with ${deloadPercent} % less; what is hard stays hard, and gets shorter.`,
          findings: because,
        }),
      ]
    })
  },
}

const pace = { thresholds: { maxHr: null, restHr: null, thresholdHr: null, thresholdPaceSPerKm: 330, origin: '' } }
const steep = [...runsSince(45, 8), aRun(daysAgo(4), 25, { id: 'long' as never })]
const sore = [5, 3, 1].map(days => aCheckIn(daysAgo(days), { soreness: 4 }))
const sessions = [aSession(today, { title: 'Easy 60 min', steps: [aStep(60, 'E')] }), intervals(daysAgo(-2))]
export const examples: readonly Example[] = [
  {
    name: 'a steep week, and sore for days',
    given: () => drafting({ profile: pace, activities: steep, checkIns: sore, sessions }),
    drafts: [
      '2026-05-12 lighter-week (strained): Easy 42 min: 42 min E',
      '2026-05-14 lighter-week (strained): Intervals 4 × 3 min: 15 min E · 4 × (3 min I, 2 min E) · 10 min E',
    ],
  },
  { name: 'a steep week alone', given: () => drafting({ profile: pace, activities: steep, sessions }), drafts: [] },
  {
    name: 'sore alone',
    given: () => drafting({ profile: pace, activities: runsSince(45, 8), checkIns: sore, sessions }),
    drafts: [],
  },
]
