/** Statements that nobody signed, for trying things out: they count as signed within a run and leave it nowhere. */
import type { Proposal } from '../model/advice.ts'
import { applyEdit } from '../model/edit.ts'
import type { AthleteId, DeviceId, PersonId } from '../model/ids.ts'
import { type LogEntry, statementId } from '../model/log.ts'
import type { Playbook } from '../model/playbook.ts'
import { contentHash, type Session } from '../model/session.ts'
import type { Statement } from '../model/statement.ts'
import { playbookHash } from '../playbook/index.ts'

/** `at` is minutes since 1970-01-01 UTC; `seq` tells two of one minute apart. */
export type Said = Partial<Statement> & Pick<Statement, 'type' | 'item' | 'role' | 'at' | 'athlete'>

export const unsigned = (said: Said): LogEntry => {
  const statement: Statement = {
    v: 1,
    club: 'dry-run',
    rule: null,
    edit: null,
    contentHash: null,
    baseHash: null,
    playbookHash: null,
    words: null,
    by: `dry-run-${said.role}` as PersonId,
    device: `dry-run-${said.role}` as DeviceId,
    seq: 1,
    prev: null,
    ...said,
  }
  return {
    id: statementId(statement),
    signed: { statement, alg: 'ES256', signature: 'A'.repeat(20) },
    verified: { ok: true },
  }
}

/** The statement that would carry a draft out: a rule's own, by a device of the athlete, or the coach's approval. */
export const carriedOut = (
  type: 'applied' | 'approved',
  { id, rule, edit, baseHash }: Proposal,
  target: Session,
  playbook: Playbook,
  athlete: AthleteId,
  when: Pick<Statement, 'at'> & Partial<Pick<Statement, 'seq'>>,
): LogEntry =>
  unsigned({
    type,
    item: id,
    role: type === 'approved' ? 'coach' : 'athlete',
    athlete,
    rule,
    edit,
    baseHash,
    contentHash: contentHash(edit.adds ?? applyEdit(edit, target)),
    playbookHash: playbookHash(playbook),
    ...when,
  })
