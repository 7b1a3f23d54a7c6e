/** All files in what was dropped, also those inside folders. */

// Why: entries must be taken before the first await; the list is emptied afterwards. Where there are none (a paste), the
// plain list of files stands.
export const filesOf = async (transfer: DataTransfer): Promise<readonly File[]> => {
  const plain = [...transfer.files]
  const entries = [...transfer.items].flatMap(item => item.webkitGetAsEntry?.() ?? [])
  if (!entries.some(entry => entry.isDirectory)) return plain
  const found = await Promise.all(entries.map(filesIn))
  return found.flat()
}

const filesIn = async (entry: FileSystemEntry): Promise<readonly File[]> => {
  if (entry.isFile) return [await new Promise<File>((yes, no) => (entry as FileSystemFileEntry).file(yes, no))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((yes, no) => reader.readEntries(yes, no))
    if (some.length === 0) break
    all.push(...some)
  }
  const inside = await Promise.all(all.filter(one => !one.name.startsWith('.')).map(filesIn))
  return inside.flat()
}
