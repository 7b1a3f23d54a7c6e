/** The whole plan as a file for the phone's own calendar; the next one changes what this one said. */
import { Menu } from '../../parts/menu.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { App } from '../../state/app.ts'

export const CalendarMenu = ({ app }: { readonly app: App }) => {
  const save = async (alarm: number | null) => {
    const file = await app.calendarFile(alarm)
    if (file === null) return
    if (file.sessions === 0) return app.say('There is no session to put into a calendar yet.', true)
    saveFile(file.name, 'text/calendar', file.content)
    app.say(`${file.name} saved. Open it with your calendar; a later file changes and removes what this one put there.`)
  }
  return (
    <Menu
      label="Plan as a calendar file"
      items={[
        { label: 'Calendar file (.ics)', onSelect: () => void save(null) },
        { label: 'With a reminder 30 min before', onSelect: () => void save(30) },
        { label: 'With a reminder 12 h before', onSelect: () => void save(720) },
      ]}
    />
  )
}
