/** Strava's calendar prints only day numbers, so a day counts where header, address, numbers and weekdays agree. */
import { err, ok, type Result } from '../../../core/lib/result.ts'
import { daysOfGrid, type MonthName } from '../basis/month-grid.ts'
import { monthOf } from '../basis/names.ts'
import { firstColumn, monthReading, noDays, numberIn, textOf } from '../basis/number-cells.ts'
import { stravaOwner } from '../basis/strava-owner.ts'
import type { PageEntry, PageReading, SiteError } from '../site.ts'

const monthTable = 'table.month-calendar'

/** The month that the page's parts name, and how many do; null where two of them disagree or none says it whole. */
const monthNamed = (document: Document): (MonthName & { readonly named: number }) | null => {
  const { pathname, hash } = document.location
  const heading = document.querySelector('#calendar-header')
  const years = [
    /\/calendar\/(\d{4})/.exec(pathname)?.[1],
    /\d{4}/.exec(textOf(heading?.querySelector('.nav-group a')))?.[0],
    /\d{4}/.exec(textOf(document.querySelector('.selected-month .year')))?.[0],
  ].flatMap(year => (year === undefined ? [] : [Number(year)]))
  const months = [
    monthOf(decodeURIComponent(hash.slice(1)), document),
    monthOf(textOf(heading?.querySelector('.active .month-display')), document),
  ].flatMap(month => (month === undefined ? [] : [month]))
  if (new Set(years).size !== 1 || new Set(months).size !== 1) return null
  return { year: years[0]!, month: months[0]!, named: months.length }
}

const entriesOf = (cell: Element, day: PageEntry['day']): readonly PageEntry[] =>
  [...cell.querySelectorAll('ul.activities a[href*="/activities/"]')].map(link => ({
    day,
    siteId: /\/activities\/(\d+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? null,
    sport: link.closest('li')?.classList.item(0) ?? null,
    title: textOf(link),
  }))

export const readCalendar = (document: Document): Result<PageReading, SiteError> => {
  const notOurs = stravaOwner(document)
  if (notOurs !== null) return err(notOurs)
  const [table, another] = document.querySelectorAll(monthTable)
  if (table === undefined)
    return document.querySelector('.year-calendar') === null
      ? err({ type: 'NotRecognised', says: 'no month was found on this page' })
      : ok(noDays)
  if (another !== undefined) return err({ type: 'NotRecognised', says: 'more than one month stands on this page' })
  const month = monthNamed(document)
  if (month === null) return err({ type: 'NotRecognised', says: 'which month this is, is not certain' })
  const cells = [...table.querySelectorAll(':scope > tbody > tr')].flatMap((row, r) =>
    [...row.querySelectorAll(':scope > td')].slice(0, 7).map((cell, column) => ({
      cell,
      selector: `${monthTable} > tbody > tr:nth-of-type(${r + 1}) > td:nth-of-type(${column + 1})`,
      column,
      number: numberIn(textOf(cell.querySelector('.day'))),
    })),
  )
  // Why Monday without heads: so the calendar was wherever it was seen without them.
  const firstWeekday = firstColumn([...table.querySelectorAll('thead th')], document, 1)
  return monthReading(cells, daysOfGrid(month, cells, { firstWeekday, named: month.named }), 'ul.activities', entriesOf)
}
