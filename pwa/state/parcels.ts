/** Files between two people's devices: packed for one person or whole, taken in, and said in a sentence. */
import type { PersonId } from '../../core/model/ids.ts'
import type { Device, Received, ReceiveError } from '../../core/peer/api.ts'
import { looksLikeParcel, parcelToText } from '../../core/peer/parcel.ts'
import type { Ends } from './create-app.ts'
import type { ParcelFile, Parcels } from './parcel-desk.ts'

const pieces = (count: number): string => `${count} ${count === 1 ? 'piece' : 'pieces'}`

/** What a file brought, in a sentence or three. */
export const sayReceived = ({ fresh, held, missing }: Received): string =>
  [
    fresh > 0 ? `${pieces(fresh)} from the file ${fresh === 1 ? 'is' : 'are'} new here.` : '',
    held > 0 ? `${pieces(held)} did not pass the checks and ${held === 1 ? 'changes' : 'change'} nothing.` : '',
    missing.length > 0
      ? 'The file goes on from something this device does not have yet: ask for a file with everything.'
      : '',
    fresh + held + missing.length === 0 ? 'Everything in this file was here already; nothing changed.' : '',
  ]
    .filter(Boolean)
    .join(' ')

export const sayNotReceived = (error: ReceiveError): string => {
  switch (error.type) {
    case 'NotAParcel':
      return 'This is not a file another Tandem packed.'
    case 'CutShort':
      return 'The file ends too early. It may have been cut on its way; ask for it again.'
    case 'NotHere':
      return 'The file belongs to an athlete who is not on this device.'
    case 'NotSaved':
      return `What the file brought could not be stored here (${error.why}). Free some space and open it again.`
  }
}

type Picking = { showDirectoryPicker?(how: object): Promise<FileSystemDirectoryHandle> }

/** The folder a person chose; null where they closed the window, a sentence where it cannot be had. */
const pickFolder = async (): Promise<FileSystemDirectoryHandle | string | null> => {
  const { showDirectoryPicker } = globalThis as Picking
  if (showDirectoryPicker === undefined) return 'This browser cannot keep a folder; Chrome and Edge on a computer can.'
  try {
    return await showDirectoryPicker.call(globalThis, { id: 'tandem', mode: 'readwrite' })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return name === 'AbortError' ? null : `The folder could not be opened (${name}). Choose another one.`
  }
}

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

export const makeParcels = (ends: Ends, device: Device): Parcels => {
  const useFolder = async (space: string, folder: FileSystemDirectoryHandle | null) => {
    const why = await (await device.open(space))?.useFolder(folder)
    return why ? `It could not be kept: ${why}.` : null
  }
  const take = async (file: File): Promise<void> => {
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null)
      return void ends.tell({ says: `${file.name} could not be read. Open it once more.`, bad: true, undo: null })
    const received = await device.receive(new Uint8Array(bytes))
    const bad = !received.ok || received.value.held + received.value.missing.length > 0
    const says = received.ok ? sayReceived(received.value) : sayNotReceived(received.error)
    ends.tell({ says, bad, undo: null })
  }
  return {
    pack: async (space: string, person: PersonId | null): Promise<ParcelFile | null> => {
      const found = await device.open(space)
      if (found === null) return null
      const packed = await found.pack(person)
      const name = found.members.find(member => member.person === person)?.name ?? 'everything'
      const file = `tandem-${plainName(name) || 'file'}-${ends.now.value.day}.tandem`
      const text = new File([parcelToText(packed.bytes)], `${file}.txt`, { type: 'text/plain' })
      return { name: file, text, ...packed }
    },
    receive: async files => {
      for (const file of files) await take(file)
    },
    receiveText: async text => {
      const bytes = new TextEncoder().encode(text.trim())
      if (!looksLikeParcel(bytes)) return false
      await take(new File([bytes], 'pasted.tandem.txt'))
      return true
    },
    chooseFolder: async space => {
      const picked = await pickFolder()
      return picked === null || typeof picked === 'string' ? picked : useFolder(space, picked)
    },
    leaveFolder: space => useFolder(space, null),
  }
}
