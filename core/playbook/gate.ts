/** Who may decide: the one place where opinions become a verdict and where doubt is handled. */
import type { Reason, Verdict } from '../model/advice.ts'
import { type Case, levels, type Rule } from './rule.ts'

/** The strictest rule that applies decides; silence is not consent. The reasons are the rules at the level decided. */
export const judge = (rules: readonly Rule[], given: Case): Verdict => {
  const applying = distinct(rules).flatMap(rule => reasonsOf(rule, given))
  const heard = applying.length > 0 ? applying : [nobodySpoke]
  const level = levels.findLast(level => heard.some(reason => reason.level === level)) ?? 'ask'
  return { level, because: heard.filter(reason => reason.level === level) }
}

const nobodySpoke: Reason = { rule: 'no-rule', level: 'ask', says: 'no rule allows this by itself' }

// Why: the same rules in another order or twice over give the same verdict, byte for byte (G3, G7).
const distinct = (rules: readonly Rule[]): readonly Rule[] =>
  [...new Set(rules)].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** A rule that cannot be checked never allows, and always restrains. */
const reasonsOf = (rule: Rule, given: Case): readonly Reason[] => {
  const reason = (says: string) => [{ rule: rule.id, level: rule.level, says }]
  const doubt = (why: string) => (rule.level === 'auto' ? [] : reason(`${rule.title}: ${why}`))
  try {
    const answer = rule.applies(given)
    if (!answer.known) return doubt(answer.why)
    return answer.value === false ? [] : reason(answer.value)
  } catch {
    return doubt('this rule failed')
  }
}
