/** Strava's list of one's own activities and the page of one: a printed date counts where its weekday agrees with it. */
import { err, ok, type Result } from '../../../core/lib/result.ts'
import { dayOfText, type TextDay } from '../basis/date-text.ts'
import { textOf } from '../basis/number-cells.ts'
import { stravaOwner } from '../basis/strava-owner.ts'
import type { PageDay, PageReading, SiteError } from '../site.ts'

const activityRow = 'tr.training-activity-row'
const idIn = (address: string): string | null => /\/activities\/(\d+)/.exec(address)?.[1] ?? null

type Row = {
  readonly at: TextDay | null
  readonly siteId: string | null
  readonly sport: string | null
  readonly title: string | null
}

const rowOf = (row: Element, document: Document): Row => {
  const link = row.querySelector('a[data-field-name="name"]')
  return {
    at: dayOfText(textOf(row.querySelector('.col-date')), document),
    siteId: idIn(link?.getAttribute('href') ?? ''),
    sport: textOf(row.querySelector('[data-field-name="sport_type"]')) || null,
    title: textOf(link) || null,
  }
}

/** A day stands beside the only activity of its date; where a day has two, the strip has it. */
export const readActivities = (document: Document): Result<PageReading, SiteError> => {
  const found = [...document.querySelectorAll(activityRow)]
  if (found.length === 0) return err({ type: 'NotRecognised', says: 'no activities were found in the list' })
  const rows = found.map(row => rowOf(row, document))
  const days = rows.flatMap(({ at, siteId }): readonly PageDay[] => {
    if (at === null || siteId === null) return []
    // Why the number too: the place is found by it.
    const alone = rows.filter(row => row.at?.day === at.day || row.siteId === siteId).length === 1
    const anchor = { cell: `${activityRow} .col-title:has(a[href$="/activities/${siteId}"])`, before: '.tandem-none' }
    return [{ day: at.day, confidence: alone ? at.confidence : 'probable', anchor }]
  })
  const unsure = rows.filter(({ at }) => at?.confidence !== 'certain').length
  return ok({
    days,
    entries: rows.map(({ at, siteId, sport, title }) => ({ day: at?.day ?? null, siteId, sport, title })),
    notRecognised: unsure > 0 ? [`the date of ${unsure} of ${rows.length} activities is not certain`] : [],
  })
}

/** The page of one activity, which may be anybody's: its own heading says whose. */
export const readActivity = (document: Document): Result<PageReading, SiteError> => {
  const owner = document.querySelector('#heading h2 .title a.minimal[href]')?.getAttribute('href') ?? ''
  const notOurs = stravaOwner(document, /\/athletes\/(\d+)/.exec(owner)?.[1])
  if (notOurs !== null) return err(notOurs)
  const [time, another] = document.querySelectorAll('#heading .details time')
  const at = time === undefined || another !== undefined ? null : dayOfText(textOf(time), document)
  if (at === null) return err({ type: 'NotRecognised', says: 'the date of this activity was not found' })
  const anchor = { cell: '#heading', before: '.more-stats' }
  const siteId = idIn(document.location.pathname)
  return ok({
    days: [{ ...at, anchor }],
    entries: [{ day: at.day, siteId, sport: null, title: null }],
    notRecognised: at.confidence === 'certain' ? [] : ['the date of this activity is not certain'],
  })
}
