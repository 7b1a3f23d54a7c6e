/** Coming back from a recovery file, on a device that holds nothing yet. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { Field } from '../parts/field.tsx'
import type { App } from '../state/app.ts'
import s from './first-run.module.css'
import { FormFoot } from './form-foot.tsx'

export const Restoring = ({ app, onBack }: { readonly app: App; readonly onBack: () => void }) => {
  const { route } = useLocation()
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const restore = async (event: Event) => {
    event.preventDefault()
    if (file === null) return setFault('Choose the recovery file first.')
    setBusy(true)
    setFault(null)
    const wrong = await app.begin.restore(file, passphrase)
    setBusy(false)
    if (wrong !== null) return setFault(wrong)
    app.say('Welcome back. Everything that was in the file is here. Make a new file soon: this one grows older.')
    route('/calendar')
  }
  return (
    <form class={s.form} onSubmit={event => void restore(event)}>
      <h1>Come back with a recovery file</h1>
      <p class="soft">
        You come back as yourself, with your plans, history and decisions. What the others wrote since arrives by
        itself. Each device that opens the file is one of yours, and the others see it under People.
      </p>
      <Field label="Recovery file" hint="It ends in .tandem-recovery.">
        <input required type="file" onChange={event => setFile(event.currentTarget.files?.[0] ?? null)} />
      </Field>
      <Field label="Passphrase" hint="The one you chose when you made the file.">
        <input
          required
          type="password"
          autocomplete="current-password"
          value={passphrase}
          onInput={event => setPassphrase(event.currentTarget.value)}
        />
      </Field>
      <FormFoot fault={fault} busy={busy} go={busy ? 'Opening it…' : 'Come back'} onBack={onBack} />
    </form>
  )
}
