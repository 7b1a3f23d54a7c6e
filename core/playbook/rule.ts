/** What a rule of the playbook is: one level, one condition, and nothing about what to do when something is not known. */
import type { Reading } from '../lib/reading.ts'
import type { Level } from '../model/advice.ts'
import type { ChangeKind } from '../model/edit.ts'
import type { Playbook } from '../model/playbook.ts'

export { type Level, levels } from '../model/advice.ts'

/** The conditions of an athlete in which rules are stricter (`playbook.md` §3). */
export const stateNames = [
  'peak',
  'race-week',
  'taper',
  'injury-history',
  'pain',
  'escalated',
  'ill',
  'travel',
  'life-event',
  'plateau',
  'thin-data',
  'coach-heavy',
] as const
export type StateName = (typeof stateNames)[number]

/** A state holds with a sentence that says so, does not hold (`false`), or cannot be known. */
export type Answer = Reading<string | false>
export type States = { readonly [name in StateName]: Answer }

/** One change under judgement: everything a rule may look at. Percentages are whole; a rise above 0 is more load. */
export type Case = {
  readonly kind: ChangeKind
  /** Who would make it without asking. */
  readonly by: 'rule' | 'athlete'
  readonly allowed: Playbook['mayApply'] & { readonly 'athlete-moves': boolean }
  readonly states: States
  /** Planned load after against before, in percent. */
  readonly loadRise: Reading<number>
  /** How much of an easy session an easing takes away, in percent. */
  readonly easedBy: Reading<number>
  /** How far the threshold moves, in percent either way. */
  readonly zoneMove: Reading<number>
  /** Rule-made session changes that stand already in the week. */
  readonly madeThisWeek: Reading<number>
  readonly onSwapList: Reading<boolean>
  /** Each says what is wrong, or `false` where nothing is. */
  readonly unavailable: Answer
  readonly hardDayNear: Answer
  readonly beyondLongestRun: Answer
  readonly lowersKey: Answer
  readonly otherWeek: Answer
  readonly locked: Answer
}

/**
 * A permission has the level `auto`; everything else is a restraint. `applies` answers with a sentence (it applies),
 * `false` (it does not), or unknown: doubt is handled once, in the gate.
 */
export type Rule = {
  readonly id: string
  readonly title: string
  readonly level: Level
  readonly applies: (given: Case) => Answer
}

/** A rule's own examples, run as tests and shown as "when does this speak?". */
export type Example = {
  readonly name: string
  readonly given: Case
  readonly answer: 'applies' | 'does not' | 'unknown'
}

/** Asks something of a reading; what is not known stays not known. */
export const ask = <T>(reading: Reading<T>, applies: (value: T) => string | false): Answer =>
  reading.known ? { known: true, value: applies(reading.value), from: reading.from } : reading
