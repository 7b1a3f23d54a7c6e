/** Final Surge: every day cell of the calendar carries its date in three parts, which number, weekday and entries check. */
import { err, ok, type Result } from '../../core/lib/result.ts'
import { type Day, parseDay, weekdayOf } from '../../core/model/day.ts'
import type { Confidence, Page, PageDay, PageEntry, PageReading, Site, SiteError } from './site.ts'

const calendarBox = '#CalendarContent'
// Why td: inner links carry the same three attributes.
const dayCell = 'td[data-day][data-month][data-year]'
const weekdayClasses = ['fc-mon', 'fc-tue', 'fc-wed', 'fc-thu', 'fc-fri', 'fc-sat', 'fc-sun']

const part = (cell: Element, name: string): string => cell.getAttribute(`data-${name}`) ?? ''
const pad = (value: string): string => value.padStart(2, '0')

/** The day the cell names; its parts are not padded and count from 1. */
const dayOf = (cell: Element): Day | undefined =>
  parseDay(`${part(cell, 'year')}-${pad(part(cell, 'month'))}-${pad(part(cell, 'day'))}`)

/** Whether another part of the cell says another day: weekday, or the date an entry in it carries (month/day/year). */
const isContradicted = (cell: Element, day: Day): boolean => {
  const weekday = weekdayClasses.findIndex(name => cell.classList.contains(name))
  if (weekday >= 0 && weekday + 1 !== weekdayOf(day)) return true
  const [year, month, date] = day.split('-').map(Number)
  const said = `${month}/${date}/${year}`
  return [...cell.querySelectorAll('[data-date]')].some(entry => entry.getAttribute('data-date') !== said)
}

const confidenceOf = (cell: Element, day: Day, claims: number): Confidence => {
  const printed = /^\d{1,2}$/.exec(cell.querySelector('.fc-day-number')?.textContent?.trim() ?? '')?.[0]
  if (isContradicted(cell, day) || (printed !== undefined && Number(printed) !== Number(day.slice(8)))) return 'unknown'
  return printed !== undefined && claims === 1 ? 'certain' : 'probable'
}

const entriesOf = (cell: Element, day: Day): readonly PageEntry[] =>
  [...cell.querySelectorAll('[data-title]')].map(entry => ({
    day,
    siteId:
      /[?&]id=([\w-]+)/.exec(
        entry.closest('[data-date]')?.querySelector('.full-view')?.getAttribute('href') ?? '',
      )?.[1] ?? null,
    sport: /^(\w+):/.exec(entry.querySelector('.fc-event-activity-title')?.textContent?.trim() ?? '')?.[1] ?? null,
    title: entry.getAttribute('data-title'),
  }))

/** The calendar without a name in its address is the reader's own; with one it may be any athlete's. */
const owner = (document: Document): SiteError | null =>
  /[?&](uid|user|userkey|user_key|athlete|athletekey|id)=/i.test(document.location.search)
    ? { type: 'OwnerUnknown', says: 'the address names an athlete, and the page does not say whether it is you' }
    : null

const read = (document: Document): Result<PageReading, SiteError> => {
  const notOurs = owner(document)
  if (notOurs !== null) return err(notOurs)
  const cells = [...document.querySelectorAll(`${calendarBox} ${dayCell}`)]
  if (cells.length === 0) return err({ type: 'NotRecognised', says: 'no day cells with a date were found' })
  const dated = cells.flatMap(cell => {
    const day = dayOf(cell)
    return day === undefined ? [] : [{ cell, day }]
  })
  const claims = (day: Day): number => dated.filter(one => one.day === day).length
  const days = dated.map(({ cell, day }): PageDay => {
    const [year, month, date] = day.split('-').map(Number)
    const anchor = {
      cell: `${calendarBox} td[data-day="${date}"][data-month="${month}"][data-year="${year}"]`,
      before: '.fc-day-content',
    }
    return { day, confidence: confidenceOf(cell, day, claims(day)), anchor }
  })
  const unsure = days.filter(({ confidence }) => confidence !== 'certain').length
  const undated = cells.length - dated.length
  return ok({
    days,
    entries: dated.flatMap(({ cell, day }) => entriesOf(cell, day)),
    notRecognised: [
      ...(undated > 0 ? [`${undated} of ${cells.length} day cells carry no date`] : []),
      ...(unsure > 0 ? [`the date of ${unsure} of ${cells.length} day cells is not certain`] : []),
    ],
  })
}

const calendar: Page = {
  name: 'calendar',
  title: 'Training Calendar',
  shows: url =>
    url.protocol === 'https:' && url.hostname === 'log.finalsurge.com' && /^\/Calendar(\.cshtml)?$/i.test(url.pathname),
  container: calendarBox,
  read,
}

export const site: Site = {
  id: 'finalsurge',
  hosts: [{ name: 'Final Surge', match: 'https://log.finalsurge.com/*' }],
  reads: 'the dates on the days of your own calendar',
  shows: 'your planned session, what changed and why, in each day',
  pages: [calendar],
}

export const urls: { readonly [page: string]: readonly string[] } = {
  calendar: ['https://log.finalsurge.com/Calendar.cshtml', 'https://log.finalsurge.com/Calendar.cshtml?view=month'],
}
export const otherUrls: readonly string[] = [
  'https://log.finalsurge.com/WorkoutDetails.cshtml?id=aaaa',
  'https://log.finalsurge.com/',
  'http://log.finalsurge.com/Calendar.cshtml',
  'https://beta.finalsurge.com/workoutcalendar',
]
