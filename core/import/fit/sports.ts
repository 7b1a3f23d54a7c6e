/** FIT's sports in the five that Tandem knows; only running counts in running figures. */
import type { Sport } from '../../model/activity.ts'

const sportOf: { readonly [fit: string]: Sport } = {
  running: 'run',
  cycling: 'ride',
  e_biking: 'ride',
  swimming: 'swim',
  walking: 'walk',
  hiking: 'walk',
}

/** The sport of a session; `training` is strength work where its sub-sport says so. */
export const sportFromFit = (sport: string | null, subSport: string | null): Sport => {
  if (sport === 'training' && subSport === 'strength_training') return 'strength'
  if (sport === 'fitness_equipment' && (subSport === 'treadmill' || subSport === 'indoor_running')) return 'run'
  if (sport === 'fitness_equipment' && (subSport === 'indoor_cycling' || subSport === 'spin')) return 'ride'
  return (sport !== null && Object.hasOwn(sportOf, sport) ? sportOf[sport] : undefined) ?? 'other'
}
