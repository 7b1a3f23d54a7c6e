/** One athlete's dashboard for the coach: only what leads to a decision, each with why it matters. */
import type { Row } from '../../core/reports/desk/dashboard.ts'
import { Empty } from '../parts/empty.tsx'
import { Evidence } from '../parts/evidence.tsx'
import { forReader } from '../parts/for-reader.ts'
import { Icon } from '../parts/icon.tsx'
import { StandingWord } from '../parts/standing.tsx'
import type { App, View } from '../state/app.ts'
import s from './dashboard.module.css'
import { addressOfReview } from './roster/order.ts'

const places = { inbox: '/inbox', calendar: '/calendar', zones: '/zones' } as const

const Card = ({ row, space }: { readonly row: Row; readonly space: string }) => (
  <article class={s.row} data-row={row.id} aria-label={row.title}>
    <h2>{row.title}</h2>
    <dl class={s.lines}>
      <dt>What changed</dt>
      <dd>
        {forReader(row.changed)}
        <Evidence items={row.evidence} trust={row.trust} />
      </dd>
      <dt>Why it matters</dt>
      <dd>{forReader(row.matters)}</dd>
      <dt>To decide</dt>
      <dd>
        <a href={row.decide.to === 'review' ? addressOfReview(space) : places[row.decide.to]}>
          {forReader(row.decide.says)} <Icon name="arrow-right" />
        </a>
      </dd>
    </dl>
  </article>
)

const Dashboard = ({ app }: { readonly app: App }) => {
  const space = app.at.value ?? ''
  const assessment = app.assessments.value.get(space)
  if (!assessment)
    return (
      <Empty title="Not looked at yet">
        <p>This athlete is assessed as soon as their documents are open. It takes a moment.</p>
      </Empty>
    )
  const { rows, quiet } = assessment.dashboard
  const asks = assessment.standing === 'needs-you' || assessment.standing === 'look'
  return (
    <div class={s.dashboard}>
      <header class={s.head}>
        <h1>{assessment.name || 'This athlete'}</h1>
        <StandingWord standing={assessment.standing} />
        <a class={s.link} href={addressOfReview(space)}>
          Review
        </a>
      </header>
      {rows.map(row => (
        <Card key={row.id} row={row} space={space} />
      ))}
      {rows.length === 0 && (
        <Empty title={asks ? 'No figure to decide on' : 'Nothing to decide'}>
          <p>No figure asks for a decision today. What stands below is quiet, or not known.</p>
          {asks && (
            <p>
              What asks for you stands in the <a href={addressOfReview(space)}>review</a>:{' '}
              {forReader(assessment.changed)}
            </p>
          )}
        </Empty>
      )}
      {quiet.length > 0 && <p class={s.quiet}>Nothing to decide: {forReader(quiet.join('; '))}.</p>}
    </div>
  )
}

export const view: View = {
  id: 'dashboard',
  path: '/dashboard',
  title: 'Dashboard',
  icon: 'history',
  for: ['coach'],
  inNavigation: false,
  Component: Dashboard,
}
