/** When this browser may speak up by itself, kept in it alone. */
import { useEffect, useState } from 'preact/hooks'
import type { ReminderTimes } from '../../core/model/reminders.ts'
import { clockOf, minuteOf } from '../../pwa/parts/time-of-day.ts'
import { readTimes, remindersKey } from '../reminders.ts'

const fields = [
  { name: 'morning', label: 'In the morning, on a day with a session (empty: never)' },
  { name: 'evening', label: 'In the evening, while nothing was said of it (empty: never)' },
  { name: 'quietFrom', label: 'Quiet from' },
  { name: 'quietTo', label: 'Quiet until' },
] as const

export const ReminderForm = () => {
  const [times, setTimes] = useState<ReminderTimes | null>(null)
  useEffect(() => {
    void chrome.storage.local.get(remindersKey).then(kept => setTimes(readTimes(kept[remindersKey])))
  }, [])
  const put = (name: (typeof fields)[number]['name'], minute: number | null) => {
    const isQuiet = name === 'quietFrom' || name === 'quietTo'
    if (times === null || (isQuiet && minute === null)) return
    const next = { ...times, [name]: minute }
    setTimes(next)
    void chrome.storage.local.set({ [remindersKey]: next })
  }
  return (
    <section aria-label="Reminders">
      <h2>Reminders</h2>
      <p>
        A notification of this browser, from what is on this device: no server sends it. In the quiet hours none comes.
      </p>
      {times !== null &&
        fields.map(({ name, label }) => (
          <label key={name}>
            {label}
            <input
              type="time"
              value={clockOf(times[name])}
              onChange={event => put(name, minuteOf(event.currentTarget.value))}
            />
          </label>
        ))}
    </section>
  )
}
