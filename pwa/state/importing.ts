/** Bringing files in: progress that tells the truth, a stop that keeps what is done, and every file accounted for. */
import { type Arrival, tellingMerges } from '../../core/history/history.ts'
import { activitiesIn, type Entry, lineOf } from '../../core/import/index.ts'
import type { Day } from '../../core/model/day.ts'
import type { PackedRecording } from '../../core/model/packed-streams.ts'
import type { FileReport, ImportRun, Looking } from './app.ts'
import type { Ends } from './create-app.ts'
import type { Task } from './import-messages.ts'
import { measuring, type Pool, readInPool, tasksFor, workersFor } from './import-pool.ts'
import { inSlices } from './slices.ts'

type Given = {
  readonly ends: Ends
  readonly openWorker: () => Worker
  /** Keeps entries with the athlete looked at; a sentence where that failed. */
  readonly keep: (
    looking: Looking,
    entries: readonly Entry[],
    streams: readonly PackedRecording[],
  ) => Promise<string | null>
  /** Shows nothing new of the athlete while this runs: what is being filled is read once, when it is full. */
  readonly quietly: <T>(run: () => Promise<T>) => Promise<T>
}

/** So many entries are kept at once: each keeping waits for the disk several times, whatever it holds … */
const batch = 100
/** … and after so long (ms) what there is, so that a window that is closed loses a moment's work. */
const longestUnkeptMs = 1_500
/** The bar moves ten times a second. */
const betweenMs = 100

const freeBytes = async (): Promise<number | null> => {
  // Why: a browser may refuse to say; an import runs all the same.
  const told = await navigator.storage?.estimate?.().catch(() => undefined)
  return told?.quota === undefined ? null : Math.max(0, told.quota - (told.usage ?? 0))
}

const nextRace = ({ plan }: Looking, today: Day): Day | null =>
  plan.races
    .map(({ day }) => day)
    .filter(day => day >= today)
    .toSorted()[0] ?? null

/** Lines in the order of the files, and those that every part of one archive said once. */
const inOrder = (arrivals: readonly (Arrival & { readonly task: Task })[]): readonly Arrival[] => {
  const said = new Set<string>()
  return arrivals
    .toSorted((a, b) => a.task.id - b.task.id)
    .filter(({ task, line, activities }) => {
      if (task.share === null || activities.length > 0) return true
      const key = `${task.file.name}\n${line.file}\n${line.outcome}\n${line.reason}`
      const isNew = !said.has(key)
      said.add(key)
      return isNew
    })
}

export const makeImporting = ({ ends, openWorker, keep, quietly }: Given) => {
  let pool: Pool | null = null
  let isRunning = false
  let isStopped = false

  const run = async (files: readonly File[], looking: Looking) => {
    const startedAt = Date.now()
    const before = looking.content.activities
    const arrivals: (Arrival & { readonly task: Task })[] = []
    let waiting: Entry[] = []
    let along: PackedRecording[] = []
    let keeping = Promise.resolve<string | null>(null)
    let shownAt = 0
    let keptAt = Date.now()
    const update = (part: Partial<ImportRun>) => {
      const { value } = ends.importing
      if (value) ends.importing.value = { ...value, ...part, tookMs: Date.now() - startedAt }
    }
    const flush = () => {
      const some = waiting
      const recorded = along
      waiting = []
      along = []
      keptAt = Date.now()
      if (some.length > 0) keeping = keeping.then(async wrong => (await keep(looking, some, recorded)) ?? wrong)
    }
    const doing = files[0]?.name ?? ''
    const blank = { filesDone: 0, bytes: 0, bytesDone: 0, startedAt, tookMs: 0, doing, reports: [] }
    ends.importing.value = { state: 'running', files: files.length, ...blank }
    const chosen = (await inSlices(measuring(files))) ?? []
    update({ bytes: chosen.reduce((sum, { size }) => sum + size, 0) })
    const workers = workersFor(navigator.hardwareConcurrency)
    const raceDay = nextRace(looking, ends.now.value.day)
    const tasks = tasksFor(chosen, workers, { freeBytes: await freeBytes(), raceDay })
    const reading = readInPool({
      tasks,
      workers,
      openWorker,
      onReport: (task, { line, entries, streams }) => {
        arrivals.push({ task, line, activities: activitiesIn({ entries }) })
        waiting.push(...entries)
        along.push(...streams)
        if (waiting.length >= batch || Date.now() - keptAt > longestUnkeptMs) flush()
      },
      onProgress: (bytesDone, tasksDone, doing) => {
        if (Date.now() - shownAt < betweenMs && tasksDone < tasks.length) return
        shownAt = Date.now()
        const filesDone = Math.floor((tasksDone / tasks.length) * files.length)
        update({ bytesDone: Math.round(bytesDone), filesDone, doing: tasksDone < tasks.length ? doing : 'Keeping it' })
      },
      onFault: (task, why) => arrivals.push({ task, line: broken(task.file, why), activities: [] }),
    })
    pool = reading
    if (isStopped) reading.stop()
    const stopped = await reading.ended
    flush()
    const wrong = await keeping
    if (wrong !== null) ends.tell({ says: wrong, bad: true, undo: null })
    const reports = (await inSlices(tellingMerges(inOrder(arrivals), before))) ?? []
    update({ state: stopped ? 'cancelled' : 'done', reports, doing: '' })
    // Why: once there is something to lose, the browser is asked not to clear it by itself.
    if (before.length === 0 && arrivals.some(({ activities }) => activities.length > 0))
      await navigator.storage?.persist?.()
  }

  return {
    importFiles: (files: readonly File[]) => {
      const looking = ends.looking.value
      if (!looking || files.length === 0) return
      if (isRunning)
        return void ends.tell({ says: 'An import is running. Try again when it has ended.', bad: true, undo: null })
      isRunning = true
      isStopped = false
      void quietly(() => run(files, looking)).finally(() => {
        isRunning = false
        pool = null
      })
    },
    cancelImport: () => {
      isStopped = true
      pool?.stop()
    },
  }
}

const broken = (file: File, why: string | null): FileReport => {
  const name = file.webkitRelativePath || file.name
  const type = why === null ? 'TookTooLong' : 'NotReadable'
  const line = lineOf({ file: name, format: null, outcome: 'refused', entries: [], why: { type } })
  if (why === null) return line
  const stopped = why || 'the reader could not start'
  return { ...line, why: `Reading stopped (${stopped}). The other files are kept; try this one again.` }
}
