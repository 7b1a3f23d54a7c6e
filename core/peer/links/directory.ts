/** A directory of this machine, chosen by a person (File System Access), as a place for the folder link. */
import type { Place } from './folder.ts'

/** What TypeScript's library does not know yet of a directory a person chose. */
type Asking = {
  queryPermission?(how: { readonly mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(how: { readonly mode: 'readwrite' }): Promise<PermissionState>
}

/** A larger file is none of ours. */
const mostBytes = 128 * 1024 * 1024

/** Whether this device may write there now; `prompt` where the browser would ask the person again. */
export const mayUse = (directory: FileSystemDirectoryHandle): Promise<PermissionState> =>
  (directory as Asking).queryPermission?.({ mode: 'readwrite' }) ?? Promise.resolve('granted')

/** Asks the person; works only on their click. */
export const askToUse = (directory: FileSystemDirectoryHandle): Promise<PermissionState> =>
  (directory as Asking).requestPermission?.({ mode: 'readwrite' }) ?? Promise.resolve('granted')

/** The part of a directory that belongs to one space: `tandem-<space>/<device>/<file>`. */
export const placeIn = (directory: FileSystemDirectoryHandle, space: string): Place => {
  const own = () => directory.getDirectoryHandle(`tandem-${space}`, { create: true })
  const names = async (of: FileSystemDirectoryHandle, kind: FileSystemHandleKind): Promise<string[]> => {
    const found: string[] = []
    for await (const [name, handle] of of.entries()) if (handle.kind === kind) found.push(name)
    return found
  }
  return {
    devices: async () => names(await own(), 'directory'),
    files: async device => names(await (await own()).getDirectoryHandle(device), 'file'),
    read: async (device, file) => {
      const there = await (await own()).getDirectoryHandle(device)
      const found = await (await there.getFileHandle(file)).getFile()
      return found.size > mostBytes ? new Uint8Array() : new Uint8Array(await found.arrayBuffer())
    },
    write: async (device, file, bytes) => {
      const there = await (await own()).getDirectoryHandle(device, { create: true })
      // Why: what is written this way appears whole when it is closed, or not at all.
      const stream = await (await there.getFileHandle(file, { create: true })).createWritable()
      await stream.write(bytes)
      await stream.close()
    },
  }
}
