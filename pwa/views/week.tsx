/** What the coach said of each week, the newest first; on a Sunday it is all the athlete needs to read. */
import { Empty } from '../parts/empty.tsx'
import type { App, View } from '../state/app.ts'
import { speaksForAthlete } from './session/looking.ts'
import { ReviewCard } from './week/review-card.tsx'
import s from './week.module.css'

const Week = ({ app }: { readonly app: App }) => {
  const looking = app.looking.value
  if (looking === null) return null
  const reviews = (looking.plan.reviews ?? []).toReversed()
  return (
    <div class={s.week}>
      <h1>Weeks</h1>
      {reviews.map(review => (
        <ReviewCard key={review.id} app={app} looking={looking} review={review} mayAnswer={speaksForAthlete(looking)} />
      ))}
      {reviews.length === 0 && (
        <Empty title="No week was reviewed yet">
          <p>What the coach says of a week stands here: how it was, what comes next, and one habit to keep.</p>
        </Empty>
      )}
    </div>
  )
}

export const view: View = {
  id: 'week',
  path: '/week',
  title: 'Weeks',
  icon: 'calendar',
  for: ['coach', 'athlete'],
  inNavigation: false,
  Component: Week,
}
