/** Strava: the calendar, the log, one's own list and one activity, each on one's own page alone. */
import { err, ok, type Result } from '../../core/lib/result.ts'
import { noDays } from './basis/number-cells.ts'
import { stravaOwner } from './basis/strava-owner.ts'
import type { Page, PageReading, Site, SiteError } from './site.ts'
import { readActivities, readActivity } from './strava/activities.ts'
import { readCalendar } from './strava/calendar.ts'

const host = 'www.strava.com'

const isOn = (url: URL, path: RegExp): boolean =>
  url.protocol === 'https:' && url.hostname === host && path.test(url.pathname)

/** A page on which no day stands for sure: the strip beside it, on one's own page alone. */
const readOwn = (document: Document): Result<PageReading, SiteError> => {
  const notOurs = stravaOwner(document)
  return notOurs === null ? ok(noDays) : err(notOurs)
}

const calendar: Page = {
  name: 'calendar',
  title: 'Training Calendar',
  shows: url => isOn(url, /^\/(athlete|athletes\/\d+)\/calendar(\/\d{4})?\/?$/),
  container: '.view, .page',
  read: readCalendar,
}
const log: Page = {
  name: 'training-log',
  title: 'Training Log',
  shows: url => isOn(url, /^\/(athlete\/training_log|athletes\/\d+\/training\/log)\/?$/),
  container: '#react-root',
  read: readOwn,
}
const activities: Page = {
  name: 'my-activities',
  title: 'My Activities',
  shows: url => isOn(url, /^\/athlete\/training\/?$/),
  container: '#search-results, .page',
  read: readActivities,
}
const activity: Page = {
  name: 'activity',
  title: 'Activity',
  shows: url => isOn(url, /^\/activities\/\d+(\/(overview|analysis))?\/?$/),
  container: '#heading',
  read: readActivity,
}

export const site: Site = {
  id: 'strava',
  hosts: [{ name: 'Strava', match: 'https://www.strava.com/*' }],
  reads:
    'the dates on your own calendar, list and activities, and whose they are; nothing of any activity leaves the page',
  shows:
    'your planned session in each day of the calendar and beside what was done, elsewhere your week in a strip that folds away',
  pages: [calendar, log, activities, activity],
}

export const urls: { readonly [page: string]: readonly string[] } = {
  calendar: [
    'https://www.strava.com/athlete/calendar',
    'https://www.strava.com/athlete/calendar/2026#Aug',
    'https://www.strava.com/athletes/1000001/calendar/2026',
  ],
  'training-log': [
    'https://www.strava.com/athletes/1000001/training/log?v2=true',
    'https://www.strava.com/athlete/training_log',
  ],
  'my-activities': ['https://www.strava.com/athlete/training', 'https://www.strava.com/athlete/training?page=2'],
  activity: ['https://www.strava.com/activities/90000000001', 'https://www.strava.com/activities/90000000001/overview'],
}
export const otherUrls: readonly string[] = [
  'https://www.strava.com/dashboard',
  'https://www.strava.com/activities/90000000001/segments/1',
  'https://www.strava.com/athletes/1000001',
  'http://www.strava.com/athlete/calendar',
  'https://www.strava.com.example.test/athlete/calendar',
]
