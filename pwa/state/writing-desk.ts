/** What a coach writes with beside the plan itself: the calendar file, and the library of sessions and notes. */
import type { LibraryItem } from '../../core/model/library.ts'
import type { Did } from './app.ts'

/** A file of the whole plan for another calendar. */
export type CalendarFile = { readonly name: string; readonly content: string; readonly sessions: number }

/** An entry as a person gives it; who and when are added. */
export type LibraryDraft = Omit<LibraryItem, 'by' | 'at'>

export type WritingActions = {
  /** Coach: keeps entries in the library; one of a name that is there is a new version of it. */
  keepInLibrary(items: readonly LibraryDraft[], says: string): Did
  removeFromLibrary(item: LibraryItem): Did
}

export type WritingDesk = {
  /** What is in this coach's library, by folder and name. */
  library(): readonly LibraryItem[]
  /**
   * The plan as the person sees it, from four weeks ago on; `alarm` is how many minutes before a session with a time the
   * phone speaks. What the file told is kept on this device, so that the next one changes and cancels. Null without a plan.
   */
  calendarFile(alarm: number | null): Promise<CalendarFile | null>
}
