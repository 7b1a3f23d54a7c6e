/** What a session will take, as the engine reckons it. */
import type { Reading } from '../../core/lib/reading.ts'
import type { Thresholds } from '../../core/model/athlete.ts'
import type { Session } from '../../core/model/session.ts'
import { estimateSession, flatten } from '../../core/workout/estimate.ts'

/** Null where the steps, or the athlete's paces, do not say. `byDistance` where all is written in distance. */
export type Planned = {
  readonly distanceM: number | null
  readonly durationS: number | null
  readonly load: number | null
  readonly byDistance: boolean
}

const figureOf = (reading: Reading<number>): number | null => (reading.known ? reading.value : null)

export const plannedOf = (
  session: Pick<Session, 'steps' | 'sport' | 'purpose'>,
  thresholds: Thresholds | null,
): Planned => {
  const { durationS, distanceM, load } = estimateSession(session, thresholds)
  return {
    durationS: figureOf(durationS),
    distanceM: figureOf(distanceM),
    load: figureOf(load),
    byDistance: session.steps.length > 0 && flatten(session.steps).every(({ amount }) => amount.unit === 'm'),
  }
}
