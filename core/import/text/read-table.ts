/** A table as spreadsheets and services write it: with commas, semicolons or tabs, and cells of several lines. */
import { inferSchema, initParser } from 'udsv'
import { hasMore } from './values.ts'

/** A row by the names of its columns, trimmed; of a name that stands twice the last one counts. */
export type Row = { readonly [column: string]: string }
export type Table = { readonly header: readonly string[]; readonly rows: readonly Row[] }

/** No table that people keep has more lines (a dozen a day for fifty years), or more cells. */
const mostLines = 250_000
const mostCells = 3_000_000

/** The cells line by line; none where the text is no table, or longer than any. */
export const cellsOf = (text: string, separator = ','): readonly (readonly string[])[] => {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (plain.trim() === '' || hasMore(plain, '\n', mostLines) || hasMore(plain, separator, mostCells)) return []
  try {
    const schema = inferSchema(plain, { col: separator, row: '\n', encl: '"', header: () => [] })
    return initParser(schema).stringArrs(plain)
  } catch {
    return []
  }
}

/** What stands between the names of the first line. */
export const separatorIn = (text: string): string => {
  // Why so much of it: no header is longer, and a text may be one line of nothing but marks.
  const [first = ''] = text.slice(0, 100_000).split('\n', 1)
  const count = (mark: string) => first.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** Rows by column name; `nameOf` says what a column is called here. Rows without any cell are left out. */
export const readTable = (text: string, nameOf: (column: string) => string = column => column): Table => {
  const [first, ...rest] = cellsOf(text, separatorIn(text))
  const header = (first ?? []).map(cell => cell.trim())
  const names = header.map(nameOf)
  const rows = rest
    .filter(cells => cells.some(cell => cell.trim() !== ''))
    .map(cells => Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()])))
  return { header, rows }
}

/** The first line of a file's first bytes, in small letters, for recognising a table by its columns. */
export const headerIn = (letters: string): string =>
  letters
    .replace(/^\xEF\xBB\xBF/, '')
    .split(/[\r\n]/, 1)[0]!
    .toLowerCase()
