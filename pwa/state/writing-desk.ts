/** What a coach writes with beside the plan itself: the calendar file, and the library of sessions and notes. */
import type { CoachThresholds } from '../../core/model/coach-thresholds.ts'
import type { SessionId } from '../../core/model/ids.ts'
import type { LibraryItem } from '../../core/model/library.ts'
import type { Phase, Race } from '../../core/model/season.ts'
import type { Session } from '../../core/model/session.ts'
import type { SeasonTemplate } from '../../core/plan/season-templates.ts'
import type { Did } from './app.ts'

/** A file of the whole plan for another calendar. */
export type CalendarFile = { readonly name: string; readonly content: string; readonly sessions: number }

/** An entry as a person gives it; who and when are added. */
export type LibraryDraft = Omit<LibraryItem, 'by' | 'at'>

export type WritingActions = SeasonActions & {
  /** Coach: several sessions as one step: taken away, or moved by so many days. */
  removeSessions(ids: readonly SessionId[]): Did
  moveSessions(ids: readonly SessionId[], days: number): Did
  /** Coach: keeps entries in the library; one of a name that is there is a new version of it. */
  keepInLibrary(items: readonly LibraryDraft[], says: string): Did
  removeFromLibrary(item: LibraryItem): Did
  /** Sets the athlete's thresholds and zones from today on. */
  setThresholds(said: Omit<CoachThresholds, 'id' | 'by' | 'at' | 'since'>): Did
}

export type WritingDesk = {
  /** What is in this coach's library, by folder and name. */
  library(): readonly LibraryItem[]
  /**
   * The plan as the person sees it, from four weeks ago on; `reminding`: the phone speaks at the times under Settings.
   * What the file told is kept on this device, so that the next one changes and cancels. Null without a plan.
   */
  calendarFile(reminding: boolean): Promise<CalendarFile | null>
}

/** What became of a season's draft for one athlete: how many sessions, for which there was no room, and what is missing first. */
export type DraftedFor = {
  readonly name: string
  readonly drafted: number
  readonly leftOut: readonly string[]
  readonly missing: readonly string[]
}

export type SeasonActions = {
  /** Coach: several sessions as drafts on the desk, taken back together. */
  keepDrafts(sessions: readonly Session[], says: string): Did
  /** Coach: several phases as one step. */
  putPhases(phases: readonly Phase[]): Did
  /**
   * Coach: drafts the coming weeks up to a race onto the desk, of the athlete looked at and of others, each in their own
   * time. Another athlete without a race that day, or without phases, gets those of the one looked at.
   */
  draftSeason(template: SeasonTemplate, race: Race, others: readonly string[]): Promise<readonly DraftedFor[]>
}
