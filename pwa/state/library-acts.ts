/** What a coach does in the library: keeps an entry, and takes one away, with undo. */
import type { LibraryItem } from '../../core/model/library.ts'
import { keepInLibrary } from '../../core/peer/library.ts'
import type { Doing } from './doing.ts'
import type { LibraryDraft, WritingActions } from './writing-desk.ts'

export const libraryActs = ({
  ends,
  device,
  write,
}: Doing): Pick<WritingActions, 'keepInLibrary' | 'removeFromLibrary'> => {
  const stamped = (item: LibraryDraft): LibraryItem => ({ ...item, by: device.person.id, at: ends.now.value.at })
  const keep = (items: readonly LibraryItem[], says: string | null, undo?: () => void) =>
    write(space => keepInLibrary(space, device.spaces, items), says, undo)
  return {
    keepInLibrary: (items, says) => keep(items.map(stamped), says),
    removeFromLibrary: item =>
      keep([{ ...stamped(item), removed: true }], `Taken out of the library: ${item.name}`, () => {
        const { removed: _, ...back } = item
        // Why: later than what took it away, which would count otherwise.
        void keep([{ ...stamped(back), at: ends.now.value.at + 1 }], null)
      }),
  }
}
