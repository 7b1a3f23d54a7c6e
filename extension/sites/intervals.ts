/** intervals.icu: the address names the week, each day's heading names its date; a day counts where both agree. */
import { err, ok, type Result } from '../../core/lib/result.ts'
import { type Day, daysBetween, mondayOf, parseDay } from '../../core/model/day.ts'
import { dayOfText } from './basis/date-text.ts'
import { textOf } from './basis/number-cells.ts'
import type { Page, PageDay, PageEntry, PageReading, Site, SiteError } from './site.ts'

const box = '.calendar'
const dayCell = '.day'
/** Weeks that the calendar may show round the one its address names. */
const nearby = 10

/** The first day of the week in the address. */
const weekAsked = (document: Document): Day | null => {
  const asked = parseDay(new URLSearchParams(document.location.search).get('w') ?? '')
  return asked !== undefined && mondayOf(asked) === asked ? asked : null
}

/** Whose calendar it is: an address that names an athlete may be anybody's, and so may one whose menu names somebody. */
const owner = (document: Document): SiteError | null => {
  if (document.location.pathname.startsWith('/athlete/'))
    return { type: 'OwnerUnknown', says: 'the address names an athlete, and the page does not say whether it is you' }
  const chosen = document.querySelector('.athlete-switcher')
  if (chosen === null) return { type: 'NotRecognised', says: 'the page does not say whose calendar this is' }
  return textOf(chosen) === 'Me' ? null : { type: 'NotOwn', says: 'the calendar is another athlete’s' }
}

const entriesOf = (cell: Element, day: Day | null): readonly PageEntry[] =>
  [...cell.querySelectorAll('a[href*="/activities/"]')].map(link => ({
    day,
    siteId: /\/activities\/(i?\d+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? null,
    sport: null,
    title: textOf(link) || null,
  }))

/** The heading's date in the year that lies nearest to the week asked for; a weekday must be printed and agree. */
const dayOf = (cell: Element, asked: Day, document: Document): Day | null => {
  const heading = textOf(cell.querySelector('.day-header'))
  const year = Number(asked.slice(0, 4))
  const near = [year - 1, year, year + 1].flatMap(one => {
    const said = dayOfText(heading, document, one)
    return said?.confidence === 'certain' && Math.abs(daysBetween(asked, said.day)) <= nearby * 7 ? [said.day] : []
  })
  return near.length === 1 ? near[0]! : null
}

const read = (document: Document): Result<PageReading, SiteError> => {
  const notOurs = owner(document)
  if (notOurs !== null) return err(notOurs)
  const asked = weekAsked(document)
  if (asked === null) return err({ type: 'NotRecognised', says: 'the address does not say which week this is' })
  const [calendar, another] = document.querySelectorAll(box)
  if (calendar === undefined || another !== undefined)
    return err({ type: 'NotRecognised', says: 'not exactly one calendar was found on this page' })
  const weeks = [...calendar.children]
  const cells = weeks.flatMap((week, w) =>
    [...week.querySelectorAll(`:scope > ${dayCell}`)].map(cell => ({
      cell,
      selector: `${box} > :nth-child(${w + 1}) > ${dayCell}:nth-child(${1 + [...week.children].indexOf(cell)})`,
      day: dayOf(cell, asked, document),
    })),
  )
  const known = new Set(cells.flatMap(({ day }) => day ?? []))
  // Why: an address that runs ahead of what is drawn, or behind it, is no witness.
  if (!known.has(asked)) return err({ type: 'NotRecognised', says: 'the week in the address is not on the page' })
  const days = cells.flatMap(({ day, selector }): readonly PageDay[] => {
    if (day === null) return []
    const claims = cells.filter(other => other.day === day).length
    return [{ day, confidence: claims === 1 ? 'certain' : 'unknown', anchor: { cell: selector, before: '.v-card' } }]
  })
  const unsure = cells.length - days.filter(({ confidence }) => confidence === 'certain').length
  return ok({
    days,
    entries: cells.flatMap(({ cell, day }) => entriesOf(cell, day)),
    notRecognised: unsure > 0 ? [`the date of ${unsure} of ${cells.length} day cells is not certain`] : [],
  })
}

const calendar: Page = {
  name: 'calendar',
  title: 'Calendar',
  shows: url =>
    url.protocol === 'https:' && url.hostname === 'intervals.icu' && /^\/(athlete\/\w+\/?)?$/.test(url.pathname),
  container: box,
  read,
}

export const site: Site = {
  id: 'intervals',
  hosts: [{ name: 'intervals.icu', match: 'https://intervals.icu/*' }],
  reads: 'the week in the address, the dates on the days of your own calendar, and whose calendar it is',
  shows: 'your planned session in each day, or your week in a strip that folds away',
  pages: [calendar],
}

export const urls: { readonly [page: string]: readonly string[] } = {
  calendar: ['https://intervals.icu/?w=2026-09-07', 'https://intervals.icu/', 'https://intervals.icu/athlete/i12345/'],
}
export const otherUrls: readonly string[] = [
  'https://intervals.icu/activities/i90000004',
  'https://intervals.icu/fitness',
  'http://intervals.icu/?w=2026-08-03',
  'https://intervals.icu.example.test/?w=2026-08-03',
]
