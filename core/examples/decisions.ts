/** What an approval covers, what two devices make of one change, and what no permission can do (E18–E20). */
import { carriedOut, unsigned } from '../dry-run/unsigned.ts'
import { advise } from '../engine.ts'
import { baseHash, type Edit } from '../model/edit.ts'
import type { Playbook } from '../model/playbook.ts'
import { compose } from '../plan/index.ts'
import { judgingOn, verdictOn } from '../playbook/index.ts'
import { aSession, aStep, daysAgo, intervals } from '../signals/basis/given.ts'
import { inSentences, type Ran, type TreeExample } from './example.ts'
import { athlete, missed, missedToday, season, shortSleep, situation } from './season.ts'

/** Every layer on and everything allowed. */
const open = (playbook: Playbook): Playbook => ({
  ...playbook,
  layers: {
    summary: 'on',
    reminders: 'on',
    compliance: 'on',
    'easy-day': 'on',
    'missed-session': 'on',
    recovery: 'on',
    load: 'on',
    drafts: 'on',
  },
  mayApply: { 'recompute-zones': true, 'ease-easy-day': true, 'move-session': true, 'swap-equal': true },
  athleteMayMove: true,
})

const nothingDrafted: Ran = { holds: false, answered: ['Nothing was drafted that could be decided.'] }

const approvedTooLate = (playbook: Playbook): Ran => {
  const session = intervals(daysAgo(-1))
  const before = situation(open(playbook), season({ sessions: [session], checkIns: shortSleep() }))
  const [proposal] = advise(before).proposals
  if (!proposal) return nothingDrafted
  const edit: Edit = {
    kind: 'move-session',
    session: session.id,
    before: { day: session.day },
    after: { day: daysAgo(-2) },
    adds: null,
  }
  const { at } = before.now
  const moved = unsigned({
    type: 'moved',
    item: 'move',
    role: 'athlete',
    athlete,
    at,
    edit,
    baseHash: baseHash(edit, session),
  })
  const approved = carriedOut('approved', proposal, session, playbook, athlete, { at: at + 1 })
  const now = { ...before.now, day: daysAgo(-1), at: at + 1440 }
  const advice = advise({ ...before, log: [moved, approved], now })
  return {
    holds:
      advice.plan.refused.map(({ why }) => why.type).join() === 'EarlierVersion' &&
      advice.proposals.some(({ id, verdict }) => id === proposal.id && verdict.level === 'ask'),
    answered: [...advice.plan.refused.map(({ why }) => `Not applied: ${why.type}.`), ...inSentences(advice)],
  }
}

const onTwoDevices = (playbook: Playbook): Ran => {
  const all = open(playbook)
  const before = situation(all, season(missedToday))
  const [proposal] = advise(before).proposals
  if (!proposal) return nothingDrafted
  const log = [0, 3].map(later => carriedOut('applied', proposal, missed, all, athlete, { at: before.now.at + later }))
  const { sessions } = compose(before.plan, before.content, log, all)
  const answered = sessions.map(({ session, state }) => `${session.title} on ${session.day}: ${state}.`)
  return { holds: sessions.filter(({ state }) => state === 'by-rule').length === 1 && sessions.length === 2, answered }
}

const moreInAPeak = (playbook: Playbook): Ran => {
  const long = aSession(daysAgo(-5), { title: 'Long run 85 min', purpose: 'long', steps: [aStep(85, 'E')] })
  const phase = { id: 'p', kind: 'peak', from: daysAgo(10), to: daysAgo(-10), objective: '', measure: '' } as const
  const { plan, content, log, now } = situation(open(playbook), season({ sessions: [long], phases: [phase] }))
  const edit: Edit = {
    kind: 'raise-load',
    session: long.id,
    before: { title: long.title, steps: long.steps },
    after: { title: 'Long run 90 min', steps: [aStep(90, 'E')] },
    adds: null,
  }
  const ground = { sessions: plan.sessions, standing: [], plan, content, log, playbook: open(playbook), at: now.at }
  const verdict = verdictOn(edit, 'rule', judgingOn(ground, now.day, now.minute))
  const because = verdict.because.map(({ rule }) => rule)
  return {
    holds: verdict.level === 'ask' && because.includes('raises-load') && because.includes('peak'),
    answered: verdict.because.map(({ says }) => `${verdict.level === 'auto' ? 'Applied' : 'Asked'}: ${says}.`),
  }
}

export const examples: readonly TreeExample[] = [
  {
    id: 'E18',
    given: 'the coach approved version 3 of a change, and the athlete has moved the session since',
    verdict: 'the approval is for another version: shown, not applied; asks again',
    about: ['S4'],
    run: approvedTooLate,
  },
  {
    id: 'E19',
    given: 'two devices of the athlete are offline, and both apply the same swap',
    verdict: 'one change after they meet',
    about: ['R9', 'swap-equal'],
    run: onTwoDevices,
  },
  {
    id: 'E20',
    given: 'a long run 6 % longer is drafted in a peak block, every layer on and everything allowed',
    verdict: 'asked',
    about: ['R3', 'raises-load', 'raise-load', 'peak'],
    run: moreInAPeak,
  },
]
