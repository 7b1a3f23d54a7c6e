/** How much waits for the coach: alerts to answer, and drafts to decide. */
import type { Advice } from '../../core/model/advice.ts'

export const waitingFor = ({ proposals, messages }: Advice): number =>
  proposals.filter(({ verdict }) => verdict.level !== 'auto').length +
  messages.filter(({ kind }) => kind === 'escalation').length
