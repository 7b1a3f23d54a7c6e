/** Leaving: ending what the athlete shares from this device alone, and forgetting an athlete here. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { formatCount } from '../parts/format.ts'
import type { App, Looking } from '../state/app.ts'
import { speaksForAthlete } from './session/looking.ts'
import s from './settings.module.css'

type Given = { readonly app: App; readonly looking: Looking }

/** Those the athlete shares with, by name. */
const othersOf = ({ space }: Looking, me: string): readonly string[] =>
  space.members.filter(({ person }) => person !== me).map(({ name }) => name || 'somebody without a name')

/** What happens, in the order in which somebody who is about to press would ask. */
const consequences = (others: readonly string[], ownDevices: number): readonly string[] => {
  const names = others.join(' and ')
  return [
    'Your plan as it stands, your history and your check-ins go on here as your own. You coach yourself until you invite somebody.',
    `From now on this device sends nothing to ${names} and takes nothing from them: its keys for what you shared are deleted.`,
    `${names} keep what has reached their devices: plan, history, check-ins, comments and decisions. That cannot be unread, and cannot be deleted from here.`,
    'Signed decisions, race plans, your coach’s debriefs and private pages do not come along. A recovery file holds them all: make one first if you want them.',
    ...(ownDevices > 1
      ? [
          `${formatCount(ownDevices - 1, 'other device of yours', 'other devices of yours')} (another phone, the extension) go on sharing until you do the same there.`,
        ]
      : []),
    'Nobody is told by the app. A word from you is kinder.',
    'This cannot be undone; with a new invitation you can share again.',
  ]
}

const Ending = ({ app, looking }: Given) => {
  const { route } = useLocation()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const me = app.device.value?.person.id ?? ''
  const others = othersOf(looking, me)
  const mine = looking.space.members.find(({ person }) => person === me)
  const close = () => {
    setAsking(false)
    setFault(null)
  }
  const end = async () => {
    setBusy(true)
    const wrong = await app.begin.endHere()
    setBusy(false)
    if (wrong !== null) return setFault(wrong)
    close()
    app.say('It has ended from your side. What is here is yours alone.')
    route('/today')
  }
  return (
    <>
      <p class="soft">
        You share this training with {others.join(' and ')}. You may end that from your side alone, whoever keeps the
        list of people.
      </p>
      <Button variant="danger" onClick={() => setAsking(true)}>
        End it from my side…
      </Button>
      <Dialog
        open={asking}
        title={`End it with ${others.join(' and ')}?`}
        onClose={close}
        footer={
          <>
            <Button onClick={close}>Go on together</Button>
            <Button variant="danger" disabled={busy} onClick={() => void end()}>
              {busy ? 'Ending it…' : 'End it from my side'}
            </Button>
          </>
        }
      >
        <ul class={s.leaves}>
          {consequences(others, mine?.devices.length ?? 1).map(says => (
            <li key={says}>{says}</li>
          ))}
        </ul>
        {fault !== null && (
          <p class={s.warn} role="alert">
            {fault}
          </p>
        )}
      </Dialog>
    </>
  )
}

export const LeavingPart = ({ app, looking }: Given) => {
  const [asking, setAsking] = useState(false)
  const name = looking.content.profile.name || 'this athlete'
  const forget = async () => {
    setAsking(false)
    const wrong = await app.begin.forget(looking.space.id)
    app.say(wrong ?? `${name}’s training is gone from this device.`, wrong !== null)
  }
  const me = app.device.value?.person.id ?? ''
  return (
    <section aria-labelledby="leaving">
      <h2 id="leaving">Leaving</h2>
      {speaksForAthlete(looking) && othersOf(looking, me).length > 0 && <Ending app={app} looking={looking} />}
      <p class="soft">
        Forgetting removes {name}’s training from this device only. What other devices hold stays theirs; export first
        if this is the only one.
      </p>
      <Button variant="danger" onClick={() => setAsking(true)}>
        Forget {name} on this device…
      </Button>
      <Dialog
        open={asking}
        title={`Forget ${name} on this device?`}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
            <Button variant="danger" onClick={() => void forget()}>
              Forget it here
            </Button>
          </>
        }
      >
        <p>
          Plan, history, check-ins and this device’s keys for them are deleted here. This cannot be undone.{' '}
          {looking.space.members.flatMap(m => m.devices).length < 2 &&
            'No other device holds a copy: without an export it is lost.'}
        </p>
      </Dialog>
    </section>
  )
}
