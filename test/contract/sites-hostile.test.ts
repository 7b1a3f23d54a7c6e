/** Calendars as they may come and as nobody foresaw them: whatever happens, no session stands on a wrong day. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Day } from '../../core/model/day.ts'
import { corosWindow, garminMonth, intervalsWeeks, openedCard, stravaList } from '../kit/more-site-pages.ts'
import { type Calendar, finalsurgeMonth, type Made, stravaMonth, trainingpeaksMonth } from '../kit/site-pages.ts'
import { pageNow, readAt } from './sites-reading.ts'

const makers = {
  strava: { site: 'strava', page: 'calendar', make: stravaMonth },
  'strava list': { site: 'strava', page: 'my-activities', make: stravaList },
  finalsurge: { site: 'finalsurge', page: 'calendar', make: finalsurgeMonth },
  trainingpeaks: { site: 'trainingpeaks', page: 'calendar', make: trainingpeaksMonth },
  garmin: { site: 'garmin', page: 'calendar', make: garminMonth },
  intervals: { site: 'intervals', page: 'calendar', make: intervalsWeeks },
  coros: { site: 'coros', page: 'schedule', make: corosWindow },
} as const
type SiteName = keyof typeof makers
type Seen = 'placed' | 'fallback' | 'silent' | 'wrong'
const names = Object.keys(makers) as readonly SiteName[]

const tally = Object.fromEntries(names.map(name => [name, { placed: 0, fallback: 0, silent: 0, wrong: 0 }])) as Record<
  SiteName,
  Record<Seen, number>
>
afterAll(() => console.table(tally))

/** What a session would meet on this page: wrong where one certain day leads to a cell of another day, or to none alone. */
const look = async (name: SiteName, made: Made, change = ''): Promise<Seen> => {
  const { site, page } = makers[name]
  const read = await readAt({ site, page, ...made, change })
  const seen = await (async (): Promise<Seen> => {
    if (!read.ok) return read.error.type === 'NotRecognised' ? 'fallback' : 'silent'
    const certain = read.value.days.filter(({ confidence }) => confidence === 'certain')
    if (certain.length === 0) return 'fallback'
    const truths = await pageNow().evaluate(
      selectors =>
        selectors.map(selector =>
          [...document.querySelectorAll(selector)].map(cell => cell.getAttribute('data-truth')),
        ),
      certain.map(({ anchor }) => anchor.cell),
    )
    return certain.every(({ day }, i) => truths[i]!.length === 1 && truths[i]![0] === day) ? 'placed' : 'wrong'
  })()
  tally[name][seen] += 1
  return seen
}

const may = { year: 2026, month: 5 }
const cardDay = '2026-05-13' as Day
const cells = (selector: string, code: string) =>
  `for (const cell of document.querySelectorAll('${selector}')) { ${code} }`

