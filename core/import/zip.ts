/** An archive of training files: an account's export, or a folder somebody packed. */
import { configure, type FileEntry, Reader, Writer, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js'
import { err, ok } from '../lib/result.ts'
import {
  type ByteSource,
  bombRatio,
  deepest,
  type Example,
  type FileReport,
  fileLimit,
  type ImportContext,
  type ImportError,
  type Importer,
  isNamed,
  isShared,
  refused,
  skipped,
  sourceOf,
  startsWith,
  type Unpacked,
} from './importer.ts'

configure({ useWebWorkers: false })

/** An archive that was compressed inside an archive is held whole while it is read, so it may be no larger. */
const innerLimit = 256 * 1024 * 1024
const mostEntries = 100_000

async function* read(source: ByteSource, context: ImportContext): AsyncGenerator<FileReport> {
  const { name, size } = source
  if (context.depth >= deepest) return yield refused(name, { type: 'NestedTooDeep' })
  if (context.depth > 0 && size > innerLimit) return yield refused(name, { type: 'TooLarge', size, limit: innerLimit })
  const entries = await entriesOf(source)
  if (!entries) return yield refused(name, { type: 'Damaged' })
  const needs = entries.filter(mayHoldTraining).reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (needs > context.room.left)
    return yield refused(name, { type: 'NotEnoughRoom', needs, free: context.freeBytes ?? 0 })
  const table = entries.find(entry => /^([^/]+\/)?activities\.csv$/i.test(entry.filename))
  if (entries.length === 0) return yield refused(name, { type: 'NothingInside' })
  yield* table ? readExport(name, entries, table, context) : readAll(name, entries, context)
}

async function* readAll(
  archive: string,
  entries: readonly FileEntry[],
  { share, ...context }: ImportContext,
): AsyncGenerator<FileReport> {
  // Why by size: so that the parts are alike in work. What lies inside an archive inside belongs to one part whole.
  const inParts = share ? entries.toSorted((a, b) => b.compressedSize - a.compressedSize) : entries
  for (const entry of inParts.filter((_, at) => isShared(share, at))) {
    if (context.stopped()) return
    const name = nameIn(archive, entry)
    const fault = faultOf(entry)
    if (fault) yield refused(name, fault)
    else if (!mayHoldTraining(entry)) yield skipped(name, { type: 'UnknownFormat' })
    else {
      const unpacked = await unpack(name, entry, context)
      if (unpacked.ok) yield* besides(context.open(unpacked.value, { ...context, depth: context.depth + 1 }))
      else yield refused(name, unpacked.error)
    }
  }
}

// Why: an account's export holds hundreds of lists that are no training; nobody asked to read them.
async function* besides(reports: AsyncGenerator<FileReport>): AsyncGenerator<FileReport> {
  for await (const report of reports)
    yield report.why?.type === 'UnknownFormat' ? { ...report, outcome: 'skipped' } : report
}

/** An account's export: its table leads to the files; those it does not name are read after it, pictures are not. */
async function* readExport(
  archive: string,
  entries: readonly FileEntry[],
  table: FileEntry,
  context: ImportContext,
): AsyncGenerator<FileReport> {
  const folder = table.filename.slice(0, table.filename.lastIndexOf('/') + 1)
  const byPath = new Map(entries.map(entry => [entry.filename, entry]))
  const claimed = new Set<FileEntry>([table])
  const claim = (path: string): FileEntry | undefined => {
    const entry = byPath.get(folder + path)
    if (entry) claimed.add(entry)
    return entry
  }
  const beside = (path: string): Promise<Unpacked> | undefined => {
    const entry = claim(path)
    return entry && unpack(nameIn(archive, entry), entry, context)
  }
  const fault = faultOf(table)
  const unpacked = fault ? err(fault) : await unpack(nameIn(archive, table), table, context)
  if (unpacked.ok) yield* context.open(unpacked.value, { ...context, depth: context.depth + 1, beside, leave: claim })
  else yield refused(nameIn(archive, table), unpacked.error)
  const activities = `${folder}activities/`
  yield* readAll(
    archive,
    entries.filter(entry => !claimed.has(entry) && (entry.filename.startsWith(activities) || faultOf(entry))),
    context,
  )
}

const nameIn = (archive: string, entry: FileEntry): string => `${archive} › ${entry.filename}`

const isLeftover = (path: string): boolean => /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(path)

const endings = ['.fit', '.gpx', '.tcx', '.csv', '.tsv', '.json', '.ics', '.yaml', '.yml', '.gz', '.zip'] as const
/** Only what its name says may hold training is unpacked at all; a name without any ending may. */
const mayHoldTraining = ({ filename }: FileEntry): boolean =>
  endings.some(ending => isNamed(filename, ending)) || !/\.[^/]*$/.test(filename)

/** What its entry in the directory already says against a file, before a byte of it is unpacked. */
const faultOf = (entry: FileEntry): ImportError | null => {
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (ratio > bombRatio) return { type: 'Bomb', ratio: Math.round(ratio) }
  if (entry.encrypted) return { type: 'Encrypted' }
  const limit = isNamed(entry.filename, '.zip') ? innerLimit : fileLimit
  if (mayHoldTraining(entry) && entry.uncompressedSize > limit)
    return { type: 'TooLarge', size: entry.uncompressedSize, limit }
  return null
}

/** The files of the directory at the archive's end, or undefined where it cannot be read. */
const entriesOf = async (source: ByteSource): Promise<readonly FileEntry[] | undefined> => {
  const entries: FileEntry[] = []
  // Why: an object with the reader's two members, so that the file is read where the directory points and nowhere else.
  const reader = Object.assign(new Reader<ByteSource>(source), {
    size: source.size,
    readUint8Array: (at: number, length: number) => source.read(at, Math.min(source.size, at + length)),
  })
  try {
    for await (const entry of new ZipReader(reader).getEntriesGenerator()) {
      if (entries.length >= mostEntries) return undefined
      if (!entry.directory && !isLeftover(entry.filename)) entries.push(entry)
    }
    return entries
  } catch {
    return undefined
  }
}

/** Takes one file out, and stops as soon as it turns out larger than it said, than a recording, or than the room left. */
const unpack = async (name: string, entry: FileEntry, { room, freeBytes }: ImportContext): Promise<Unpacked> => {
  const fault = faultOf(entry)
  if (fault) return err(fault)
  // Why at once in full: pieces that are joined in the end take the room twice. A directory that lies is caught below.
  const whole = new Uint8Array(entry.uncompressedSize)
  let size = 0
  let tooMuch: ImportError | undefined
  const writer = Object.assign(new Writer<null>(), {
    writeUint8Array: (piece: Uint8Array) => {
      size += piece.length
      const ratio = size / Math.max(1, entry.compressedSize)
      if (ratio > bombRatio) tooMuch = { type: 'Bomb', ratio: Math.round(ratio) }
      else if (size > room.left) tooMuch = { type: 'NotEnoughRoom', needs: size, free: freeBytes ?? 0 }
      else if (size > whole.length) tooMuch = { type: 'Damaged' }
      if (tooMuch) return Promise.reject(tooMuch)
      whole.set(piece, size - piece.length)
      return Promise.resolve()
    },
    getData: () => Promise.resolve(null),
  })
  try {
    await entry.getData(writer, { checkOverlappingEntry: true })
  } catch {
    return err(tooMuch ?? { type: entry.encrypted ? 'Encrypted' : 'Damaged' })
  }
  room.left -= size
  return ok(sourceOf(name, whole.subarray(0, size)))
}

export const importer: Importer = {
  id: 'zip',
  title: 'Archive',
  recognises: head => startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6),
  read,
}

export const examples: readonly Example[] = [
  { name: 'an archive', file: 'export.zip', head: [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0] },
  { name: 'an archive with nothing in it', file: 'export.zip', head: [0x50, 0x4b, 5, 6, 0, 0, 0, 0] },
  { name: 'an archive under another name', file: 'files.bin', head: [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0] },
]
