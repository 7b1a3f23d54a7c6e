/** What every way out has in common: one session becomes a file that a watch, a trainer or another program reads. */
import type { Result } from '../../lib/result.ts'
import type { Session } from '../../model/session.ts'
import type { ZonePaces } from '../cues.ts'
import type { OwnThresholds } from '../ranges.ts'

/**
 * `paces` are the athlete's own, in seconds per kilometre; null where no threshold pace is on file. `own` are their heart
 * rates, left out where none is.
 */
export type Written = { readonly session: Session; readonly paces: ZonePaces | null; readonly own?: OwnThresholds }

/** Why there is no file: nothing to write down, or steps of a kind that this format cannot hold. */
export type WriteError = { readonly type: 'NoSteps' } | { readonly type: 'DistanceWithoutPace' }

export type WrittenFile = {
  /** Without its ending; letters, digits and dashes only, begins with the day. */
  readonly name: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

export type Writer = {
  readonly id: string
  /** What a person calls it: `Garmin, COROS (FIT)`. */
  readonly title: string
  /** With its dot. */
  readonly ending: string
  readonly mime: string
  readonly write: (given: Written) => Result<WrittenFile, WriteError>
}

/** Run by the shelf's own test: `contains` is text that stands in the file, `error` the reason there is none. */
export type WriterExample = {
  readonly name: string
  readonly given: () => Written
  readonly contains?: readonly string[]
  readonly error?: WriteError
}

/** A name no file system minds: `2026-11-28-easy-run-45-min`. */
export const fileNameOf = ({ day, title, purpose }: Session): string => {
  const words = (title.trim() || purpose)
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  return words === '' ? day : `${day}-${words}`
}

/** Text inside markup. */
export const inMarkup = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // Why: markup of version 1.0 knows no other control letters, not even escaped.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
