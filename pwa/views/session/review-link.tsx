/** The way to the weekly review for a coach of one athlete, for whom there is no roster to open it from. */
import type { App, Looking } from '../../state/app.ts'
import { addressOfReview } from '../roster/order.ts'

export const ReviewLink = ({ app, looking }: { readonly app: App; readonly looking: Looking }) =>
  looking.as === 'coach' && !looking.selfCoached && app.athletes.value.length === 1 ? (
    <a href={addressOfReview(looking.space.id)}>Review the week</a>
  ) : null
