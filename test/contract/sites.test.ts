/** Every training log reads its saved pages as written down, knows its own addresses, and never guesses a day. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sites as listed } from '../../extension/sites/index.ts'
import type { Site } from '../../extension/sites/site.ts'
import { shelf } from '../kit/shelf.ts'
import { pageNow, type Read, readAgain, readAt } from './sites-reading.ts'

type SiteFile = {
  readonly site: Site
  readonly urls: { readonly [page: string]: readonly string[] }
  readonly otherUrls: readonly string[]
}
const files = await shelf<SiteFile>('extension/sites', ['site.ts'])
const sites = [...files.values()]
const urls = sites.flatMap(({ site, urls, otherUrls }) => [
  ...Object.entries(urls).flatMap(([page, list]) => list.map(url => ({ url, owner: `${site.id} ${page}` }))),
  ...otherUrls.map(url => ({ url, owner: 'nobody' })),
])
const folder = 'test/fixtures/pages'
const saved = (id: string) =>
  existsSync(`${folder}/${id}`)
    ? readdirSync(`${folder}/${id}`)
        .filter(file => file.endsWith('.html'))
        .map(file => file.replace('.html', ''))
    : []

/** Reads a saved page, after `change` (page code as text) has altered it. */
const readPage = (id: string, name: string, change = ''): Promise<Read> =>
  readAt({
    site: id,
    page: name,
    at: files.get(id)!.urls[name]![0]!,
    html: readFileSync(`${folder}/${id}/${name}.html`, 'utf8'),
    change,
  })

test('every site file is in the list under its own name', () =>
  expect(listed.map(({ id }) => id).sort()).toEqual([...files.keys()].sort()))

test('every page of a site is saved, and every saved page is a page of its site', () => {
  for (const { site } of sites) expect(saved(site.id).sort()).toEqual(site.pages.map(({ name }) => name).sort())
})

test('no two sites ask for the same address', () => {
  const matches = sites.flatMap(({ site }) => site.hosts.map(({ match }) => match))
  expect(new Set(matches).size).toBe(matches.length)
  for (const match of matches) expect(match).toMatch(/^https:\/\/[a-z.]+\/\*$/)
})

for (const { site } of sites)
  describe(site.id, () => {
    test.each(urls)('has its page at $url only where it says so', ({ url, owner }) => {
      const pages = site.pages.filter(({ shows }) => shows(new URL(url))).map(({ name }) => `${site.id} ${name}`)
      expect(pages).toEqual(owner.startsWith(`${site.id} `) ? [owner] : [])
    })
    for (const name of saved(site.id))
      test(`${name} reads as saved`, async () => {
        const expected: unknown = JSON.parse(readFileSync(`${folder}/${site.id}/${name}.json`, 'utf8'))
        expect(await readPage(site.id, name)).toEqual({ ok: true, value: expected })
      })
  })

/** What is publicly known of each page, as far as it is at hand: the days that stand in their cells, by the cell's own number. */
const known = '../shared/docs/sites'
const august = (...days: readonly number[]) => days.map(day => `2026-08-${String(day).padStart(2, '0')}`)
describe.skipIf(!existsSync(known))('the pages as they are publicly known', () => {
  test.each<[string, string, string, string, readonly string[]]>([
    ['coros-schedule', 'coros', 'schedule', '', ['2026-07-27', ...august(1, 3, 5, 16)]],
    ['finalsurge-calendar', 'finalsurge', 'calendar', '', august(1, 2, 3, 4)],
    // Why none: a month of two short weeks is no witness of its own dates.
    ['garmin-calendar', 'garmin', 'calendar', '', []],
    ['intervals-calendar', 'intervals', 'calendar', 'https://intervals.icu/?w=2026-08-03', august(3, 4, 5, 6, 7, 8, 9)],
    [
      'strava-calendar',
      'strava',
      'calendar',
      'https://www.strava.com/athlete/calendar/2026#Aug',
      august(1, 2, 3, 4, 5, 6, 7, 8, 9),
    ],
    ['strava-my-activities', 'strava', 'my-activities', '', august(1)],
    ['strava-training-log', 'strava', 'training-log', '', []],
    ['trainingpeaks-calendar', 'trainingpeaks', 'calendar', '', august(1, 2, 3, 4, 5, 6)],
  ])('%s', async (file, site, page, at, expected) => {
    const html = readFileSync(`${known}/${file}.html`, 'utf8')
    const read = await readAt({ site, page, at: at || files.get(site)!.urls[page]![0]!, html })
    const days = read.ok ? read.value.days.filter(({ confidence }) => confidence === 'certain') : []
    expect(days.map(({ day }) => day).sort()).toEqual(expected)
    const cells = await pageNow().evaluate(
      selectors => selectors.map(one => [...document.querySelectorAll(one)].map(cell => cell.textContent ?? '')),
      days.map(({ anchor }) => anchor.cell),
    )
    if (site === 'strava' && page === 'my-activities') return expect(cells).toEqual([['Easy shakeout']])
    for (const [i, { day }] of days.entries()) {
      expect(cells[i]).toHaveLength(1)
      expect(/\d+/.exec(cells[i]![0]!)?.[0]).toBe(String(Number(day.slice(8))))
    }
  })
  test('all of them are looked at', () =>
    expect(readdirSync(known).filter(file => file.endsWith('.html'))).toHaveLength(8))
})

