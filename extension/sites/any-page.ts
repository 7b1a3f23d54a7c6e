/** Training logs whose days are not read yet: Tandem shows the person's own week in a strip and reads nothing there. */
import type { Site } from './site.ts'

export const site: Site = {
  id: 'any-page',
  hosts: [
    { name: 'intervals.icu', match: 'https://intervals.icu/*' },
    { name: 'Garmin Connect', match: 'https://connect.garmin.com/*' },
    { name: 'COROS Training Hub', match: 'https://t.coros.com/*' },
    { name: 'Runalyze', match: 'https://runalyze.com/*' },
  ],
  reads: 'nothing: only where the page ends',
  shows: 'your week in a strip at the bottom that folds away',
  pages: [],
}

export const urls: { readonly [page: string]: readonly string[] } = {}
export const otherUrls: readonly string[] = [
  'https://intervals.icu/',
  'https://connect.garmin.com/modern/calendar',
  'https://t.coros.com/admin/views/schedule',
  'https://runalyze.com/dashboard',
]
