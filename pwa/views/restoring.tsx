/** Coming back from a file: as oneself from a recovery file, or with an export, coached by oneself. */
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

export const FromExport = ({ app, onBack }: { readonly app: App; readonly onBack: () => void }) => {
  const { route } = useLocation()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const go = async (event: Event) => {
    event.preventDefault()
    if (file === null) return setFault('Choose the export first.')
    setBusy(true)
    setFault(null)
    const wrong = await app.begin.fromExport(file)
    setBusy(false)
    if (wrong !== null) return setFault(wrong)
    app.say('Everything in the export that is data is here. You coach yourself until you invite somebody.')
    route('/calendar')
  }
  return (
    <form class={s.form} onSubmit={event => void go(event)}>
      <h1>Go on with an export</h1>
      <p class="soft">
        The calendar as it stood, with every change that held, your history, check-ins, life events and playbook come in
        as your own. The signed decisions were made in another place: they stay in the file, where verify.html checks
        them. To come back as yourself with all of them, use a recovery file.
      </p>
      <Field label="Export" hint="The .json of Export everything, or everything.json out of the archive.">
        <input
          required
          type="file"
          accept=".json,application/json"
          onChange={event => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </Field>
      <FormFoot fault={fault} busy={busy} go={busy ? 'Bringing it in…' : 'Go on'} onBack={onBack} />
    </form>
  )
}
