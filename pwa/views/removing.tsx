/** Taking a device or a person out: what leaves with them and what ends, said before the press; and who left so far. */
import { useState } from 'preact/hooks'
import type { Member, RemovedDevice, Space } from '../../core/peer/api.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { formatCount, formatMoment } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import type { App } from '../state/app.ts'
import { sayPairing } from '../state/pairing-words.ts'
import s from './people.module.css'

/** Whom to take out: a person with all their devices, or some of the devices. */
export type Leaving = { readonly member: Member; readonly devices: Member['devices'] }

const isWhole = ({ member, devices }: Leaving): boolean =>
  devices.length === member.devices.length + member.files.length

type RemovingProps = {
  readonly app: App
  readonly space: Space
  readonly leaving: Leaving | null
  readonly onClose: () => void
}

/** What happens, in the order in which somebody who is about to press would ask. */
const consequences = (space: Space, { member, devices }: Leaving): readonly string[] => {
  const name = member.name || 'This person'
  const whole = isWhole({ member, devices })
  const what = whole ? name : devices.length === 1 ? 'This device' : 'These devices'
  const isKeeper = devices.some(({ id }) => id === space.owner)
  const staying = space.members.flatMap(one => one.devices).filter(({ id }) => !devices.some(one => one.id === id))
  const others = staying.length - 1
  return [
    `${what} keeps what was read so far: plan, history, check-ins and comments stay on the device. That cannot be unread.`,
    `${what} gets nothing that is written from now on. Whatever is sent from there later is refused everywhere, and shown here.`,
    `What ${whole ? `${name} wrote and decided` : 'was written on it'} so far and has reached this device stays, with the name beside it. What has not reached it is lost to the others.`,
    others > 0
      ? `Everybody who stays moves to new keys by themselves the next time they are online (${formatCount(others, 'other device')}).`
      : 'This device moves to new keys.',
    ...(space.invites.length > 0 ? ['Open invitations stop working; make new ones afterwards.'] : []),
    ...(whole && member.roles.includes('athlete') && !member.roles.includes('coach')
      ? ['You stand in for the athlete until another one joins.']
      : []),
    ...(whole ? [] : [`${name} stays, with the other devices.`]),
    ...(isKeeper ? ['This device takes over the member list: from now on people are let in and out here.'] : []),
    'The same device cannot come back. The person can, with another one.',
  ]
}

export const Removing = ({ app, space, leaving, onClose }: RemovingProps) => {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const close = () => {
    setFault(null)
    onClose()
  }
  const remove = async ({ member, devices }: Leaving) => {
    setBusy(true)
    const done = await space.remove(devices.map(({ id }) => id))
    setBusy(false)
    if (!done.ok) return setFault(sayPairing(done.error))
    close()
    app.say(
      isWhole({ member, devices })
        ? `${member.name || 'They'} no longer takes part.`
        : 'The device no longer takes part.',
    )
  }
  const whole = leaving !== null && isWhole(leaving)
  const name = leaving?.member.name || 'this person'
  return (
    <Dialog
      open={leaving !== null}
      title={whole ? `Remove ${name}?` : `Remove this device of ${name}?`}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Keep</Button>
          <Button variant="danger" disabled={busy} onClick={() => leaving && void remove(leaving)}>
            {whole ? `Remove ${name}` : 'Remove the device'}
          </Button>
        </>
      }
    >
      {leaving && (
        <>
          {!whole && <p class={s.print}>{leaving.devices.map(({ fingerprint }) => fingerprint).join(' · ')}</p>}
          <ul class={s.leaves}>
            {consequences(space, leaving).map(says => (
              <li key={says}>{says}</li>
            ))}
          </ul>
          {fault !== null && (
            <p class={s.fault} role="alert">
              {fault}
            </p>
          )}
        </>
      )}
    </Dialog>
  )
}

const countsWords = (last: number): string =>
  last === 0 ? 'it wrote nothing' : `${formatCount(last, 'piece')} of what it wrote ${last === 1 ? 'counts' : 'count'}`

/** What a device sent after it was removed, in words. */
const lateWords = (late: number): string =>
  late === 0
    ? 'nothing came from it since'
    : `${formatCount(late, 'piece')} came since and ${late === 1 ? 'was' : 'were'} refused`

/** Those who took part once. */
export const Former = ({ removed }: { readonly removed: readonly RemovedDevice[] }) =>
  removed.length === 0 ? null : (
    <section aria-labelledby="former">
      <h2 id="former">No longer here</h2>
      <ul class={s.list}>
        {removed.map(({ device, name, fingerprint, at, last, late }) => (
          <li key={device} class={s.person}>
            <div class={s.top}>
              <Icon name={late > 0 ? 'warning' : 'lock'} />
              <strong>{name || 'No name'}</strong>
              <span class={s.roles}>removed {formatMoment(at)}</span>
            </div>
            <p class={s.devices}>
              <span class={s.print}>{fingerprint}</span>{' '}
              <span class="faint">
                · {countsWords(last)}, {lateWords(late)}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
