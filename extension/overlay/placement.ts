/** Keeps one element of ours in each certain day's cell, and none anywhere else. */
import type { Day } from '../../core/model/day.ts'
import type { PageDay } from '../sites/site.ts'
import { type Sealed, sealed } from './root.ts'
import { type Theme, themeAt } from './theme.ts'

/** More placements of one day in a minute than this, and the page is fighting: the strip takes over. */
const mostPlacings = 20
const minute = 60_000
/** So many new elements in one look: a page with six weeks gets them over some frames and never waits for all at once. */
const mostAtOnce = 6
/** So many elements are kept for days that are scrolled away: coming back, a day is only put in, not made and drawn anew. */
const mostKept = 100

export type Placement = {
  /** Puts the wanted days in their cells and takes all others out; answers which days stand. */
  ensure(days: readonly PageDay[], at: number): ReadonlyMap<Day, Sealed>
  /** Whether days are left for the next look. */
  more(): boolean
  /** Follows the page where its background changed. */
  dress(): void
  fights(): boolean
  clear(): void
}

export const placement = (document: Document): Placement => {
  const hosts = new Map<Day, Sealed>()
  const away = new Map<Day, Sealed>()
  const placings = new Map<Day, readonly number[]>()
  let fights = false
  let more = false
  const take = (day: Day): void => {
    const host = hosts.get(day)
    if (host === undefined) return
    host.element.remove()
    hosts.delete(day)
    away.set(day, host)
    const [oldest] = away
    if (away.size <= mostKept || oldest === undefined) return
    oldest[1].remove()
    away.delete(oldest[0])
  }
  /** The cell a day has still to go to; null where it stands there already, or where no single cell claims it. */
  const cellFor = ({ day, anchor }: PageDay): Element | null => {
    const cells = document.querySelectorAll(anchor.cell)
    // INVARIANT: a session stands in a cell only while exactly one cell claims its day.
    if (cells.length !== 1) {
      take(day)
      return null
    }
    const there = hosts.get(day)
    return there !== undefined && cells[0]!.contains(there.element) ? null : cells[0]!
  }
  const put = ({ day, anchor }: PageDay, cell: Element, theme: Theme, at: number): void => {
    const recent = [...(placings.get(day) ?? []).filter(then => at - then < minute), at]
    placings.set(day, recent)
    if (recent.length > mostPlacings) fights = true
    const host = hosts.get(day) ?? away.get(day) ?? sealed(document, 'tandem-day')
    away.delete(day)
    hosts.set(day, host)
    host.dress(theme)
    const next = cell.querySelector(anchor.before)
    const parent = next?.parentElement ?? cell
    parent.insertBefore(host.element, next)
  }
  return {
    ensure: (days, at) => {
      const wanted = new Set(days.map(({ day }) => day))
      for (const day of [...hosts.keys()]) if (!wanted.has(day)) take(day)
      // Why: all is read before anything is written, so that the page computes its style once and not once a day.
      const missing = days.flatMap(day => {
        const cell = cellFor(day)
        return cell === null ? [] : [{ day, cell }]
      })
      more = missing.length > mostAtOnce
      const known = new Map<Element, Theme>()
      const now = missing.slice(0, mostAtOnce).map(one => ({ ...one, theme: themeAt(one.cell, known) }))
      for (const { day, cell, theme } of now) put(day, cell, theme, at)
      return hosts
    },
    dress: () => {
      const known = new Map<Element, Theme>()
      const themes = [...hosts.values()].map(
        host => [host, themeAt(host.element.parentElement ?? host.element, known)] as const,
      )
      for (const [host, theme] of themes) host.dress(theme)
    },
    more: () => more,
    fights: () => fights,
    clear: () => {
      for (const host of [...hosts.values(), ...away.values()]) host.remove()
      hosts.clear()
      away.clear()
    },
  }
}
