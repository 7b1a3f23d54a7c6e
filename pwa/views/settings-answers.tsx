/** How long what was raised waits for this coach's answer, beside how many athletes they have; theirs alone to see (S6). */
import { responsesByWeek } from '../../core/reports/desk/responses.ts'
import { ChartTable } from '../parts/chart-table.tsx'
import type { App } from '../state/app.ts'

const weeks = 8

/** Minutes → `40 min`, `3 h`, `2 days`. */
const sayWait = (minutes: number): string =>
  minutes < 1
    ? 'under 1 min'
    : minutes < 90
      ? `${Math.round(minutes)} min`
      : minutes < 2 * 1440
        ? `${Math.round(minutes / 60)} h`
        : `${Math.round(minutes / 1440)} days`

export const Answers = ({ app }: { readonly app: App }) => {
  const all = [...app.assessments.value.values()]
  const { at } = app.now.value
  const rows = responsesByWeek(
    all.flatMap(({ responses }) => responses),
    at,
    weeks,
  ).map(({ weeksAgo, answers, medianMinutes }) => {
    const until = at - weeksAgo * 10_080
    const athletes = all.filter(({ since }) => since !== null && since <= until).length
    return {
      key: String(weeksAgo),
      label: weeksAgo === 0 ? 'Last 7 days' : `${weeksAgo} ${weeksAgo === 1 ? 'week' : 'weeks'} before`,
      cells: [String(athletes), String(answers), medianMinutes === null ? '–' : sayWait(medianMinutes)],
    }
  })
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">How I answer</h2>
      <p class="soft">
        Half of what was raised waited less than this for your first answer. Nobody else sees it, and nothing is made of
        it.
      </p>
      <ChartTable label="How I answer" columns={['Week', 'Athletes', 'Answers', 'Median wait']} rows={rows} whole />
    </section>
  )
}
