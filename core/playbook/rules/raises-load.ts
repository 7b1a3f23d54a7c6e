/** Nothing automatic raises the planned load (R3). */
import { known, unknown } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import { ask, type Example, type Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'raises-load',
  title: 'More planned load asks first',
  level: 'ask',
  applies: ({ loadRise }) => ask(loadRise, percent => percent > 0 && `the planned load would rise by ${percent} %`),
}

export const examples: readonly Example[] = [
  { name: 'six percent more', given: { ...green, loadRise: known(6) }, answer: 'applies' },
  { name: 'less', given: { ...green, loadRise: known(-30) }, answer: 'does not' },
  { name: 'not comparable', given: { ...green, loadRise: unknown('no pace is known') }, answer: 'unknown' },
]
