/** Reads training files beside the page, so that nothing on screen waits for a file. */
import { type ByteSource, importSource, lineOf } from '../../core/import/index.ts'
import { packed } from '../../core/model/packed-streams.ts'
import { type FromWorker, isArchive, type Task, type Told, type ToWorker } from './import-messages.ts'

type Scope = {
  postMessage(message: FromWorker, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void
}
const scope = self as unknown as Scope

let stopped = false
/** When the page last heard how far a file has been read. */
let told = 0

/** Minutes east of UTC at a moment, where this device is. */
const zone = (utcSeconds: number): number => -new Date(utcSeconds * 1000).getTimezoneOffset()

/** A file up to this size is asked for once: each asking is a way to another process and back. */
const atOnceBytes = 1_000_000

/** A file read piece by piece, or at once where it is small, which tells how much was read. */
const sourceOf = (file: File, onRead: (bytes: number) => void): ByteSource => {
  let whole: Promise<Uint8Array> | undefined
  // Why once: each time it is asked, the browser's own process looks it up again.
  const { size } = file
  const take = async (from: number, to: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer())
    onRead(bytes.length)
    return bytes
  }
  // Why not a slice of all of it: each slice is a file of its own, which the browser's own process has to register first.
  const takeAll = async (): Promise<Uint8Array> => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    onRead(bytes.length)
    return bytes
  }
  return {
    name: file.webkitRelativePath || file.name,
    size,
    read: async (from, to) => {
      if (size > atOnceBytes) return take(from, to)
      whole ??= takeAll()
      return (await whole).subarray(from, to)
    },
  }
}

const read = async ({ id, file, share, freeBytes, raceDay }: Task) => {
  let bytes = 0
  const source = sourceOf(file, more => {
    bytes += more
    // Why: a big archive reads in thousands of small pieces; ten lines a second are enough for a bar.
    if (performance.now() - told < 100) return
    told = performance.now()
    scope.postMessage({ type: 'progress', task: id, bytes, doing: file.name })
  })
  const options = { freeBytes, raceDay, stopped: () => stopped, zone, withStreams: true, ...(share ? { share } : {}) }
  let last: { readonly told: Told; readonly buffers: Transferable[] } | undefined
  const tell = (isDone: boolean) => {
    if (last) scope.postMessage({ type: 'report', task: id, isDone, ...last.told }, last.buffers)
    else if (isDone) scope.postMessage({ type: 'done', task: id })
    last = undefined
  }
  for await (const report of importSource(source, options)) {
    tell(false)
    const streams = (report.streams ?? []).map(packed)
    const buffers = streams.map(one => one.packed.buffer)
    last = { told: { line: lineOf(report), entries: report.entries, streams }, buffers }
    // Why not at once of every file: most give one report, and then the page hears once of it, and not twice.
    if (isArchive(file)) tell(false)
  }
  tell(true)
}

scope.addEventListener('message', event => {
  if (event.data.type === 'stop') stopped = true
  else void read(event.data.task)
})

scope.postMessage({ type: 'ready' })
