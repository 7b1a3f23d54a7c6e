/** TrainingPeaks: the calendar carries a real date on every day cell, so a session can stand in the day it is for. */
import { err, ok, type Result } from '../../core/lib/result.ts'
import { type Day, daysBetween, parseDay } from '../../core/model/day.ts'
import { dayOfText } from './basis/date-text.ts'
import type { Confidence, Page, PageDay, PageEntry, PageReading, Site, SiteError } from './site.ts'

const calendarBox = '.calendar'
// Why: the week carries data-date too (its first day); only together with the day's class is it the day's.
const dayCell = '.dayContainer'
const quickView = '#workOutQuickView'
const weekBox = '.calendarWeekContainer, [data_cy="calendarWeekContainer"]'

const signedInUser = (document: Document): string | null => {
  try {
    const stored: unknown = JSON.parse(document.defaultView?.localStorage.getItem('ajs_user_id') ?? 'null')
    const id = typeof stored === 'number' ? String(stored) : stored
    return typeof id === 'string' && /^\d+$/.test(id) ? id : null
  } catch {
    return null
  }
}

/** Whose calendar it is. An athlete's account can open its own only; a coach's account opens many, so it stays silent. */
const owner = (document: Document): SiteError | null => {
  const user = signedInUser(document)
  if (user === null) return { type: 'OwnerUnknown', says: 'the page does not say who is signed in' }
  const named = /athletes?\/(\d+)/i.exec(document.location.hash)?.[1]
  if (named !== undefined && named !== user) return { type: 'NotOwn', says: 'the address names another athlete' }
  if (/coach/i.test(document.querySelector('.userType')?.textContent ?? ''))
    return { type: 'NotOwn', says: 'this is a coach account: the calendar may be any athlete’s' }
  const calendar = document.querySelector(calendarBox)
  if (calendar !== null && !calendar.classList.contains('athleteCalendar'))
    return { type: 'OwnerUnknown', says: 'this calendar is not marked as the athlete’s own' }
  return null
}

/** A day is certain when its date, the number printed in it and its week agree, and no second cell claims it. */
const confidenceOf = (cell: Element, day: Day, claims: ReadonlyMap<string, number>): Confidence => {
  const printed = cell.querySelector('.dayNumberText')?.textContent?.trim() ?? null
  // Why: the first of a month may be printed with its name ("1 Sep", "sept. 1"), in any language.
  const number = printed === null ? null : (/\d+/.exec(printed)?.[0] ?? null)
  const week = parseDay(cell.closest(weekBox)?.getAttribute('data-date') ?? '')
  if (number !== null && Number(number) !== Number(day.slice(8))) return 'unknown'
  // Why: a week that starts on Sunday may still be named by its Monday; a day farther off is not of this week.
  if (week !== undefined && Math.abs(daysBetween(week, day)) > 6) return 'unknown'
  return number !== null && claims.get(day) === 1 ? 'certain' : 'probable'
}

const sportOf = (card: Element): string | null =>
  ['Run', 'Bike', 'Swim', 'Strength', 'Walk', 'Other'].find(sport => card.classList.contains(sport)) ?? null

const entriesOf = (cells: readonly Element[]): readonly PageEntry[] =>
  cells.flatMap(cell =>
    [...cell.querySelectorAll('.activity.workout')].map(card => ({
      day: parseDay(cell.getAttribute('data-date') ?? '') ?? null,
      siteId: card.getAttribute('data-workoutid'),
      sport: sportOf(card),
      title: card.querySelector('.newActivityUItitle')?.textContent?.trim() ?? null,
    })),
  )

/**
 * The day of the card that is open beside the calendar: there the reader looks, so there the day stands while it is
 * open. It counts where weekday, date and the one chosen card agree.
 */
const openedDay = (document: Document): Day | null => {
  const [view, another] = document.querySelectorAll(quickView)
  if (view === undefined || another !== undefined) return null
  const textIn = (selector: string) => view.querySelector(selector)?.textContent ?? ''
  const said = dayOfText(`${textIn('#dayName')} ${textIn('#calendarDate')}`, document)
  const [chosen, second] = document.querySelectorAll(`${dayCell} .activity.workout.selected`)
  const day = chosen?.closest(dayCell)?.getAttribute('data-date')
  return said?.confidence === 'certain' && second === undefined && said.day === day ? said.day : null
}

const read = (document: Document): Result<PageReading, SiteError> => {
  const notOurs = owner(document)
  if (notOurs !== null) return err(notOurs)
  const [calendar, another] = document.querySelectorAll(`${calendarBox}.athleteCalendar`)
  if (calendar === undefined) return err({ type: 'NotRecognised', says: 'no calendar was found on this page' })
  if (another !== undefined) return err({ type: 'NotRecognised', says: 'more than one calendar stands on this page' })
  const cells = [...calendar.querySelectorAll(dayCell)]
  if (cells.length === 0) return err({ type: 'NotRecognised', says: 'no day cells were found in the calendar' })
  const claims = new Map<string, number>()
  for (const cell of cells) {
    const date = cell.getAttribute('data-date') ?? ''
    claims.set(date, (claims.get(date) ?? 0) + 1)
  }
  const opened = openedDay(document)
  const days = cells.flatMap((cell): readonly PageDay[] => {
    const day = parseDay(cell.getAttribute('data-date') ?? '')
    if (day === undefined) return []
    const anchor =
      day === opened
        ? { cell: quickView, before: '#quickViewContent' }
        : { cell: `.athleteCalendar ${dayCell}[data-date="${day}"]`, before: '.activities' }
    return [{ day, confidence: confidenceOf(cell, day, claims), anchor }]
  })
  if (days.length === 0) return err({ type: 'NotRecognised', says: 'the day cells carry no dates' })
  const undated = cells.length - days.length
  const unsure = days.filter(({ confidence }) => confidence !== 'certain').length
  const notRecognised = [
    ...(undated > 0 ? [`${undated} of ${cells.length} day cells carry no date`] : []),
    ...(unsure > 0 ? [`the date of ${unsure} of ${cells.length} day cells is not certain`] : []),
  ]
  return ok({ days, entries: entriesOf(cells), notRecognised })
}

const calendar: Page = {
  name: 'calendar',
  title: 'Calendar',
  shows: url =>
    url.protocol === 'https:' && url.hostname === 'app.trainingpeaks.com' && /^#calendar(?![\w-])/.test(url.hash),
  container: calendarBox,
  beside: quickView,
  read,
}

export const site: Site = {
  id: 'trainingpeaks',
  hosts: [{ name: 'TrainingPeaks', match: 'https://app.trainingpeaks.com/*' }],
  reads: 'the dates on the days of your own calendar and of the workout you open, and whether the account is yours',
  shows: 'your planned session, what changed and why, in each day; nothing in a coach’s account',
  pages: [calendar],
}

export const urls: { readonly [page: string]: readonly string[] } = {
  calendar: ['https://app.trainingpeaks.com/#calendar', 'https://app.trainingpeaks.com/?week=next#calendar'],
}
/** Addresses of the same site on which no page of it stands. */
export const otherUrls: readonly string[] = [
  'https://app.trainingpeaks.com/#home',
  'https://app.trainingpeaks.com/',
  'https://app.trainingpeaks.com/#calendarSettings',
  'http://app.trainingpeaks.com/#calendar',
  'https://app.trainingpeaks.com.example.test/#calendar',
]
