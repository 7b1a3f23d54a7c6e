/** Seasons as a coach ends them; and that what stands in one that ended is shown as it was, and not written over. */
import { err, type Result } from '../../core/lib/result.ts'
import type { Day } from '../../core/model/day.ts'
import type { StatementId } from '../../core/model/ids.ts'
import { blank } from '../../core/peer/actions.ts'
import type { Space } from '../../core/peer/api.ts'
import type { Did } from './app.ts'
import type { Doing } from './doing.ts'

export type SeasonEndActions = {
  /** Coach: what stands before this day is frozen, and signed; the next season begins on it. */
  endSeason(from: Day): Did
  /** Coach: the season runs on. */
  takeBackSeason(end: StatementId): Did
}

type Frozen = { readonly type: 'SeasonEnded' }

/** Whether a day belongs to a season that has ended. */
export const isFrozen = (space: Space, day: Day | undefined): boolean => {
  const from = space.seasons.at(-1)?.from
  return day !== undefined && from !== undefined && day < from
}

const frozen: Result<never, Frozen> = err({ type: 'SeasonEnded' })

/** Does something with some days, unless a season that ended holds one of them. */
export const unlessFrozen = <R>(
  space: Space,
  days: readonly (Day | undefined)[],
  write: () => R,
): R | Result<never, Frozen> => (days.some(day => isFrozen(space, day)) ? frozen : write())

export const seasonEndActs = ({ signed }: Doing): SeasonEndActions => {
  const takeBackSeason = (end: StatementId): Did =>
    signed(space => space.sign({ ...blank, type: 'undone', item: end }), 'Taken back. The season runs on.')
  return {
    endSeason: from =>
      signed(
        space => space.endSeason(from),
        'The season has ended.',
        end => void takeBackSeason(end),
      ),
    takeBackSeason,
  }
}
