/** Whether the athlete may move a session there by themselves, as the playbook answers; asked before, not after. */
import type { Day } from '../../../core/model/day.ts'
import type { VisibleSession } from '../../../core/model/plan.ts'
import { mayMoveByAthlete } from '../../../core/playbook/index.ts'
import type { Looking, Now } from '../../state/app.ts'

/** Null where it may; else why the coach is asked first. */
export const whyNotMove = (looking: Looking, now: Now, visible: VisibleSession, day: Day): string | null => {
  const { advice, plan, content, playbook, space } = looking
  const { session } = visible
  const edit = {
    kind: 'move-session',
    session: session.id,
    before: { day: session.day },
    after: { day },
    adds: null,
  } as const
  const verdict = mayMoveByAthlete(edit, {
    sessions: advice.plan.sessions.map(one => one.session),
    standing: advice.plan.sessions.flatMap(one => one.changes).toSorted((a, b) => a.at - b.at),
    plan,
    content,
    log: space.log,
    playbook,
    at: now.at,
  })
  return verdict.level === 'auto' ? null : verdict.because.map(({ says }) => says).join('; ')
}