describe('a TrainingPeaks calendar that is built differently', () => {
  const read = (change: string) => readPage('trainingpeaks', 'calendar', change)
  const certain = (reading: Read) =>
    reading.ok ? reading.value.days.filter(({ confidence }) => confidence === 'certain').map(({ day }) => day) : []
  const cell = (day: string) => `document.querySelector('.dayContainer[data-date="${day}"]')`

  test('keeps every day certain where weeks begin on Sunday', async () => {
    const reading = await read(`for (const week of document.querySelectorAll('.calendarWeekContainer')) {
      week.prepend(week.lastElementChild)
      week.dataset.date = week.firstElementChild.dataset.date
    }`)
    expect(certain(reading)).toHaveLength(14)
  })
  test('keeps a Sunday certain that stands before the Monday its week is named by', async () => {
    const reading = await read(`{
      const [first, second] = document.querySelectorAll('.calendarWeekContainer')
      second.prepend(first.lastElementChild)
    }`)
    expect(certain(reading)).toContain('2026-08-30')
  })
  test('reads the days on both sides of a month’s end', async () => {
    expect(certain(await read(''))).toEqual(expect.arrayContaining(['2026-08-31', '2026-09-01']))
  })
  test('leaves out a cell without a date, and says so', async () => {
    const reading = await read(`${cell('2026-09-02')}.removeAttribute('data-date')`)
    expect(certain(reading)).toHaveLength(13)
    expect(reading).toMatchObject({ value: { notRecognised: ['1 of 14 day cells carry no date'] } })
  })
  test('takes no day from the date of the week', async () => {
    const reading = await read(
      `for (const day of document.querySelectorAll('.dayContainer')) day.removeAttribute('data-date')`,
    )
    expect(reading).toEqual({ ok: false, error: { type: 'NotRecognised', says: 'the day cells carry no dates' } })
  })
  test('is not recognised where the day cells have another class', async () => {
    const reading = await read(
      `for (const day of document.querySelectorAll('.dayContainer')) day.className = 'dayBox_x81'`,
    )
    expect(reading).toEqual({
      ok: false,
      error: { type: 'NotRecognised', says: 'no day cells were found in the calendar' },
    })
  })
  test('is not recognised before its calendar is there', async () => {
    const reading = await read(`document.querySelector('.calendar').remove()`)
    expect(reading).toEqual({ ok: false, error: { type: 'NotRecognised', says: 'no calendar was found on this page' } })
  })
  test('trusts no cell whose printed number contradicts its date', async () => {
    const reading = await read(`${cell('2026-09-02')}.querySelector('.dayNumberText').textContent = '3'`)
    expect(certain(reading)).not.toContain('2026-09-02')
    expect(certain(reading)).toHaveLength(13)
  })
  test('trusts no cell that is weeks away from its week', async () => {
    const reading = await read(`{
      const day = ${cell('2026-09-02')}
      day.dataset.date = '2026-10-02'
    }`)
    expect(certain(reading)).toHaveLength(13)
  })
  test('is only probable where no number is printed', async () => {
    const reading = await read(`for (const number of document.querySelectorAll('.dayNumberText')) number.remove()`)
    expect(certain(reading)).toEqual([])
    expect(reading).toMatchObject({ value: { notRecognised: ['the date of 14 of 14 day cells is not certain'] } })
  })
  test('places nothing in a day that two cells claim', async () => {
    const reading = await read(`${cell('2026-09-02')}.after(${cell('2026-09-02')}.cloneNode(true))`)
    expect(certain(reading)).not.toContain('2026-09-02')
  })
  test('reads month names of other languages beside the number', async () => {
    const reading = await read(`${cell('2026-09-01')}.querySelector('.dayNumberText').textContent = '1 вер.'`)
    expect(certain(reading)).toContain('2026-09-01')
  })
  test('reads no day out of a date that does not exist', async () => {
    const reading = await read(`${cell('2026-08-31')}.dataset.date = '2026-08-32'`)
    expect(certain(reading)).toHaveLength(13)
  })
  test.each([
    [
      'a coach’s account',
      `document.body.insertAdjacentHTML('afterbegin', '<p class="userType">Coach Account</p>')`,
      'NotOwn',
    ],
    ['another athlete in the address', `location.hash = '#calendar/athletes/999'`, 'NotOwn'],
    [
      'a calendar that is not the athlete’s',
      `document.querySelector('.calendar').className = 'calendar coachCalendar'`,
      'OwnerUnknown',
    ],
    ['nobody signed in', `localStorage.removeItem('ajs_user_id')`, 'OwnerUnknown'],
    ['an account that is no number', `localStorage.setItem('ajs_user_id', '{"id":1}')`, 'OwnerUnknown'],
  ])('stays silent with %s', async (_, change, type) => {
    expect(await read(change)).toMatchObject({ ok: false, error: { type } })
  })
  test('changes nothing on the page it reads', async () => {
    await read('')
    const before = await pageNow().content()
    await readAgain('trainingpeaks', 'calendar')
    expect(await pageNow().content()).toBe(before)
  })
})
