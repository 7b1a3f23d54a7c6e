/** More calendars and lists of training logs as they may come; each cell knows its true day. */
import { addDays, type Day, mondayOf, weekdayOf } from '../../core/model/day.ts'
import { type Calendar, firstOf, gridOf, type Made, monthWord, number, utc, weekdayWord } from './site-pages.ts'

const rowsOf = (days: readonly Day[], open: string, cell: (day: Day) => string, close: string): string =>
  Array.from(
    { length: days.length / 7 },
    (_, w) =>
      open +
      days
        .slice(w * 7, w * 7 + 7)
        .map(cell)
        .join('') +
      close,
  ).join('')
const times = (entries: number, one: (i: number) => string): string =>
  Array.from({ length: entries }, (_, i) => one(i)).join('')

const englishDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** A month of Garmin Connect's calendar, with numbers of the neighbouring months in its first and last week. */
export const garminMonth = (given: Calendar): Made => {
  const { year, month, firstWeekday = 1, lang = 'en', headingOff = 0, heads = true, entries = 0, months = 1 } = given
  const here = firstOf(year, month)
  const shown = firstOf(year, month + headingOff)
  const cell = (day: Day): string => {
    const inside = day.slice(0, 7) === here.slice(0, 7)
    const printed = inside || given.padding === 'numbers' ? number(day) : ''
    const list = times(entries, i => `<a class="calendar-item" href="/app/activity/9${i}">Run ${i}</a>`)
    return `<div class="calendar-day" role="gridcell" data-truth="${inside ? day : 'none'}"><span class="calendar-day-number">${printed}</span>${list}</div>`
  }
  const head = Array.from(
    { length: 7 },
    (_, i) => `<div role="columnheader">${weekdayWord(((firstWeekday - 1 + i) % 7) + 1, lang)}</div>`,
  )
  const rows = rowsOf(gridOf(given), '<div class="calendar-week" role="row">', cell, '</div>')
  const grid = `<div class="calendar-month" role="grid">${heads ? `<div role="row">${head.join('')}</div>` : ''}${rows}</div>`
  return {
    at: 'https://connect.garmin.com/app/calendar',
    html: `<!doctype html><html class="signed-in" lang="${lang}"><body class="body-calendar"><div id="pageContainer">
      <div class="calendar-date-wrapper"><span class="calendar-date">${monthWord(shown, lang, 'long')} ${shown.slice(0, 4)}</span></div>${grid.repeat(months)}</div>
      <script>window.VIEWER_USERPREFERENCES = { firstDayOfWeek: { dayName: "${englishDays[firstWeekday - 1]}" } }</script></body></html>`,
  }
}

const off = (day: Day, months: number): Day => {
  const [year, month, date] = day.split('-').map(Number)
  return addDays(firstOf(year!, month! + months), date! - 1)
}

/** Three weeks of COROS's schedule round the first of a month, or inside it. */
export const corosWindow = (given: Calendar & { readonly inside?: boolean }): Made => {
  const { year, month, firstWeekday = 1, headingOff = 0, entries = 0, inside = false } = given
  const shown = addDays(firstOf(year, month), inside ? 14 : 0)
  const own = addDays(shown, -((weekdayOf(shown) - firstWeekday + 7) % 7))
  const start = addDays(own, inside ? 0 : -7)
  const cell = (nth: number): string => {
    const day = addDays(start, nth)
    const list = times(
      entries,
      i => `<div class="training-group-item card-dragable" data-id="4${i}" data-name="Run ${i}"></div>`,
    )
    return `<div class="calender-day" data-weekindex="${Math.floor(nth / 7)}" data-dayindex="${nth % 7}" data-truth="${day}"><span>${number(day)}</span>${list}</div>`
  }
  return {
    at: 'https://t.coros.com/admin/views/schedule',
    html: `<!doctype html><html lang="en"><body><div class="arco-picker"><input value="${off(shown, headingOff)}"></div>
      <div class="calender">${Array.from({ length: 21 }, (_, i) => cell(i)).join('')}</div></body></html>`,
  }
}

/** The weeks round a month in intervals.icu's calendar, newest in the address. */
export const intervalsWeeks = (given: Calendar): Made => {
  const { year, month, lang = 'en', entries = 0, addressOff = 0, owner } = given
  const asked = mondayOf(off(addDays(firstOf(year, month), 10), addressOff))
  const heading = (day: Day): string =>
    new Intl.DateTimeFormat(lang, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
      utc(day),
    )
  const cell = (day: Day): string =>
    `<div class="day" data-truth="${day}"><div class="day-header">${heading(day)}</div>${times(entries, i => `<div class="v-card"><a href="/activities/i9${i}">Run ${i}</a></div>`)}</div>`
  const rows = rowsOf(gridOf(given), '<div class="week"><div class="week-summary"></div>', cell, '</div>')
  return {
    at: `https://intervals.icu/?w=${asked}`,
    html: `<!doctype html><html lang="${lang}"><body><button class="athlete-switcher">${owner ?? 'Me'}</button>
      <div class="calendar">${rows}</div></body></html>`,
  }
}

/** A page of Strava's list with an activity on every other day of a month. */
export const stravaList = (given: Calendar): Made => {
  const { year, month, lang = 'en', entries = 1 } = given
  const days = gridOf(given).filter((day, i) => i % 2 === 0 && day >= firstOf(year, month))
  const printed = (day: Day): string =>
    new Intl.DateTimeFormat(lang, {
      weekday: 'short',
      day: 'numeric',
      month: 'numeric',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(utc(day))
  const row = (day: Day, i: number): string =>
    `<tr class="training-activity-row"><td class="view-col col-date">${printed(day)}</td><td class="view-col col-title" data-truth="${day}"><a data-field-name="name" href="https://www.strava.com/activities/9${day.replaceAll('-', '')}${i}">Run</a></td></tr>`
  const rows = days.flatMap(day => Array.from({ length: entries }, (_, i) => row(day, i)))
  return {
    at: 'https://www.strava.com/athlete/training',
    html: `<!doctype html><html lang="${lang}"><body><table class="activities" id="search-results"><tbody>${rows.join('')}</tbody></table></body></html>`,
  }
}

/** TrainingPeaks' calendar with the card of a day opened beside it. */
export const openedCard = (day: Day, said = day): string => {
  const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(utc(said))
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(utc(said))
  return `document.querySelector('.dayContainer[data-date="${day}"] .activity').classList.add('selected')
    document.body.insertAdjacentHTML('beforeend', '<div id="workOutQuickView" data-truth="${said}"><span id="dayName">${weekday}</span> <span id="calendarDate">${words}, ${said.slice(0, 4)}</span><div id="quickViewContent"></div></div>')`
}
