/** What the extension reminds of by itself, from what the device says of today: once each, never in quiet hours. */
import { parse } from '../core/lib/parse.ts'
import { type ReminderTimes, reminderTimesSchema, usualTimes } from '../core/model/reminders.ts'
import type { ExtensionState, OverlaySession } from './messages.ts'

export const remindersKey = 'reminders'

/** As kept by the settings page; the usual times where nothing, or nothing readable, is kept. */
export const readTimes = (kept: unknown): ReminderTimes => {
  const times = parse(reminderTimesSchema, kept)
  return times.ok ? times.value : usualTimes
}

export type ReminderKind = 'morning' | 'evening'
export const reminderKinds: readonly ReminderKind[] = ['morning', 'evening']

/** A notification, with what its buttons do. */
export type Reminder = {
  readonly title: string
  readonly message: string
  readonly actions: readonly { readonly title: string; readonly does: 'open' | 'done' }[]
  readonly session: OverlaySession['id'] | null
}

/** The person's own sessions of today; in the evening those of which nothing was said. */
const sessionsFor = (kind: ReminderKind, { spaces }: ExtensionState): readonly OverlaySession[] =>
  spaces.flatMap(({ today, unsaid }) =>
    (today?.sessions ?? []).filter(
      ({ id, purpose }) => purpose !== 'rest' && (kind === 'morning' || unsaid.includes(id)),
    ),
  )

/** What is said in the morning or the evening of a day; null where there is nothing to say. */
export const reminderOf = (kind: ReminderKind, state: ExtensionState): Reminder | null => {
  const [first, ...more] = sessionsFor(kind, state)
  if (first === undefined) return null
  const names = [first, ...more].map(({ title }) => title).join(', ')
  const open = { title: 'Open', does: 'open' } as const
  if (kind === 'morning')
    return { title: 'Today', message: `${names}. How are you this morning?`, actions: [open], session: null }
  const done = { title: 'Done as planned', does: 'done' } as const
  return more.length === 0
    ? { title: 'How did it go?', message: `${names}: one line is enough.`, actions: [done, open], session: first.id }
    : { title: 'How did it go?', message: names, actions: [open], session: null }
}

/** Milliseconds since 1970 at which the device's clock next shows this minute of the day. */
export const nextAt = (minute: number, now: Date): number => {
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate(), Math.floor(minute / 60), minute % 60)
  if (at.getTime() <= now.getTime()) at.setDate(at.getDate() + 1)
  return at.getTime()
}
