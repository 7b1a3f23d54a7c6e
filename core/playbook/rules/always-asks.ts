/** Recovery, load and whatever else changes the training itself always waits for the coach. */
import { known } from '../../lib/reading.ts'
import { green } from '../basis/given.ts'
import { kinds } from '../kinds.ts'
import type { Example, Rule } from '../rule.ts'

export const rule: Rule = {
  id: 'always-asks',
  title: 'Recovery and load are always the coach’s to allow',
  level: 'ask',
  applies: ({ kind }) => known(kinds[kind].base === 'ask' && `${kinds[kind].title.toLowerCase()} always asks`),
}

export const examples: readonly Example[] = [
  { name: 'a smaller key session', given: { ...green, kind: 'ease-key' }, answer: 'applies' },
  { name: 'more load', given: { ...green, kind: 'raise-load' }, answer: 'applies' },
  { name: 'a shorter easy day', given: green, answer: 'does not' },
]
