/** Making an invitation: a role, a link with its QR, good once and not for long. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { MemberRole } from '../../core/model/statement.ts'
import type { Invite, Space } from '../../core/peer/api.ts'
import { Button } from '../parts/button.tsx'
import { formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { roleSays, roleWord } from '../parts/role-words.ts'
import { saveFile } from '../parts/save-file.ts'
import type { App } from '../state/app.ts'
import { sayPairing } from '../state/pairing-words.ts'
import s from './people.module.css'

type Role = Exclude<MemberRole, 'owner'> | 'own-device'
type Given = { readonly app: App; readonly space: Space; readonly mayInvite: boolean }

/** The QR of a link as one path; the library is fetched when one is shown. */
const Qr = ({ link }: { readonly link: string }) => {
  const [drawn, setDrawn] = useState<{ readonly size: number; readonly path: string } | null>(null)
  useEffect(() => {
    let gone = false
    void import('uqr').then(({ encode }) => {
      if (gone) return
      const { data, size } = encode(link, { ecc: 'M', border: 3 })
      const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
      setDrawn({ size, path })
    })
    return () => {
      gone = true
    }
  }, [link])
  return (
    <div class={s.qr}>
      {drawn && (
        <svg viewBox={`0 0 ${drawn.size} ${drawn.size}`} role="img" aria-label="The invitation as a QR code">
          <path d={drawn.path} />
        </svg>
      )}
    </div>
  )
}

export const linkOf = (fragment: string): string => `${location.origin}/#join=${fragment}`

const Made = ({ app, invite }: { readonly app: App; readonly invite: Invite }) => {
  const link = linkOf(invite.fragment)
  // Why not a line at the foot of the page: this stands in a dialog, which hides and silences the page.
  const [copied, setCopied] = useState(false)
  // Why: the button that made it is gone; the keyboard goes on at the link.
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      app.say('The browser did not allow copying. Select the link and copy it.', true)
    }
  }
  return (
    <div class={s.made}>
      <Qr link={link} />
      <div class={s.form}>
        <p>
          Send this link, or let them scan the code with their phone’s camera. It works once, as{' '}
          <strong>{roleWord(invite.role)}</strong>, until {formatMoment(invite.expiresAt / 60_000)}.
        </p>
        <label>
          <span>Invitation link</span>
          <input ref={field} readOnly value={link} onFocus={event => event.currentTarget.select()} />
        </label>
        <div class={s.row}>
          <Button variant="primary" aria-live="polite" onClick={() => void copy()}>
            {copied ? 'Copied' : 'Copy link'}
          </Button>
          <Button onClick={() => saveFile(`tandem-${invite.role}.tandem-invite`, 'text/plain', `${link}\n`)}>
            Save as a file
          </Button>
          {'share' in navigator && (
            <Button onClick={() => void navigator.share({ title: 'Join me on Tandem', url: link }).catch(() => {})}>
              Share…
            </Button>
          )}
        </div>
        <p class="faint">
          <Icon name="lock" /> Anyone who has the link can ask; nobody comes in before you compared six words and said
          yes. Keep this app open until then.
        </p>
      </div>
    </div>
  )
}

export const Inviting = ({ app, space, mayInvite }: Given) => {
  const selfCoached = app.looking.value?.selfCoached ?? false
  // Why: a space has one athlete; a coach who stands in for them makes room for them, nobody else does.
  const hasAthlete = selfCoached || space.members.some(m => m.roles.includes('athlete') && !m.roles.includes('coach'))
  const people: readonly Role[] = hasAthlete ? ['coach', 'head-coach'] : ['athlete', 'coach', 'head-coach']
  const roles: readonly Role[] = mayInvite ? [...people, 'assistant', 'viewer', 'relay', 'own-device'] : ['own-device']
  const [role, setRole] = useState<Role>(roles[0] ?? 'own-device')
  const [invite, setInvite] = useState<Invite | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    const made = await space.invite(role)
    setBusy(false)
    if (made.ok) setInvite(made.value)
    else setFault(sayPairing(made.error))
  }
  if (invite !== null) return <Made app={app} invite={invite} />
  return (
    <div class={s.form}>
      <fieldset class={s.choices}>
        <legend>As whom?</legend>
        {roles.map(one => (
          <label key={one} class={s.choice}>
            <input type="radio" name="role" checked={one === role} onChange={() => setRole(one)} />
            <span>
              <strong>{roleWord(one)}</strong>
              <span class="soft">{roleSays[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {fault !== null && (
        <p class={s.fault} role="alert">
          {fault}
        </p>
      )}
      <div class={s.row}>
        <Button variant="primary" disabled={busy} onClick={() => void make()}>
          Make the invitation
        </Button>
      </div>
    </div>
  )
}
