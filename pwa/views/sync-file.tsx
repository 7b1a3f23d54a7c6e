/** Carrying changes by file: always possible, also between people who are never online together. */
import { useRef, useState } from 'preact/hooks'
import type { PersonId } from '../../core/model/ids.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { formatCount } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { saveFile } from '../parts/save-file.ts'
import { canShare, shareFile } from '../parts/share-file.ts'
import s from './sync.module.css'
import type { SyncProps } from './sync.tsx'

const everything = ''
/** Only to ask the platform whether it would take such a file. */
const likeOurs = () => new File(['tandem'], 'tandem.tandem.txt', { type: 'text/plain' })

export const ByFile = ({ app, looking }: SyncProps) => {
  const { space } = looking
  const mine = app.device.value?.id
  const people = space.members.filter(({ devices }) => devices.some(({ id }) => id !== mine))
  const [chosen, setChosen] = useState<string>(people[0]?.person ?? everything)
  const picker = useRef<HTMLInputElement>(null)
  const pack = async () => app.parcels.pack(space.id, chosen === everything ? null : (chosen as PersonId))
  const save = async () => {
    const file = await pack()
    if (file === null) return
    saveFile(file.name, 'application/vnd.tandem.parcel', file.bytes)
    app.say(`${file.name} holds ${formatCount(file.pieces, 'piece')}, sealed. Send it any way you like.`)
  }
  const share = async () => {
    const file = await pack()
    if (file === null) return
    if ((await shareFile(file.text)) === 'refused') app.say('It could not be shared here. Save the file instead.', true)
  }
  const open = (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    const files = [...(event.currentTarget.files ?? [])]
    event.currentTarget.value = ''
    void app.parcels.receive(files)
  }
  return (
    <section aria-labelledby="file">
      <h2 id="file">By file</h2>
      <p class="soft">
        A file carries changes without any network: by e-mail, a message, a stick. It is sealed, so whoever passes it on
        can read nothing, and opening it twice does no harm.
      </p>
      <div class={s.form}>
        <Field label="What to put in it">
          <select value={chosen} onChange={event => setChosen(event.currentTarget.value)}>
            {people.map(({ person, name }) => (
              <option key={person} value={person}>
                What {person === app.device.value?.person.id ? 'your other device' : name || 'the other person'} has not
                confirmed yet
              </option>
            ))}
            <option value={everything}>Everything</option>
          </select>
        </Field>
        <div class={s.row}>
          <Button onClick={() => void save()}>
            <Icon name="download" /> Save a file
          </Button>
          {canShare(likeOurs()) && <Button onClick={() => void share()}>Share…</Button>}
          <Button onClick={() => picker.current?.click()}>
            <Icon name="upload" /> Open a file
          </Button>
          <input
            ref={picker}
            class="only-heard"
            type="file"
            multiple
            tabIndex={-1}
            aria-label="Files from another device"
            accept=".tandem,.txt"
            onChange={open}
          />
        </div>
      </div>
      <p class="faint">You can also drop such a file on any screen, or paste it.</p>
    </section>
  )
}
