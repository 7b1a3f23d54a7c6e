/** What the engine says: findings, proposals with verdicts, messages; each with its evidence. */
import type { Hash } from '../lib/hash.ts'
import type { Reading } from '../lib/reading.ts'
import type { Day } from './day.ts'
import type { DraftedEdit } from './edit.ts'
import type { ProposalId, SessionId } from './ids.ts'
import type { VisiblePlan } from './plan.ts'

/** From freest to strictest; the gate takes the strictest. `tell` is for messages. */
export const levels = ['auto', 'ask', 'coach'] as const
export type Level = (typeof levels)[number]

export const findingKinds = [
  'sleep-short',
  'sleep-dipping',
  'soreness-rising',
  'soreness-repeated',
  'pain-recurring',
  'motivation-falling',
  'session-missed',
  'missed-in-a-row',
  'run-spike',
  'week-rise',
  'monotony-high',
  'intensity-shift',
  'easy-too-hard',
  'heart-rate-unusual',
  'resting-hr-high',
  'hrv-low',
  'execution-poor',
  'fitness-confirmed',
  'life-stress',
  'data-missing',
] as const
export type FindingKind = (typeof findingKinds)[number]
export type Trust = 'published' | 'contested' | 'convention' | 'ours'

/** One thing that changed, in a sentence, with the days and readings it rests on. */
export type Finding = {
  readonly kind: FindingKind
  readonly day: Day
  readonly session: SessionId | null
  readonly says: string
  readonly evidence: readonly string[]
  readonly trust: Trust
}

/** A change the engine drafts. It takes effect only through a statement, never by existing (S4). */
export type Proposal = {
  readonly id: ProposalId
  readonly rule: string
  readonly variant: string
  readonly edit: DraftedEdit
  /** The day that the athlete may know somebody looks at. */
  readonly day: Day
  /** The last day it writes; with its end the proposal expires (R8). */
  readonly lastDay: Day
  readonly title: string
  readonly why: string
  readonly findings: readonly Finding[]
  /** What the edit rests on: `baseHash(edit, session)`. */
  readonly baseHash: Hash
}

export type Reason = { readonly rule: string; readonly level: Level; readonly says: string }
export type Verdict = { readonly level: Level; readonly because: readonly Reason[] }
export type JudgedProposal = Proposal & { readonly verdict: Verdict }

/** A line for a person; no change to the plan. `to` says whose it is. */
export type Message = {
  readonly id: string
  readonly to: 'athlete' | 'coach' | 'both'
  readonly day: Day
  readonly kind: 'summary' | 'reminder' | 'question' | 'warning' | 'escalation' | 'waiting' | 'notice'
  readonly says: string
  readonly evidence: readonly string[]
}

/** A number on screen, with its evidence and its grade. */
export type NamedReading = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly trust: Trust
  readonly reading: Reading<number>
}

export type Advice = {
  readonly day: Day
  readonly readings: readonly NamedReading[]
  readonly findings: readonly Finding[]
  readonly proposals: readonly JudgedProposal[]
  readonly messages: readonly Message[]
  readonly plan: VisiblePlan
}

/** Who reads. An athlete never receives the content of what still waits for the coach. */
export type Reader = 'coach' | 'athlete'
