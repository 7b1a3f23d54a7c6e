/** Which nights were poor, by the coach's own threshold. */
import type { CheckIn } from '../../model/check-in.ts'
import type { PlaybookThresholds } from '../../model/playbook.ts'

/** Whether the night before a check-in was poor; null where nothing was said of it. */
export const isPoorNight = ({ sleepQuality, sleepHours }: CheckIn, thresholds: PlaybookThresholds): boolean | null => {
  if (sleepQuality === null && sleepHours === null) return null
  const poorQuality = sleepQuality !== null && sleepQuality <= thresholds.poorNightQuality
  const short = sleepHours !== null && sleepHours * 60 < thresholds.poorNightMinutes
  return poorQuality || short
}

/** How far back a night still tells something about now. */
export const nightsWindowDays = 10

/** In words: `slept 5.5 h, quality 2 of 5`. */
export const sayNight = ({ sleepQuality, sleepHours }: CheckIn): string =>
  [sleepHours === null ? '' : `slept ${sleepHours} h`, sleepQuality === null ? '' : `quality ${sleepQuality} of 5`]
    .filter(part => part !== '')
    .join(', ')
