/** Tables as text that every spreadsheet opens (RFC 4180). */

export type Cell = string | number | boolean | null

// Why the apostrophe: a cell that begins like a formula would be run by a spreadsheet. A number is no formula.
const sayCell = (value: Cell): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table with its head; null is an empty cell. Lines end as the standard has it, the last one too. */
export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map(row => `${row.map(sayCell).join(',')}\r\n`).join('')
