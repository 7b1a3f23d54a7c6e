/** Several workers on one list of files: all of it once, whatever stops or breaks. */
import { signal } from '@preact/signals'
import { describe, expect, test, vi } from 'vitest'
import { atOnce } from '../../core/lib/steps.ts'
import type { ImportRun } from '../../pwa/state/app.ts'
import type { Ends } from '../../pwa/state/create-app.ts'
import type { FromWorker, Task, ToWorker } from '../../pwa/state/import-messages.ts'
import { measuring, type Pool, readInPool, tasksFor, workersFor } from '../../pwa/state/import-pool.ts'
import { makeImporting } from '../../pwa/state/importing.ts'
import { fitFile, steadyRun } from '../kit/fit-file.ts'
import { openReaderThread } from '../kit/reader-thread.ts'

const file = (name: string, size = 10) => ({ name, size, webkitRelativePath: '' }) as File
const rest = { freeBytes: null, raceDay: null }

/** A worker on this thread: it reads a file a turn later, and dies of one called "bad". */
class Reader {
  onmessage: ((event: { data: FromWorker }) => void) | null = null
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null
  stopped = false
  closed = false
  postMessage(message: ToWorker) {
    if (message.type === 'stop') this.stopped = true
    else setTimeout(() => this.read(message.task))
  }
  read(task: Task) {
    if (this.closed) return
    if (task.file.name === 'bad') return this.onerror?.({ message: 'out of memory', preventDefault: () => {} })
    const line = { file: task.file.name } as never
    const report = { type: 'report' as const, task: task.id, isDone: true, line, entries: [], streams: [] }
    this.onmessage?.({ data: this.stopped ? { type: 'done', task: task.id } : report })
  }
  terminate() {
    this.closed = true
  }
}

/** `onRead`: what is done in the moment the first file is told of. */
const run = (names: readonly string[], workers: number, onRead: (pool: Pool) => void = () => {}) => {
  const opened: Reader[] = []
  const read: string[] = []
  const faults: string[] = []
  const progress: (readonly [number, number])[] = []
  const pool: Pool = readInPool({
    tasks: tasksFor(atOnce(measuring(names.map(name => file(name)))), workers, rest),
    workers,
    openWorker: () => {
      const reader = new Reader()
      opened.push(reader)
      return reader as unknown as Worker
    },
    onReport: ({ file }) => {
      if (read.push(file.name) === 1) onRead(pool)
    },
    onProgress: (bytes, tasks) => progress.push([bytes, tasks]),
    onFault: ({ file }, why) => faults.push(`${file.name}: ${why}`),
  })
  return { pool, opened, read, faults, progress }
}
const names = Array.from({ length: 20 }, (_, i) => `${i}.fit`)

describe('a pool', () => {
  test('reads every file once with no more workers than it may, and closes them', async () => {
    const { pool, opened, read, progress } = run(names, 3)
    expect(await pool.ended).toBe(false)
    expect(read.toSorted()).toEqual(names.toSorted())
    expect(opened.length).toBe(3)
    expect(opened.every(({ closed }) => closed)).toBe(true)
    expect(progress.at(-1)).toEqual([200, 20])
  })
  test('a worker that dies costs its file alone', async () => {
    const { pool, read, faults, opened } = run(['bad', ...names, 'bad'], 2)
    expect(await pool.ended).toBe(false)
    expect(read.toSorted()).toEqual(names.toSorted())
    expect(faults).toEqual(['bad: out of memory', 'bad: out of memory'])
    expect(opened.every(({ closed }) => closed)).toBe(true)
  })
  test('stopped, it takes no new file and ends', async () => {
    const { pool, read } = run(names, 2, pool => pool.stop())
    expect(await pool.ended).toBe(true)
    expect(read.length).toBeLessThan(names.length)
  })
  test('a file that is not read in time is given up and named; those after it are read', {
    timeout: 60_000,
  }, async () => {
    const heavy = new File([`<gpx>${'<wpt a=""/>'.repeat(2_500_000)}</gpx>`], 'heavy.gpx')
    const light = ['a.fit', 'b.fit'].map((name, i) => new File([fitFile({ samples: steadyRun(60 + i) })], name))
    const read: string[] = []
    const faults: [string, string | null][] = []
    const pool = readInPool({
      tasks: tasksFor(atOnce(measuring([heavy, ...light])), 1, rest),
      workers: 1,
      openWorker: openReaderThread,
      onReport: ({ file }, { line }) => read.push(`${file.name} ${line.outcome}`),
      onProgress: () => {},
      onFault: ({ file }, why) => faults.push([file.name, why]),
      longestMs: 150,
    })
    expect(await pool.ended).toBe(false)
    expect(faults).toEqual([['heavy.gpx', null]])
    expect(read).toEqual(['a.fit imported', 'b.fit imported'])
  })
  test('nothing to read ends at once', async () => expect(await run([], 2).pool.ended).toBe(false))
})

test('a large archive is one task for each worker, in parts that are all of it', () => {
  const files = [file('a.fit'), file('b.zip', 9_000_000), file('c.zip', 900)]
  const tasks = tasksFor(atOnce(measuring(files)), 3, rest)
  expect(tasks.map(({ id, file, share }) => [id, file.name, share])).toEqual([
    [0, 'a.fit', null],
    [1, 'b.zip', { nth: 0, of: 3 }],
    [2, 'b.zip', { nth: 1, of: 3 }],
    [3, 'b.zip', { nth: 2, of: 3 }],
    [4, 'c.zip', null],
  ])
  expect([workersFor(undefined), workersFor(1), workersFor(64)]).toEqual([2, 1, 8])
})

test('an import ends in a browser that does not say how much room there is', async () => {
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.reject(new TypeError('no')) } })
  const importing = signal<ImportRun | null>(null)
  const looking = { value: { content: { activities: [] }, plan: { races: [] } } }
  const ends = { importing, looking, now: { value: { day: '2026-05-04' } }, tell: () => {} } as unknown as Ends
  const importer = makeImporting({
    ends,
    openWorker: () => new Reader() as unknown as Worker,
    keep: async () => null,
    quietly: run => run(),
  })
  importer.importFiles([file('bad')])
  await vi.waitFor(() => expect(importing.value?.state).toBe('done'), 4_000)
  expect(importing.value?.reports.map(({ outcome }) => outcome)).toEqual(['refused'])
  vi.unstubAllGlobals()
})
