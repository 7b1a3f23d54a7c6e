/** The overlay's day at work: read the page, decide where to stand, place, show, and begin again when either side changes. */

import { type Day, mondayOf, weekFrom } from '../../core/model/day.ts'
import { ask, isAlive } from '../ask.ts'
import type { OverlayDay } from '../messages.ts'
import { pageAt } from '../sites/index.ts'
import { DayCard, hasContent, type Undo } from './day-card.tsx'
import { dayStore } from './day-store.ts'
import { decide, type Stance } from './decide.ts'
import { placement } from './placement.ts'
import { marks, type Sealed, sealed } from './root.ts'
import { themeAt } from './theme.ts'
import { watch } from './watch.ts'
import { type StripState, WeekStrip } from './week-strip.tsx'

/** Milliseconds a page has to build itself before its days count as not recognised. */
const patience = 3000
/** Milliseconds between two looks at the page's background. */
const breath = 2000
const foldKey = 'strip-folded'

const undo: Undo = async change => {
  const answer = await ask({ type: 'undo', change })
  return answer.ok ? null : answer.error.says
}

/** Stands in a page until `end` is aborted, or the extension it belongs to is gone. */
export const stand = (document: Document, end: AbortController): void => {
  const { signal } = end
  const sweep = () => {
    for (const left of document.querySelectorAll(marks.join(','))) left.remove()
  }
  sweep()
  const places = placement(document)
  // Why: a page that re-renders calls for a look at every frame; drawing waits for a new day's content.
  const shown = new WeakMap<Sealed, OverlayDay>()
  let strip: Sealed | null = null
  let stripState: StripState | null = null
  /** What the strip shows now. */
  let drawn = ''
  let folded = false
  let arrived = performance.now()
  let dressed = arrived
  let hadStrip: boolean | undefined = false
  let address = ''
  const store = dayStore(() => look(), signal)
  const now = (): number => performance.now()

  /** Looks at the page's background again, at most every other second: reading it is not free. */
  const dress = (): void => {
    if (now() - dressed < breath && strip?.element.isConnected === hadStrip) return
    dressed = now()
    hadStrip = strip?.element.isConnected
    places.dress()
    strip?.dress(themeAt(document.body))
  }

  const showStrip = (stance: Stance): void => {
    const today = store.today()
    const days = store.days()
    const wanted = stance.type === 'strip' || (stance.type === 'cells' && stance.notRecognised.length > 0)
    if (!wanted || today === null || !store.paired()) {
      strip?.remove()
      strip = null
      drawn = ''
      return
    }
    stripState ??= { monday: mondayOf(today), folded }
    strip ??= sealed(document, 'tandem-week')
    if (!strip.element.isConnected) document.body.append(strip.element)
    const week = weekFrom(stripState.monday).map(day => days.get(day))
    const asDrawn = JSON.stringify([stripState, today, week, stance.notRecognised])
    if (asDrawn === drawn) return
    drawn = asDrawn
    const change = (state: StripState): void => {
      if (state.folded !== stripState?.folded) void chrome.storage.local.set({ [foldKey]: state.folded })
      stripState = state
      const week = weekFrom(state.monday)
      store.want(week[0]!, week[6]!)
      look()
    }
    strip.show(
      <WeekStrip
        state={stripState}
        today={today}
        days={days}
        notRecognised={stance.notRecognised}
        change={change}
        undo={undo}
      />,
    )
  }

  const look = (): void => {
    if (signal.aborted) return
    if (!isAlive()) {
      end.abort()
      return
    }
    if (address !== document.location.href) {
      address = document.location.href
      arrived = now()
      document.defaultView?.setTimeout(look, patience + 50)
    }
    const page = pageAt(new URL(document.location.href))
    const part = (selector: string | undefined) => (selector === undefined ? null : document.querySelector(selector))
    watching.on(part(page?.container), part(page?.beside))
    const reading = page === undefined ? null : page.read(document)
    const stance = decide(reading, { settled: now() - arrived >= patience, fights: places.fights() })
    const onPage: readonly Day[] = reading?.ok ? reading.value.days.map(({ day }) => day).toSorted() : []
    wantDays(onPage)
    const days = stance.type === 'cells' && store.paired() ? stance.days : []
    const known = store.days()
    const wanted = days.filter(({ day }) => hasContent(known.get(day)))
    for (const [day, host] of places.ensure(wanted, now())) {
      const content = known.get(day)!
      if (shown.get(host) === content) continue
      shown.set(host, content)
      host.show(<DayCard day={content} undo={undo} />)
    }
    showStrip(stance)
    dress()
    watching.settle()
    if (places.more()) watching.soon()
  }
  /** The days on the page; the strip's week beside them, or this week where the page shows none. */
  const wantDays = (onPage: readonly Day[]): void => {
    const today = store.today() ?? (onPage[0] === undefined ? localToday() : null)
    const week = today === null ? [] : weekFrom(stripState?.monday ?? mondayOf(today))
    const all = [...onPage, ...(strip === null && onPage.length > 0 ? [] : week)].toSorted()
    if (all.length > 0) store.want(all[0]!, all.at(-1)!)
  }

  const watching = watch(document, look, look, signal)
  signal.addEventListener('abort', () => {
    places.clear()
    strip?.remove()
    sweep()
  })
  void chrome.storage.local.get(foldKey).then(kept => {
    folded = kept[foldKey] === true
    look()
  })
}

/** Only to ask the device for the right week; the device's answer says what today is. */
const localToday = (): Day => {
  const at = new Date()
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}` as Day
}
