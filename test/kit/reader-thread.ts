/** The app's own reading worker in a thread of Node: what a browser runs, given what a browser gives it. */
import { pathToFileURL } from 'node:url'
import { Worker as Thread } from 'node:worker_threads'
import type { ToWorker } from '../../pwa/state/import-messages.ts'

const reader = pathToFileURL('pwa/state/import.worker.ts').href

/** A browser's worker has `self`, and is handed files whole; between threads their bytes go. */
const around = `
  const { parentPort } = require('node:worker_threads')
  const asFile = ({ name, bytes }) => new File([bytes], name)
  const given = message =>
    message.type === 'read' ? { ...message, task: { ...message.task, file: asFile(message.task.file) } } : message
  globalThis.self = {
    postMessage: (message, transfer) => parentPort.postMessage(message, transfer),
    addEventListener: (_, listener) => parentPort.on('message', message => listener({ data: given(message) })),
  }
  import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(reader)})))
`

export const openReaderThread = (): Worker => {
  const thread = new Thread(around, { eval: true })
  const worker = {
    onmessage: null as ((event: { readonly data: unknown }) => void) | null,
    onerror: null as ((event: { readonly message: string; preventDefault(): void }) => void) | null,
    postMessage: async (message: ToWorker) => {
      if (message.type === 'stop') return thread.postMessage(message)
      const { file, ...task } = message.task
      const bytes = new Uint8Array(await file.arrayBuffer())
      thread.postMessage({ ...message, task: { ...task, file: { name: file.name, bytes } } })
    },
    terminate: () => void thread.terminate(),
  }
  thread.on('message', data => worker.onmessage?.({ data }))
  thread.on('error', ({ message }) => worker.onerror?.({ message, preventDefault: () => {} }))
  return worker as unknown as Worker
}
