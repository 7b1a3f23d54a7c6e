/** The days the overlay shows, asked from the device as the page shows them and again whenever something changed. */

import { addDays, type Day, daysBetween } from '../../core/model/day.ts'
import { ask, onNews } from '../ask.ts'
import type { OverlayDay } from '../messages.ts'

export type DayStore = {
  readonly days: () => ReadonlyMap<Day, OverlayDay>
  /** The athlete's today as the device has it; null until it answered. */
  readonly today: () => Day | null
  readonly paired: () => boolean
  /** Sees to it that all days from first to last are known or being asked for. */
  want(first: Day, last: Day): void
}

/** Most days asked for at once; a page showing more is served around its first days. */
const mostDays = 150

const sameOr = (former: OverlayDay | undefined, day: OverlayDay): OverlayDay =>
  former !== undefined && JSON.stringify(former) === JSON.stringify(day) ? former : day

export const dayStore = (changed: () => void, signal: AbortSignal): DayStore => {
  let known: ReadonlyMap<Day, OverlayDay> = new Map()
  let today: Day | null = null
  let paired = false
  let range: { readonly from: Day; readonly to: Day } | null = null
  let round = 0
  const load = async (): Promise<void> => {
    if (range === null || signal.aborted) return
    const mine = ++round
    const answer = await ask({ type: 'days', ...range })
    // Why: a later question overtakes an earlier answer.
    if (mine !== round || signal.aborted || !answer.ok) return
    // Why the former one where nothing in it changed: what is the same object is not drawn again.
    const former = known
    known = new Map(answer.value.days.map(day => [day.day, sameOr(former.get(day.day), day)]))
    today = answer.value.today
    paired = answer.value.paired
    changed()
  }
  onNews(news => {
    if (news.news === 'changed') void load()
  }, signal)
  return {
    days: () => known,
    today: () => today,
    paired: () => paired,
    want: (first, last) => {
      const to = daysBetween(first, last) >= mostDays ? addDays(first, mostDays - 1) : last
      if (range !== null && range.from <= first && range.to >= to) return
      range = { from: addDays(first, -7), to: addDays(to, 7) }
      void load()
    },
  }
}
