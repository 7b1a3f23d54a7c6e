/** What the person prefers on this device: units and light. Nothing of it travels. */
import type { Preferences } from './app.ts'

/** Where small settings are kept; a test gives its own. */
export type Shelf = {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const key = 'tandem/preferences'
const milesFirst = ['en-US', 'en-GB', 'en-LR', 'my-MM']

/** As kept, else as the device's language suggests. A damaged entry counts as none. */
export const readPreferences = (shelf: Shelf, language: string): Preferences => {
  const fresh: Preferences = { distance: milesFirst.includes(language) ? 'mi' : 'km', theme: 'system' }
  try {
    const kept = JSON.parse(shelf.getItem(key) ?? '{}') as Partial<Record<keyof Preferences, unknown>>
    return {
      distance: kept.distance === 'km' || kept.distance === 'mi' ? kept.distance : fresh.distance,
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : fresh.theme,
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
