/** Any expected failure in one sentence that says what to do. */
import type { PairingError, SignError } from '../../core/peer/api.ts'
import type { WriteError } from '../../core/plan/document.ts'
import { sayPairing } from './pairing-words.ts'
import { sayWrite } from './write-words.ts'

const pairing: readonly string[] = ['NotAnInvitation', 'Expired', 'AlreadyUsed', 'NotAllowed', 'NotSaved', 'NotAMember']
const writing: readonly string[] = ['ReadOnly', 'NotAName', 'NoSuchEntry', 'AlreadyThere', 'NotOfThisShape']

export const sayFault = (error: { readonly type: string }): string => {
  if (pairing.includes(error.type)) return sayPairing(error as PairingError | SignError)
  if (writing.includes(error.type)) return sayWrite(error as WriteError)
  if (error.type === 'EarlierVersion')
    return 'The session was changed since this was drafted, so it was not signed. Look at it again as it is now.'
  if (error.type === 'SeasonEnded') return 'That day belongs to a season that has ended; it stays as it was.'
  if (error.type === 'NoSuchSession') return 'The session is not in the plan any more; somebody removed it meanwhile.'
  return `It was not done (${error.type}). Try again.`
}
