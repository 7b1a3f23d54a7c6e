/** Garmin Connect: the month's name in the toolbar and the numbers of the days; its grid counts only where they agree. */
import { err, ok, type Result } from '../../core/lib/result.ts'
import { dayOfText } from './basis/date-text.ts'
import { daysOfGrid, type MonthName } from './basis/month-grid.ts'
import { monthOf } from './basis/names.ts'
import { firstColumn, monthReading, numberIn, textOf } from './basis/number-cells.ts'
import type { Page, PageEntry, PageReading, Site, SiteError } from './site.ts'

const grid = '.calendar-month'
const host = 'connect.garmin.com'
const isOn = (url: URL, path: RegExp): boolean =>
  url.protocol === 'https:' && url.hostname === host && path.test(url.pathname)

/** Calendar and list stand at one's own address; only who is signed in has them. */
const signedIn = (document: Document): SiteError | null =>
  document.documentElement.classList.contains('signed-in')
    ? null
    : { type: 'OwnerUnknown', says: 'the page does not say that you are signed in' }

/** "August 2026", in the page's language; null where it is not the whole of one month. */
const monthNamed = (document: Document): MonthName | null => {
  const [heading, another] = document.querySelectorAll('.calendar-date-wrapper .calendar-date')
  const said = another === undefined ? textOf(heading) : ''
  const years = said.match(/\d{4}/g) ?? []
  const months = new Set((said.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap(word => monthOf(word, document) ?? []))
  return years.length === 1 && months.size === 1 ? { year: Number(years[0]), month: [...months][0]! } : null
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The first day of the week as the page's own settings have it, in a script whose text can be read. */
const weekBegins = (document: Document): number | null => {
  const said = [...document.scripts].flatMap(
    script => /firstDayOfWeek\W+dayName\W+([a-z]+)/i.exec(script.textContent ?? '')?.[1] ?? [],
  )
  const at = said.length === 1 ? weekdays.indexOf(said[0]!.toLowerCase()) : -1
  return at < 0 ? null : at + 1
}

const idIn = (link: Element): string | null =>
  /\/(?:activity|workout)\/(\d+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? null
const entriesOf = (cell: Element, day: PageEntry['day']): readonly PageEntry[] =>
  [...cell.querySelectorAll('a[href*="/activity/"], a[href*="/workout/"]')].map(link => ({
    day,
    siteId: idIn(link),
    sport: null,
    title: textOf(link) || null,
  }))

const readCalendar = (document: Document): Result<PageReading, SiteError> => {
  const notOurs = signedIn(document)
  if (notOurs !== null) return err(notOurs)
  const [month, another] = document.querySelectorAll(grid)
  if (month === undefined) return err({ type: 'NotRecognised', says: 'no month was found on this page' })
  if (another !== undefined) return err({ type: 'NotRecognised', says: 'more than one month stands on this page' })
  const named = monthNamed(document)
  if (named === null) return err({ type: 'NotRecognised', says: 'which month this is, is not certain' })
  const cells = [...month.querySelectorAll(':scope > .calendar-week')].flatMap((week, w) =>
    [...week.querySelectorAll(':scope > .calendar-day')].map((cell, column) => ({
      cell,
      selector: `${grid} > .calendar-week:nth-child(${1 + [...month.children].indexOf(week)}) > .calendar-day:nth-child(${1 + [...week.children].indexOf(cell)})`,
      column,
      number: numberIn(textOf(cell.querySelector('.calendar-day-number'))),
      week: w,
    })),
  )
  const heads = [...document.querySelectorAll(`${grid} [role="columnheader"]`)]
  const [byHeads, bySettings] = [firstColumn(heads, document, null), weekBegins(document)]
  const firstWeekday =
    byHeads !== null && bySettings !== null && byHeads !== bySettings ? null : (byHeads ?? bySettings)
  return monthReading(
    cells,
    daysOfGrid(named, cells, { firstWeekday, named: 1 }),
    'a[href*="/activity/"], a[href*="/workout/"]',
    entriesOf,
  )
}

const readList = (document: Document): Result<PageReading, SiteError> => {
  const notOurs = signedIn(document)
  if (notOurs !== null) return err(notOurs)
  const rows = [
    ...document.querySelectorAll('[class*="ActivityListItem_listItem"], [class*="ActivityListItem_tabletListItem"]'),
  ]
  if (rows.length === 0) return err({ type: 'NotRecognised', says: 'no activities were found in the list' })
  const entries = rows.map((row): PageEntry => {
    const printed = [...row.querySelectorAll('[class*="ActivityListItem_activityDate"]')].map(textOf).join(' ')
    const link = row.querySelector('a[href*="/activity/"]')
    return {
      day: dayOfText(printed, document)?.day ?? null,
      siteId: link === null ? null : idIn(link),
      sport: textOf(row.querySelector('[class*="activityTypeText"]')) || null,
      title: textOf(link) || null,
    }
  })
  // Why no days: the list prints no weekday, so nothing confirms a date.
  return ok({ days: [], entries, notRecognised: [] })
}

/** One activity, which may be anybody's: only in one's own is the name a field to write in. */
const readActivity = (document: Document): Result<PageReading, SiteError> =>
  signedIn(document) === null && document.querySelector('[class*="InlineActivityNameEdit_"]') !== null
    ? ok({ days: [], entries: [], notRecognised: [] })
    : err({ type: 'OwnerUnknown', says: 'the page does not say whose activity this is' })

const calendar: Page = {
  name: 'calendar',
  title: 'Calendar',
  shows: url => isOn(url, /^\/(app|modern)\/calendar(\/month(\/\d+)*)?\/?$/),
  container: '#pageContainer',
  read: readCalendar,
}
const list: Page = {
  name: 'activities',
  title: 'Activities',
  shows: url => isOn(url, /^\/(app|modern)\/activities\/?$/),
  container: '#pageContainer',
  read: readList,
}
const activity: Page = {
  name: 'activity',
  title: 'Activity',
  shows: url => isOn(url, /^\/(app|modern)\/activity\/\d+\/?$/),
  container: '#pageContainer',
  read: readActivity,
}

export const site: Site = {
  id: 'garmin',
  hosts: [{ name: 'Garmin Connect', match: 'https://connect.garmin.com/*' }],
  reads: 'the month and the day numbers of your own calendar, and whether an activity is yours',
  shows: 'your planned session in each day of the calendar, elsewhere your week in a strip that folds away',
  pages: [calendar, list, activity],
}

export const urls: { readonly [page: string]: readonly string[] } = {
  calendar: ['https://connect.garmin.com/app/calendar', 'https://connect.garmin.com/modern/calendar/month/2026/7'],
  activities: ['https://connect.garmin.com/app/activities', 'https://connect.garmin.com/modern/activities?search=x'],
  activity: ['https://connect.garmin.com/app/activity/90000000011', 'https://connect.garmin.com/modern/activity/1'],
}
export const otherUrls: readonly string[] = [
  'https://connect.garmin.com/app/home',
  'https://connect.garmin.com/app/calendar/week/2026/7/4',
  'https://connect.garmin.com/app/sleep/2026-08-01',
  'http://connect.garmin.com/app/calendar',
  'https://connect.garmin.com.example.test/app/calendar',
]
