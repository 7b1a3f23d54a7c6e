/** Why this and not that, for any day and session: readings, findings, drafts, the rules that spoke, the verdict. */

import { flow, judgedOn, type Situation } from '../engine.ts'
import { findings as findingRules } from '../findings/index.ts'
import type { FindingKind, JudgedProposal, NamedReading, Trust } from '../model/advice.ts'
import type { Day } from '../model/day.ts'
import type { SessionId } from '../model/ids.ts'
import type { RefusedChange, VisibleSession } from '../model/plan.ts'
import type { LayerName } from '../model/playbook.ts'
import { type Escalation, type Opinion, opinionsOn, verdictOn } from '../playbook/index.ts'
import { draftAll, isExpired, modeOf, proposals, settledItems, standingItems } from '../proposals/index.ts'
import { readAll } from '../signals/index.ts'
import { whyNot } from './why-not.ts'

/** What one finding rule answered, found or not. `says` of a silent one is empty; of an unknown one why. */
export type FindingAnswer = {
  readonly kind: FindingKind
  readonly title: string
  readonly trust: Trust
  readonly answer: 'speaks' | 'silent' | 'unknown'
  readonly says: string
  readonly evidence: readonly string[]
}

/** What becomes of a draft, with why; those that are not `open` are shown to nobody, and explained all the same. */
export type Fate = 'open' | 'off' | 'watched' | 'settled' | 'standing' | 'expired'
export type ExplainedDraft = {
  readonly proposal: JudgedProposal
  readonly fate: Fate
  readonly says: string
  readonly opinions: readonly Opinion[]
}
export type Silence = {
  readonly rule: string
  readonly title: string
  readonly layer: LayerName
  readonly says: string
}

export type Explanation = {
  readonly day: Day
  readonly session: VisibleSession | null
  /** The whole in one sentence. */
  readonly says: string
  readonly readings: readonly NamedReading[]
  readonly findings: readonly FindingAnswer[]
  readonly drafts: readonly ExplainedDraft[]
  /** The draft rules that were silent, each with why. */
  readonly silent: readonly Silence[]
  readonly alert: Escalation | null
  /** What was stated about the session and changes nothing. */
  readonly refused: readonly RefusedChange[]
}

const fates: { readonly [fate in Fate]: string } = {
  open: '',
  off: 'its layer is off: nothing is drafted, and nobody sees this',
  watched: 'its layer is only watched: it is counted for the audit, and nobody sees this',
  settled: 'it was declined or taken back before, so it is not drafted again',
  standing: 'its change stands in the plan already',
  expired: 'its day is over or its session has begun, so the plan stands',
}

/** The day's whole flow, or as far as it concerns one session. The same situation gives the same explanation. */
export const explain = (situation: Situation, about: SessionId | null = null): Explanation => {
  const at = flow(situation)
  const { visible, context, judging, drafting } = at
  const session = visible.sessions.find(one => one.session.id === about) ?? null
  const concerns = ({ edit }: JudgedProposal | { readonly edit: JudgedProposal['edit'] }): boolean =>
    about === null || edit.session === about || edit.adds?.id === about
  const shown = new Map(judgedOn(draftAll(drafting, 'on'), at).map(one => [one.id, one]))
  const settled = settledItems(situation.log)
  const standing = standingItems(visible)
  const answers = findingRules.map((rule): FindingAnswer => {
    const { id: kind, title, trust } = rule
    const answer = rule.find(context)
    if (!answer.known) return { kind, title, trust, answer: 'unknown', says: answer.why, evidence: [] }
    const [first] = answer.value
    if (first === undefined) return { kind, title, trust, answer: 'silent', says: '', evidence: [] }
    const evidence = [...new Set(answer.value.flatMap(one => one.evidence))]
    return { kind, title, trust, answer: 'speaks', says: answer.value.map(({ says }) => says).join('; '), evidence }
  })
  const drafts: ExplainedDraft[] = []
  const silent: Silence[] = []
  for (const rule of proposals) {
    const mode = modeOf(rule.id, context.playbook)
    const mine = rule.draft(drafting).filter(concerns)
    for (const draft of mine) {
      const fate: Fate = settled.has(draft.id)
        ? 'settled'
        : standing.has(draft.id)
          ? 'standing'
          : isExpired(draft, context)
            ? 'expired'
            : mode === 'on'
              ? 'open'
              : mode
      const proposal = shown.get(draft.id) ?? { ...draft, verdict: verdictOn(draft.edit, 'rule', judging) }
      drafts.push({ proposal, fate, says: fates[fate], opinions: opinionsOn(draft.edit, 'rule', judging) })
    }
    if (mine.length === 0)
      silent.push({
        rule: rule.id,
        title: rule.title,
        layer: rule.layer,
        says: whyNot(rule, answers, session, context),
      })
  }
  return {
    day: context.day,
    session,
    says: inOneSentence(drafts, answers, session, judging.escalation),
    readings: readAll(context),
    findings: answers,
    drafts,
    silent,
    alert: judging.escalation,
    refused: visible.refused.filter(({ entry }) => about === null || entry.signed.statement.edit?.session === about),
  }
}

const verdictSays = { auto: 'is applied at once', ask: 'waits for the coach', coach: 'is the coach’s alone' } as const

const inOneSentence = (
  drafts: readonly ExplainedDraft[],
  answers: readonly FindingAnswer[],
  session: VisibleSession | null,
  alert: Escalation | null,
): string => {
  const open = drafts.filter(({ fate }) => fate === 'open')
  const what = open.map(({ proposal }) => `${proposal.title} ${verdictSays[proposal.verdict.level]}`)
  const changed = session?.changes.at(-1)
  const stands =
    changed === undefined
      ? 'The plan stands as the coach wrote it'
      : changed.type === 'applied'
        ? `A rule changed it (${changed.rule ?? 'not named'})`
        : changed.type === 'approved'
          ? 'The coach approved its change'
          : 'The athlete moved it'
  const spoke = answers.filter(({ answer }) => answer === 'speaks').length
  const why = spoke === 0 ? 'nothing was found' : `${spoke === 1 ? 'one thing was' : `${spoke} things were`} found`
  const first = what.length > 0 ? what.join('; ') : `${stands}; no open draft for it, and ${why}`
  return `${first}.${alert === null ? '' : ' The coach is alerted.'}`
}
