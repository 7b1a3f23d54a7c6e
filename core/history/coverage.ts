/** Rest or silence: which days a source has spoken for, so that a gap in the data never passes for a rest day. */
import type { Activity } from '../model/activity.ts'
import { type Day, type DayNumber, dayNumber } from '../model/day.ts'

/** From the first to the last day that one kind of source delivered something for. */
export type Span = { readonly source: Activity['sources'][number]['kind']; readonly from: Day; readonly to: Day }

/** `trained` are the days with an activity on file, `confirmed` those the athlete confirmed as complete. */
export type Coverage = {
  readonly spans: readonly Span[]
  readonly confirmed: ReadonlySet<Day>
  readonly trained: ReadonlySet<Day>
}

/** What activities and confirmed days say about coverage. An entry typed by hand speaks for its own day only. */
export const coverageOf = (activities: readonly Activity[], confirmedDays: readonly Day[]): Coverage => {
  const spans = new Map<Span['source'], { source: Span['source']; from: Day; to: Day }>()
  for (const { day, sources } of activities)
    for (const { kind } of sources) {
      if (kind === 'typed') continue
      const span = spans.get(kind)
      if (span === undefined) spans.set(kind, { source: kind, from: day, to: day })
      else if (day < span.from) span.from = day
      else if (day > span.to) span.to = day
    }
  return {
    spans: [...spans.values()].sort((a, b) => (a.source < b.source ? -1 : 1)),
    confirmed: new Set(confirmedDays),
    trained: new Set(activities.map(activity => activity.day)),
  }
}

/**
 * Whether all that happened on a day is on file: a source delivered something dated later (and something dated then or
 * before), or the athlete confirmed the day. Only such a day without training is a rest day.
 */
export const isCovered = (coverage: Coverage, day: Day): boolean =>
  coverage.confirmed.has(day) || coverage.spans.some(({ from, to }) => from <= day && day < to)

/** The same for days in a row, from the first to the last: 1 where a day is covered, 0 where it is not. */
export const coveredFrom = ({ confirmed, spans }: Coverage, first: DayNumber, last: DayNumber): Uint8Array => {
  const days = new Uint8Array(Math.max(0, last - first + 1))
  const within = (day: Day) => Math.min(days.length, Math.max(0, dayNumber(day) - first))
  for (const { from, to } of spans) days.fill(1, within(from), within(to))
  for (const day of confirmed) {
    const at = dayNumber(day) - first
    if (at >= 0 && at < days.length) days[at] = 1
  }
  return days
}

/** Whether anything is on file for a day: it is covered, or an activity of that day is here (more may still come). */
export const hasSpoken = (coverage: Coverage, day: Day): boolean =>
  coverage.trained.has(day) || isCovered(coverage, day)
