/** What views are given of files that travel by hand: packed for somebody, taken in, and a folder as a link. */
import type { PersonId } from '../../core/model/ids.ts'
import type { Did } from './app.ts'

/** A file for somebody, ready to be kept; `text` is the same as a text file, where only those may travel. */
export type ParcelFile = {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly text: File
  readonly pieces: number
}

export type Parcels = {
  /** What a person's devices have not confirmed yet, or everything of the space (null); null where the space is gone. */
  pack(space: string, person: PersonId | null): Promise<ParcelFile | null>
  /** Takes files in and says of each what it brought. */
  receive(files: readonly File[]): Promise<void>
  /** The same from a pasted text; false where it is none. */
  receiveText(text: string): Promise<boolean>
  /** Lets the person choose a folder as a link; a sentence where that failed. */
  chooseFolder(space: string): Did
  leaveFolder(space: string): Did
}
