/** A shared folder in memory, in which a file may still be on its way, be missing, or not be allowed any more. */
import type { Folders } from '../../core/peer/link.ts'
import type { Place } from '../../core/peer/links/folder.ts'

export type MemoryFolder = {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>
  permission: PermissionState
  /** Whether the stick is there at all. */
  there: boolean
}
const folders = new Map<string, MemoryFolder>()

/** The folder of this name, the same for everybody. */
export const memoryFolder = (name: string): MemoryFolder => {
  const folder = folders.get(name) ?? { files: new Map(), permission: 'granted', there: true }
  folders.set(name, folder)
  return folder
}

export const memoryPlace = (folder: MemoryFolder, space: string): Place => {
  const path = (...parts: readonly string[]) => [`tandem-${space}`, ...parts].join('/')
  const under = (parent: string, depth: number) => {
    if (!folder.there) throw new Error('it is not there')
    const names = [...folder.files.keys()].filter(name => name.startsWith(`${parent}/`))
    return [...new Set(names.map(name => name.split('/')[depth]!))]
  }
  return {
    devices: async () => under(path(), 1),
    files: async device => under(path(device), 2),
    read: async (device, file) => new Uint8Array(folder.files.get(path(device, file))!),
    write: async (device, file, bytes) => {
      if (!folder.there) throw new Error('it is not there')
      if (folder.files.has(path(device, file))) throw new Error('it was written once already')
      folder.files.set(path(device, file), new Uint8Array(bytes))
    },
  }
}

/** As the platform gives folders to a device; a folder is known by its name, since the store must be able to keep it. */
export const memoryFolders: Folders = {
  every: 30,
  mayUse: async chosen => memoryFolder((chosen as { readonly name: string }).name).permission,
  askToUse: async chosen => {
    memoryFolder((chosen as { readonly name: string }).name).permission = 'granted'
    return 'granted'
  },
  placeIn: (chosen, space) => memoryPlace(memoryFolder((chosen as { readonly name: string }).name), space),
}
