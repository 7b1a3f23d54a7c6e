/** Where the person's work stands, said so that nothing sounds safer than it is. */
import type { SpaceStatus } from '../../core/peer/api.ts'
import type { IconName } from './icon.tsx'

export type SyncWords = {
  readonly word: string
  readonly says: string
  readonly icon: IconName
  readonly tone: 'good' | 'quiet' | 'bad'
}

/** `online` is what the device says of its own network; `others` how many devices of other people or mine there are. */
export const syncWords = (status: SpaceStatus, online: boolean, others: number): SyncWords => {
  if (status.saved === 'not-saved')
    return {
      word: 'Not saved',
      says: status.notSavedWhy ?? 'This device could not keep it.',
      icon: 'warning',
      tone: 'bad',
    }
  if (status.saved === 'saving')
    return { word: 'Saving', says: 'Being written to this device.', icon: 'sync', tone: 'quiet' }
  if (others === 0)
    return { word: 'Saved', says: 'On this device alone; nobody else is linked yet.', icon: 'check', tone: 'quiet' }
  if (!status.beside && (!online || status.link === 'off'))
    return {
      word: 'Offline',
      says: 'Saved on this device. It travels when a link is there again.',
      icon: 'offline',
      tone: 'quiet',
    }
  if (!status.beside && status.link === 'searching')
    return { word: 'Searching', says: 'Saved on this device. Looking for the others.', icon: 'sync', tone: 'quiet' }
  const all = status.acknowledgedBy.length >= others
  return {
    word: 'Linked',
    says: all
      ? 'Saved here, and every other device has it.'
      : `Saved here; ${status.acknowledgedBy.length} of ${others} other devices have confirmed it.`,
    icon: all ? 'check' : 'sync',
    tone: 'good',
  }
}
