/** A missed session may be replaced from the coach’s list without asking, where the coach allows it. */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import { ask, type Case, type Example, type Rule } from '../rule.ts'

/** An equal session is at most so many percent lighter (the widest bound of the playbook), and never heavier. */
const mostLighter = 15

export const rule: Rule = {
  id: 'may-swap-equal',
  title: 'An equal swap from the list may be applied at once',
  level: 'auto',
  applies: ({ kind, by, allowed, onSwapList, loadRise }) => {
    if (kind !== 'swap-equal' || by !== 'rule' || !allowed['swap-equal']) return known(false)
    if (!onSwapList.known || !onSwapList.value) return ask(onSwapList, () => false)
    return ask(loadRise, percent => percent <= 0 && percent >= -mostLighter && 'an equal session from the coach’s list')
  },
}

const swap: Case = { ...green, kind: 'swap-equal', loadRise: known(-10) }
export const examples: readonly Example[] = [
  { name: 'a tenth lighter', given: swap, answer: 'applies' },
  { name: 'a quarter lighter', given: { ...swap, loadRise: known(-25) }, answer: 'does not' },
  { name: 'heavier', given: { ...swap, loadRise: known(5) }, answer: 'does not' },
  { name: 'the athlete swaps', given: { ...swap, by: 'athlete' }, answer: 'does not' },
  { name: 'not on the list', given: { ...swap, onSwapList: known(false) }, answer: 'does not' },
  { name: 'the load cannot be compared', given: { ...swap, loadRise: unknown('no pace is known') }, answer: 'unknown' },
]
