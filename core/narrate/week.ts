/** The facts of a week, as the Monday review shows them, told one by one. */
import type { Fact } from '../reports/desk/facts.ts'
import { tell } from './tell.ts'
import type { Told } from './told.ts'

/** Session titles stand in the evidence as `2026-05-05: Intervals`; they are lifted out as names. */
const namesIn = ({ id, evidence }: Fact): readonly string[] =>
  id === 'missed' ? evidence.map(line => line.replace(/^[\d-]+: /, '')) : []

export const tellFacts = (facts: readonly Fact[]): readonly Told[] =>
  facts.map(fact => tell({ id: fact.id, title: fact.title, says: fact.says, names: namesIn(fact) }))
