/** The cells of a calendar that prints only numbers, and what is said of a month once its days are found. */
import { err, ok, type Result } from '../../../core/lib/result.ts'
import type { Day } from '../../../core/model/day.ts'
import type { Confidence, PageDay, PageEntry, PageReading, SiteError } from '../site.ts'
import { weekdayOfName } from './names.ts'

export type NumberCell = {
  readonly cell: Element
  readonly selector: string
  /** From 0. */
  readonly column: number
  readonly number: number | null
}

type Found = readonly ({ readonly day: Day; readonly confidence: Confidence } | null)[]

export const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? ''

/** The number a text is, where it is one and nothing else. */
export const numberIn = (text: string): number | null => (/^\d{1,2}$/.test(text) ? Number(text) : null)

/** The weekday of the first column by the heads over the columns; `bare` where there are none, null where they are unclear. */
export const firstColumn = (heads: readonly Element[], document: Document, bare: number | null): number | null => {
  if (heads.length === 0) return bare
  const days = heads.map(head => weekdayOfName(textOf(head), document))
  const first = days[0]
  if (heads.length !== 7 || first === undefined) return null
  return days.every((day, i) => day === undefined || (day - first + 7) % 7 === i) ? first : null
}

/** A month as it was read: its certain days, its entries, and in words what did not fit. */
export const monthReading = (
  cells: readonly NumberCell[],
  found: Found,
  before: string,
  entriesOf: (cell: Element, day: Day | null) => readonly PageEntry[],
): Result<PageReading, SiteError> => {
  const days = found.flatMap((one, i): readonly PageDay[] =>
    one === null ? [] : [{ ...one, anchor: { cell: cells[i]!.selector, before } }],
  )
  if (days.length === 0)
    return err({ type: 'NotRecognised', says: 'the numbers of the days do not fit the month in the heading' })
  const unsure = days.some(({ confidence }) => confidence !== 'certain')
  const last = found.findLastIndex(one => one !== null)
  const left = cells.filter(({ number }, i) => i > last && number !== null && number > days.length).length
  return ok({
    days,
    entries: found.flatMap((one, i) => entriesOf(cells[i]!.cell, one?.day ?? null)),
    notRecognised: [
      ...(unsure ? ['the dates of the days are not certain'] : []),
      ...(left > 0 ? [`${left} of ${cells.length} day cells do not go on where the days before them end`] : []),
    ],
  })
}

/** A page on which no day stands for sure: the strip beside it. */
export const noDays: PageReading = { days: [], entries: [], notRecognised: [] }
