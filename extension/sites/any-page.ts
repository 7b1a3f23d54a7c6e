/** Training logs whose days are not read yet: Tandem shows the person's own week in a strip and reads nothing there. */
import type { Site } from './site.ts'

export const site: Site = {
  id: 'any-page',
  hosts: [
    { name: 'Runalyze', match: 'https://runalyze.com/*' },
    { name: 'Stryd', match: 'https://www.stryd.com/*' },
  ],
  reads: 'nothing: only where the page ends',
  shows: 'your week in a strip at the bottom that folds away',
  pages: [],
}

export const urls: { readonly [page: string]: readonly string[] } = {}
export const otherUrls: readonly string[] = [
  'https://runalyze.com/dashboard',
  'https://www.stryd.com/powercenter/athletes/1/calendar',
]
