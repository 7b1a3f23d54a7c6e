/** Bringing activities and mornings in from intervals.icu, and writing planned sessions out: only when asked, piece by piece. */
import { err, ok, type Result } from '../../../core/lib/result.ts'
import { addDays, type Day, daysBetween } from '../../../core/model/day.ts'
import type { Session } from '../../../core/model/session.ts'
import type { Shelf } from '../preferences.ts'
import { type Api, intervalsApi, type Outside, sayApiFault } from './api.ts'
import { type Preview, previewOf, toSend } from './events.ts'

const keyKey = 'tandem/intervals-key'
const broughtKey = 'tandem/intervals-brought'
/** Days asked for at once. */
const span = 90
/** Days looked at again each time: a watch's file may come late, a morning may be corrected. */
const again = 14

/** How far it came; what is brought stays when it stops. */
export type Brought = { readonly files: readonly File[]; readonly until: Day; readonly fault: string | null }

export type IntervalsDesk = {
  /** Kept on this device alone; empty where none is. False where the browser kept nothing. */
  readonly key: () => string
  setKey(key: string): boolean
  /** The last day that was brought in, by which the next time begins; null at first. */
  readonly broughtUntil: () => Day | null
  keepBrought(day: Day): void
  /** Everything from a day up to today as files for the importer; after a fault it goes on from where it stopped. */
  bring(from: Day, today: Day, told: (done: number, of: number) => void): Promise<Brought>
  preview(sessions: readonly Session[], from: Day, to: Day): Promise<Result<Preview, string>>
  /** Writes what a preview showed; answers how many entries stand, and a sentence where it stopped. */
  write(preview: Preview): Promise<{ readonly written: number; readonly fault: string | null }>
}

/** Where a bringing starts: where the last one ended, less what may still have changed; else what was asked. */
export const beginAt = (asked: Day, until: Day | null): Day => {
  const resumed = until === null ? asked : addDays(until, -again)
  return resumed > asked ? resumed : asked
}

const spansOf = (from: Day, to: Day): readonly { readonly first: Day; readonly last: Day }[] =>
  Array.from({ length: Math.max(0, Math.ceil((daysBetween(from, to) + 1) / span)) }, (_, i) => {
    const last = addDays(from, (i + 1) * span - 1)
    return { first: addDays(from, i * span), last: last > to ? to : last }
  })

const fileOf = (kind: string, day: Day, text: string): readonly File[] =>
  /^\s*\[\s*\]\s*$/.test(text) ? [] : [new File([text], `intervals.icu ${kind} from ${day}.json`)]

const bringFrom = async (
  api: Api,
  from: Day,
  today: Day,
  told: (done: number, of: number) => void,
): Promise<Brought> => {
  const files: File[] = []
  let until = from
  const spans = spansOf(from, today)
  for (const [i, { first, last }] of spans.entries()) {
    const range = `oldest=${first}&newest=${last}`
    const activities = await api.get(`activities?${range}`)
    if (!activities.ok) return { files, until, fault: sayApiFault(activities.error) }
    const wellness = await api.get(`wellness?${range}`)
    if (!wellness.ok) return { files, until, fault: sayApiFault(wellness.error) }
    files.push(...fileOf('activities', first, activities.value), ...fileOf('mornings', first, wellness.value))
    until = last
    told(i + 1, spans.length)
  }
  return { files, until, fault: null }
}

export const makeIntervals = (shelf: Shelf, outside: Outside): IntervalsDesk => {
  const read = (name: string): string => {
    try {
      return shelf.getItem(name) ?? ''
    } catch {
      return ''
    }
  }
  const keep = (name: string, value: string): boolean => {
    try {
      shelf.setItem(name, value)
      return true
    } catch {
      return false
    }
  }
  const key = () => read(keyKey)
  const api = () => intervalsApi(key(), outside)
  const broughtUntil = (): Day | null => {
    const kept = read(broughtKey)
    return /^\d{4}-\d{2}-\d{2}$/.test(kept) ? (kept as Day) : null
  }
  return {
    key,
    setKey: value => keep(keyKey, value.trim()),
    broughtUntil,
    keepBrought: day => void keep(broughtKey, day),
    bring: (from, today, told) => bringFrom(api(), beginAt(from, broughtUntil()), today, told),
    preview: async (sessions, from, to) => {
      const told = await api().get(`events?oldest=${from}&newest=${to}`)
      if (!told.ok) return err(sayApiFault(told.error))
      const preview = previewOf(toSend(sessions, from, to), told.value)
      return preview.ok ? ok(preview.value) : err(sayApiFault({ type: 'Unexpected', what: preview.error }))
    },
    write: async ({ create, change }) => {
      const to = api()
      let written = 0
      const all = [
        ...create.map(event => ['POST', 'events', event] as const),
        ...change.map(({ at, event }) => ['PUT', `events/${encodeURIComponent(at)}`, event] as const),
      ]
      for (const [method, path, event] of all) {
        const done = await to.send(method, path, event)
        if (!done.ok) return { written, fault: sayApiFault(done.error) }
        written += 1
      }
      return { written, fault: null }
    },
  }
}

/** The desk as the app has it, on the real address. */
export const intervalsOn = (shelf: Shelf): IntervalsDesk =>
  makeIntervals(shelf, {
    origin: 'https://intervals.icu',
    fetch: (url, init) => fetch(url, init),
    wait: ms => new Promise(done => setTimeout(done, ms)),
  })
