/** Where the arrow keys lead in a calendar. */
import { addDays, type Day, dayOf, mondayOf } from '../../core/model/day.ts'

export type CalendarKey = 'new' | 'move' | 'remove' | 'pick' | 'pick-week' | 'unpick' | 'copy' | 'cut' | 'paste'

const plain: Readonly<Record<string, CalendarKey>> = {
  n: 'new',
  m: 'move',
  Delete: 'remove',
  Backspace: 'remove',
  x: 'pick',
  Escape: 'unpick',
}
const withControl: Readonly<Record<string, CalendarKey>> = { a: 'pick-week', c: 'copy', x: 'cut', v: 'paste' }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a key asks of the day in focus, or undefined; Ctrl and the Mac's command key are one. */
export const calendarKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): CalendarKey | undefined => {
  if (altKey) return undefined
  const name = key.length === 1 ? key.toLowerCase() : key
  if (ctrlKey || metaKey) return shiftKey ? undefined : withControl[name]
  return plain[name]
}

/** The same day of another month; its last day where the month is shorter. */
export const addMonths = (day: Day, months: number): Day => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(count / 12)
  const month = (count % 12) + 1
  for (let date = Number(day.slice(8)); date > 0; date--) {
    const found = dayOf(year, month, date)
    if (found) return found
  }
  return day
}

/** The day a key leads to, or undefined where the key does not walk. PgUp and PgDn go by what is shown. */
export const stepFrom = (key: string, from: Day, shows: 'week' | 'month'): Day | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return addDays(from, -1)
    case 'ArrowRight':
      return addDays(from, 1)
    case 'ArrowUp':
      return addDays(from, -7)
    case 'ArrowDown':
      return addDays(from, 7)
    case 'Home':
      return mondayOf(from)
    case 'End':
      return addDays(mondayOf(from), 6)
    case 'PageUp':
      return shows === 'week' ? addDays(from, -7) : addMonths(from, -1)
    case 'PageDown':
      return shows === 'week' ? addDays(from, 7) : addMonths(from, 1)
    default:
      return undefined
  }
}
