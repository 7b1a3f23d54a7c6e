/** An explanation as lines of text: what was known, found, drafted and decided, each step with its evidence. */
import type { Explanation } from './explain.ts'

const level = { auto: 'applied at once', ask: 'asks the coach', coach: 'the coach alone' } as const

/** One line a step, in the order of the flow. */
export const explainInWords = (why: Explanation): readonly string[] => [
  why.says,
  ...why.findings.flatMap(({ title, answer, says, evidence }) =>
    answer === 'silent'
      ? []
      : [
          `${answer === 'unknown' ? `Not known: ${title.toLowerCase()} (${says})` : `Found: ${says}`}.`,
          ...evidence.map(line => `  ${line}`),
        ],
  ),
  ...why.drafts.flatMap(({ proposal, says, opinions }) => [
    `Drafted: ${proposal.title}.${says === '' ? '' : ` But ${says}.`}`,
    ...opinions
      .filter(({ answer }) => answer !== 'silent')
      .map(({ title, level: at, says: because }) => `  ${title} (${level[at]}): ${because}.`),
    `  Verdict: ${level[proposal.verdict.level]}.`,
  ]),
  ...why.silent.map(({ title, says }) => `Not drafted: ${title.toLowerCase()}: ${says}.`),
]
