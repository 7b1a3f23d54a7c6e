/** What the coach says of thresholds and zones goes before what the athlete typed, from the day it was said. */
import type { Earlier, Profile, Thresholds } from '../model/athlete.ts'
import { mostEarlier } from '../model/athlete.ts'
import type { CoachThresholds } from '../model/coach-thresholds.ts'
import { addDays, type Day } from '../model/day.ts'
import { profileOn } from '../model/profile-then.ts'
import type { SeasonContent } from './seasons.ts'

const names = {
  thresholdPaceSPerKm: 'threshold pace',
  thresholdHr: 'threshold heart rate',
  maxHr: 'maximum heart rate',
  restHr: 'resting heart rate',
} as const
type Key = keyof typeof names
const keys = Object.keys(names) as Key[]

type Held = Pick<Profile, 'thresholds' | 'ownZonesHr'>

const thresholdsBoth = (own: Thresholds | null, said: CoachThresholds): Thresholds | null => {
  const set = keys.filter(key => said[key] !== null)
  if (set.length === 0) return own
  const others = keys.filter(key => said[key] === null && own !== null && own[key] !== null)
  const byCoach = `set by the coach on ${said.since}`
  const origin =
    others.length === 0
      ? byCoach
      : `${set.map(key => names[key]).join(', ')} ${byCoach}; ${others.map(key => names[key]).join(', ')} ${own!.origin || 'set by hand'}`
  const value = (key: Key) => said[key] ?? own?.[key] ?? null
  return {
    maxHr: value('maxHr'),
    restHr: value('restHr'),
    thresholdHr: value('thresholdHr'),
    thresholdPaceSPerKm: value('thresholdPaceSPerKm'),
    origin: origin.slice(0, 300),
  }
}

const both = ({ thresholds, ownZonesHr = null }: Held, said: CoachThresholds | undefined): Held =>
  said === undefined
    ? { thresholds, ownZonesHr }
    : { thresholds: thresholdsBoth(thresholds, said), ownZonesHr: said.ownZonesHr ?? ownZonesHr }

/**
 * The profile as it counts, with what counted before each day on which the coach or the athlete said otherwise, so that
 * no word reaches back. `said` in the order in which it was said.
 */
export const asCoachSays = (profile: Profile, said: readonly CoachThresholds[]): Profile => {
  if (said.length === 0) return profile
  const isHeld = ({ field }: Earlier): boolean => field === 'thresholds' || field === 'ownZonesHr'
  const earlier = profile.earlier ?? []
  const days = new Set([...said.map(({ since }) => since), ...earlier.filter(isHeld).map(({ until }) => until)])
  const on = (day: Day): Held =>
    both(
      profileOn(profile, day),
      said.findLast(({ since }) => since <= day),
    )
  const held = [...days].sort().flatMap((until): readonly Earlier[] => {
    const { thresholds, ownZonesHr = null } = on(addDays(until, -1))
    return [
      { field: 'thresholds', until, value: thresholds },
      { field: 'ownZonesHr', until, value: ownZonesHr },
    ]
  })
  return {
    ...profile,
    ...both(profile, said.at(-1)),
    earlier: [...earlier.filter(one => !isHeld(one)), ...held].slice(-mostEarlier),
  }
}

/** A season's content with the coach's word in the athlete's profile. */
export const withCoachThresholds = ({ plan, athlete }: SeasonContent): SeasonContent =>
  plan.thresholds === undefined
    ? { plan, athlete }
    : { plan, athlete: { ...athlete, profile: asCoachSays(athlete.profile, plan.thresholds) } }
