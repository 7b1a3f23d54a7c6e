/** The examples beside every rule, finding and draft, run with the numbers on screen. */
import type { Example as FindingExample, FindingRule } from '../../../core/findings/finding.ts'
import { type Playbook, type ThresholdName, thresholdBounds } from '../../../core/model/playbook.ts'
import type { Answer, Rule, Example as RuleExample } from '../../../core/playbook/rule.ts'
import { inALine } from '../../../core/proposals/basis/given.ts'
import type { Example as ProposalExample, ProposalRule } from '../../../core/proposals/proposal.ts'

import type { Context } from '../../../core/signals/index.ts'

/** One example as it came out: `answered` is what was said instead where it does not hold. */
export type RunExample = { readonly name: string; readonly holds: boolean; readonly answered: string }
export type RunShelf = {
  readonly id: string
  readonly title: string
  readonly examples: readonly RunExample[]
}

type RuleFile = { readonly rule?: Rule; readonly examples?: readonly RuleExample[] }
type FindingFile = { readonly finding?: FindingRule; readonly examples?: readonly FindingExample[] }
type ProposalFile = { readonly proposal?: ProposalRule; readonly examples?: readonly ProposalExample[] }

// Why by folder: a shelf's index lists the things alone, so that their examples are loaded only where they are shown.
const ruleFiles = import.meta.glob<RuleFile>('../../../core/playbook/rules/*.ts', { eager: true })
const findingFiles = import.meta.glob<FindingFile>('../../../core/findings/*.ts', { eager: true })
const proposalFiles = import.meta.glob<ProposalFile>('../../../core/proposals/*.ts', { eager: true })

const ruleWord = (answer: Answer) => (!answer.known ? 'unknown' : answer.value === false ? 'does not' : 'applies')
const ruleSays = { applies: 'it speaks', 'does not': 'it is silent', unknown: 'it cannot tell' } as const
const findingSays = { speaks: 'it is noticed', silent: 'it is not noticed', unknown: 'it cannot be told' } as const

export const ruleExamples = (): readonly RunShelf[] =>
  Object.values(ruleFiles).flatMap(({ rule, examples = [] }) =>
    rule === undefined
      ? []
      : [
          {
            id: rule.id,
            title: rule.title,
            examples: examples.map(({ name, given, answer }) => {
              const word = ruleWord(rule.applies(given))
              return { name: `${name}: ${ruleSays[answer]}`, holds: word === answer, answered: ruleSays[word] }
            }),
          },
        ],
  )

/** The example's day with the numbers on screen; a number that the example itself is about stays its own. */
const withNumbers = (context: Context, { thresholds }: Playbook): Context => {
  const own = Object.entries(context.playbook.thresholds).filter(
    ([name, value]) => value !== thresholdBounds[name as ThresholdName].default,
  )
  const playbook = { ...context.playbook, thresholds: { ...thresholds, ...Object.fromEntries(own) } }
  // Why not a copy: what a day holds is worked out when it is asked for, and most of it never is.
  return Object.create(context, { playbook: { value: playbook, enumerable: true } }) as Context
}

export const findingExamples = (playbook: Playbook): readonly RunShelf[] =>
  Object.values(findingFiles).flatMap(({ finding, examples = [] }) =>
    finding === undefined
      ? []
      : [
          {
            id: finding.id,
            title: finding.title,
            examples: examples.map(({ name, given, answer }) => {
              const found = finding.find(withNumbers(given(), playbook))
              const word = !found.known ? 'unknown' : found.value.length > 0 ? 'speaks' : 'silent'
              return { name: `${name}: ${findingSays[answer]}`, holds: word === answer, answered: findingSays[word] }
            }),
          },
        ],
  )

const inLines = (drafts: readonly string[]): string => drafts.join('; ') || 'nothing is drafted'

export const proposalExamples = (playbook: Playbook): readonly RunShelf[] =>
  Object.values(proposalFiles).flatMap(({ proposal, examples = [] }) =>
    proposal === undefined
      ? []
      : [
          {
            id: proposal.id,
            title: proposal.title,
            examples: examples.map(({ name, given, drafts }) => {
              const drafting = given()
              const made = proposal.draft({ ...drafting, context: withNumbers(drafting.context, playbook) })
              const answered = inLines(made.map(inALine))
              return { name: `${name}: ${inLines(drafts)}`, holds: answered === inLines(drafts), answered }
            }),
          },
        ],
  )
