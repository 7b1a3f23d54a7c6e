/** Several drafts of one rule approved together, and drafts put off to the end of the list. */
import { useState } from 'preact/hooks'
import type { JudgedProposal } from '../../../core/model/advice.ts'
import type { CalendarModel } from '../../parts/day-model.ts'
import type { App } from '../../state/app.ts'
import { attempt } from './attempt.ts'
import { whyNotPicked } from './bulk.ts'

type Given = {
  readonly app: App
  readonly model: CalendarModel
  readonly hasAlert: boolean
  readonly onApproved: () => void
}

export const usePicking = ({ app, model, hasAlert, onApproved }: Given) => {
  const [picked, setPicked] = useState<readonly JudgedProposal[]>([])
  const isPicked = (proposal: JudgedProposal): boolean => picked.some(({ id }) => id === proposal.id)
  const pick = (proposal: JudgedProposal) => {
    if (isPicked(proposal)) return setPicked(picked.filter(({ id }) => id !== proposal.id))
    const before = model.sessions.get(proposal.edit.session)?.visible.session ?? null
    const why = whyNotPicked({ proposal, picked, before, hasAlert })
    if (why === null) setPicked([...picked, proposal])
    else app.say(why)
  }
  const approve = async () => {
    setPicked([])
    for (const one of picked) if (!(await attempt(app.act.approve(one, null)))) break
    onApproved()
  }
  return { picked, isPicked, pick, approve }
}
