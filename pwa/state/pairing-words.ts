/** What went wrong while linking two people, and what to do next. */
import { never } from '../../core/lib/never.ts'
import type { PairingError, SignError } from '../../core/peer/api.ts'

export const sayPairing = (error: PairingError | SignError): string => {
  switch (error.type) {
    case 'NotAnInvitation':
      return 'This is no invitation. Ask for the link again, and copy it whole.'
    case 'Expired':
      return 'This invitation has expired. Ask for a new one.'
    case 'AlreadyUsed':
      return 'This invitation was used already. Each works once; ask for a new one.'
    case 'NotAllowed':
      return `${error.says[0]?.toUpperCase() ?? ''}${error.says.slice(1)}${error.says.endsWith('.') ? '' : '.'}`
    case 'NotSaved':
      return `It could not be kept on this device: ${error.why}. Nothing was changed; try again.`
    case 'NotAMember':
      return 'You are not part of this athlete’s training, so it was not signed.'
    default:
      return never(error)
  }
}
