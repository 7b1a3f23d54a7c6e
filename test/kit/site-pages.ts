/** Calendars of training logs as they may come: any month, first weekday, language and fault; each cell knows its true day. */
import { addDays, type Day, mondayOf, weekdayOf } from '../../core/model/day.ts'

export type Calendar = {
  readonly year: number
  /** 1 for January. */
  readonly month: number
  /** 1 Monday, 7 Sunday. */
  readonly firstWeekday?: number
  readonly lang?: string
  /** What stands in the cells before the first and after the last of the month. */
  readonly padding?: 'empty' | 'numbers'
  /** The month that heading and address name, where they are late or early: so many months off. */
  readonly headingOff?: number
  readonly addressOff?: number
  readonly heads?: boolean
  /** So many entries on every day. */
  readonly entries?: number
  /** Whose page the address names; the reader is 1000001. */
  readonly owner?: string
  readonly months?: 1 | 2
}

export type Made = { readonly at: string; readonly html: string }

const pad = (value: number): string => String(value).padStart(2, '0')
export const firstOf = (year: number, month: number): Day => {
  const at = new Date(Date.UTC(year, month - 1, 1))
  return `${at.getUTCFullYear()}-${pad(at.getUTCMonth() + 1)}-01` as Day
}
export const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`)
export const monthWord = (day: Day, lang: string, style: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(lang, { month: style, timeZone: 'UTC' }).format(utc(day))
export const weekdayWord = (weekday: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone: 'UTC' }).format(
    utc(addDays('2026-06-01' as Day, weekday - 1)),
  )
export const number = (day: Day): number => Number(day.slice(8))

/** All days of the weeks a month touches. */
export const gridOf = ({ year, month, firstWeekday = 1 }: Calendar): readonly Day[] => {
  const first = firstOf(year, month)
  const start = addDays(first, -((weekdayOf(first) - firstWeekday + 7) % 7))
  const after = firstOf(year, month + 1)
  const days: Day[] = []
  for (let day = start; day < after || days.length % 7 !== 0; day = addDays(day, 1)) days.push(day)
  return days
}

/** A month of Strava's calendar at its address. */
export const stravaMonth = (given: Calendar): Made => {
  const { year, month, firstWeekday = 1, lang = 'en', padding = 'empty', headingOff = 0, addressOff = 0 } = given
  const { heads = true, entries = 0, owner, months = 1 } = given
  const here = firstOf(year, month)
  const shown = firstOf(year, month + headingOff)
  const asked = firstOf(year, month + addressOff)
  const cell = (day: Day): string => {
    const inside = day.slice(0, 7) === here.slice(0, 7)
    if (!inside && padding === 'empty') return `<td class="padding" data-truth="none"></td>`
    const list = Array.from(
      { length: entries },
      (_, i) => `<li class="running"><a href="/activities/9${i}">Run ${i}</a></li>`,
    )
    return `<td data-truth="${inside ? day : 'none'}"><span class="day">${number(day)}</span><ul class="activities">${list.join('')}</ul></td>`
  }
  const days = gridOf(given)
  const rows = Array.from(
    { length: days.length / 7 },
    (_, w) =>
      `<tr>${days
        .slice(w * 7, w * 7 + 7)
        .map(cell)
        .join('')}</tr>`,
  )
  const head = Array.from({ length: 7 }, (_, i) => `<th>${weekdayWord(((firstWeekday - 1 + i) % 7) + 1, lang)}</th>`)
  const table = `<table class="month-calendar">${heads ? `<thead><tr>${head.join('')}</tr></thead>` : ''}<tbody>${rows.join('')}</tbody></table>`
  const path = owner === undefined ? '/athlete/calendar' : `/athletes/${owner}/calendar`
  return {
    at: `https://www.strava.com${path}/${asked.slice(0, 4)}#${monthWord(asked, 'en', 'short')}`,
    html: `<!doctype html><html lang="${lang}"><body><header id="global-header"><a href="/athletes/1000001/training/log">Log</a></header>
      <div class="view"><header id="calendar-header"><h2 class="heading-nav"><span class="nav-group"><a>${shown.slice(0, 4)}</a></span>
      <span class="active"><span class="month-display">${monthWord(shown, lang, 'long')}</span></span></h2></header>${table.repeat(months)}</div></body></html>`,
  }
}

/** The weeks round a month in Final Surge's calendar. */
export const finalsurgeMonth = (given: Calendar): Made => {
  const { entries = 0 } = given
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  const cell = (day: Day): string => {
    const [year, month, date] = day.split('-').map(Number)
    const at = `data-day="${date}" data-month="${month}" data-year="${year}"`
    const list = Array.from(
      { length: entries },
      (_, i) =>
        `<div class="dropdown" data-date="${month}/${date}/${year}"><div class="fc-event" data-title="Run ${i}"></div></div>`,
    )
    return `<td class="fc-${names[weekdayOf(day) - 1]} fc-day" ${at} data-truth="${day}"><div class="fc-day-number">${date}</div><a ${at}>+</a><div class="fc-day-content">${list.join('')}</div></td>`
  }
  const days = gridOf(given)
  const rows = Array.from(
    { length: days.length / 7 },
    (_, w) =>
      `<tr>${days
        .slice(w * 7, w * 7 + 7)
        .map(cell)
        .join('')}</tr>`,
  )
  return {
    at: 'https://log.finalsurge.com/Calendar.cshtml',
    html: `<!doctype html><html lang="en"><body><div id="CalendarContent"><table><tbody>${rows.join('')}</tbody></table></div></body></html>`,
  }
}

/** The weeks round a month in TrainingPeaks' calendar. */
export const trainingpeaksMonth = (given: Calendar): Made => {
  const { entries = 0 } = given
  const cell = (day: Day): string => {
    const list = Array.from(
      { length: entries },
      (_, i) =>
        `<div class="activity workout Run" data-workoutid="${i}"><h6 class="newActivityUItitle">Run ${i}</h6></div>`,
    )
    return `<div class="dayContainer" data-date="${day}" data-truth="${day}"><span class="dayNumberText">${number(day)}</span><div class="activities">${list.join('')}</div></div>`
  }
  const days = gridOf(given)
  const weeks = Array.from({ length: days.length / 7 }, (_, w) => days.slice(w * 7, w * 7 + 7))
  const boxes = weeks.map(
    week => `<div class="calendarWeekContainer" data-date="${mondayOf(week[0]!)}">${week.map(cell).join('')}</div>`,
  )
  return {
    at: 'https://app.trainingpeaks.com/#calendar',
    html: `<!doctype html><html lang="en"><script>localStorage.setItem('ajs_user_id', '"700100"')</script><body><div class="calendar athleteCalendar">${boxes.join('')}</div></body></html>`,
  }
}
