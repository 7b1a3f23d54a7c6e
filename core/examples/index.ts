/** The decision tree in examples, each executed: what a coach reads, and what the engine answers (playbook.md §8). */
import { by } from '../lib/order.ts'
import { examples as care } from './care.ts'
import { examples as decisions } from './decisions.ts'
import type { TreeExample } from './example.ts'
import { examples as fitness } from './fitness.ts'
import { examples as missed } from './missed.ts'
import { examples as sleep } from './sleep.ts'

export type { Ran, TreeExample } from './example.ts'

/** In the order of their numbers. */
export const tree: readonly TreeExample[] = [...sleep, ...missed, ...care, ...fitness, ...decisions].toSorted(
  by(({ id }) => Number(id.slice(1))),
)

/** The examples that speak for a finding, a rule, a kind of change or a guardrail, by its id. */
export const examplesOf = (id: string): readonly TreeExample[] => tree.filter(({ about }) => about.includes(id))
