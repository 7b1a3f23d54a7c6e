/** What changed on the plan, by whom and why; told to both, with undo beside it. */
import { sayClock } from '../lib/clock.ts'
import type { Message } from '../model/advice.ts'
import type { StandingChange, VisibleSession } from '../model/plan.ts'
import { sayDay, sayPaces } from '../model/say-day.ts'
import { kinds } from '../playbook/kinds.ts'
import { proposals } from '../proposals/index.ts'
import { aSession, today } from '../signals/basis/given.ts'
import { reporting } from './basis/given.ts'
import type { Example, Report } from './report.ts'

/** A change is news for a week. */
const newsMinutes = 7 * 1440

export const report: Report = {
  id: 'notice',
  title: 'What changed',
  layer: null,
  write: ({ visible, context, at }) => {
    const told = new Set<string>()
    return visible.sessions.flatMap(seen =>
      seen.changes.flatMap((change): readonly Message[] => {
        if (told.has(change.id) || change.type === 'moved' || at - change.at > newsMinutes) return []
        // Why: a swap stands on both sessions, the missed one and the one in its place; it is news once, of the new one.
        if (change.edit.adds !== null && seen.session.id !== change.edit.adds.id) return []
        told.add(change.id)
        const says = sayChange(change, seen)
        return [
          { id: `notice-${change.id.slice(0, 32)}`, to: 'both', day: context.day, kind: 'notice', says, evidence: [] },
        ]
      }),
    )
  },
}

const sayChange = (change: StandingChange, { session, state }: VisibleSession): string => {
  const what = `${sayDay(session.day)}: ${session.title}`
  if (change.type === 'approved') {
    const words = change.words === null ? '' : ` “${change.words}”`
    return `${what}. ${state === 'changed-since-approval' ? 'Changed since your coach approved it.' : 'Approved by your coach.'}${words}`
  }
  const { pace } = change.edit
  if (pace !== undefined)
    return `From ${sayDay(session.day)} on: threshold pace ${sayPaces(sayClock(pace.before), sayClock(pace.after))}. A result shows it; sessions and goals stay as they are.`
  const rule = proposals.find(({ id }) => id === change.rule)?.title ?? kinds[change.edit.kind].title
  const talk = change.edit.adds === null ? '' : ' Your coach will discuss what it means.'
  const why = change.words === null ? '' : ` Why: ${change.words}`
  return `${what}. Changed by a rule: ${rule.toLowerCase()}.${why}${talk}`
}

const session = aSession(today)
const change = {
  id: 'c'.repeat(64),
  item: 'i',
  type: 'applied',
  rule: 'ease-easy-day',
  edit: { kind: 'ease-easy-day', session: session.id, before: {}, after: {}, adds: null },
  by: 'p',
  role: 'athlete',
  at: 0,
  words: null,
  holds: true,
} as unknown as StandingChange
const visible = (one: StandingChange) => ({
  sessions: [
    { session, written: session, state: 'by-rule' as const, changes: [one], replaces: null, replacedBy: null },
  ],
  phases: [],
  races: [],
  refused: [],
})
export const examples: readonly Example[] = [
  {
    name: 'a rule shortened today',
    given: () => reporting({}, { visible: visible(change), at: 60 }),
    says: ['Tuesday 12 May: Easy run. Changed by a rule: an easier easy day.'],
  },
  {
    name: 'with the reason it was made for',
    given: () => reporting({}, { visible: visible({ ...change, words: '3 of the last 4 nights were poor.' }), at: 60 }),
    says: ['Tuesday 12 May: Easy run. Changed by a rule: an easier easy day. Why: 3 of the last 4 nights were poor.'],
  },
  {
    name: 'the coach approved it, in their own words',
    given: () => reporting({}, { visible: visible({ ...change, type: 'approved', words: 'Sleep first.' }), at: 60 }),
    says: ['Tuesday 12 May: Easy run. Approved by your coach. “Sleep first.”'],
  },
  { name: 'last month is no news', given: () => reporting({}, { visible: visible(change), at: 30 * 1440 }), says: [] },
]
