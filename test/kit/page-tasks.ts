/** What keeps a page busy, task by task: by the clock, and by the work alone, which a busy machine does not stretch. */
import type { Page } from 'playwright-core'

/** All in milliseconds; `at` since the person's last choice of files, or since the watch began where there was none. */
export type BusyTask = { readonly at: number; readonly work: number; readonly clock: number }

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

const mark = 'files chosen'
/** Chromium has called it both ways. */
const isTask = /(^|::)RunTask$/
const categories = ['toplevel', 'blink.user_timing', '__metadata']

/** Watches from now on; what it gives ends the watch and answers with the tasks longer than so many milliseconds. */
export const watchTasks = async (page: Page): Promise<(longer: number) => Promise<readonly BusyTask[]>> => {
  const devtools = await page.context().newCDPSession(page)
  const seen: TraceEvent[] = []
  devtools.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly TraceEvent[])
      if (event.ph === 'M' || event.name === mark || (event.dur ?? 0) > 5_000) seen.push(event)
  })
  await page.evaluate(name => {
    addEventListener('change', () => performance.mark(name), { capture: true, once: true })
  }, mark)
  const traceConfig = { includedCategories: categories, excludedCategories: ['*'] }
  await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  return async longer => {
    const complete = new Promise(resolve => devtools.once('Tracing.tracingComplete', resolve))
    await devtools.send('Tracing.end')
    await complete
    await devtools.detach()
    const isPage = new Set(
      seen.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
    )
    const tasks = seen.filter(({ name, ...event }) => isTask.test(name) && isPage.has(threadOf(event)))
    // Why said aloud: a watch that sees no task at all would call every page quiet.
    if (tasks.length === 0) throw new Error('the trace holds no task of the page')
    const began = seen.find(({ name }) => name === mark)?.ts ?? Math.min(...tasks.map(({ ts }) => ts))
    // Why cut: the task in which the files were chosen began with the test's handing them over.
    return tasks
      .map(({ ts, dur = 0, tdur = 0 }) => {
        const clock = Math.min(dur, ts + dur - began) / 1000
        return { at: Math.max(0, ts - began) / 1000, work: Math.min(tdur / 1000, clock), clock }
      })
      .filter(({ clock }) => clock > longer)
  }
}

const threadOf = ({ pid, tid }: Pick<TraceEvent, 'pid' | 'tid'>): string => `${pid} ${tid}`
