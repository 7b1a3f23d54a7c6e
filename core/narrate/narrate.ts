/** A report in sentences: each in the rule's own words, or reworded where the rewording holds; never a change of plan. */
import { fill, type Told } from './told.ts'
import { type Problem, verify } from './verify.ts'

/** One sentence as it is shown. `problem`: why a rewording of it was not taken; null where there was none to refuse. */
export type Line = {
  readonly id: string
  readonly says: string
  readonly by: 'rule' | 'model'
  readonly problem: Problem | null
}

/** The report as the rules word it: complete by itself. */
export const plainly = (tolds: readonly Told[]): readonly Line[] =>
  tolds.map(told => ({ id: told.id, says: fill(told, told.template), by: 'rule', problem: null }))

/** `reworded`: sentences with placeholders, by the id of their fact. One that fails its check falls back by itself. */
export const narrate = (tolds: readonly Told[], reworded: ReadonlyMap<string, string>): readonly Line[] =>
  tolds.map((told): Line => {
    const own = { id: told.id, says: fill(told, told.template), by: 'rule', problem: null } as const
    const sentence = reworded.get(told.id)
    if (sentence === undefined || sentence === told.template) return own
    const checked = verify(told, sentence)
    return checked.ok ? { ...own, says: fill(told, checked.value), by: 'model' } : { ...own, problem: checked.error }
  })
