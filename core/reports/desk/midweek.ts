/** What reaches a coach before Monday: only a meaningful deviation; everything else waits in the digest (S68). */
import type { Assessment } from './assessment.ts'

/** Why a coach should look before Monday; null where it can wait. A key session done out of intent is a finding of its own. */
export const deviationOf = ({ alert, waiting, question, standing, trust, soFar }: Assessment): string | null => {
  if (alert !== null) return 'an alert waits for an answer'
  if (question !== null) return 'they ask something'
  if (waiting > 0) return waiting === 1 ? 'a draft waits for a decision' : `${waiting} drafts wait for a decision`
  const missed = soFar.find(({ id, tone }) => id === 'missed' && tone === 'flag')
  if (missed?.says.includes('(key session)')) return 'a key session was missed'
  return standing === 'look' && trust === 'published' ? 'a finding with published grounds' : null
}
