/** What life's interruptions are called on screen. */
import type { LifeEvent } from '../../core/model/athlete.ts'

export const lifeWord: Readonly<Record<LifeEvent['kind'], string>> = {
  sick: 'Sick',
  travel: 'Travel',
  work: 'Work',
  family: 'Family',
  holiday: 'Holiday',
  blocked: 'No time',
  other: 'Away',
}
export const phaseWord = {
  base: 'Base',
  build: 'Build',
  peak: 'Peak',
  taper: 'Taper',
  transition: 'Transition',
} as const
