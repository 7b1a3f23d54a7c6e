/** Calendars as they may come and as nobody foresaw them: whatever happens, no session stands on a wrong day. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type Calendar, finalsurgeMonth, type Made, stravaMonth, trainingpeaksMonth } from '../kit/site-pages.ts'
import { pageNow, readAt } from './sites-reading.ts'

const makers = { strava: stravaMonth, finalsurge: finalsurgeMonth, trainingpeaks: trainingpeaksMonth } as const
type SiteName = keyof typeof makers
type Seen = 'placed' | 'fallback' | 'silent' | 'wrong'

const tally: Record<SiteName, Record<Seen, number>> = {
  strava: { placed: 0, fallback: 0, silent: 0, wrong: 0 },
  finalsurge: { placed: 0, fallback: 0, silent: 0, wrong: 0 },
  trainingpeaks: { placed: 0, fallback: 0, silent: 0, wrong: 0 },
}
afterAll(() => console.table(tally))

/** What a session would meet on this page: wrong where one certain day leads to a cell of another day, or to none alone. */
const look = async (site: SiteName, made: Made, change = ''): Promise<Seen> => {
  const read = await readAt({ site, page: 'calendar', ...made, change })
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
  tally[site][seen] += 1
  return seen
}

const may = { year: 2026, month: 5 }
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
])('%s (%s)', async (_, site, calendar, expected, change) => {
  expect(await look(site, makers[site](calendar), change)).toBe(expected)
})

test('an address of Final Surge that names somebody is met with silence', async () => {
  const { html } = finalsurgeMonth(may)
  expect(await look('finalsurge', { html, at: 'https://log.finalsurge.com/Calendar.cshtml?uid=7' })).toBe('silent')
})

test('law: no month of any year, with any one fault, places a session on a wrong day', async () => {
  const faults = [
    '',
    cells('td, .dayContainer', 'if (Math.abs(cell.cellIndex) === 3) cell.remove()'),
    cells('.day, .fc-day-number, .dayNumberText', 'cell.textContent = Number(cell.textContent) + 1'),
    cells('tr, .calendarWeekContainer', 'cell.append(cell.firstElementChild)'),
    cells('table, .athleteCalendar', 'cell.after(cell.cloneNode(true))'),
    cells('tbody, .athleteCalendar', 'cell.lastElementChild?.remove()'),
    cells('tbody, .athleteCalendar', 'cell.firstElementChild?.remove()'),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<SiteName>('strava', 'finalsurge', 'trainingpeaks'),
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
        expect(await look(site, makers[site](calendar), fault)).not.toBe('wrong')
      },
    ),
    { numRuns: 24 },
  )
})
