/** Alarms at the times the person chose, and what they show: a notification with the one thing to do. */
import { isQuiet, type ReminderTimes } from '../../core/model/reminders.ts'
import { nextAt, type ReminderKind, readTimes, reminderKinds, reminderOf, remindersKey } from '../reminders.ts'
import { askDevice } from './device.ts'

const nameOf = (kind: ReminderKind): string => `remind-${kind}`
const kindOf = (name: string): ReminderKind | undefined => reminderKinds.find(kind => nameOf(kind) === name)
const shownKey = 'reminder-shown'

const times = async (): Promise<ReminderTimes> =>
  readTimes((await chrome.storage.local.get(remindersKey))[remindersKey])

/** Whether nothing may be shown now. */
export const isQuietNow = async (): Promise<boolean> => {
  const now = new Date()
  return isQuiet(await times(), now.getHours() * 60 + now.getMinutes())
}

/** Sets the next alarm of each kind. Why one at a time: an alarm that repeats would drift when the clocks change. */
export const setAlarms = async (): Promise<void> => {
  const chosen = await times()
  for (const kind of reminderKinds) {
    const minute = chosen[kind]
    if (minute === null) await chrome.alarms.clear(nameOf(kind))
    else await chrome.alarms.create(nameOf(kind), { when: nextAt(minute, new Date()) })
  }
}

const show = async (kind: ReminderKind): Promise<void> => {
  const state = await askDevice({ type: 'state' })
  const reminder = state.ok ? reminderOf(kind, state.value) : null
  if (reminder === null || (await isQuietNow())) return
  await chrome.storage.session.set({ [shownKey]: reminder })
  await chrome.notifications.create(nameOf(kind), {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('extension/icons/icon-128.png'),
    title: reminder.title,
    message: reminder.message,
    ...(!__EVENT_PAGE__ && { buttons: reminder.actions.map(({ title }) => ({ title })) }),
  })
}

/** Shows what an alarm is for; false where it is none of these. */
export const alarmRang = (name: string): boolean => {
  const kind = kindOf(name)
  if (kind === undefined) return false
  void show(kind).then(setAlarms, setAlarms)
  return true
}

/** Does what the pressed button says. */
export const buttonPressed = async (name: string, button: number, open: () => void): Promise<void> => {
  if (kindOf(name) === undefined) return
  const shown = (await chrome.storage.session.get(shownKey))[shownKey] as ReturnType<typeof reminderOf> | undefined
  const does = shown?.actions[button]?.does
  const session = shown?.session
  if (does !== 'done' || !session) open()
  else if (!(await askDevice({ type: 'outcome', session, said: 'done' })).ok) open()
  chrome.notifications.clear(name)
}
