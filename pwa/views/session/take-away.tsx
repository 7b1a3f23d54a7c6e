/** A session as a file to take along: for the watch, the trainer or another program. */
import { useEffect, useState } from 'preact/hooks'
import type { Session } from '../../../core/model/session.ts'
import type { ZonePaces } from '../../../core/workout/cues.ts'
import type { OwnThresholds } from '../../../core/workout/ranges.ts'
import { Menu } from '../../parts/menu.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { App } from '../../state/app.ts'
import s from './session.module.css'

// Why: the formats are loaded when a session is opened, and not with the calendar.
const load = () => import('../../../core/workout/writers/index.ts')
type Formats = Awaited<ReturnType<typeof load>>

type TakeAwayProps = {
  readonly app: App
  readonly session: Session
  readonly paces: ZonePaces | null
  readonly own: OwnThresholds
}

export const TakeAway = ({ app, session, paces, own }: TakeAwayProps) => {
  const [formats, setFormats] = useState<Formats | null>(null)
  useEffect(() => {
    let isHere = true
    void load().then(
      loaded => isHere && setFormats(loaded),
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [])
  if (formats === null) return null
  return (
    <div class={s.take}>
      <Menu
        label="Save this workout as a file"
        items={formats.writers.map(writer => ({
          label: writer.title,
          onSelect: () => {
            const written = writer.write({ session, paces, own })
            if (!written.ok) return app.say(formats.explainWriteError(written.error), true)
            const name = `${written.value.name}${writer.ending}`
            saveFile(name, writer.mime, written.value.content)
            app.say(
              writer.id === 'fit' ? `${name} saved. Copy it into the watch’s folder for new files.` : `${name} saved.`,
            )
          },
        }))}
      >
        Save as a file
      </Menu>
    </div>
  )
}
