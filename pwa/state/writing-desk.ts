/** What a coach writes with beside the plan itself: the calendar file, and more to come from their own shelves. */

/** A file of the whole plan for another calendar. */
export type CalendarFile = { readonly name: string; readonly content: string; readonly sessions: number }

export type WritingDesk = {
  /**
   * The plan as the person sees it, from four weeks ago on; `alarm` is how many minutes before a session with a time the
   * phone speaks. What the file told is kept on this device, so that the next one changes and cancels. Null without a plan.
   */
  calendarFile(alarm: number | null): Promise<CalendarFile | null>
}
