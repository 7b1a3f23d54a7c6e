/** The links as the platform has them, and how long a device waits before it acts and how hard a passphrase is to guess; a test puts its own in their place. */
import type { Inside } from './link.ts'
import { askToUse, mayUse, placeIn } from './links/directory.ts'
import { connectWebrtc } from './links/webrtc.ts'
import { usualRounds } from './recovery-file.ts'

export const outside: Inside = {
  connect: connectWebrtc,
  folder: {
    mayUse: folder => mayUse(folder as FileSystemDirectoryHandle),
    askToUse: folder => askToUse(folder as FileSystemDirectoryHandle),
    every: 4_000,
    placeIn: (folder, space) => placeIn(folder as FileSystemDirectoryHandle, space),
  },
  needsRendezvous: true,
  gather: 300,
  acknowledge: 1_000,
  rest: 400,
  whenFree: async () => {},
  whenShown: async () => {},
  leads: true,
  rounds: usualRounds,
}
