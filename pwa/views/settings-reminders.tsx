/** When the phone's own calendar speaks of a session: chosen here, carried out in a file, with no server between. */
import type { ReminderTimes } from '../../core/model/reminders.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { clockOf, minuteOf } from '../parts/time-of-day.ts'
import type { App } from '../state/app.ts'
import { english, t } from '../state/language.ts'
import { saveCalendar } from './session/save-calendar.ts'
import s from './settings.module.css'

const leads = [
  { value: null, label: english('Silent') },
  { value: 0, label: english('When it begins') },
  { value: 30, label: english('30 minutes before') },
  { value: 120, label: english('2 hours before') },
  { value: 720, label: english('12 hours before') },
] as const

export const Reminders = ({ app }: { readonly app: App }) => {
  const preferences = app.preferences.value
  const times = preferences.reminders
  const put = (change: Partial<ReminderTimes>) =>
    app.setPreferences({ ...preferences, reminders: { ...times, ...change } })
  const quiet = (name: 'quietFrom' | 'quietTo') => (event: { readonly currentTarget: HTMLInputElement }) => {
    const minute = minuteOf(event.currentTarget.value)
    if (minute !== null) put({ [name]: minute })
  }
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders">{t('Reminders')}</h2>
      <p class="soft">
        {t(
          'Your phone’s calendar speaks for you, also while Tandem is closed: save the file again when the plan has changed, and it changes, moves and takes away what the last one put there.',
        )}{' '}
        {t('The browser extension has reminders of its own, in its settings.')}
      </p>
      <div class={s.times}>
        <Field label={t('On a day with a session')} hint={t('Empty: silent.')}>
          <input
            type="time"
            value={clockOf(times.morning)}
            onChange={event => put({ morning: minuteOf(event.currentTarget.value) })}
          />
        </Field>
        <Field label={t('A session with a time of its own')}>
          <select
            value={String(times.before)}
            onChange={event =>
              put({ before: event.currentTarget.value === 'null' ? null : Number(event.currentTarget.value) })
            }
          >
            {leads.map(({ value, label }) => (
              <option key={label} value={String(value)}>
                {t(label)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('Quiet from')}>
          <input type="time" required value={clockOf(times.quietFrom)} onChange={quiet('quietFrom')} />
        </Field>
        <Field label={t('Quiet until')}>
          <input type="time" required value={clockOf(times.quietTo)} onChange={quiet('quietTo')} />
        </Field>
      </div>
      <div class={s.row}>
        <Button onClick={() => void saveCalendar(app, true)}>
          <Icon name="calendar" /> {t('Calendar file with reminders')}
        </Button>
      </div>
    </section>
  )
}
