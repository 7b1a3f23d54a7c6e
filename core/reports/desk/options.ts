/** What a coach can decide in a review: each draft that waits, and the coming days with less, made ready to be signed. */
import type { JudgedProposal, Message } from '../../model/advice.ts'
import type { Edit } from '../../model/edit.ts'
import { sayWeekday } from '../../model/say-day.ts'
import { isHard, type Session } from '../../model/session.ts'
import type { AlertChoice } from '../../playbook/alert-answer.ts'
import { easeAll, easeWork, retitle } from '../../proposals/basis/ease.ts'
import { ahead } from '../../proposals/basis/next.ts'
import { rewritten, sayAfter } from '../../proposals/basis/rewrite.ts'
import type { Reporting } from '../report.ts'
import { waitingOf } from './answers.ts'

/** One change to one session as it stands. `proposal` is the draft it carries out; null where it is the coach's own. */
export type Option = {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly before: Session
  readonly edit: Edit
  readonly proposal: JudgedProposal | null
}

/** What a review decides: drafts approved and declined, the coach's own changes, and the alert it answers. */
export type ReviewDoes = {
  readonly approves: readonly JudgedProposal[]
  readonly edits: readonly Edit[]
  readonly declines: readonly JudgedProposal[]
  readonly answers: { readonly alert: Pick<Message, 'id'>; readonly choice: AlertChoice } | null
}

/** `lighter` is a modest deload: all that is ahead in a week, with the playbook's share less. */
export type Options = { readonly drafts: readonly Option[]; readonly lighter: readonly Option[] }

const aheadDays = 6

/** The same work with less of it: what is hard stays hard and gets shorter. */
const lighterBy = (session: Session, keep: number): Edit | null => {
  const steps = isHard(session) ? easeWork(session.steps, keep) : easeAll(session.steps, keep, 'up')
  return rewritten('deload-week', session, { title: retitle(session.title, session.steps, steps), steps })
}

export const optionsOf = ({ context, findings, proposals, visible }: Reporting): Options => {
  const sessions = new Map(visible.sessions.map(({ session }) => [session.id, session]))
  const drafts = waitingOf(proposals).flatMap((proposal): readonly Option[] => {
    const before = sessions.get(proposal.edit.session)
    const { id, title, why, edit } = proposal
    return before ? [{ id, title, why, before, edit, proposal }] : []
  })
  const { deloadPercent } = context.playbook.thresholds
  const lighter = ahead({ context, findings, visible, log: [] }, aheadDays).flatMap(
    ({ session }): readonly Option[] => {
      const drafted = drafts.find(one => one.proposal?.rule === 'lighter-week' && one.edit.session === session.id)
      if (drafted) return [drafted]
      const edit = lighterBy(session, 1 - deloadPercent / 100)
      if (edit === null) return []
      const title = `${sayWeekday(session.day)} lighter: ${sayAfter(edit)}`
      return [
        { id: `lighter-${session.id}`, title, why: `${deloadPercent} % less.`, before: session, edit, proposal: null },
      ]
    },
  )
  return { drafts, lighter }
}
