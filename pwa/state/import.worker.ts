/** Reads training files beside the page, so that nothing on screen waits for a file. */
import { type ByteSource, importSource, lineOf } from '../../core/import/index.ts'
import type { FromWorker, Task, ToWorker } from './import-messages.ts'

type Scope = {
  postMessage(message: FromWorker, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void
}
const scope = self as unknown as Scope

let stopped = false

/** Minutes east of UTC at a moment, where this device is. */
const zone = (utcSeconds: number): number => -new Date(utcSeconds * 1000).getTimezoneOffset()

/** A file read piece by piece, which tells how much was read. */
const sourceOf = (file: File, onRead: (bytes: number) => void): ByteSource => ({
  name: file.webkitRelativePath || file.name,
  size: file.size,
  read: async (from, to) => {
    const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer())
    onRead(bytes.length)
    return bytes
  },
})

const read = async ({ file, share, freeBytes, raceDay }: Task) => {
  let bytes = 0
  let told = 0
  const source = sourceOf(file, more => {
    bytes += more
    // Why: a big archive reads in thousands of small pieces; ten lines a second are enough for a bar.
    if (performance.now() - told < 100) return
    told = performance.now()
    scope.postMessage({ type: 'progress', bytes, doing: file.name })
  })
  const options = { freeBytes, raceDay, stopped: () => stopped, zone, withStreams: true, ...(share ? { share } : {}) }
  for await (const report of importSource(source, options)) {
    const { entries, streams = [] } = report
    const buffers = streams.flatMap(one => Object.values(one.streams).map(({ buffer }) => buffer))
    scope.postMessage({ type: 'report', line: lineOf(report), entries, streams }, buffers)
  }
  scope.postMessage({ type: 'done', stopped })
}

scope.addEventListener('message', event => {
  if (event.data.type === 'stop') stopped = true
  else void read(event.data.task)
})
