/** An example of the decision tree: what is given, what should come of it, and what the engine really answers. */
import { advise, type Situation } from '../engine.ts'
import type { Advice, Level } from '../model/advice.ts'
import type { ChangeKind } from '../model/edit.ts'
import type { Playbook } from '../model/playbook.ts'
import { kinds, levelOf } from '../playbook/index.ts'

/**
 * `given` and `verdict` are the words a coach reads. `about` names the findings, rules, kinds of change and guardrails it
 * speaks for, so that each of them can show its examples. `run` plays it through the whole engine with a playbook.
 */
export type TreeExample = {
  readonly id: `E${number}`
  readonly given: string
  readonly verdict: string
  readonly about: readonly string[]
  readonly run: (playbook: Playbook) => Ran
}

/** Whether the engine answers as the verdict says, and what it answers, in sentences. */
export type Ran = { readonly holds: boolean; readonly answered: readonly string[] }

const levelSays: { readonly [level in Level]: string } = {
  auto: 'applied at once',
  ask: 'waits for the coach',
  coach: 'left to the coach',
}

/** Advice in sentences, as an example shows it where it does not hold. */
export const inSentences = ({ findings, proposals, messages }: Advice): readonly string[] => {
  const lines = [
    ...findings.map(({ says }) => `Noticed: ${says}.`),
    ...proposals.map(({ title, verdict }) => `${title}: ${levelSays[verdict.level]}.`),
    ...messages.flatMap(({ kind, to, says }) =>
      kind === 'summary'
        ? []
        : [
            kind === 'escalation'
              ? `The coach is alerted: ${says}`
              : `To ${to === 'both' ? 'both' : `the ${to}`}: ${says}`,
          ],
    ),
  ]
  return lines.length === 0 ? ['Nothing: the plan stands.'] : lines.map(line => line.replaceAll('\n', ' '))
}

/** Asks the engine, and whether its answer is the one wanted. */
export const ran = (situation: Situation, holds: (advice: Advice) => boolean): Ran => {
  const advice = advise(situation)
  return { holds: holds(advice), answered: inSentences(advice) }
}

/** What a playbook lets become of a draft in green: its level, or null where its layer is not on and nobody sees it. */
export const levelIn = (kind: ChangeKind, playbook: Playbook): Level | null => {
  const { layer } = kinds[kind]
  return layer !== null && playbook.layers[layer] !== 'on' ? null : levelOf(kind, playbook)
}

/** The same where a state or a guardrail asks first. */
export const askIn = (kind: ChangeKind, playbook: Playbook): Level | null =>
  levelIn(kind, playbook) === null ? null : 'ask'

/** Whether exactly these drafts are shown: kind and level each; one whose level is null is not. */
export const drafts = (
  { proposals }: Advice,
  ...wanted: readonly (readonly [kind: ChangeKind, level: Level | null])[]
): boolean => {
  const shown = proposals.map(({ edit, verdict }) => `${edit.kind} ${verdict.level}`).sort()
  const want = wanted.flatMap(([kind, level]) => (level === null ? [] : [`${kind} ${level}`])).sort()
  return shown.join() === want.join()
}

export const isAlerted = ({ messages }: Advice): boolean => messages.some(({ kind }) => kind === 'escalation')
export const finds = ({ findings }: Advice, kind: string): boolean => findings.some(one => one.kind === kind)
