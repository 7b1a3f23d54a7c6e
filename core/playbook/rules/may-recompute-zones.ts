/** Training paces follow a confirmed fitness, a little at a time. */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import { ask, type Example, type Rule } from '../rule.ts'

/** Faster or slower than this asks first (`playbook.md` §2). */
const mostPercent = 3

export const rule: Rule = {
  id: 'may-recompute-zones',
  title: 'New paces may be applied at once, up to 3 %',
  level: 'auto',
  applies: ({ kind, allowed, zoneMove }) =>
    kind !== 'recompute-zones' || !allowed['recompute-zones']
      ? known(false)
      : ask(zoneMove, percent => percent <= mostPercent && `the threshold moves by ${percent} %`),
}

export const examples: readonly Example[] = [
  { name: 'two percent', given: { ...green, kind: 'recompute-zones', zoneMove: known(2) }, answer: 'applies' },
  { name: 'five percent', given: { ...green, kind: 'recompute-zones', zoneMove: known(5) }, answer: 'does not' },
  {
    name: 'not known by how much',
    given: { ...green, kind: 'recompute-zones', zoneMove: unknown('no race yet') },
    answer: 'unknown',
  },
  {
    name: 'the coach does not allow it',
    given: { ...green, kind: 'recompute-zones', allowed: { ...green.allowed, 'recompute-zones': false } },
    answer: 'does not',
  },
]
