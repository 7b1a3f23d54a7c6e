/** A coach's own example tried again: the day as it was known then, with a playbook of today. */
import type { Expectation, OwnExample, Playbook } from '../model/playbook.ts'
import { type DryDay, dryRun } from './dry-run.ts'
import type { Past } from './past.ts'

/** What should come of it, in the coach's words. */
export const expectationSays: { readonly [wanted in Expectation]: string } = {
  ask: 'should have asked me here',
  auto: 'should have been applied at once',
  nothing: 'should have left this alone',
  alert: 'should have alerted me here',
}

export type Tried = { readonly holds: boolean; readonly answered: string }

/** Whether the engine answers so, and what it answers. The draft it speaks of is of one session, where it names one. */
export const tryOwnExample = (past: Past, playbook: Playbook, example: OwnExample): Tried => {
  const { day, session, expects } = example
  const [seen] = [...dryRun({ past, playbook, from: day, to: day })]
  if (seen === undefined) return { holds: false, answered: 'the day could not be looked at' }
  const mine = seen.proposals
    .map(({ proposal }) => proposal)
    .filter(({ edit }) => session === null || edit.session === session || edit.adds?.id === session)
  const applied = mine.filter(({ verdict }) => verdict.level === 'auto')
  const holds = {
    ask: mine.length > 0 && applied.length === 0,
    auto: applied.length > 0,
    nothing: mine.length === 0,
    alert: seen.alert !== null,
  }[expects]
  return { holds, answered: answerOf(seen, mine) }
}

const answerOf = ({ alert }: DryDay, mine: readonly DryDay['proposals'][number]['proposal'][]): string => {
  const says = { auto: 'is applied at once', ask: 'waits for the coach', coach: 'is the coach’s alone' } as const
  const drafts = mine.map(({ title, verdict }) => `${title} ${says[verdict.level]}`)
  const all = [...drafts, ...(alert === null ? [] : ['the coach is alerted'])]
  return all.length === 0 ? 'nothing is drafted, and nobody is alerted' : all.join('; ')
}
