/** What is done with a week or the whole plan: copied as drafts, or given to the phone's own calendar as a file. */
import { addDays, type Day, mondayOf } from '../../../core/model/day.ts'
import { copyWeek } from '../../../core/plan/copy-week.ts'
import { formatCount } from '../../parts/format.ts'
import { Menu } from '../../parts/menu.tsx'
import type { App, Looking } from '../../state/app.ts'
import { copied } from '../../state/copied.ts'
import { attempt } from './attempt.ts'
import type { Picks } from './picks.ts'
import { saveCalendar } from './save-calendar.ts'

type CalendarMenuProps = { readonly app: App; readonly looking: Looking; readonly day: Day; readonly picks: Picks }

export const CalendarMenu = ({ app, looking, day, picks }: CalendarMenuProps) => {
  const monday = mondayOf(day)
  const copy = (weeks: number) => {
    const planned = looking.advice.plan.sessions.flatMap(one => (one.replacedBy === null ? [one.session] : []))
    const to = Array.from({ length: weeks }, (_, i) => addDays(monday, 7 * (i + 1)))
    const copies = copyWeek([...planned, ...looking.desk.sessions], monday, to, app.newId)
    if (copies.length === 0) return app.say('There is nothing in this week to copy, or it stands there already.', true)
    void attempt(
      app.act.keepDrafts(copies, `Copied as drafts: ${formatCount(copies.length, 'session')}. Only coaches see them.`),
    )
  }
  const repeats = [1, 2, 3].map(weeks => ({
    label: weeks === 1 ? 'Copy this week to the next, as drafts' : `Repeat this week ${weeks} times, as drafts`,
    onSelect: () => copy(weeks),
  }))
  const held = copied.value
  const picking = [
    { label: 'Pick the sessions of this day', onSelect: () => void picks.onKey('pick', day) },
    { label: 'Pick this whole week', onSelect: () => picks.week(day) },
    ...(held === null
      ? []
      : [
          {
            label: `Paste ${formatCount(held.sessions.length, 'session')} of ${held.athlete} ${held.isWeek ? 'in this week' : 'from this day on'}`,
            onSelect: () => picks.paste(day),
          },
        ]),
  ]
  return (
    <Menu
      label="More for the plan"
      items={[
        ...(looking.as === 'coach' ? [...repeats, ...picking] : []),
        { label: 'Calendar file (.ics)', onSelect: () => void saveCalendar(app, false) },
        { label: 'Calendar file with reminders', onSelect: () => void saveCalendar(app, true) },
      ]}
    />
  )
}
