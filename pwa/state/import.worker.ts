/** Reads training files beside the page, so that nothing on screen waits for a file. */
import { type ByteSource, importSource, lineOf } from '../../core/import/index.ts'
import type { FromWorker, ToWorker } from './import-messages.ts'

type Scope = {
  postMessage(message: FromWorker, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void
}
const scope = self as unknown as Scope

let stopped = false

/** Minutes east of UTC at a moment, where this device is. */
const zone = (utcSeconds: number): number => -new Date(utcSeconds * 1000).getTimezoneOffset()

/** A file read piece by piece, which counts what was read. */
const sourceOf = (file: File, onRead: (bytes: number) => void): ByteSource => ({
  name: file.webkitRelativePath || file.name,
  size: file.size,
  read: async (from, to) => {
    const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer())
    onRead(bytes.length)
    return bytes
  },
})

const readAll = async ({ files, freeBytes }: Extract<ToWorker, { type: 'read' }>) => {
  let before = 0
  let filesDone = 0
  for (const file of files) {
    if (stopped) break
    let read = 0
    const bytesDone = () => before + Math.min(read, file.size)
    let told = 0
    const source = sourceOf(file, bytes => {
      read += bytes
      // Why: a big archive reads in thousands of small pieces; ten lines a second are enough for a bar.
      if (performance.now() - told < 100) return
      told = performance.now()
      scope.postMessage({ type: 'progress', bytesDone: bytesDone(), filesDone, doing: file.name })
    })
    scope.postMessage({ type: 'progress', bytesDone: before, filesDone, doing: file.name })
    for await (const report of importSource(source, { freeBytes, stopped: () => stopped, zone, withStreams: true })) {
      const { entries, streams = [] } = report
      const buffers = streams.flatMap(one => Object.values(one.streams).map(({ buffer }) => buffer))
      const line = lineOf(report)
      scope.postMessage({ type: 'report', line, entries, streams, bytesDone: bytesDone(), filesDone }, buffers)
    }
    before += file.size
    filesDone += 1
  }
  scope.postMessage({ type: 'progress', bytesDone: before, filesDone, doing: '' })
  scope.postMessage({ type: 'end', stopped })
}

scope.addEventListener('message', event => {
  if (event.data.type === 'stop') stopped = true
  else void readAll(event.data)
})
