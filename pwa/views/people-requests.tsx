/** Somebody asks to come in: their six words are compared by voice before anything is shared. */
import { useState } from 'preact/hooks'
import type { Space } from '../../core/peer/api.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { roleWord } from '../parts/role-words.ts'
import type { App } from '../state/app.ts'
import { sayPairing } from '../state/pairing-words.ts'
import s from './people.module.css'

type Given = { readonly app: App; readonly space: Space }

const Words = ({ words }: { readonly words: string }) => (
  <ol class={s.words} aria-label="Six words of the device">
    {words.split(/[\s-]+/).map((word, i) => (
      <li key={i}>{word}</li>
    ))}
  </ol>
)

/** Somebody asks to come in: nothing is shared before the six words were compared. */
export const Requests = ({ app, space }: Given) => {
  const [busy, setBusy] = useState(false)
  const decide = async (what: () => Promise<string | null>, says: string) => {
    setBusy(true)
    const wrong = await what()
    setBusy(false)
    app.say(wrong ?? says, wrong !== null)
  }
  return (
    <section class={s.requests} aria-label="Waiting for your yes">
      {space.requests.map(({ id, name, role, fingerprint }) => (
        <article key={id} class={s.request}>
          <h2>
            {name || 'Somebody'} asks to join as {roleWord(role)}
          </h2>
          <p>
            Ask them to read their six words to you. Only if they are these, in this order, it is really their device.
          </p>
          <Words words={fingerprint} />
          <div class={s.row}>
            <Button
              variant="primary"
              disabled={busy}
              onClick={() =>
                void decide(
                  async () => {
                    const accepted = await space.accept(id)
                    return accepted.ok ? null : sayPairing(accepted.error)
                  },
                  `${name || 'They'} can now take part as ${roleWord(role)}.`,
                )
              }
            >
              <Icon name="check" /> The words match: accept
            </Button>
            <Button
              disabled={busy}
              onClick={() =>
                void decide(async () => {
                  await space.refuse(id)
                  return null
                }, 'Refused. Nothing was shared.')
              }
            >
              Refuse
            </Button>
          </div>
        </article>
      ))}
    </section>
  )
}
