/** The plan as a file for the phone's own calendar. */
import { saveFile } from '../../parts/save-file.ts'
import type { App } from '../../state/app.ts'

/** `reminding`: with reminders at the times under Settings. */
export const saveCalendar = async (app: App, reminding: boolean): Promise<void> => {
  const file = await app.calendarFile(reminding)
  if (file === null) return
  if (file.sessions === 0) return app.say('There is no session to put into a calendar yet.', true)
  saveFile(file.name, 'text/calendar', file.content)
  app.say(`${file.name} saved. Open it with your calendar; a later file changes and removes what this one put there.`)
}
