/** The figures of a chart as a table, for those who would rather read or hear them. */
import s from './chart-table.module.css'

export type TableRow = { readonly key: string; readonly label: string; readonly cells: readonly string[] }
type ChartTableProps = {
  readonly label: string
  readonly caption?: string
  /** The first names the rows. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** Shows every row instead of a window that scrolls. */
  readonly whole?: boolean
}

export const ChartTable = ({ label, caption, columns, rows, whole = false }: ChartTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section class={`${s.scroll} ${whole ? '' : s.window}`} tabIndex={0} aria-label={label}>
    <table>
      {caption && <caption class={s.caption}>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label: name, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, i) => (
              <td key={i}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
