/** Several workers on one list of files: each takes the next when it is done, and one that breaks costs one file. */
import type { Steps } from '../../core/lib/steps.ts'
import { type FromWorker, isArchive, type Task, type Told, type ToWorker } from './import-messages.ts'

/** No more at once: each holds a file and what comes out of it in memory. */
const mostWorkers = 8
/**
 * A reader that tells of no file for so long (ms) does not answer any more: it is ended, and the file it was at is named.
 * No file that people record takes a tenth of it.
 */
export const longestMs = 10_000
/** How often (ms) that is looked at. */
const lookEveryMs = 1_000

/** So many files are with one worker: while one is read from the disk another is worked on. */
const atOnce = 2
/** An archive from this size on is read by several at once, each a part of what is in it. */
const sharedBytes = 2_000_000

export type Pool = {
  /** Whether it was stopped before its end. */
  readonly ended: Promise<boolean>
  stop(): void
}

type Given = {
  readonly tasks: readonly Task[]
  readonly workers: number
  readonly openWorker: () => Worker
  readonly onReport: (task: Task, told: Told) => void
  readonly onProgress: (bytesDone: number, tasksDone: number, doing: string) => void
  readonly longestMs?: number
  /** A worker died on this task, saying why; or (null) it did not answer in time. */
  readonly onFault: (task: Task, why: string | null) => void
}

/** A file and how many bytes it had when it was chosen. */
type Chosen = { readonly file: File; readonly size: number }

/** Why in steps: the page stands still while the browser's own process looks each size up. */
export function* measuring(files: readonly File[]): Steps<readonly Chosen[]> {
  const chosen: Chosen[] = []
  for (const file of files) {
    chosen.push({ file, size: file.size })
    yield
  }
  return chosen
}

/** As many as the device has cores, within bounds. */
export const workersFor = (cores: number | undefined): number => Math.max(1, Math.min(mostWorkers, cores ?? 2))

/** The files as tasks in their order; a large archive as one for each worker. */
export const tasksFor = (
  chosen: readonly Chosen[],
  workers: number,
  rest: Pick<Task, 'freeBytes' | 'raceDay'>,
): readonly Task[] =>
  chosen
    .flatMap(({ file, size }) => {
      const parts = size >= sharedBytes && isArchive(file) ? workers : 1
      return Array.from({ length: parts }, (_, nth) => ({
        file,
        bytes: size / parts,
        share: parts === 1 ? null : { nth, of: parts },
      }))
    })
    .map((task, id) => ({ ...task, ...rest, id }))

export const readInPool = ({ tasks, workers, openWorker, onReport, onProgress, onFault, ...given }: Given): Pool => {
  const patience = given.longestMs ?? longestMs
  const open = new Set<Worker>()
  const underway = new Map<number, number>()
  /** Taken back from a worker that died. */
  const again: Task[] = []
  let next = 0
  let isStopped = false
  let bytesBefore = 0
  let tasksDone = 0
  let resolve: (isStopped: boolean) => void = () => {}
  const ended = new Promise<boolean>(done => {
    resolve = done
  })

  const progress = (doing: string) => {
    const now = [...underway.values()].reduce((sum, bytes) => sum + bytes, 0)
    onProgress(bytesBefore + now, tasksDone, doing)
  }
  const finish = (task: Task) => {
    underway.delete(task.id)
    bytesBefore += task.bytes
    tasksDone += 1
    progress(task.file.name)
  }
  const close = (worker: Worker, watch: ReturnType<typeof setInterval>) => {
    clearInterval(watch)
    worker.terminate()
    open.delete(worker)
    if (open.size === 0) resolve(isStopped)
  }
  const start = () => {
    const worker = openWorker()
    const inHand = new Map<number, Task>()
    /** For how long it has told of no file; null as long as it has not begun. */
    let silentMs: number | null = null
    open.add(worker)
    /** Gives it its next tasks, so many that it need not wait for the page between two files. */
    const give = () => {
      while (inHand.size < atOnce && !isStopped) {
        const task = again.shift() ?? tasks[next++]
        if (task === undefined) break
        inHand.set(task.id, task)
        underway.set(task.id, 0)
        worker.postMessage({ type: 'read', task } satisfies ToWorker)
      }
      if (inHand.size === 0) close(worker, watch)
    }
    const giveUp = (why: string | null) => {
      // Why the first: it has been read longest. Where it was another one, that one will be the first next time.
      const [broken, ...others] = inHand.values()
      if (broken) {
        onFault(broken, why)
        finish(broken)
      }
      again.push(...others)
      // Why the new one before the old is closed: the last to close ends the whole.
      if (!isStopped && (again.length > 0 || next < tasks.length)) start()
      close(worker, watch)
    }
    // Why counted in looks and not by the clock: a machine that slept has not been reading.
    const every = Math.min(lookEveryMs, patience / 4)
    const watch = setInterval(() => {
      if (silentMs === null) return
      silentMs += every
      if (silentMs > patience) giveUp(null)
    }, every)
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'ready') {
        silentMs = 0
        return
      }
      const task = inHand.get(data.task)
      if (task === undefined) return
      // Why an archive may: a large one is unpacked before the first of its files is told of.
      if (data.type !== 'progress' || isArchive(task.file)) silentMs = 0
      if (data.type === 'report') onReport(task, data)
      else if (data.type === 'progress') {
        underway.set(task.id, Math.min(task.bytes, data.bytes))
        progress(data.doing)
      }
      if (data.type === 'progress' || (data.type === 'report' && !data.isDone)) return
      inHand.delete(task.id)
      finish(task)
      give()
    }
    worker.onerror = event => {
      event.preventDefault()
      giveUp(event.message)
    }
    give()
  }
  const count = Math.min(workers, tasks.length)
  for (let i = 0; i < count; i++) start()
  if (count === 0) resolve(false)

  return {
    ended,
    stop: () => {
      isStopped = true
      for (const worker of open) worker.postMessage({ type: 'stop' } satisfies ToWorker)
    },
  }
}
