/** What a finding is: something that changed, said with its evidence; silent where nothing did; unknown where nobody knows. */
import type { Reading } from '../lib/reading.ts'
import type { Finding, FindingKind, Trust } from '../model/advice.ts'
import type { Day } from '../model/day.ts'
import type { SessionId } from '../model/ids.ts'
import type { Context } from '../signals/basis/context.ts'

/** Speaks with one finding or more, is silent with none, or cannot know. Its thresholds are the playbook's. */
export type FindingRule = {
  readonly id: FindingKind
  readonly title: string
  readonly trust: Trust
  readonly find: (context: Context) => Reading<readonly Finding[]>
}

/** A finding's own examples, run as tests and shown as "when does this speak?". */
export type Example = {
  readonly name: string
  readonly given: () => Context
  readonly answer: 'speaks' | 'silent' | 'unknown'
}

/** `evidence` are lines that begin with the day they are of, the earliest first. */
export const found = (
  { id, trust }: Pick<FindingRule, 'id' | 'trust'>,
  day: Day,
  says: string,
  evidence: readonly string[],
  session: SessionId | null = null,
): Finding => ({ kind: id, day, session, says, evidence: [...evidence].sort(), trust })
