/** The recovery file: how old the last one is, and making another under a passphrase. */
import { useState } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { saveFile } from '../parts/save-file.ts'
import type { App } from '../state/app.ts'
import { sayBackup, shortestPassphrase, suggestPassphrase } from '../state/recovery-words.ts'
import { sayFault } from '../state/says.ts'
import s from './settings.module.css'

type Given = { readonly app: App }

const MakeFile = ({ app, onDone }: Given & { readonly onDone: () => void }) => {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [suggested, setSuggested] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const make = async (event: Event) => {
    event.preventDefault()
    if (passphrase.trim().length < shortestPassphrase)
      return setFault(`Use at least ${shortestPassphrase} letters; a few words are easier to keep than signs.`)
    if (passphrase.trim() !== again.trim()) return setFault('The two passphrases are not the same.')
    setBusy(true)
    setFault(null)
    const made = await app.device.value?.makeRecovery(passphrase)
    setBusy(false)
    if (made === undefined) return setFault('The store of this device is not open yet. Try again.')
    if (!made.ok) return setFault(sayFault(made.error))
    saveFile(`tandem-${app.now.value.day}.tandem-recovery`, 'application/octet-stream', made.value)
    app.say('The recovery file is made. Keep it away from this device, and the passphrase away from the file.')
    onDone()
  }
  return (
    <form class={s.form} onSubmit={event => void make(event)}>
      <p>
        The file holds everything this device holds, for every athlete here, and the keys with which you are you. Only
        the passphrase opens it: nobody can reset it, and whoever has both can come in as you.
      </p>
      <p class="soft">
        The curves of single activities are not in it; they can be read again from the files they came from. The others
        see that you made a recovery file, and it can be made worthless under People.
      </p>
      <Field
        label="Passphrase"
        hint={`At least ${shortestPassphrase} letters. Written here in clear, so that you can copy it down.`}
      >
        <input
          required
          autocomplete="off"
          spellcheck={false}
          value={passphrase}
          onInput={event => setPassphrase(event.currentTarget.value)}
        />
      </Field>
      <Field label="The same once more">
        <input
          required
          autocomplete="off"
          spellcheck={false}
          value={again}
          onInput={event => setAgain(event.currentTarget.value)}
        />
      </Field>
      {suggested !== '' && <p class={s.phrase}>{suggested}</p>}
      {fault !== null && (
        <p class={s.warn} role="alert">
          {fault}
        </p>
      )}
      <div class={s.row}>
        <Button
          onClick={() => {
            const phrase = suggestPassphrase()
            setSuggested(phrase)
            setPassphrase(phrase)
            setAgain('')
          }}
        >
          Suggest eight words
        </Button>
        <Button variant="primary" type="submit" disabled={busy}>
          <Icon name="download" /> {busy ? 'Closing it…' : 'Make the file'}
        </Button>
      </div>
    </form>
  )
}

export const Backup = ({ app }: Given) => {
  const [making, setMaking] = useState(false)
  const device = app.device.value
  const last = device?.lastBackup ?? null
  const restored = device?.restoredFrom ?? null
  return (
    <section aria-labelledby="backup">
      <h2 id="backup">If this device is lost</h2>
      <p>
        Last recovery file: <strong>{sayBackup(last, app.now.value.at * 60_000)}</strong>.{' '}
        <span class="soft">
          A second device of your own is the best backup; a recovery file works when there is none left.
        </span>
      </p>
      {restored !== null && (
        <p class={s.note}>
          This device came back with a recovery file of {formatMoment(restored)}. What was written since is not in it:
          make a new one. If your earlier device is gone, remove it under <a href="/people">People</a>.
        </p>
      )}
      <div class={s.row}>
        <Button onClick={() => setMaking(true)}>
          <Icon name="lock" /> Make a recovery file…
        </Button>
      </div>
      <Dialog open={making} title="Make a recovery file" onClose={() => setMaking(false)}>
        {making && <MakeFile app={app} onDone={() => setMaking(false)} />}
      </Dialog>
    </section>
  )
}
