/** A recovery file in words: how old the last is, what went wrong with one, and a passphrase that can be read aloud. */
import { never } from '../../core/lib/never.ts'
import type { RestoreError } from '../../core/peer/api.ts'
import { words } from '../../core/peer/words.ts'

/** How old the last recovery file made here is; both in milliseconds since 1970-01-01 UTC. */
export const sayBackup = (last: number | null, now: number): string => {
  if (last === null) return 'never'
  const days = Math.max(0, Math.floor((now - last) / 86_400_000))
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
}

export const sayRestore = (error: RestoreError): string => {
  switch (error.type) {
    case 'NotARecoveryFile':
      return 'This is no recovery file. It ends in .tandem-recovery and was made under Settings. Nothing was changed.'
    case 'NewerVersion':
      return 'A newer version of Tandem made this file. Update this one (reload the page) and open the file again. Nothing was changed.'
    case 'CannotOpen':
      return 'It does not open. Either the passphrase is another one, or the file was damaged on its way. Try the passphrase again, then another copy of the file. Nothing was changed.'
    case 'Damaged':
      return 'The file is damaged: what is inside cannot be read. Try another copy of it. Nothing was changed.'
    case 'NotEmpty':
      return 'This device holds training already. Come back on an empty one, or forget what is here first (Settings → Leaving). Nothing was changed.'
    case 'NotSaved':
      return `It could not be kept on this device: ${error.why}. Nothing was changed; try again.`
    default:
      return never(error)
  }
}

/** Eight words of 256 each: 64 bits, which a million rounds make dear to guess. */
export const suggestPassphrase = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map(byte => words[byte]).join(' ')

/** Letters a passphrase has at least. */
export const shortestPassphrase = 12
