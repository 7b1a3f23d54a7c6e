/** COROS: three weeks counted from a date in the picker; a day counts where the numbers in the cells fit that date alone. */
import { err, ok, type Result } from '../../core/lib/result.ts'
import { addDays, type Day, mondayOf, parseDay } from '../../core/model/day.ts'
import { textOf } from './basis/number-cells.ts'
import type { Page, PageDay, PageReading, Site, SiteError } from './site.ts'

const dayCell = '.calender-day[data-weekindex][data-dayindex]'

type Cell = {
  readonly cell: Element
  readonly selector: string
  /** Days since the first of the window; undefined where the cell does not say. */
  readonly nth: number | undefined
  readonly number: number
}

const whole = (text: string | null, most: number): number | undefined =>
  text !== null && /^\d$/.test(text) && Number(text) <= most ? Number(text) : undefined

const cellOf = (cell: Element): Cell => {
  const [week, day] = [cell.getAttribute('data-weekindex'), cell.getAttribute('data-dayindex')]
  const [w, d] = [whole(week, 2), whole(day, 6)]
  const printed = [...cell.children].filter(({ tagName }) => tagName === 'SPAN').map(textOf)
  return {
    cell,
    selector: `.calender-day[data-weekindex="${week}"][data-dayindex="${day}"]`,
    nth: w === undefined || d === undefined ? undefined : w * 7 + d,
    number: /^\d{1,2}$/.test(printed[0] ?? '') ? Number(printed[0]) : 0,
  }
}

/**
 * The windows of three weeks that hold the picker's date and whose days have the printed numbers. Why Mondays alone:
 * nothing on the page names a column, and a week from Sunday would fit another year as well.
 */
const windowsAt = (shown: Day, cells: readonly Cell[]): readonly Day[] =>
  [0, -7, -14]
    .map(off => addDays(mondayOf(shown), off))
    .filter(first =>
      cells.every(({ nth, number }) => nth !== undefined && Number(addDays(first, nth).slice(8)) === number),
    )

const read = (document: Document): Result<PageReading, SiteError> => {
  if (/[?&](userid|user|athlete|teamid|id)=/i.test(document.location.search))
    return err({
      type: 'OwnerUnknown',
      says: 'the address names somebody, and the page does not say whether it is you',
    })
  const cells = [...document.querySelectorAll(dayCell)].map(cellOf)
  if (cells.length === 0) return err({ type: 'NotRecognised', says: 'no day cells were found in the schedule' })
  const [picker, another] = document.querySelectorAll<HTMLInputElement>('.arco-picker input')
  const shown = another === undefined ? parseDay(picker?.value ?? '') : undefined
  if (shown === undefined) return err({ type: 'NotRecognised', says: 'the date of the schedule was not found' })
  const [first, second] = windowsAt(shown, cells)
  if (first === undefined || second !== undefined)
    return err({ type: 'NotRecognised', says: 'the numbers of the days do not fit the date of the schedule' })
  const dayOf = ({ nth }: Cell): Day => addDays(first, nth ?? 0)
  // Why: a date left behind in the picker fits another month too, unless a month's end is among the days: neighbouring
  // months differ in length or in the weekday they begin with.
  const months = new Set(cells.map(cell => dayOf(cell).slice(0, 7)))
  const sure = months.size > 1
  const days = cells.map((cell): PageDay => {
    const alone = cells.filter(({ nth }) => nth === cell.nth).length === 1
    const confidence = !alone ? 'unknown' : sure ? 'certain' : 'probable'
    return { day: dayOf(cell), confidence, anchor: { cell: cell.selector, before: '.training-group-item' } }
  })
  const unsure = days.filter(({ confidence }) => confidence !== 'certain').length
  return ok({
    days,
    entries: cells.flatMap(one =>
      [...one.cell.querySelectorAll('.training-group-item')].map(item => ({
        day: dayOf(one),
        siteId: item.getAttribute('data-id'),
        sport: /iconfont-sport-([\w-]+)/.exec(item.querySelector('.iconfont')?.className ?? '')?.[1] ?? null,
        title: item.getAttribute('data-name'),
      })),
    ),
    notRecognised: unsure > 0 ? [`the date of ${unsure} of ${cells.length} day cells is not certain`] : [],
  })
}

const schedule: Page = {
  name: 'schedule',
  title: 'Training schedule',
  shows: url =>
    url.protocol === 'https:' && url.hostname === 't.coros.com' && /^\/admin\/views\/schedule\/?$/.test(url.pathname),
  container: '.calender',
  beside: '.arco-picker',
  read,
}

export const site: Site = {
  id: 'coros',
  hosts: [{ name: 'COROS Training Hub', match: 'https://t.coros.com/*' }],
  reads: 'the date of your own schedule and the numbers of its days',
  shows: 'your planned session in each day, or your week in a strip that folds away',
  pages: [schedule],
}

export const urls: { readonly [page: string]: readonly string[] } = {
  schedule: ['https://t.coros.com/admin/views/schedule', 'https://t.coros.com/admin/views/schedule?lang=en-US'],
}
export const otherUrls: readonly string[] = [
  'https://t.coros.com/admin/views/activities',
  'https://t.coros.com/admin/views/dash-board',
  'http://t.coros.com/admin/views/schedule',
  'https://t.coros.com.example.test/admin/views/schedule',
]
