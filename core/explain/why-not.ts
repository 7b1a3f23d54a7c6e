/** Why a draft rule drafted nothing for a session, or nothing at all: in words, from what was looked at. */
import type { VisibleSession } from '../model/plan.ts'
import { sayDay } from '../model/say-day.ts'
import { layerTitles } from '../playbook/index.ts'
import { modeOf, type ProposalRule } from '../proposals/index.ts'
import type { Context } from '../signals/index.ts'
import type { FindingAnswer } from './explain.ts'

const list = (all: readonly string[], join: string): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${join} ${all.at(-1)}`

/** What keeps a rule from changing a session whatever was found; null where nothing does. */
const untouchable = ({ session, replacedBy }: VisibleSession, context: Context): string | null => {
  const { day, locked, purpose, startMinute } = session
  if (day < context.day) return `${sayDay(day)} is past`
  if (purpose === 'race') return 'a race is never changed by a rule'
  if (purpose === 'rest') return 'a rest day has nothing to change'
  if (locked) return 'the coach locked it'
  if (replacedBy !== null) return 'another session takes its place already'
  const state = context.matches.get(session.id)?.state
  if (state === 'done' || state === 'excused') return state === 'done' ? 'it is done' : 'life came first on its day'
  return startMinute !== null && day === context.day && startMinute <= context.minute ? 'it has begun' : null
}

/** One sentence: the layer, what was not found, what cannot be known, or what the session is. */
export const whyNot = (
  rule: ProposalRule,
  answers: readonly FindingAnswer[],
  subject: VisibleSession | null,
  context: Context,
): string => {
  const mode = modeOf(rule.id, context.playbook)
  const layer = layerTitles[rule.layer].toLowerCase()
  if (mode === 'off') return `its layer is off (${layer})`
  if (rule.answers.length === 0) return 'it drafts from the plan and what was done, and saw no reason to'
  const mine = answers.filter(({ kind }) => rule.answers.includes(kind))
  const spoke = mine.filter(({ answer }) => answer === 'speaks')
  const unknown = mine.filter(({ answer }) => answer === 'unknown')
  if (spoke.length === 0) {
    const looked = list(
      mine.map(({ title }) => title.toLowerCase()),
      'or',
    )
    const lost = unknown.map(({ title, says }) => `${title.toLowerCase()} cannot be known: ${says}`)
    return [`nothing it answers to was found (${looked})`, ...lost].join('; ')
  }
  const found = list(
    spoke.map(({ title }) => title.toLowerCase()),
    'and',
  )
  if (subject === null) return `found: ${found}; no session near enough is one it may change`
  const barred = untouchable(subject, context)
  if (barred !== null) return `found: ${found}; and ${barred}`
  const { key, purpose } = subject.session
  return `found: ${found}; that changes another session, not this one (${key ? 'key, ' : ''}${purpose}, ${sayDay(subject.session.day)})`
}
