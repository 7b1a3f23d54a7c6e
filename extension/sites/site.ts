/** What Tandem must know of a training log: which pages, whose page, which days stand where, and how sure that is. */
import type { Result } from '../../core/lib/result.ts'
import type { Day } from '../../core/model/day.ts'

/** certain: may be shown in the day's own cell. Anything less is shown in the week strip, never on a guessed day. */
export type Confidence = 'certain' | 'probable' | 'unknown'

/** Where a day's element stands: the cell, and the place inside it. Plain selectors, so that they survive re-renders. */
export type Anchor = {
  readonly cell: string
  /** Insert before this child of the cell; at the cell's end where it is absent. */
  readonly before: string
}

export type PageDay = { readonly day: Day; readonly confidence: Confidence; readonly anchor: Anchor }

/** What the page says it holds on a day: only what is needed to recognise it. `null` is not known. */
export type PageEntry = {
  readonly day: Day | null
  readonly siteId: string | null
  readonly sport: string | null
  readonly title: string | null
}

/** Sentences for the badge: which part of the page was not recognised. */
export type PageReading = {
  readonly days: readonly PageDay[]
  readonly entries: readonly PageEntry[]
  readonly notRecognised: readonly string[]
}

/**
 * NotOwn: somebody else's page. OwnerUnknown: whose page it is cannot be told. Both mean silence.
 * NotRecognised: the person's own page, built differently from what this release knows: the week strip is shown.
 */
export type SiteError =
  | { readonly type: 'NotOwn'; readonly says: string }
  | { readonly type: 'OwnerUnknown'; readonly says: string }
  | { readonly type: 'NotRecognised'; readonly says: string }

export type Page = {
  readonly name: string
  readonly title: string
  /** Whether this address shows this page; the hash counts. */
  readonly shows: (url: URL) => boolean
  /** The smallest stable element around the days: what is watched. */
  readonly container: string
  /** A part outside the container that carries a date too, and may come and go. */
  readonly beside?: string
  /** Reads what is on the page and changes nothing. */
  readonly read: (document: Document) => Result<PageReading, SiteError>
}

export type Host = {
  readonly name: string
  /** The one match pattern that is asked for. */
  readonly match: string
}

export type Site = {
  readonly id: string
  readonly hosts: readonly Host[]
  /** What is read and shown there, for the sentence beside the button that asks. */
  readonly reads: string
  readonly shows: string
  readonly pages: readonly Page[]
}