test.each<[string, SiteName, Calendar, Seen, string?]>([
  ['a month as it is', 'strava', may, 'placed'],
  ['a February that fills four weeks', 'strava', { year: 2027, month: 2 }, 'placed'],
  ['a leap day', 'strava', { year: 2028, month: 2 }, 'placed'],
  ['December, then January', 'strava', { year: 2026, month: 12, padding: 'numbers' }, 'placed'],
  ['January after December', 'strava', { year: 2027, month: 1, padding: 'numbers' }, 'placed'],
  ['weeks from Sunday', 'strava', { ...may, firstWeekday: 7 }, 'placed'],
  ['weeks from Saturday', 'strava', { ...may, firstWeekday: 6 }, 'placed'],
  ['weeks from Sunday that nobody names', 'strava', { ...may, firstWeekday: 7, heads: false }, 'fallback'],
  ['no heads over the columns', 'strava', { ...may, heads: false }, 'placed'],
  ['French', 'strava', { ...may, lang: 'fr' }, 'placed'],
  ['German in March', 'strava', { year: 2026, month: 3, lang: 'de' }, 'placed'],
  ['Russian', 'strava', { ...may, lang: 'ru' }, 'placed'],
  ['Japanese', 'strava', { ...may, lang: 'ja' }, 'placed'],
  ['four hundred entries', 'strava', { ...may, entries: 13 }, 'placed'],
  ['a heading still of last month', 'strava', { ...may, headingOff: -1 }, 'fallback'],
  ['an address already of next month', 'strava', { ...may, addressOff: 1 }, 'fallback'],
  ['heading and address a month ahead of the days', 'strava', { ...may, headingOff: 1, addressOff: 1 }, 'fallback'],
  ['heading and address of last year', 'strava', { ...may, headingOff: -12, addressOff: -12 }, 'fallback'],
  ['two months at once', 'strava', { ...may, months: 2 }, 'fallback'],
  ['the reader’s own number in the address', 'strava', { ...may, owner: '1000001' }, 'placed'],
  ['somebody else’s page', 'strava', { ...may, owner: '42' }, 'silent'],
  [
    'nobody’s name in the menu',
    'strava',
    { ...may, owner: '42' },
    'silent',
    `document.querySelector('#global-header').remove()`,
  ],
  ['a renamed table', 'strava', may, 'fallback', `document.querySelector('table').className = 'cal_x1'`],
  ['days without numbers', 'strava', may, 'fallback', cells('.day', 'cell.remove()')],
  ['one number wrong', 'strava', may, 'placed', `document.querySelectorAll('.day')[9].textContent = '11'`],
  ['a week missing', 'strava', may, 'placed', `document.querySelectorAll('tbody tr')[2].remove()`],
  ['a column put elsewhere', 'strava', may, 'fallback', cells('tbody tr', 'cell.prepend(cell.lastElementChild)')],
  [
    'a cell more in a week',
    'strava',
    may,
    'placed',
    `document.querySelectorAll('tbody tr')[1].prepend(document.createElement('td'))`,
  ],
  ['a month as it is', 'finalsurge', may, 'placed'],
  ['weeks from Sunday', 'finalsurge', { ...may, firstWeekday: 7 }, 'placed'],
  ['across the year’s end', 'finalsurge', { year: 2026, month: 12 }, 'placed'],
  ['four hundred entries', 'finalsurge', { ...may, entries: 12 }, 'placed'],
  ['months counted from 0', 'finalsurge', may, 'fallback', cells('[data-month]', 'cell.dataset.month -= 1')],
  ['dates a day off', 'finalsurge', may, 'fallback', cells('td', 'cell.dataset.day = Number(cell.dataset.day) + 1')],
  ['no years', 'finalsurge', may, 'fallback', cells('td', `cell.removeAttribute('data-year')`)],
  ['renamed numbers', 'finalsurge', may, 'fallback', cells('.fc-day-number', `cell.className = 'n'`)],
  [
    'an entry of another day in every cell',
    'finalsurge',
    { ...may, entries: 1 },
    'fallback',
    cells('[data-date]', `cell.dataset.date = '1/1/2020'`),
  ],
  ['every cell twice', 'finalsurge', may, 'fallback', cells('td', 'cell.after(cell.cloneNode(true))')],
  ['a month as it is', 'trainingpeaks', may, 'placed'],
  ['weeks from Sunday', 'trainingpeaks', { ...may, firstWeekday: 7 }, 'placed'],
  ['across the year’s end', 'trainingpeaks', { year: 2026, month: 12 }, 'placed'],
  ['four hundred entries', 'trainingpeaks', { ...may, entries: 12 }, 'placed'],
  [
    'dates a day off',
    'trainingpeaks',
    may,
    'fallback',
    cells('.dayContainer', `cell.dataset.date = cell.dataset.date.slice(0, 8) + '31'`),
  ],
  ['every cell twice', 'trainingpeaks', may, 'fallback', cells('.dayContainer', 'cell.after(cell.cloneNode(true))')],
  ['a card opened', 'trainingpeaks', { ...may, entries: 1 }, 'placed', openedCard(cardDay)],
  [
    'a card opened that is already of another day',
    'trainingpeaks',
    { ...may, entries: 1 },
    'placed',
    openedCard(cardDay, '2026-05-14' as Day),
  ],
  ['a month as it is', 'garmin', may, 'placed'],
  ['numbers of the months round it', 'garmin', { ...may, padding: 'numbers' }, 'placed'],
  ['weeks from Sunday', 'garmin', { ...may, firstWeekday: 7 }, 'placed'],
  ['weeks from Sunday that no head names', 'garmin', { ...may, firstWeekday: 7, heads: false }, 'placed'],
  [
    'weeks whose beginning nobody names',
    'garmin',
    { ...may, heads: false },
    'fallback',
    `document.scripts[0].textContent = ''`,
  ],
  [
    'heads and settings that disagree',
    'garmin',
    may,
    'fallback',
    `document.scripts[0].textContent = 'firstDayOfWeek: { dayName: "sunday" }'`,
  ],
  ['French', 'garmin', { ...may, lang: 'fr' }, 'placed'],
  ['Russian', 'garmin', { ...may, lang: 'ru' }, 'placed'],
  ['a heading still of last month', 'garmin', { ...may, headingOff: -1 }, 'fallback'],
  ['a heading of last year', 'garmin', { ...may, headingOff: -12 }, 'fallback'],
  ['two months at once', 'garmin', { ...may, months: 2 }, 'fallback'],
  ['four hundred entries', 'garmin', { ...may, entries: 13 }, 'placed'],
  ['nobody signed in', 'garmin', may, 'silent', `document.documentElement.className = ''`],
  ['renamed days', 'garmin', may, 'fallback', cells('.calendar-day', `cell.className = 'x'`)],
  ['days without numbers', 'garmin', may, 'fallback', cells('.calendar-day-number', 'cell.remove()')],
  ['the end of a month', 'coros', may, 'placed'],
  ['the end of a year', 'coros', { year: 2027, month: 1 }, 'placed'],
  ['a leap day', 'coros', { year: 2028, month: 3 }, 'placed'],
  ['weeks inside one month', 'coros', { ...may, inside: true } as Calendar, 'fallback'],
  ['weeks from Sunday', 'coros', { ...may, firstWeekday: 7 }, 'fallback'],
  ['a date of last month', 'coros', { ...may, headingOff: -1 }, 'fallback'],
  ['a date of next year', 'coros', { ...may, headingOff: 12 }, 'fallback'],
  ['four hundred entries', 'coros', { ...may, entries: 20 }, 'placed'],
  ['a renamed count', 'coros', may, 'fallback', cells('.calender-day', `cell.removeAttribute('data-dayindex')`)],
  ['every cell twice', 'coros', may, 'fallback', cells('.calender-day', 'cell.after(cell.cloneNode(true))')],
  ['two pickers', 'coros', may, 'fallback', cells('.arco-picker', 'cell.after(cell.cloneNode(true))')],
  ['weeks as they are', 'intervals', may, 'placed'],
  ['the end of a year', 'intervals', { year: 2026, month: 12 }, 'placed'],
  ['the begin of a year', 'intervals', { year: 2027, month: 1 }, 'placed'],
  ['weeks from Sunday', 'intervals', { ...may, firstWeekday: 7 }, 'placed'],
  ['German', 'intervals', { ...may, lang: 'de' }, 'placed'],
  ['an address of next month', 'intervals', { ...may, addressOff: 2 }, 'fallback'],
  ['an address of last year', 'intervals', { ...may, addressOff: -12 }, 'fallback'],
  ['somebody else’s page', 'intervals', { ...may, owner: 'Bo' }, 'silent'],
  ['no name in the menu', 'intervals', may, 'fallback', `document.querySelector('.athlete-switcher').remove()`],
  ['no weekdays', 'intervals', may, 'fallback', cells('.day-header', `cell.textContent = cell.textContent.slice(4)`)],
  ['every cell twice', 'intervals', may, 'fallback', cells('.day', 'cell.after(cell.cloneNode(true))')],
  ['a list as it is', 'strava list', may, 'placed'],
  ['British', 'strava list', { ...may, lang: 'en-GB' }, 'placed'],
  ['French', 'strava list', { ...may, lang: 'fr' }, 'placed'],
  ['two on each day', 'strava list', { ...may, entries: 2 }, 'fallback'],
  ['no weekdays', 'strava list', may, 'fallback', cells('.col-date', `cell.textContent = cell.textContent.slice(4)`)],
  ['renamed rows', 'strava list', may, 'fallback', cells('tr', `cell.className = 'row_x1'`)],
])('%s (%s)', async (_, site, calendar, expected, change) => {
  expect(await look(site, makers[site].make(calendar), change)).toBe(expected)
})

