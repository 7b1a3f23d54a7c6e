/** Strava: the calendar prints only day numbers, so a day counts where header, address, numbers and weekdays agree. */
import { err, ok, type Result } from '../../core/lib/result.ts'
import { daysOfGrid, type MonthName } from './basis/month-grid.ts'
import { monthOf, weekdayOfName } from './basis/names.ts'
import { stravaOwner } from './basis/strava-owner.ts'
import type { Page, PageDay, PageEntry, PageReading, Site, SiteError } from './site.ts'

const host = 'www.strava.com'
const monthTable = 'table.month-calendar'

const isOn = (url: URL, path: RegExp): boolean =>
  url.protocol === 'https:' && url.hostname === host && path.test(url.pathname)
const textOf = (element: Element | null): string => element?.textContent?.trim() ?? ''

/** The month that the page's parts name, and how many do; null where two of them disagree or none says it whole. */
const monthNamed = (document: Document): (MonthName & { readonly named: number }) | null => {
  const { pathname, hash } = document.location
  const heading = document.querySelector('#calendar-header')
  const years = [
    /\/calendar\/(\d{4})/.exec(pathname)?.[1],
    /\d{4}/.exec(textOf(heading?.querySelector('.nav-group a') ?? null))?.[0],
    /\d{4}/.exec(textOf(document.querySelector('.selected-month .year')))?.[0],
  ].flatMap(year => (year === undefined ? [] : [Number(year)]))
  const months = [
    monthOf(decodeURIComponent(hash.slice(1)), document),
    monthOf(textOf(heading?.querySelector('.active .month-display') ?? null), document),
  ].flatMap(month => (month === undefined ? [] : [month]))
  if (new Set(years).size !== 1 || new Set(months).size !== 1) return null
  return { year: years[0]!, month: months[0]!, named: months.length }
}

/** The weekday of the first column: as its head says, Monday where there is no head; null where the head is unclear. */
const firstColumn = (table: Element, document: Document): number | null => {
  const heads = [...table.querySelectorAll('thead th')]
  if (heads.length === 0) return 1
  const days = heads.map(head => weekdayOfName(textOf(head), document))
  const first = days[0]
  if (heads.length !== 7 || first === undefined) return null
  return days.every((day, i) => day === undefined || (day - first + 7) % 7 === i) ? first : null
}

const entriesOf = (cell: Element, day: PageEntry['day']): readonly PageEntry[] =>
  [...cell.querySelectorAll('ul.activities a[href*="/activities/"]')].map(link => ({
    day,
    siteId: /\/activities\/(\d+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? null,
    sport: link.closest('li')?.classList.item(0) ?? null,
    title: textOf(link),
  }))

const readCalendar = (document: Document): Result<PageReading, SiteError> => {
  const notOurs = stravaOwner(document)
  if (notOurs !== null) return err(notOurs)
  const tables = [...document.querySelectorAll(monthTable)]
  if (tables.length === 0)
    return document.querySelector('.year-calendar') === null
      ? err({ type: 'NotRecognised', says: 'no month was found on this page' })
      : ok({ days: [], entries: [], notRecognised: [] })
  if (tables.length > 1) return err({ type: 'NotRecognised', says: 'more than one month stands on this page' })
  const month = monthNamed(document)
  if (month === null) return err({ type: 'NotRecognised', says: 'which month this is, is not certain' })
  const table = tables[0]!
  const cells = [...table.querySelectorAll(':scope > tbody > tr')].flatMap((row, r) =>
    [...row.querySelectorAll(':scope > td')].slice(0, 7).map((cell, column) => {
      const printed = /^\d{1,2}$/.exec(textOf(cell.querySelector('.day')))?.[0]
      const selector = `${monthTable} > tbody > tr:nth-of-type(${r + 1}) > td:nth-of-type(${column + 1})`
      return { cell, selector, column, number: printed === undefined ? null : Number(printed) }
    }),
  )
  const found = daysOfGrid(month, cells, { firstWeekday: firstColumn(table, document), named: month.named })
  const days = found.flatMap((one, i): readonly PageDay[] =>
    one === null ? [] : [{ ...one, anchor: { cell: cells[i]!.selector, before: 'ul.activities' } }],
  )
  if (days.length === 0)
    return err({ type: 'NotRecognised', says: 'the numbers of the days do not fit the month in the heading' })
  const unsure = days.some(({ confidence }) => confidence !== 'certain')
  const left = cells.filter(({ number }, i) => number !== null && found[i] === null && number > days.length).length
  return ok({
    days,
    entries: found.flatMap((one, i) => entriesOf(cells[i]!.cell, one?.day ?? null)),
    notRecognised: [
      ...(unsure ? ['the dates of the days are not certain'] : []),
      ...(left > 0 ? [`${left} of ${cells.length} day cells do not go on where the days before them end`] : []),
    ],
  })
}

/** A page on which no day stands for sure: the strip beside it, on one's own page alone. */
const readOwn = (document: Document): Result<PageReading, SiteError> => {
  const notOurs = stravaOwner(document)
  return notOurs === null ? ok({ days: [], entries: [], notRecognised: [] }) : err(notOurs)
}

const calendar: Page = {
  name: 'calendar',
  title: 'Training Calendar',
  shows: url => isOn(url, /^\/(athlete|athletes\/\d+)\/calendar(\/\d{4})?\/?$/),
  container: '.view, .page',
  read: readCalendar,
}
const log: Page = {
  name: 'training-log',
  title: 'Training Log',
  shows: url => isOn(url, /^\/(athlete\/training_log|athletes\/\d+\/training\/log)\/?$/),
  container: '#react-root',
  read: readOwn,
}

export const site: Site = {
  id: 'strava',
  hosts: [{ name: 'Strava', match: 'https://www.strava.com/*' }],
  reads: 'the month and the day numbers of your own training calendar; nothing of any activity leaves the page',
  shows: 'your planned session in each day of the calendar, elsewhere your week in a strip that folds away',
  pages: [calendar, log],
}

export const urls: { readonly [page: string]: readonly string[] } = {
  calendar: [
    'https://www.strava.com/athlete/calendar',
    'https://www.strava.com/athlete/calendar/2026#Aug',
    'https://www.strava.com/athletes/1000001/calendar/2026',
  ],
  'training-log': [
    'https://www.strava.com/athletes/1000001/training/log?v2=true',
    'https://www.strava.com/athlete/training_log',
  ],
}
export const otherUrls: readonly string[] = [
  'https://www.strava.com/dashboard',
  'https://www.strava.com/athlete/training',
  'https://www.strava.com/activities/90000000001',
  'https://www.strava.com/athletes/1000001',
  'http://www.strava.com/athlete/calendar',
  'https://www.strava.com.example.test/athlete/calendar',
]
