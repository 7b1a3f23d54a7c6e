/** What the person prefers on this device: units, light, reminders. Nothing of it travels. */
import { parse } from '../../core/lib/parse.ts'
import { type Day, parseDay } from '../../core/model/day.ts'
import { type ReminderTimes, reminderTimesSchema, usualTimes } from '../../core/model/reminders.ts'
import type { LanguageCode } from './language.ts'

export type Preferences = {
  readonly distance: 'km' | 'mi'
  readonly theme: 'system' | 'light' | 'dark'
  /** Reminders and small questions on Today; and the day on which they were silenced until the next. */
  readonly nudges: 'on' | 'off'
  readonly quietDay: Day | null
  /** When the phone's calendar speaks of a session. */
  readonly reminders: ReminderTimes
  /** In which language the screens speak. */
  readonly language: LanguageCode
}

/** Where small settings are kept; a test gives its own. */
export type Shelf = {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const key = 'tandem/preferences'
const milesFirst = ['en-US', 'en-GB', 'en-LR', 'my-MM']

const timesOf = (kept: unknown): ReminderTimes => {
  const times = parse(reminderTimesSchema, kept)
  return times.ok ? times.value : usualTimes
}

/** As kept, else as the device's language suggests. A damaged entry counts as none. */
export const readPreferences = (shelf: Shelf, language: string): Preferences => {
  const distance = milesFirst.includes(language) ? 'mi' : 'km'
  const fresh: Preferences = {
    distance,
    theme: 'system',
    nudges: 'on',
    quietDay: null,
    reminders: usualTimes,
    language: 'en',
  }
  try {
    const kept = JSON.parse(shelf.getItem(key) ?? '{}') as Partial<Record<keyof Preferences, unknown>>
    return {
      distance: kept.distance === 'km' || kept.distance === 'mi' ? kept.distance : fresh.distance,
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : fresh.theme,
      nudges: kept.nudges === 'off' ? 'off' : 'on',
      reminders: timesOf(kept.reminders),
      language: kept.language === 'de' ? 'de' : 'en',
      quietDay: typeof kept.quietDay === 'string' ? (parseDay(kept.quietDay) ?? null) : null,
    }
  } catch {
    return fresh
  }
}

export const keepPreferences = (shelf: Shelf, preferences: Preferences): void => {
  try {
    shelf.setItem(key, JSON.stringify(preferences))
  } catch {
    // Why: a full or forbidden shelf costs only this setting, on the next visit.
  }
}