test('February without its first row: the days of March behind it, in the same columns, are not its own', async () => {
  const page = makers.strava.make({ year: 1999, month: 2, firstWeekday: 7, padding: 'numbers' })
  expect(await look('strava', page, cells('tbody', 'cell.firstElementChild?.remove()'))).not.toBe('wrong')
})

test('an address of Final Surge that names somebody is met with silence', async () => {
  const { html } = finalsurgeMonth(may)
  expect(await look('finalsurge', { html, at: 'https://log.finalsurge.com/Calendar.cshtml?uid=7' })).toBe('silent')
})

/** So many months; `npm run soak -- log-pages` asks for more. */
const pages = Number(process.env.TANDEM_PAGES ?? 24)

test(
  'law: no month of any year, with any one fault, places a session on a wrong day',
  async () => {
    const faults = [
      '',
      cells('td, .dayContainer', 'if (Math.abs(cell.cellIndex) === 3) cell.remove()'),
      cells('.calendar-day:nth-child(4), .week > .day:nth-child(4), .calender-day:nth-child(4)', 'cell.remove()'),
      cells(
        'span.day, .fc-day-number, .dayNumberText, .calendar-day-number, .calender-day > span',
        'cell.textContent = Number(cell.textContent) + 1',
      ),
      cells('tr, .calendarWeekContainer, .calendar-week, .week, .calender', 'cell.append(cell.firstElementChild)'),
      cells('table, .athleteCalendar, .calendar, .calendar-month, .calender', 'cell.after(cell.cloneNode(true))'),
      cells('tbody, .athleteCalendar, .calendar-month, .calendar, .calender', 'cell.lastElementChild?.remove()'),
      cells('tbody, .athleteCalendar, .calendar-month, .calendar, .calender', 'cell.firstElementChild?.remove()'),
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.record(
          {
            year: fc.integer({ min: 1999, max: 2101 }),
            month: fc.integer({ min: 1, max: 12 }),
            firstWeekday: fc.constantFrom(1, 6, 7),
            lang: fc.constantFrom('en', 'fr', 'de', 'pt-BR', 'ja', 'ru'),
            padding: fc.constantFrom('empty' as const, 'numbers' as const),
            headingOff: fc.constantFrom(-12, -1, 0, 0, 1),
            addressOff: fc.constantFrom(-12, -1, 0, 0, 1),
            heads: fc.boolean(),
            entries: fc.integer({ min: 0, max: 2 }),
          },
          { requiredKeys: ['year', 'month'] },
        ),
        fc.constantFrom(...faults),
        async (site, calendar, fault) => {
          expect(await look(site, makers[site].make(calendar), fault)).not.toBe('wrong')
        },
      ),
      { numRuns: pages },
    )
  },
  60_000 + pages * 500,
)
