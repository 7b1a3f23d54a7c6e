/** Right or silent: where the overlay may stand on a page, from what was read there and whether the page fights it. */
import type { Result } from '../../core/lib/result.ts'
import type { PageDay, PageReading, SiteError } from '../sites/site.ts'

export type Stance =
  /** Show nothing at all. */
  | { readonly type: 'silent'; readonly says: string }
  /** The page is still being built: nothing yet. */
  | { readonly type: 'waiting' }
  /** In the cells of the days that are certain; the strip too where some part was not recognised. */
  | { readonly type: 'cells'; readonly days: readonly PageDay[]; readonly notRecognised: readonly string[] }
  | { readonly type: 'strip'; readonly notRecognised: readonly string[] }

/**
 * `reading` is null on a page that no site file knows. `settled`: the page had its time to build itself.
 * `fights`: the page kept taking the overlay out of its cells.
 */
export const decide = (
  reading: Result<PageReading, SiteError> | null,
  { settled, fights }: { readonly settled: boolean; readonly fights: boolean },
): Stance => {
  if (reading === null) return settled ? { type: 'strip', notRecognised: [] } : { type: 'waiting' }
  if (!reading.ok) {
    if (reading.error.type === 'NotOwn') return { type: 'silent', says: reading.error.says }
    if (!settled) return { type: 'waiting' }
    if (reading.error.type === 'OwnerUnknown') return { type: 'silent', says: reading.error.says }
    return { type: 'strip', notRecognised: [reading.error.says] }
  }
  if (fights) return { type: 'strip', notRecognised: ['the page kept removing what was shown in its days'] }
  const days = reading.value.days.filter(({ confidence }) => confidence === 'certain')
  const { notRecognised } = reading.value
  return days.length === 0 ? { type: 'strip', notRecognised } : { type: 'cells', days, notRecognised }
}
