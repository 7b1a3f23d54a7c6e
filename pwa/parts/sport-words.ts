/** The sports as they stand on screen. */
import type { Session } from '../../core/model/session.ts'

export const sportWord: Readonly<Record<Session['sport'], string>> = {
  run: 'Run',
  ride: 'Ride',
  swim: 'Swim',
  walk: 'Walk',
  strength: 'Strength',
  other: 'Other',
}
