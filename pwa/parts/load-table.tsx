/** The load chart as a table: one row a day, or a week where days would be too many. */
import { type Day, mondayOf } from '../../core/model/day.ts'
import { formatDay, formatNumber } from './format.ts'
import type { LoadDay } from './load-chart.tsx'
import s from './load-table.module.css'

type Row = { readonly key: string; readonly label: string; readonly load: number | null; readonly end: LoadDay }

const byWeek = (days: readonly LoadDay[]): readonly Row[] => {
  const weeks = new Map<Day, LoadDay[]>()
  for (const day of days) weeks.set(mondayOf(day.day), [...(weeks.get(mondayOf(day.day)) ?? []), day])
  return [...weeks].map(([monday, inWeek]) => ({
    key: monday,
    label: formatDay(monday, 'withYear'),
    load: inWeek.every(({ load }) => load !== null) ? inWeek.reduce((sum, { load }) => sum + (load ?? 0), 0) : null,
    end: inWeek.at(-1)!,
  }))
}

const figure = (value: number | null) => (value === null ? '–' : formatNumber(Math.round(value)))

export const LoadTable = ({ days, summary }: { readonly days: readonly LoadDay[]; readonly summary: string }) => {
  const rows: readonly Row[] =
    days.length > 100
      ? byWeek(days)
      : days.map(day => ({ key: day.day, label: formatDay(day.day), load: day.load, end: day }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class={s.scroll} tabIndex={0} aria-label="Load and form as a table">
      <table>
        <caption class={s.caption}>{summary} A dash is not known.</caption>
        <thead>
          <tr>
            <th scope="col">{days.length > 100 ? 'Week of' : 'Day'}</th>
            <th scope="col">Load</th>
            <th scope="col">Fitness</th>
            <th scope="col">Fatigue</th>
            <th scope="col">Form</th>
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ key, label, load, end }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{figure(load)}</td>
              <td>{figure(end.fitness)}</td>
              <td>{figure(end.fatigue)}</td>
              <td>{figure(end.form)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
